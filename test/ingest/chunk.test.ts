// The contract's terms for passages, frozen on documents of 临江, a city that is made up.
import type { Block, Chunk, Extracted } from '../../ingest/blocks.js';
import { chunk, tokenBound } from '../../ingest/chunk.js';
import { clean } from '../../ingest/clean.js';
import { structure } from '../../ingest/structure.js';

const paragraphs = (text: string): Block[] =>
  text
    .trim()
    .split('\n')
    .map((line) => ({ kind: 'paragraph', text: line.trim() }));
function passages(blocks: readonly Block[]): (Chunk & { readonly words: string })[] {
  const extracted: Extracted = {
    format: 'docx',
    blocks,
    pages: null,
    encoding: null,
    declaredTitle: null,
    declared: {},
  };
  const structured = structure(clean(extracted));
  return chunk(structured).map((part) => ({ ...part, words: structured.text.slice(part.start, part.end) }));
}
const wordsOf = (text: string): string[] => passages(paragraphs(text)).map(({ words }) => words);
/** Text of a made-up provision of exactly so many characters, in sentences. */
const provision = (length: number): string => `${'学校应当保障学生安全。'.repeat(100).slice(0, length - 1)}。`;

describe('条', () => {
  it('is one passage each, with its paragraphs and items, never merged with the next', () => {
    expect(
      wordsOf(`
        临江市校车管理条例
        2021年3月4日临江市人民代表大会常务委员会通过
        第一章 总则
        第一条 为了保障安全，制定本条例。
        第二条 校车应当具备下列条件：
        （一）检验合格；
        （二）配备逃生锤。
        前款规定自登记之日起适用。
        第二章 附则
        第三条 本条例自公布之日起施行。`),
    ).toEqual([
      '临江市校车管理条例\n2021年3月4日临江市人民代表大会常务委员会通过',
      '第一章 总则\n第一条 为了保障安全，制定本条例。',
      '第二条 校车应当具备下列条件：\n（一）检验合格；\n（二）配备逃生锤。\n前款规定自登记之日起适用。',
      '第二章 附则\n第三条 本条例自公布之日起施行。',
    ]);
  });

  it('holds its tables', () => {
    const blocks: Block[] = [
      ...paragraphs('临江市奖学金条例\n第一条 奖学金标准如下：'),
      {
        kind: 'table',
        header: true,
        rows: [
          ['等级', '金额'],
          ['一等', '3000元'],
        ],
      },
      ...paragraphs('第二条 本条例由市教育局解释。'),
    ];
    expect(passages(blocks).map(({ words }) => words)).toEqual([
      '临江市奖学金条例\n第一条 奖学金标准如下：\n等级 | 金额\n一等 | 3000元',
      '第二条 本条例由市教育局解释。',
    ]);
  });

  it('is whole up to 450 characters, even where its chapter heading no longer fits in with it', () => {
    const article = `第一条 ${provision(446)}`;
    expect(article).toHaveLength(450);
    expect(wordsOf(`临江市校车条例\n第一章 总则\n${article}\n第二条 ${provision(60)}`)).toEqual([
      '临江市校车条例\n第一章 总则',
      article,
      `第二条 ${provision(60)}`,
    ]);
  });

  it('is split beyond 450 characters between paragraphs, the later parts named after it', () => {
    const parts = passages(
      paragraphs(`临江市校车条例\n第一章 总则\n第一条（职责）${provision(200)}\n${provision(150)}\n${provision(180)}`),
    );
    expect(parts.map(({ words }) => words)).toEqual([
      `临江市校车条例\n第一章 总则\n第一条（职责）${provision(200)}`,
      `${provision(150)}\n${provision(180)}`,
    ]);
    expect(parts.map(({ heading }) => heading)).toEqual([['第一章 总则'], ['第一章 总则', '第一条 职责']]);
  });

  it('is split after sentences where one paragraph is too long, and after clauses where one sentence is', () => {
    for (const part of wordsOf(`临江市校车条例\n第一条 ${provision(1000)}`)) expect(part.endsWith('。')).toBe(true);
    const clauses = `第一条 ${'学校应当建立台账，'.repeat(80)}逐级上报。`;
    for (const part of wordsOf(`临江市校车条例\n${clauses}`)) expect(part).toMatch(/[，。]$/u);
  });
});

describe('elsewhere', () => {
  const sentence = '各县区教育局要加强组织领导，健全工作机制。';

  it('packs what stands under one heading', () => {
    const parts = passages(
      paragraphs(
        `临江市教育局工作要点\n一、抓党建\n${sentence}\n${sentence}\n二、抓质量\n${`${sentence.repeat(6)}\n`.repeat(5)}`,
      ),
    );
    expect(parts.map(({ words, heading }) => [words, heading])).toEqual([
      [`临江市教育局工作要点\n一、抓党建\n${sentence}\n${sentence}`, ['一、抓党建']],
      [['二、抓质量', sentence.repeat(6), sentence.repeat(6)].join('\n'), ['二、抓质量']],
      [Array.from({ length: 3 }, () => sentence.repeat(6)).join('\n'), ['二、抓质量']],
    ]);
  });

  it('packs small sections of one heading together, under what they share', () => {
    const small = ['（一）抓学习。', '（二）抓组织。', '（三）抓纪律。'].map((head) => head + sentence.repeat(2));
    const parts = passages(
      paragraphs(`工作要点通知\n一、抓党建\n${small.join('\n')}\n二、抓质量\n${sentence.repeat(15)}`),
    );
    expect(parts[0]).toMatchObject({
      words: `工作要点通知\n一、抓党建\n${small.join('\n')}`,
      heading: ['一、抓党建'],
    });
  });

  it('does not cut a paragraph that fits, and leaves no small tail', () => {
    const long = sentence.repeat(15);
    const words = wordsOf(`临江市教育局工作总结\n${long}\n${long}\n${sentence}`);
    expect(words).toEqual([`临江市教育局工作总结\n${long}`, `${long}\n${sentence}`]);
  });

  it('gives a heading with nothing under it to the next, or a passage of its own', () => {
    expect(
      wordsOf(`临江市校车条例\n第一章 总则\n第二章 职责\n第一条 ${sentence}\n第二条 ${sentence}\n第三章 附则`),
    ).toEqual([`临江市校车条例\n第一章 总则\n第二章 职责\n第一条 ${sentence}`, `第二条 ${sentence}`, '第三章 附则']);
  });

  it('gives rows that are cut off from it their table’s header', () => {
    const rows = [['学校', '学位'], ...Array.from({ length: 60 }, (_, i) => [`临江市第${i + 1}小学`, `${i * 45}个`])];
    const parts = passages([{ kind: 'table', header: true, rows }]);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts[0]?.tableHeader).toBeNull();
    expect(parts.slice(1).every(({ tableHeader }) => tableHeader === '学校 | 学位')).toBe(true);
  });

  it('says on which page a passage starts', () => {
    const blocks = [1, 2].map((page): Block => ({ kind: 'paragraph', text: sentence.repeat(18), page }));
    expect(passages(blocks).map(({ page }) => page)).toEqual([1, 2]);
  });

  it('trims headings to 40 characters, never inside a character', () => {
    const heading = `${'临'.repeat(39)}𠮷𠮷`;
    const parts = passages([
      { kind: 'heading', level: 1, text: '临江市教育局工作要点' },
      { kind: 'heading', level: 2, text: heading },
      { kind: 'paragraph', text: sentence },
    ]);
    expect(parts[0]?.heading).toEqual(['临'.repeat(39)]);
  });
});

describe('the bound of tokens', () => {
  it('counts characters that are not white space, decomposed', () => {
    expect(tokenBound('临江 市')).toBe(3);
    expect(tokenBound('é한𠮷')).toBe(2 + 3 + 1);
  });

  it('keeps passages of decomposing letters below the limit too', () => {
    const parts = passages([{ kind: 'paragraph', text: '한국어 '.repeat(300) }]);
    for (const { words } of parts) expect(tokenBound(words)).toBeLessThanOrEqual(450);
  });
});
