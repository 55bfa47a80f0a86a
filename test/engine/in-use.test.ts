import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppError } from '../../services/domain/errors.js';
import type { EngineChoice } from '../../services/engine/choice.js';
import { createEmbeddedEngine } from '../../services/engine/embedded/engine.js';
import { createEngineInUse, type EngineInUse } from '../../services/engine/in-use.js';
import { createMeilisearchEngine } from '../../services/engine/meilisearch/engine.js';
import { temporaryFolder } from '../support/temporary.js';
import { ids } from './checks.js';
import { archive, dimension, queryOf } from './fixtures.js';

const folder = temporaryFolder();
/** Two embedded indexes stand for two engines: `url` tells them apart. */
const one: EngineChoice = { engine: 'embedded', url: 'one' };
const other: EngineChoice = { engine: 'embedded', url: 'other' };
const nobody: EngineChoice = { engine: 'meilisearch', url: 'http://127.0.0.1:9' };

let inUse: EngineInUse;
let chosen: EngineChoice;
let ready: boolean;
let mayAnswer: boolean;
const changes: (string | null | undefined)[] = [];
beforeEach(async () => {
  const place = mkdtempSync(join(folder, 'case-'));
  const open = ({ engine, url }: EngineChoice) =>
    engine === 'embedded'
      ? createEmbeddedEngine({ path: join(place, `${url}.db`), dimension })
      : createMeilisearchEngine({ url: url ?? '', catalogueId: 'nobody', dimension });
  for (const [choice, documents] of [
    [one, archive],
    [other, archive.slice(0, 1)],
  ] as const) {
    const engine = open(choice);
    await engine.apply(documents);
    await engine.close();
  }
  [chosen, ready, mayAnswer] = [one, true, true];
  changes.length = 0;
  inUse = createEngineInUse({
    open,
    chosen: () => chosen,
    isReady: () => ready,
    mayAnswer: () => mayAnswer,
    onChange: (_, problem: AppError | null) => changes.push(problem?.code ?? null),
  });
});
afterEach(() => inUse.close());
/** Asks until it is answered by the engine chosen; gives how many passages that holds. */
async function settled(): Promise<number> {
  for (let tries = 0; tries < 100 && inUse.choice() !== chosen; tries++) {
    await inUse.size();
    await sleep(10);
  }
  return inUse.size();
}

test('another engine comes into use between two requests, and every request is answered', async () => {
  const all = await inUse.size();
  chosen = other;
  const sizes = await Promise.all(Array.from({ length: 50 }, () => inUse.size()));
  expect(new Set(sizes)).toEqual(new Set([all]));
  expect(await settled()).toBeLessThan(all);
  expect(changes).toEqual([null]);
});

test('what is under way ends on the engine it began with', async () => {
  const all = await inUse.size();
  let release = (): void => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const work = inUse.hold(async (engine) => {
    const before = await engine.size();
    await gate;
    return [before, await engine.size()];
  });
  chosen = other;
  await settled();
  release();
  expect(await work).toEqual([all, all]);
});

test('an engine nobody asks goes along by itself', async () => {
  chosen = other;
  await sleep(1_300);
  expect(inUse.choice()).toBe(other);
});

test.each(['cannot be reached', 'lacks documents'])(
  'an engine that %s does not come into use, and why is told once',
  async (why) => {
    const all = await inUse.size();
    if (why === 'lacks documents') {
      ready = false;
      chosen = other;
    } else chosen = nobody;
    for (let i = 0; i < 20; i++) {
      expect(await inUse.size()).toBe(all);
      await sleep(10);
    }
    expect(inUse.problem()?.code).toBe('ENGINE_UNAVAILABLE');
    expect(changes).toEqual(['ENGINE_UNAVAILABLE']);
    chosen = one;
    await inUse.size();
    expect(inUse.problem()).toBeNull();
  },
);

test('an index that holds too little does not answer as if it were all', async () => {
  expect(ids((await inUse.query(queryOf('户口簿'))).keyword)).not.toEqual([]);
  mayAnswer = false;
  await expect(inUse.query(queryOf('户口簿'))).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
});
