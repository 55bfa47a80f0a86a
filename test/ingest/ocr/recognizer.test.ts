// The real models on the bundled scans; see bench/extraction/ocr-fixture.ts for how they were made.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { projectRoot } from '../../../config/root.js';
import { readImage } from '../../../ingest/extract/image.js';
import { createRecognizer } from '../../../ingest/ocr/recognizer.js';
import { temporaryFolder } from '../../support/temporary.js';
import { failureCode } from '../extract/support/failure-code.js';

jest.setTimeout(120_000);
const fixtures = join(projectRoot, 'test', 'fixtures');
const scan = join(fixtures, 'scan.pdf');
const photo = join(fixtures, 'photo.jpg');
const folder = temporaryFolder();
const recognizer = createRecognizer({ processes: 2, timeoutS: 60, memoryMb: 2048 });
afterAll(() => recognizer.close());

const texts = (page: { readonly lines: readonly { readonly text: string }[] }): string[] =>
  page.lines.map(({ text }) => text);

test('pages of a scan are read with their places in points, upside down or not', async () => {
  const [first, second] = await Promise.all(
    [1, 2].map((page) => recognizer.recognise({ path: scan, format: 'pdf', page })),
  );
  expect(texts(first!)).toContain('关于做好2023年秋季中小学');
  expect(texts(first!)).toContain('临教发〔2023〕47号');
  expect(texts(second!)).toContain('临澜市教育工作领导小组会议纪要');
  expect(Math.round(first!.width)).toBe(595);
  for (const { x, y, width, height, confidence } of first!.lines) {
    expect(x >= 0 && y >= 0 && x + width <= first!.width + 1 && y + height <= first!.height + 1).toBe(true);
    expect(confidence).toBeGreaterThan(0.8);
  }
});

test('a picture that lies on its side is read in paragraphs, marked with its confidence', async () => {
  const page = await recognizer.recognise({ path: photo, format: 'jpg', page: 1 });
  const { blocks, scans } = await readImage(readFileSync(photo), 'jpg', [page]);
  expect(scans).toBeUndefined();
  const paragraph = blocks.find((block) => block.kind === 'paragraph' && block.text.startsWith('坚持免试'));
  expect(paragraph).toMatchObject({ page: 1, ocr: expect.any(Number) });
  expect(paragraph?.kind === 'paragraph' && paragraph.text).toContain('不得提前组织面试或者以任何形式选拔生源');
});

test('a picture that is not read yet asks for its pages, and what is no picture is damaged', async () => {
  expect(await readImage(readFileSync(photo), 'jpg', [])).toMatchObject({ blocks: [], pages: 1, scans: [1] });
  expect(await failureCode(() => readImage(Buffer.from('\x89PNG\r\n\x1a\nxx', 'latin1'), 'png', []))).toBe('DAMAGED');
});

test('a page that cannot be read fails by itself', async () => {
  const path = join(folder, 'broken');
  writeFileSync(path, readFileSync(photo).subarray(0, 200));
  expect(await failureCode(() => recognizer.recognise({ path, format: 'jpg', page: 1 }))).toBe('OCR_FAILED');
  expect(await failureCode(() => recognizer.recognise({ path: scan, format: 'pdf', page: 9 }))).toBe('OCR_FAILED');
  const hasty = createRecognizer({ processes: 1, timeoutS: 0.05, memoryMb: 2048 });
  expect(await failureCode(() => hasty.recognise({ path: scan, format: 'pdf', page: 1 }))).toBe('OCR_FAILED');
  await hasty.close();
});
