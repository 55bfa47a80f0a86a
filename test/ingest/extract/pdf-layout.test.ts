import fc from 'fast-check';
import { linesOf } from '../../../ingest/extract/pdf/lines.js';
import { blocksOf } from '../../../ingest/extract/pdf/paragraphs.js';
import { segmentsOf } from '../../../ingest/extract/pdf/segments.js';
import { tablesOf } from '../../../ingest/extract/pdf/tables.js';
import { readPdf } from '../../../ingest/extract/pdf.js';
import { shortly } from './support/failure-code.js';
import { makePdf, type PdfText, ruled, setLines } from './support/make-pdf.js';

const limits = { maxTextChars: 1_000_000 };
const sentence =
  '各县区教育行政部门要把义务教育阶段学校招生入学工作摆在突出位置，加强统筹协调，规范工作程序，确保适龄儿童少年依法入学，切实保障教育公平';
const blocksIn = async (...file: Parameters<typeof makePdf>) => (await readPdf(makePdf(...file), limits)).blocks;

/** Cells at the edges of columns and rows, in 12 points. */
const cellTexts = (rows: readonly (readonly string[])[], xs: readonly number[], ys: readonly number[]): PdfText[] =>
  rows.flatMap((row, r) => row.map((text, c) => ({ text, x: (xs[c] ?? 0) + 4, y: (ys[r + 1] ?? 0) + 6 })));

describe('tables in a pdf', () => {
  const xs = [72, 200, 300, 400];
  const rows = [
    ['学校', '班数', '人数'],
    ['望湖小学', '4', '180'],
    ['青石小学', '6', '270'],
  ];

  it('are rows, in their place between paragraphs', async () => {
    const ys = [700, 680, 660, 640];
    const before = { text: '招生计划如下：', x: 96, y: 740 };
    const after = { text: '以上计划不得突破。', x: 96, y: 600 };
    const file = [[after, before, ...cellTexts(rows, xs, ys)]];
    expect(shortly(await blocksIn(file, [ruled(xs, ys)]))).toEqual([
      'p 招生计划如下：',
      'th 学校|班数|人数 / 望湖小学|4|180 / 青石小学|6|270',
      'p 以上计划不得突破。',
    ]);
  });

  it('go on over the end of a page, the header that is repeated there set apart', async () => {
    const [first, second] = [
      [300, 280, 260, 240],
      [780, 760, 740],
    ];
    const more = [
      ['学校', '班数', '人数'],
      ['江畔小学', '2', '90'],
    ];
    const pages = [cellTexts(rows, xs, first), cellTexts(more, xs, second)];
    const blocks = await blocksIn(pages, [ruled(xs, first), ruled(xs, second)]);
    expect(shortly(blocks)).toEqual([
      'th 学校|班数|人数 / 望湖小学|4|180 / 青石小学|6|270 / 江畔小学|2|90',
      'footer p 学校班数人数',
    ]);
  });

  it('hold lines joined within a cell, and cells over several rows or columns once', async () => {
    const ys = [700, 660, 640, 620];
    const lines = [
      `72 700 m 400 700 l 400 620 l 72 620 l 72 700 l S`,
      '200 700 m 200 620 l S 300 660 m 300 620 l S',
      '72 660 m 400 660 l S 200 640 m 400 640 l S',
    ].join('\n');
    const texts = [
      { text: '学校', x: 76, y: 680 },
      { text: '招生计划（班数在前，', x: 204, y: 686 },
      { text: '人数在后）', x: 204, y: 670 },
      { text: '望湖小学', x: 76, y: 640 },
      ...cellTexts(
        rows.slice(1).map((row) => row.slice(1)),
        xs.slice(1),
        ys.slice(1),
      ),
    ];
    expect(shortly(await blocksIn([texts], [lines]))).toEqual([
      'th 学校|招生计划（班数在前，人数在后） / 望湖小学|4|180 / |6|270',
    ]);
  });

  it('are none where lines frame the text or underline it', async () => {
    const text = setLines(`${sentence}。`, 36, 700);
    const frame = ruled([60, 520], [720, 600]);
    expect(shortly(await blocksIn([text], [`${frame}\n72 695 m 300 695 l S`]))).toEqual([`p ${sentence}。`]);
  });

  it('lose no character, whatever lines are drawn', () => {
    const place = fc.integer({ min: 0, max: 40 });
    const rule = fc.record({ horizontal: fc.boolean(), at: place, from: place, length: place });
    const piece = fc.record({ x: place, y: place, length: fc.integer({ min: 1, max: 12 }), spaced: fc.boolean() });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 40 }), fc.array(piece, { maxLength: 60 }), (rules, places) => {
        // No two pieces hold the same character: what is drawn twice in one place counts once.
        let next = 0x4e00;
        const pieces = places.map(({ x, y, length, spaced }) => {
          const text = Array.from({ length }, () => String.fromCharCode(next++)).join(spaced ? ' ' : '');
          return { text, x: 12 * x, y: 12 * y, width: 12 * length, size: 12 };
        });
        const drawn = rules.map(({ length, ...one }) => ({
          ...one,
          at: 12 * one.at,
          from: 12 * one.from,
          to: 12 * (one.from + length),
        }));
        const { tables, rest } = tablesOf(drawn, pieces);
        const blocks = blocksOf(linesOf([...segmentsOf(rest), ...tables], 1), new Set());
        const out = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [block.text])).join('');
        const characters = (text: string): string[] => [...text.replace(/\s/g, '')].sort();
        expect(characters(out)).toEqual(characters(pieces.map(({ text }) => text).join('')));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the order of a pdf page', () => {
  const column = (text: string, x: number, width: number, top = 700): PdfText[] =>
    Array.from({ length: 8 }, (_, i) => ({ text: text.slice(i * width, (i + 1) * width), x, y: top - 20 * i }));
  const interleaved = (columns: readonly PdfText[][]): PdfText[] =>
    Array.from({ length: 8 }, (_, i) => columns.flatMap((one) => one[i] ?? [])).flat();
  const long = sentence.repeat(3);

  it('is column after column, of three as well, below a title over all of them', async () => {
    const texts = ['甲', '乙', '丙'].map((mark) => `${mark}${long}`.slice(0, 88));
    const columns = texts.map((text, i) => column(text, 60 + 165 * i, 11));
    const title = { text: '临澜市教育简报', x: 200, y: 760, size: 22 };
    const blocks = shortly(await blocksIn([[title, ...interleaved(columns)]]));
    expect(blocks[0]).toBe('h1 临澜市教育简报');
    expect(blocks.slice(1).join('').replace(/p /g, '')).toBe(texts.join(''));
  });

  it('runs downwards and from right to left in vertical writing', async () => {
    const lines = [long.slice(0, 30), long.slice(30, 60), long.slice(60, 70)];
    const texts = lines.map((text, i) => ({ text, x: 500 - 20 * i, y: 780, font: 'F3' as const })).reverse();
    expect(shortly(await blocksIn([texts]))).toEqual([`p ${lines.join('')}`]);
  });

  it('leaves running headers with changing chapters, and footnotes, out of a sentence that goes on overleaf', async () => {
    const text = Array.from({ length: 8 * 144 - 2 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    const lines = setLines(text, 36, 760);
    const page = (number: number): PdfText[] => [
      { text: number < 5 ? '第一章 总则' : '第二章 招生', x: 250, y: 810, size: 9 },
      ...lines.slice(4 * number - 4, 4 * number).map((line, i) => ({ ...line, y: 760 - 20 * i })),
      ...(number === 2 ? [{ text: '① 指望湖区、江畔区。', x: 72, y: 90, size: 8 }] : []),
      { text: String(number), x: 290, y: 40, size: 9 },
    ];
    const blocks = await blocksIn([1, 2, 3, 4, 5, 6, 7, 8].map(page));
    const kept = blocks.flatMap((block) => (block.kind === 'table' || block.hint ? [] : [block.text]));
    expect(kept).toEqual([text, '① 指望湖区、江畔区。']);
    expect(blocks.filter((block) => block.kind !== 'table' && block.hint === 'footer')).toHaveLength(16);
  });
});
