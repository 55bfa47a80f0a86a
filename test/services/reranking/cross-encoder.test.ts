import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '../../../config/logger.js';
import { createCrossEncoder } from '../../../services/reranking/cross/cross-encoder.js';
import { openReranker } from '../../../services/reranking/open.js';
import { testSettings } from '../../support/settings.js';
import { temporaryFolder } from '../../support/temporary.js';
import { writeTinyCrossEncoder } from '../../support/tiny-cross-encoder.js';
import { candidate, describeReranker, unhurried } from './contract.js';

const folder = temporaryFolder();
const tiny = writeTinyCrossEncoder(join(folder, 'tiny'));

describeReranker('a cross-encoder', async () => {
  const reranker = createCrossEncoder(tiny);
  return { reranker, close: () => reranker.close() };
});

test('the text gives way where query and text are too long, then the query’s end', async () => {
  const reranker = createCrossEncoder(writeTinyCrossEncoder(join(folder, 'short'), { maxTokens: 16 }));
  const scores = async (query: string, text: string) =>
    (await reranker.rerank(query, [candidate(text)], unhurried())).scores[0];
  const shared = 1; // both end in the same mark
  expect(await scores('天地', `天地${'人'.repeat(100)}`)).toBe(shared + 2);
  expect(await scores('天地', `${'人'.repeat(100)}天地`)).toBe(shared);
  expect(await scores('甲乙丙丁戊己庚辛壬癸子丑寅卯', '甲乙')).toBe(shared + 2);
  expect(await scores('天地玄黄宇宙洪荒日月盈昃', '天地玄黄宇宙洪荒日月盈昃')).toBe(shared + 6);
  await reranker.close();
});

test.each([
  ['a folder without a model', 'nothing', () => {}],
  ['a model of many classes', 'classes', (dir: string) => writeTinyCrossEncoder(dir, { labels: 5 })],
  [
    'a model without its weights',
    'empty',
    (dir: string) => rmSync(join(writeTinyCrossEncoder(dir), 'onnx', 'model.onnx')),
  ],
  [
    'a use that makes no sense',
    'use',
    (dir: string) => writeFileSync(join(writeTinyCrossEncoder(dir), 'yanju.json'), '{"maxTokens":-1}'),
  ],
])('%s is refused, with what to do', (_, name, make) => {
  const dir = join(folder, name);
  make(dir);
  expect(() => createCrossEncoder(dir)).toThrow(expect.objectContaining({ code: 'RERANKER_MISSING' }));
});

test('a damaged model is refused by name of the file', () => {
  const dir = writeTinyCrossEncoder(join(folder, 'damaged'));
  writeFileSync(join(dir, 'SHA256SUMS'), `${'0'.repeat(64)}  config.json\n`);
  expect(() => createCrossEncoder(dir)).toThrow(expect.objectContaining({ code: 'MODEL_CHECKSUM' }));
});

test('weights that are none fail when they are asked, not before, and again', async () => {
  const dir = writeTinyCrossEncoder(join(folder, 'none'));
  writeFileSync(join(dir, 'onnx', 'model.onnx'), 'not a model');
  const reranker = createCrossEncoder(dir);
  for (let time = 0; time < 2; time++) {
    await expect(reranker.rerank('问', [candidate('答')], unhurried())).rejects.toMatchObject({
      code: 'RERANKING_FAILED',
    });
  }
  await reranker.close();
});

describe('the settings', () => {
  const open = (more: Record<string, string>) => {
    const { settings } = testSettings(join(folder, 'data'), more);
    return openReranker(settings, null, createLogger(settings, 'test'));
  };

  test('want no reranker by default, nor late interaction where the model is missing', () => {
    expect(open({})).toBeNull();
    expect(open({ YANJU_RERANK: 'late' })).toBeNull();
  });

  test('want a cross-encoder that fails when asked, where it cannot be used', async () => {
    const reranker = open({ YANJU_RERANK: 'cross', YANJU_RERANKER_MODEL_DIR: join(folder, 'nowhere') });
    await expect(reranker?.rerank('问', [], unhurried())).rejects.toMatchObject({ code: 'RERANKER_MISSING' });
  });
});
