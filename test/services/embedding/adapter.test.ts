import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../services/domain/errors.js';
import { adapted, adapterInUse } from '../../../services/embedding/adapted.js';
import { type Provenance, readAdapter, writeAdapter } from '../../../services/embedding/adapter.js';
import { openAdapterShelf } from '../../../services/embedding/adapter-shelf.js';
import type { Embedder } from '../../../services/embedding/embedder.js';
import { temporaryFolder } from '../../support/temporary.js';

const folder = temporaryFolder();
const provenance: Provenance = { made: '2026-01-31', source: 'x', questions: 1, pairs: 1, blend: 1, gains: [] };
/** Turns the first axis to the second. */
const turn = Float32Array.from([0, 0, 1, 0]);
const fit = { fingerprint: 'model@1', dimension: 2 };

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
  }
  return '';
};
let number = 0;
function shelfWith(...names: string[]) {
  const dataDir = join(folder, String(number++));
  mkdirSync(join(dataDir, 'adapters'), { recursive: true });
  const shelf = openAdapterShelf(dataDir, join(folder, 'carried'));
  for (const name of names) {
    writeAdapter(shelf.place(name).path, { fingerprint: 'model@1', matrix: turn, provenance });
  }
  return { shelf, dataDir, path: (name: string) => join(dataDir, 'adapters', `${name}.adapter.json`) };
}

describe('an adapter’s file', () => {
  it('is read as it was written', () => {
    const { path } = shelfWith('a');
    const adapter = readAdapter(path('a'));
    expect(adapter).toMatchObject({ name: 'a', fingerprint: 'model@1', dimension: 2, provenance });
    expect([...adapter.adapt(Float32Array.from([1, 0]))]).toEqual([0, 1]);
  });

  it('gives unit vectors, and the vector itself where the matrix leaves nothing', () => {
    const { path } = shelfWith('a');
    const { adapt } = readAdapter(path('a'));
    expect(Math.hypot(...adapt(Float32Array.from([0.6, 0.8])))).toBeCloseTo(1);
    expect([...adapt(Float32Array.from([0, 1]))]).toEqual([0, 1]);
  });

  it.each([
    ['not JSON', () => '{'],
    ['lacks a field', () => '{}'],
    ['had its numbers changed', (text: string) => text.replace('"matrix":"AAAA', '"matrix":"AACA')],
    ['has another dimension', (text: string) => text.replace('"dimension":2', '"dimension":3')],
  ])('that %s is refused', (_what, change) => {
    const { path } = shelfWith('a');
    writeFileSync(path('a'), change(readFileSync(path('a'), 'utf8')));
    expect(codeOf(() => readAdapter(path('a')))).toBe('ADAPTER_INVALID');
  });
});

describe('the shelf', () => {
  it('uses none until one is named, and goes back step by step', () => {
    const { shelf } = shelfWith('a', 'b');
    expect(shelf.names()).toEqual(['a', 'b']);
    expect(shelf.inUse()).toBeNull();
    expect(codeOf(() => shelf.undo())).toBe('ADAPTER_NO_EARLIER');
    shelf.use('a', fit);
    shelf.use('b', fit);
    shelf.use('b', fit); // no change, nothing to take back
    expect(shelf.inUse()).toBe('b');
    expect(shelf.undo()).toBe('a');
    expect(shelf.undo()).toBeNull();
    expect(shelf.inUse()).toBeNull();
  });

  it('notices a choice that another process made', () => {
    const { shelf, dataDir } = shelfWith('a');
    expect(shelf.choice(fit)).toBeNull();
    openAdapterShelf(dataDir, '').use('a', fit);
    expect(shelf.choice(fit)).toMatchObject({ name: 'a', problem: null });
    openAdapterShelf(dataDir, '').use(null, fit);
    expect(shelf.choice(fit)).toBeNull();
  });

  it('refuses what is not there, is damaged, or is for another model, and changes nothing', () => {
    const { shelf, path } = shelfWith('a', 'b');
    writeFileSync(path('b'), '{');
    expect(codeOf(() => shelf.use('c', fit))).toBe('ADAPTER_MISSING');
    expect(codeOf(() => shelf.use('../a', fit))).toBe('ADAPTER_MISSING');
    expect(codeOf(() => shelf.use('b', fit))).toBe('ADAPTER_INVALID');
    expect(codeOf(() => shelf.use('a', { ...fit, fingerprint: 'model@2' }))).toBe('ADAPTER_UNFIT');
    expect(shelf.inUse()).toBeNull();
  });

  it('says why the chosen one cannot be used after the model, or its file, has changed', () => {
    const { shelf, path, dataDir } = shelfWith('a');
    shelf.use('a', fit);
    expect(shelf.choice({ ...fit, fingerprint: 'model@2' })).toMatchObject({
      name: 'a',
      adapter: null,
      problem: 'unfit',
    });
    writeFileSync(path('a'), '{');
    const again = openAdapterShelf(dataDir, '');
    expect(again.choice(fit)).toMatchObject({ adapter: null, problem: 'invalid' });
    writeFileSync(join(dataDir, 'adapters', 'in-use.json'), '{"history":["gone"]}');
    expect(again.choice(fit)).toMatchObject({ name: 'gone', adapter: null, problem: 'missing' });
  });

  it('never writes over an adapter', () => {
    const { shelf } = shelfWith('a', 'a');
    expect(shelf.names()).toEqual(['a', 'a-2']);
    expect(shelf.place('a').name).toBe('a-3');
  });
});

describe('an embedder with an adapter', () => {
  const plain: Embedder = {
    ...fit,
    processes: 1,
    embed: async (texts) => texts.map(() => Float32Array.from([1, 0])),
    busyMs: () => 0,
    close: async () => {},
  };

  it('adapts queries alone, and says by what', async () => {
    const { path } = shelfWith('a');
    const embedder = adapted(plain, () => ({ name: 'a', adapter: readAdapter(path('a')), problem: null }));
    expect([...(await embedder.embed(['x'], 'query'))[0]!]).toEqual([0, 1]);
    expect([...(await embedder.embed(['x'], 'passage'))[0]!]).toEqual([1, 0]);
    expect(embedder.fingerprint).toBe(plain.fingerprint);
    expect(adapterInUse(embedder)).toBe('a');
  });

  it('goes on without one that cannot be used', async () => {
    const embedder = adapted(plain, () => ({ name: 'a', adapter: null, problem: 'unfit' }));
    expect([...(await embedder.embed(['x'], 'query'))[0]!]).toEqual([1, 0]);
    expect(adapterInUse(embedder)).toBeNull();
    expect(adapterInUse(adapted(plain, () => null))).toBeNull();
    expect(adapterInUse(plain)).toBeNull();
  });
});
