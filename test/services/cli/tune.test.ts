// Learning from end to end, on the bundled examples: tune, use, undo, as a user would run them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { projectRoot } from '../../../config/root.js';
import { temporaryFolder } from '../../support/temporary.js';
import { yanju } from '../../support/yanju.js';

jest.setTimeout(600_000);
const examples = join(projectRoot, 'examples');
const env = { YANJU_DATA_DIR: join(temporaryFolder(), 'data') };

const answers = async (query: string) => {
  const { stdout } = await yanju(['search', query, '--mode', 'semantic', '--size', '20', '--json'], env);
  const { adapter, hits } = JSON.parse(stdout);
  return {
    adapter,
    hits: hits.map(({ passage, score }: { passage: { id: number }; score: number }) => [passage.id, score]),
  };
};

test('an adapter is learnt, judged, used, and taken back without a trace', async () => {
  expect((await yanju(['ingest', join(examples, 'documents'), '--json'], env)).status).toBe(0);
  const tuned = await yanju(['tune', examples, '--name', '样例', '--json'], env);
  expect(tuned.stderr).toBe('');
  const told = JSON.parse(tuned.stdout);
  expect(told).toMatchObject({ name: '样例', source: examples, folds: 5 });
  expect(told.questions).toBeGreaterThanOrEqual(10);
  const kinds = readFileSync(join(examples, 'queries.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).kind);
  expect(new Set(told.gains.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(kinds));
  for (const gain of told.gains) {
    expect(gain.low).toBeLessThanOrEqual(gain.after - gain.before + 1e-9);
    expect(gain.high).toBeGreaterThanOrEqual(gain.after - gain.before - 1e-9);
  }

  const query = '孩子放学后没人接怎么办';
  const before = await answers(query);
  expect(before.adapter).not.toBe('样例'); // a candidate is not in use

  expect((await yanju(['adapter', 'use', '样例'], env)).stdout).toContain('样例');
  const adapted = await answers(query);
  expect(adapted.adapter).toBe('样例');
  expect(adapted.hits).not.toEqual(before.hits);
  expect((await yanju(['status'], env)).stdout).toMatch(/查询适配 +样例/);
  expect((await yanju(['adapter', 'list'], env)).stdout).toContain('样例 (在用)');
  expect(JSON.parse((await yanju(['status', '--json'], env)).stdout).adapter).toEqual({ name: '样例', problem: null });

  expect((await yanju(['adapter', 'undo'], env)).status).toBe(0);
  expect(await answers(query)).toEqual(before);
});

test.each([
  [['adapter', 'use', '没有'], 'ADAPTER_MISSING'],
  [['adapter', 'undo'], 'ADAPTER_NO_EARLIER'],
  [['tune'], 'TOO_FEW_EXAMPLES'],
  [['tune', '/nowhere'], 'PATH_NOT_FOUND'],
  [['tune', examples, '--name', '../x'], '--name'],
])('%j fails with one clear line that names %s', async (args, named) => {
  const { status, stderr } = await yanju(args, { ...env, YANJU_DATA_DIR: `${env.YANJU_DATA_DIR}-2` });
  expect(status).toBe(1);
  expect(stderr).toContain(named);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('judgements are listed for export, and deleted', async () => {
  expect((await yanju(['judgements'], env)).stdout).toContain('共 0 条评价');
  expect((await yanju(['judgements', '--forget-all', '--json'], env)).stdout.trim()).toBe('{"deleted":0}');
});
