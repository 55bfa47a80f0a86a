// Scenes of automatic numbering: what a file says, and what Word shows for it, written by hand.
import {
  definition,
  inStyle,
  instance,
  insteadOf,
  paragraph,
  reference,
  startAt,
  style,
  text,
  type WordParts,
} from './numbering-docx.js';
import { formatTruths, written } from './numbering-formats.js';

export interface Scene extends WordParts {
  readonly name: string;
  /** the lines that a reader sees, in order */
  readonly shown: readonly string[];
}

/** A scene of paragraphs, each with what is seen of it; an empty string: nothing of it is seen. */
function scene(
  name: string,
  numbering: string,
  lines: readonly (readonly [xml: string, shown: string])[],
  styles = '',
): Scene {
  return {
    name,
    numbering,
    styles,
    body: lines.map(([xml]) => xml).join(''),
    shown: lines.map(([, shown]) => shown).filter(Boolean),
  };
}
/** A paragraph with a number of its own. */
const item = (numId: number, at: number, shown: string, words = '款项'): readonly [string, string] => [
  paragraph(reference(numId, at), text(words)),
  `${shown}${words}`,
];
const styled = (id: string, shown: string, more = ''): readonly [string, string] => [
  paragraph(inStyle(id) + more, text('款项')),
  `${shown}款项`,
];
const counting = 'chineseCountingThousand';
const nothing = '<w:suff w:val="nothing"/>';

/** Every format, each number by its own start, in the frames that documents use. */
const frames = ['第%1条', '第%1章', '%1、', '（%1）', '%1.', '%1'];
const formatScenes = formatTruths.map(({ format, values }) =>
  scene(
    format,
    frames.map((frame, i) => definition(i, [{ format, text: frame }])).join('') +
      values.map(([n], i) => instance(i + 1, i % frames.length, startAt(0, n))).join(''),
    values.map(([, sign], i) => {
      const frame = frames[i % frames.length] ?? '';
      return item(i + 1, 0, frame.replace('%1', sign) + (/[、）]$/.test(frame) ? '' : ' '));
    }),
  ),
);

const official = definition(0, [
  { format: counting, text: '第%1章' },
  { format: counting, text: '第%2条', more: '<w:lvlRestart w:val="0"/>' },
  { format: 'chineseCounting', text: '（%3）' },
  { format: 'decimal', text: '%4.' },
  { format: 'decimalEnclosedCircleChinese', text: '%5', more: nothing },
]);

/** 第一章 … with 条 counting through, 款 anew under each. */
function law(): Scene {
  const lines: (readonly [string, string])[] = [];
  let article = 0;
  for (let chapter = 0; chapter < 5; chapter++) {
    lines.push(item(1, 0, `第${written[chapter]}章 `));
    for (let i = 0; i < 5; i++) {
      lines.push(item(1, 1, `第${written[article++]}条 `));
      for (let j = 0; j < i; j++) lines.push(item(1, 2, `（${written[j]}）`));
      if (i === 4)
        lines.push(item(1, 3, '1. '), item(1, 3, '2. '), item(1, 4, '①'), item(1, 4, '②'), item(1, 3, '3. '));
    }
  }
  return scene('law', official + instance(1, 0), lines);
}

const figures = definition(0, [
  { format: counting, text: '%1、' },
  { format: 'decimal', text: '%1.%2', more: '<w:isLgl/>' },
  { format: 'lowerLetter', text: '%3)' },
  { format: 'upperRoman', text: '%1-%2-%4', more: '<w:isLgl/>' },
]);

const scenes: readonly Scene[] = [
  law(),
  scene('legal', figures + instance(1, 0), [
    item(1, 0, '一、'),
    item(1, 1, '1.1 '),
    item(1, 1, '1.2 '),
    item(1, 2, 'a) '),
    item(1, 2, 'b) '),
    item(1, 3, '1-2-1 '),
    item(1, 1, '1.3 '),
    item(1, 2, 'a) '),
    item(1, 0, '二、'),
    item(1, 1, '2.1 '),
    item(1, 3, '2-1-1 '),
  ]),
  scene(
    'several lists of one definition count on',
    figures + instance(1, 0) + instance(2, 0) + instance(3, 0, startAt(0, 1)),
    [
      item(1, 0, '一、'),
      item(2, 0, '二、'),
      item(1, 0, '三、'),
      item(3, 0, '一、'),
      item(3, 0, '二、'),
      item(1, 0, '三、'),
      item(3, 0, '四、'),
    ],
  ),
  scene('a start overridden on two levels', figures + instance(1, 0) + instance(2, 0, startAt(0, 5) + startAt(1, 3)), [
    item(1, 0, '一、'),
    item(1, 1, '1.1 '),
    item(2, 0, '五、'),
    item(2, 1, '5.3 '),
    item(2, 1, '5.4 '),
    item(2, 0, '六、'),
    item(2, 1, '6.3 '),
  ]),
  scene(
    'a level overridden',
    figures + instance(1, 0) + instance(2, 0, insteadOf(0, { format: 'ideographTraditional', text: '%1．' })),
    [item(1, 0, '一、'), item(2, 0, '乙．'), item(1, 0, '三、'), item(2, 0, '丁．')],
  ),
  scene(
    'a level that begins anew after a level further up',
    definition(0, [
      { format: counting, text: '第%1编' },
      { format: counting, text: '第%2章' },
      { format: counting, text: '第%3节', more: '<w:lvlRestart w:val="1"/>' },
    ]) + instance(1, 0),
    [
      item(1, 0, '第一编 '),
      item(1, 1, '第一章 '),
      item(1, 2, '第一节 '),
      item(1, 1, '第二章 '),
      item(1, 2, '第二节 '),
      item(1, 0, '第二编 '),
      item(1, 1, '第一章 '),
      item(1, 2, '第一节 '),
    ],
  ),
  scene(
    'from styles',
    definition(0, [
      { format: counting, text: '第%1章', more: '<w:pStyle w:val="Chapter"/>' },
      { format: counting, text: '第%2条', more: `<w:pStyle w:val="Article"/><w:lvlRestart w:val="0"/>` },
      { format: counting, text: '（%3）' },
    ]) +
      instance(1, 0) +
      definition(1, [{ format: 'bullet', text: '\uf0b7' }]) +
      instance(2, 1),
    [
      styled('Chapter', '第一章 '),
      styled('Article', '第一条 '),
      styled('ArticleBold', '第二条 '),
      styled('Article', '', reference(0)),
      styled('ArticleOff', ''),
      styled('Clause', '（一）'),
      styled('ArticleDeep', '（二）'),
      styled('Chapter', '第二章 '),
      styled('Article', '第三条 '),
      styled('Article', '• ', reference(2, 0)),
      styled('Article', '（一）', '<w:numPr><w:ilvl w:val="2"/></w:numPr>'),
      styled('ArticleBold', '第四条 '),
    ],
    style('Chapter', reference(1)) +
      style('Article', reference(1, 1)) +
      style('ArticleBold', '', 'Article') +
      style('ArticleOff', reference(0), 'Article') +
      style('ArticleDeep', '<w:numPr><w:ilvl w:val="2"/></w:numPr>', 'Base') +
      style('Base', reference(1)) +
      style('Clause', reference(1, 2)),
  ),
  scene(
    'through a numbering style',
    definition(0, [], '<w:numStyleLink w:val="Official"/>') +
      definition(
        1,
        [
          { format: counting, text: '%1、' },
          { format: 'decimal', text: '%2)' },
        ],
        '<w:styleLink w:val="Official"/>',
      ) +
      instance(1, 0) +
      instance(2, 1),
    [item(1, 0, '一、'), item(1, 1, '1) '), item(2, 0, '二、'), item(1, 0, '三、')],
    style('Official', reference(2), '', 'numbering'),
  ),
  scene('deleted paragraphs do not count', official + instance(1, 0), [
    item(1, 1, '第一条 '),
    [
      paragraph(
        `${reference(1, 1)}<w:rPr><w:del w:id="1"/></w:rPr>`,
        '<w:del w:id="2"><w:r><w:delText>删去的条</w:delText></w:r></w:del>',
      ),
      '',
    ],
    item(1, 1, '第二条 '),
    [
      paragraph(
        reference(1, 1),
        `<w:ins w:id="3">${text('新增的')}</w:ins><w:del w:id="4"><w:r><w:delText>旧</w:delText></w:r></w:del>`,
      ),
      '第三条 新增的',
    ],
    [
      paragraph(
        `${reference(1, 1)}<w:rPr><w:moveFrom w:id="5"/></w:rPr>`,
        `<w:moveFrom w:id="6">${text('移走的')}</w:moveFrom>`,
      ),
      '',
    ],
    [
      paragraph(
        `${reference(1, 1)}<w:rPr><w:del w:id="7"/></w:rPr>`,
        '<w:del w:id="8"><w:r><w:delText>表格之前删去的条</w:delText></w:r></w:del>',
      ),
      '',
    ],
    [`<w:tbl><w:tr><w:tc>${paragraph(reference(1, 1), text('甲'))}</w:tc></w:tr></w:tbl>`, '第四条 甲'],
    item(1, 1, '第五条 '),
    [paragraph(`<w:pPrChange w:id="9"><w:pPr>${reference(1, 1)}</w:pPr></w:pPrChange>`, text('不再编号')), '不再编号'],
    item(1, 1, '第六条 '),
  ]),
  scene(
    'what stands between number and text',
    definition(0, [
      { format: 'decimal', text: '%1', more: nothing },
      { format: 'decimal', text: '%2', more: '<w:suff w:val="space"/>' },
      { format: 'decimal', text: '%3' },
      { format: 'none', text: '注：', more: nothing },
      { format: 'none', text: '' },
      { format: 'bullet', text: '—' },
      { format: 'bullet', text: '\uf06c' },
      { format: 'decimal', text: '附件%8：' },
    ]) + instance(1, 0),
    [
      item(1, 0, '1'),
      item(1, 1, '1 '),
      item(1, 2, '1 '),
      item(1, 3, '注：'),
      item(1, 4, ''),
      item(1, 5, '— '),
      item(1, 6, '• '),
      item(1, 7, '附件1：'),
      item(1, 7, '附件2：'),
      item(9, 0, ''),
    ],
  ),
  scene(
    'starts from zero and numbers with zeros in front',
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>' +
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>' +
      instance(1, 0) +
      instance(2, 1),
    [item(1, 0, '0、'), item(1, 0, '1、'), item(2, 0, '009、'), item(2, 0, '010、')],
  ),
];

const cell = (words: string): string => `<w:tc>${paragraph('', text(words))}</w:tc>`;
const numberedCell = `<w:tc>${paragraph(reference(1, 0), '')}</w:tc>`;
const inTables: Scene = {
  name: 'inside tables',
  numbering: definition(0, [{ format: 'decimal', text: '%1' }]) + instance(1, 0),
  body: `<w:tbl>${['甲校', '乙校', '丙校'].map((name) => `<w:tr>${numberedCell}${cell(name)}</w:tr>`).join('')}</w:tbl>`,
  shown: ['1|甲校', '2|乙校', '3|丙校'],
};

export const numberingScenes: readonly Scene[] = [...formatScenes, ...scenes, inTables];
