import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPreparePool } from '../../ingest/prepare-pool.js';
import { extractLimits } from '../support/limits.js';
import { temporaryFolder } from '../support/temporary.js';
import { failureCode } from './extract/support/failure-code.js';

const folder = temporaryFolder();
const pool = createPreparePool({ processes: 1, timeoutS: 30, memoryMb: 512 });
afterAll(() => pool.close());

const prepare = (file: string, content: string | Uint8Array) => {
  const path = join(folder, 'stored');
  writeFileSync(path, content);
  const limits = { ...extractLimits, maxTextChars: 1_000 };
  return pool.prepare({ file, path, contentHash: 'hash', given: null, limits, ocr: 'off' });
};

test('a file becomes a document whose passages are slices of its text', async () => {
  const prepared = await prepare('通知/开学.md', '# 临澜市教育局关于开学工作的通知\n\n各学校：\n\n请做好准备。');
  if (prepared.kind !== 'document') throw new Error(prepared.kind);
  const { version } = prepared;
  expect(version).toMatchObject({ file: '通知/开学.md', format: 'md', contentHash: 'hash' });
  expect(version.metadata.title).toBe('临澜市教育局关于开学工作的通知');
  for (const { start, end, embedText } of version.passages) expect(embedText).toContain(version.text.slice(start, end));
});

test('why a file cannot be read comes across the processes', async () => {
  expect(await failureCode(() => prepare('a.txt', ''))).toBe('EMPTY_FILE');
  expect(await failureCode(() => prepare('a.txt', '字'.repeat(1_001)))).toBe('TEXT_TOO_LONG');
  await expect(prepare('a.txt', 'Rar!\x1a\x07\0\0\0')).rejects.toMatchObject({
    code: 'UNSUPPORTED_TYPE',
    values: { type: 'rar' },
  });
});
