// What holds for any document on its way through clean, structure and chunk.
import fc from 'fast-check';
import type { Block, Extracted } from '../../ingest/blocks.js';
import { chunk, tokenBound } from '../../ingest/chunk.js';
import { clean } from '../../ingest/clean.js';
import { structure } from '../../ingest/structure.js';

const words = fc.constantFrom(
  '学校应当保障学生安全',
  '临江市',
  '第三条规定',
  '到2025年毛入园率达到91%',
  '首页',
  '打印',
  '临江学习网 ',
  '𠮷😀',
  'é한',
  ' ',
  '　',
  '\u200b',
  'ICP备12345678号',
  '1、',
  '（一）',
  '《临江市校车条例》',
  'school bus',
);
const text = fc
  .array(fc.tuple(words, fc.constantFrom('', '。', '，', '；', '、', ' ')), { maxLength: 120 })
  .map((parts) => parts.flat().join(''));
const numeral = fc.integer({ min: 1, max: 12 });
const line = fc.oneof(
  text,
  fc.tuple(numeral, text).map(([n, rest]) => `第${n}条 ${rest}`),
  fc.tuple(numeral, text).map(([n, rest]) => `第${n}条${rest}`),
  numeral.map((n) => `第${n}章 总则`),
  fc.tuple(fc.constantFrom('一', '二', '三'), text).map(([n, rest]) => `${n}、${rest}`),
  fc.constantFrom(
    '临江市校车管理办法',
    '关于印发《临江市校车',
    '附件1',
    '目录',
    '相关阅读',
    '版权所有',
    '- 3 -',
    '总则',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const page = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const hint = fc.option(fc.constantFrom('navigation' as const, 'footer' as const, 'links' as const), { nil: undefined });
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('paragraph' as const), text: line, page, hint }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('heading' as const),
      level: fc.integer({ min: 1, max: 6 }),
      text: line,
      page,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('table' as const),
      rows: fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 6 }),
      header: fc.boolean(),
      page,
    }),
  },
) as fc.Arbitrary<Block>; // `undefined` stands for an absent property here
const extracted: fc.Arbitrary<Extracted> = fc.record({
  format: fc.constantFrom('txt' as const, 'html' as const, 'pdf' as const),
  blocks: fc.array(block, { maxLength: 30 }),
  pages: fc.constant(null),
  encoding: fc.constant(null),
  declaredTitle: fc.constant(null),
  declared: fc.constant({}),
});
const holds = (property: (file: Extracted) => void): void =>
  fc.assert(fc.property(extracted, property), { numRuns: 150 });

/** Characters that say something, sorted; the separator of cells and invisible characters left out. */
const characters = (...texts: string[]): string =>
  [...texts.join('')]
    .filter((character) => !/[\s\p{Cc}\p{Cf}|]/u.test(character))
    .sort()
    .join('');

describe('any document', () => {
  it('loses nothing in cleaning and structuring: what is not kept is in removed', () => {
    holds((file) => {
      const structured = structure(clean(file));
      const before = file.blocks.map((part) => (part.kind === 'table' ? part.rows.flat().join('') : part.text));
      expect(characters(structured.text, ...structured.removed.map((part) => part.text))).toBe(characters(...before));
    });
  });

  it('has lines that are its text, in order, without line breaks in them', () => {
    holds((file) => {
      const structured = structure(clean(file));
      const lines = structured.lines.map(({ start, end }) => structured.text.slice(start, end));
      expect(lines.join('\n')).toBe(structured.text);
      expect(lines.some((words) => words.includes('\n'))).toBe(false);
      const starts = new Set(structured.lines.map(({ start }) => start));
      expect(structured.outline.every(({ start }) => starts.has(start))).toBe(true);
      expect(structured.removed.every(({ at }) => at >= 0 && at <= structured.text.length)).toBe(true);
    });
  });

  it('has passages that hold all of it but white space, in order, within the limits', () => {
    holds((file) => {
      const structured = structure(clean(file));
      let last = 0;
      let between = '';
      for (const { start, end, heading } of chunk(structured)) {
        const passage = structured.text.slice(start, end);
        between += structured.text.slice(last, start);
        last = end;
        expect(passage).toBe(passage.trim());
        expect(passage.length).toBeLessThanOrEqual(450);
        expect(tokenBound(passage)).toBeLessThanOrEqual(450);
        expect(passage.isWellFormed()).toBe(structured.text.isWellFormed());
        expect(heading.every((label) => label.length <= 40)).toBe(true);
      }
      expect((between + structured.text.slice(last)).trim()).toBe('');
    });
  });

  it('never has two 条 in one passage, nor one 条 in two where it fits', () => {
    holds((file) => {
      const structured = structure(clean(file));
      const passages = chunk(structured);
      const { lines } = structured;
      lines.forEach((opening, at) => {
        if (opening.kind !== 'article') return;
        const next = lines.findIndex(({ kind }, i) => i > at && kind !== 'paragraph' && kind !== 'row');
        const end = lines[(next < 0 ? lines.length : next) - 1]?.end ?? opening.end;
        const holding = passages.filter((passage) => passage.start < end && passage.end > opening.start);
        const article = structured.text.slice(opening.start, end);
        if (Math.max(article.length, tokenBound(article)) <= 400) expect(holding).toHaveLength(1);
      });
      for (const { start, end } of passages) {
        const opened = lines.filter((entry) => entry.kind === 'article' && entry.start >= start && entry.start < end);
        expect(opened.length).toBeLessThanOrEqual(1);
      }
    });
  });

  it('gives the same result twice', () => {
    holds((file) => {
      expect(chunk(structure(clean(file)))).toEqual(chunk(structure(clean(file))));
    });
  });
});

describe('hostile text', () => {
  it.each([
    ['one line without a break', '学'.repeat(300_000)],
    ['white space', `${' '.repeat(200_000)}x${'　'.repeat(200_000)}`],
    ['openings of comments', '<!--'.repeat(50_000)],
    ['run-together 条', '。第一条　'.repeat(50_000)],
    ['chapters', '第一章 第一条 '.repeat(50_000)],
    ['addresses', 'ab.'.repeat(100_000)],
    ['steps of a trail', '首页>'.repeat(50_000)],
    ['combining marks', `e${'\u0301'.repeat(100_000)}`],
    ['lone surrogates', '\ud800'.repeat(1000)],
  ])('%s takes no more than a few seconds', (_, hostile) => {
    const started = performance.now();
    const file: Extracted = {
      format: 'txt',
      blocks: [{ kind: 'paragraph', text: hostile }],
      pages: null,
      encoding: null,
      declaredTitle: null,
      declared: {},
    };
    chunk(structure(clean(file)));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
