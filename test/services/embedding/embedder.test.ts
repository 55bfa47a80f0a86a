import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../config/root.js';
import { readModel } from '../../../services/embedding/model.js';
import { createEmbedder } from '../../../services/embedding/transformers.js';
import { temporaryFolder } from '../../support/temporary.js';

const modelDir = join(projectRoot, 'models/bge-small-zh-v1.5');
const folder = temporaryFolder();
const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

describe('the carried model, in child processes', () => {
  const embedder = createEmbedder({ modelDir, processes: 2 });
  afterAll(() => embedder.close());

  test('gives unit vectors that depend on the text alone', async () => {
    const text = '适龄儿童、少年必须接受义务教育。';
    const [alone] = await embedder.embed([text], 'passage');
    const among = await embedder.embed(['短', text, '学校不得分设重点班和非重点班。'.repeat(20)], 'passage');
    expect(dot(alone!, alone!)).toBeCloseTo(1, 5);
    expect(among[1]).toEqual(alone);
  });

  test('puts an everyday question near the provision that answers it', async () => {
    const [question] = await embedder.embed(['学校可以分尖子班和普通班吗'], 'query');
    const [near, far] = await embedder.embed(['学校不得分设重点班和非重点班。', '图书馆每日八时开放。'], 'passage');
    expect(dot(question!, near!)).toBeGreaterThan(dot(question!, far!) + 0.2);
  });

  test('cuts off what is longer than the model takes, without failing', async () => {
    const [vector] = await embedder.embed(['教育'.repeat(5_000)], 'passage');
    expect(dot(vector!, vector!)).toBeCloseTo(1, 5);
  });

  test('counts the time its processes compute', () => {
    expect(embedder.busyMs()).toBeGreaterThan(0);
  });
});

test('a damaged model is refused by name of the file', () => {
  const copy = join(folder, 'damaged');
  cpSync(modelDir, copy, { recursive: true });
  const file = join(copy, 'tokenizer.json');
  writeFileSync(file, `${readFileSync(file, 'utf8')} `);
  expect(() => readModel(copy)).toThrow(expect.objectContaining({ code: 'MODEL_CHECKSUM' }));
});

test('a folder without a model is refused', () => {
  expect(() => readModel(folder)).toThrow(expect.objectContaining({ code: 'MODEL_MISSING' }));
});

test('another use of the same files is another fingerprint', () => {
  const copy = join(folder, 'bge-small-zh-v1.5');
  cpSync(modelDir, copy, { recursive: true });
  writeFileSync(join(copy, 'yanju.json'), JSON.stringify({ pooling: 'mean' }));
  writeFileSync(join(copy, 'SHA256SUMS'), '');
  expect(readModel(copy).fingerprint).not.toBe(readModel(modelDir).fingerprint);
});
