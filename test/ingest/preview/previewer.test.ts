// Real child processes on files that a preview must survive.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import sharp from 'sharp';
import { keptWithin } from '../../../ingest/preview/kept-within.js';
import { createPreviewer } from '../../../ingest/preview/previewer.js';
import type { Format } from '../../../services/domain/document.js';
import { temporaryFolder } from '../../support/temporary.js';
import { failureCode } from '../extract/support/failure-code.js';
import { makeDocx, paragraph } from '../extract/support/make-docx.js';
import { makePdf } from '../extract/support/make-pdf.js';

jest.setTimeout(60_000);
const folder = temporaryFolder();
const settings = { YANJU_PREVIEW_TIMEOUT_S: 15, YANJU_PREVIEW_MEMORY_MB: 1024, YANJU_PREVIEW_MAX_MB: 2 };
const previewer = createPreviewer(settings);
afterAll(() => previewer.close());

let count = 0;
function task(bytes: Uint8Array | string, format: Format) {
  const path = join(folder, String(count++));
  writeFileSync(path, bytes);
  return { path, format, contentHash: `${count}`.padEnd(64, '0') };
}
const words = (text: string) => [{ text, x: 72, y: 700 }];

test('a page of a PDF is a picture of bounded size, the same one the second time', async () => {
  const pdf = task(makePdf([words('第一页'), words('第二页')]), 'pdf');
  const [first, second] = [await previewer.page({ ...pdf, page: 1 }), await previewer.page({ ...pdf, page: 2 })];
  const { format, width = 0, height = 0 } = await sharp(first.bytes).metadata();
  expect(format).toBe('webp');
  expect(width).toBeLessThanOrEqual(1240);
  expect(height).toBeLessThanOrEqual(3000);
  expect(second.name).not.toBe(first.name);
  expect(await previewer.page({ ...pdf, page: 1 })).toBe(first);
});

test('a page that the PDF does not have, and what is none, fail by name', async () => {
  const pdf = task(makePdf([words('一')]), 'pdf');
  expect(await failureCode(() => previewer.page({ ...pdf, page: 9 }))).toBe('PREVIEW_FAILED');
  expect(await failureCode(() => previewer.page({ ...task('not a PDF', 'pdf'), page: 1 }))).toBe('PREVIEW_FAILED');
  expect(await failureCode(() => previewer.page({ ...task('x', 'docx'), page: 1 }))).toBe('PREVIEW_UNAVAILABLE');
});

test('a page as large as a field is drawn small', async () => {
  const huge = makePdf([words('大')])
    .toString('latin1')
    .replaceAll('595 842', '99999 99999');
  const { bytes } = await previewer.page({ ...task(Buffer.from(huge, 'latin1'), 'pdf'), page: 1 });
  const { width = 0, height = 0 } = await sharp(bytes).metadata();
  expect(width * height).toBeLessThanOrEqual(1240 * 3000);
});

test('a picture of too many pixels is refused, and the next preview is made all the same', async () => {
  const bomb = await sharp({
    create: { width: 20_000, height: 20_000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer();
  expect(await failureCode(() => previewer.page({ ...task(bomb, 'png'), page: 1 }))).toBe('PREVIEW_FAILED');
  const { markup } = await previewer.markup(task('<p>第一条</p>', 'html'));
  expect(markup).toContain('第一条');
});

test('a Word file is shown by its paragraphs; a damaged one fails by name', async () => {
  const { markup } = await previewer.markup(task(makeDocx(paragraph('临澜市&lt;b&gt;教育局')), 'docx'));
  expect(markup).toContain('<p>临澜市&lt;b&gt;教育局</p>');
  expect(await failureCode(() => previewer.markup(task('PK no zip', 'docx')))).toBe('PREVIEW_FAILED');
});

test('a file beyond the limit is not opened at all', async () => {
  expect(await failureCode(() => previewer.markup(task(Buffer.alloc(3 * 1024 * 1024, 32), 'txt')))).toBe(
    'PREVIEW_FAILED',
  );
});

test('formats without a preview are told so', async () => {
  for (const format of ['doc', 'wps', 'rtf', 'ofd', 'mht'] as const) {
    expect(await failureCode(() => previewer.markup(task('x', format)))).toBe('PREVIEW_UNAVAILABLE');
  }
});

test('what is kept at hand stays within its bytes, the longest unused going first', () => {
  const kept = keptWithin<string>(10, (value) => value.length);
  kept.set('甲', 'aaaa');
  kept.set('乙', 'bbbb');
  expect(kept.get('甲')).toBe('aaaa');
  kept.set('丙', 'cccc');
  expect([kept.get('甲'), kept.get('乙'), kept.get('丙')]).toEqual(['aaaa', undefined, 'cccc']);
  kept.set('丁', 'd'.repeat(11));
  expect(kept.get('丁')).toBeUndefined();
});
