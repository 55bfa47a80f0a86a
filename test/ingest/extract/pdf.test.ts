import { readPdf } from '../../../ingest/extract/pdf.js';
import { failureCode, shortly } from './support/failure-code.js';
import { makePdf, setLines } from './support/make-pdf.js';

const limits = { maxTextChars: 1_000_000 };
const sentence =
  '各区县教育行政部门要把义务教育阶段学校招生入学工作摆在突出位置，加强统筹协调，规范工作程序，确保适龄儿童少年依法入学，切实保障教育公平';

describe('readPdf', () => {
  it('reads Chinese in fonts that are not embedded', async () => {
    const { blocks, pages } = await readPdf(makePdf([[{ text: '临江市教育局', x: 72, y: 700 }]]), limits);
    expect(shortly(blocks)).toEqual(['p 临江市教育局']);
    expect(pages).toBe(1);
  });

  it('joins the lines of a paragraph and keeps paragraphs apart by their indents', async () => {
    const first = `${sentence}${sentence}。`;
    const second = `${sentence}。`;
    const lines = setLines(first, 36, 740);
    const { blocks } = await readPdf(makePdf([[...lines, ...setLines(second, 36, 740 - 20 * lines.length)]]), limits);
    expect(shortly(blocks)).toEqual([`p ${first}`, `p ${second}`]);
  });

  it('joins a paragraph over the end of a page, with page numbers and running headers set apart', async () => {
    const text = `${sentence}${sentence}${sentence}。`;
    const lines = setLines(text, 36, 740);
    const page = (number: number, content: readonly (typeof lines)[number][]) => [
      { text: '临江市教育局文件', x: 72, y: 810, size: 9 },
      ...content,
      { text: `- ${number} -`, x: 290, y: 30, size: 9 },
    ];
    const { blocks } = await readPdf(
      makePdf([
        page(1, lines.slice(0, 3)),
        page(
          2,
          lines.slice(3).map((line, i) => ({ ...line, y: 740 - 20 * i })),
        ),
      ]),
      limits,
    );
    expect(shortly(blocks)).toEqual([
      'footer p 临江市教育局文件',
      `p ${text}`,
      'footer p - 1 -',
      'footer p 临江市教育局文件',
      'footer p - 2 -',
    ]);
    expect(blocks.map((block) => block.page)).toEqual([1, 1, 1, 2, 2]);
  });

  it('takes large type for a heading, over two lines too', async () => {
    const { blocks } = await readPdf(
      makePdf([
        [
          { text: '临江市教育局关于做好', x: 150, y: 780, size: 22 },
          { text: '招生入学工作的通知', x: 160, y: 750, size: 22 },
          ...setLines(`${sentence}。`, 36, 700),
        ],
      ]),
      limits,
    );
    expect(shortly(blocks)).toEqual(['h1 临江市教育局关于做好招生入学工作的通知', `p ${sentence}。`]);
  });

  it('reads two columns one after the other', async () => {
    const column = (text: string, x: number) =>
      Array.from({ length: 8 }, (_, i) => ({ text: text.slice(i * 17, i * 17 + 17), x, y: 700 - 20 * i }));
    const left = sentence.repeat(3).slice(0, 136);
    const right = `右${sentence.repeat(3)}`.slice(0, 136);
    const rows = column(left, 72).flatMap((line, i) => [line, column(right, 310)[i] ?? line]);
    const { blocks } = await readPdf(makePdf([rows]), limits);
    expect(shortly(blocks).join('').replace(/p /g, '')).toBe(left + right);
  });

  it('reads text that is drawn twice to look bold once, and radicals as characters', async () => {
    const { blocks } = await readPdf(
      makePdf([
        [
          { text: '加⼒推进', x: 72, y: 700 },
          { text: '加⼒推进', x: 72.4, y: 700 },
        ],
      ]),
      limits,
    );
    expect(shortly(blocks)).toEqual(['p 加力推进']);
  });

  it('keeps signature and date on the right apart', async () => {
    const { blocks } = await readPdf(
      makePdf([
        [
          ...setLines(`${sentence}${sentence}。`, 36, 740),
          { text: '临江市教育局', x: 432, y: 600 },
          { text: '二〇二一年三月五日', x: 396, y: 580 },
        ],
      ]),
      limits,
    );
    expect(shortly(blocks).slice(1)).toEqual(['p 临江市教育局', 'p 二〇二一年三月五日']);
  });

  it('says when there is no text, too much of it, or no PDF', async () => {
    expect(await failureCode(() => readPdf(makePdf([[], []]), limits))).toBe('NO_TEXT');
    const file = makePdf([[{ text: sentence, x: 20, y: 700 }]]);
    expect(await failureCode(() => readPdf(file, { maxTextChars: 10 }))).toBe('TEXT_TOO_LONG');
    expect(await failureCode(() => readPdf(Buffer.from('%PDF-1.4 nothing more'), limits))).toBe('DAMAGED');
  });
});
