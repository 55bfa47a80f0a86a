import type { RecognisedPage } from '../../../ingest/blocks.js';
import { needsOcr } from '../../../ingest/extract/pdf/sight.js';
import { readPdf } from '../../../ingest/extract/pdf.js';
import { failureCode, shortly } from './support/failure-code.js';
import { makePdf, picture, setLines } from './support/make-pdf.js';

const limits = { maxTextChars: 1_000_000 };
const sentence =
  '各县区教育行政部门要把义务教育阶段学校招生入学工作摆在突出位置，加强统筹协调，规范工作程序，确保适龄儿童少年依法入学，切实保障教育公平';
const prose = setLines(`${sentence}${sentence}。`, 36, 740);
const scanned = picture(0, 0, 595, 842);
const scansOf = async (file: Buffer) => (await readPdf(file, limits)).scans;

/** A page as OCR reads it: lines of 12 points, 20 apart. */
const recognised = (page: number, texts: readonly string[], confidence = 0.9): RecognisedPage => ({
  page,
  width: 595,
  height: 842,
  lines: texts.map((text, i) => ({
    text,
    confidence,
    x: i === 0 ? 96 : 72,
    y: 80 + 20 * i + (i % 2),
    width: 12 * text.length,
    height: 14 + (i % 3),
  })),
});

describe('pages that are scans', () => {
  it('are those of a picture with no text, or no more than a page number', async () => {
    const number = { text: '- 3 -', x: 290, y: 30, size: 9 };
    expect(await scansOf(makePdf([prose, [], [number], []], ['', scanned, scanned, '']))).toEqual([2, 3]);
  });

  it('are those whose font maps no glyph to Unicode', async () => {
    const garbled = setLines('\u0021\u0142\u0377\u0b21'.repeat(20), 36, 740).map((line) => ({
      ...line,
      font: 'F2' as const,
    }));
    expect(await scansOf(makePdf([prose, garbled]))).toEqual([2]);
  });

  it('are not those with a figure, a seal, a background, or nothing on them', async () => {
    const signed = [{ text: '2021年3月5日', x: 400, y: 300 }];
    const file = makePdf(
      [prose, prose, signed, []],
      [picture(100, 100, 300, 300), scanned, picture(400, 280, 119, 119), '10 10 m 500 10 l S'],
    );
    expect(await scansOf(file)).toBeUndefined();
  });

  it('are told by what is shown and by what can be read', () => {
    const page = { unmapped: 0, pictures: 0, curves: 0 };
    const text = sentence;
    expect(needsOcr({ ...page, text: '' })).toBe(false);
    expect(needsOcr({ ...page, text: '', curves: 2000 })).toBe(true);
    expect(needsOcr({ ...page, text, pictures: 1, curves: 9000 })).toBe(false);
    expect(needsOcr({ ...page, text: `${text}${'\ufffd'.repeat(20)}` })).toBe(true);
    expect(needsOcr({ ...page, text: `${text}${'\ufffd'.repeat(3)}` })).toBe(false);
    expect(needsOcr({ ...page, text: `${text}${'\ue123'.repeat(20)}` })).toBe(true);
    expect(needsOcr({ ...page, text: `${text}${'\uf0a8'.repeat(20)}` })).toBe(false);
    expect(needsOcr({ ...page, text: '\uf0a8'.repeat(40) })).toBe(true);
    expect(needsOcr({ ...page, text: '本页由扫描软件制作，仅供内部学习参考使用', pictures: 0.95 })).toBe(true);
  });

  it('are read by OCR in the same way as text, and marked with its confidence', async () => {
    const file = makePdf([prose, []], ['', scanned]);
    const lines = [sentence.slice(0, 34), sentence.slice(34), '临澜市教育局'];
    const { blocks, scans } = await readPdf(file, limits, [recognised(2, [lines[0]!, lines[1]!, lines[2]!])]);
    expect(scans).toBeUndefined();
    expect(shortly(blocks).slice(1)).toEqual([`p ${lines[0]}${lines[1]}`, `p ${lines[2]}`]);
    expect(blocks.map(({ page, ocr }) => [page, ocr && Math.round(ocr * 100)])).toEqual([
      [1, undefined],
      [2, 90],
      [2, 90],
    ]);
  });

  it('are not asked for again when OCR found nothing, and keep their own text when that says more', async () => {
    const number = { text: '第3页 仅供参考', x: 290, y: 300, size: 9 };
    const file = makePdf([prose, [number]], ['', scanned]);
    const { blocks, scans } = await readPdf(file, limits, [recognised(2, [])]);
    expect(scans).toBeUndefined();
    expect(shortly(blocks).at(-1)).toBe('p 第3页 仅供参考');
  });
});

describe('a damaged pdf', () => {
  const broken = (file: Buffer, page: number): Buffer => {
    const text = file.toString('latin1');
    const start = text.indexOf('obj\n', text.indexOf(`\n${11 + 2 * (page - 1)} 0 obj`)) + 4;
    const end = text.indexOf('\nendobj', start);
    return Buffer.from(text.slice(0, start) + '42'.padEnd(end - start) + text.slice(end), 'latin1');
  };
  const pages = ['第一页的文字', '第二页的文字', '第三页的文字'].map((text) => [{ text, x: 72, y: 700 }]);

  it('is read but for the pages that cannot be, which are named', async () => {
    const { blocks, unread, pages: count } = await readPdf(broken(makePdf(pages), 3), limits);
    expect(shortly(blocks)).toEqual(['p 第一页的文字第二页的文字']);
    expect([unread, count]).toEqual([[{ reason: 'page', page: 3 }], 3]);
  });

  it('fails only when no page can be read', async () => {
    const file = [1, 2, 3].reduce(broken, makePdf(pages));
    expect(await failureCode(() => readPdf(file, limits))).toBe('DAMAGED');
  });

  it('may state more pages than it has', async () => {
    const file = Buffer.from(makePdf(pages).toString('latin1').replace('/Count 3', '/Count 999999'), 'latin1');
    expect(shortly((await readPdf(file, limits)).blocks)).toEqual(['p 第一页的文字第二页的文字第三页的文字']);
  });
});
