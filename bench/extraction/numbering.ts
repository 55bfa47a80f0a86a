// Automatic numbering of generated Word files, read back. The expected numbers are written out by hand, from what Word
// shows (ECMA-376 part 1, 17.9 and 17.18.59), not made by the code that is measured.
import { strToU8, zipSync } from 'fflate';
import { readDocx } from '../../ingest/extract/docx.js';

export interface NumberingFigures {
  readonly checked: number;
  readonly right: number;
  readonly wrong: readonly { readonly expected: string; readonly got: string }[];
}

/** What the numbers 1 … 12, 19 … 21, 99 … 101, 110 and 111 look like in each format; fewer where a format has no more. */
const shown = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 19, 20, 21, 99, 100, 101, 110, 111];
const formats: Readonly<Record<string, string>> = {
  decimal: '1 2 3 4 5 6 7 8 9 10 11 12 19 20 21 99 100 101 110 111',
  decimalZero: '01 02 03 04 05 06 07 08 09 10 11 12 19 20 21 99 100 101 110 111',
  chineseCounting: '一 二 三 四 五 六 七 八 九 十 十一 十二 十九 二十 二十一 九十九 一○○ 一○一 一一○ 一一一',
  chineseCountingThousand:
    '一 二 三 四 五 六 七 八 九 十 十一 十二 十九 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一',
  japaneseCounting: '一 二 三 四 五 六 七 八 九 十 十一 十二 十九 二十 二十一 九十九 百 百一 百十 百十一',
  taiwaneseCountingThousand:
    '一 二 三 四 五 六 七 八 九 十 十一 十二 十九 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一',
  chineseLegalSimplified:
    '壹 贰 叁 肆 伍 陆 柒 捌 玖 壹拾 壹拾壹 壹拾贰 壹拾玖 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹',
  ideographLegalTraditional:
    '壹 貳 參 肆 伍 陸 柒 捌 玖 壹拾 壹拾壹 壹拾貳 壹拾玖 貳拾 貳拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹',
  ideographDigital: '一 二 三 四 五 六 七 八 九 一〇 一一 一二 一九 二〇 二一 九九 一〇〇 一〇一 一一〇 一一一',
  japaneseDigitalTenThousand:
    '一 二 三 四 五 六 七 八 九 一〇 一一 一二 一九 二〇 二一 九九 一〇〇 一〇一 一一〇 一一一',
  taiwaneseDigital: '一 二 三 四 五 六 七 八 九 一○ 一一 一二 一九 二○ 二一 九九 一○○ 一○一 一一○ 一一一',
  ideographTraditional: '甲 乙 丙 丁 戊 己 庚 辛 壬 癸',
  ideographZodiac: '子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥',
  decimalFullWidth: '１ ２ ３ ４ ５ ６ ７ ８ ９ １０ １１ １２ １９ ２０ ２１ ９９ １００ １０１ １１０ １１１',
  decimalEnclosedCircle: '① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑲ ⑳',
  decimalEnclosedCircleChinese: '① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑲ ⑳',
  decimalEnclosedFullstop: '⒈ ⒉ ⒊ ⒋ ⒌ ⒍ ⒎ ⒏ ⒐ ⒑ ⒒ ⒓ ⒚ ⒛',
  decimalEnclosedParen: '⑴ ⑵ ⑶ ⑷ ⑸ ⑹ ⑺ ⑻ ⑼ ⑽ ⑾ ⑿ ⒆ ⒇',
  ideographEnclosedCircle: '㈠ ㈡ ㈢ ㈣ ㈤ ㈥ ㈦ ㈧ ㈨ ㈩',
  upperRoman: 'I II III IV V VI VII VIII IX X XI XII XIX XX XXI XCIX C CI CX CXI',
  lowerRoman: 'i ii iii iv v vi vii viii ix x xi xii xix xx xxi xcix c ci cx cxi',
  upperLetter: 'A B C D E F G H I J K L S T U',
  lowerLetter: 'a b c d e f g h i j k l s t u',
  none: '',
};

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xml = (root: string, content: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${main}">${content}</w:${root}>`);

function docx(body: string, numbering: string, styles = ''): Uint8Array {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="r${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (content: string): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': relations(relation(1, 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation(1, 'numbering', 'numbering.xml') + relation(2, 'styles', 'styles.xml'),
    ),
    'word/document.xml': xml('document', `<w:body>${body}</w:body>`),
    'word/numbering.xml': xml('numbering', numbering),
    'word/styles.xml': xml('styles', styles),
  });
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start?: number;
  readonly more?: string;
}
const lvl = ({ format, text, start = 1, more = '' }: Level, at: number): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, levels: readonly Level[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map(lvl).join('')}</w:abstractNum>`;
const num = (id: number, abstractId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
const startAt = (start: number, level = 0): string =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
const numPr = (id: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const p = (text: string, properties = '', mark = ''): string =>
  `<w:p><w:pPr>${properties}${mark && `<w:rPr>${mark}</w:rPr>`}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const deleted = (text: string, properties: string): string =>
  `<w:p><w:pPr>${properties}<w:rPr><w:del w:id="9" w:author="a"/></w:rPr></w:pPr><w:del w:id="8" w:author="a"><w:r><w:delText>${text}</w:delText></w:r></w:del></w:p>`;

/** A file and what its paragraphs read, in order. */
interface Case {
  readonly bytes: Uint8Array;
  readonly expected: readonly string[];
}

const word = '正文';
const texts: readonly (readonly [before: string, after: string])[] = [
  ['第', '条'],
  ['第', '章'],
  ['', '、'],
  ['（', '）'],
  ['', '.'],
];

/** Every format, in every usual text around it, at every number of `shown`: each number by an override of its own. */
function formatCases(): Case[] {
  return Object.entries(formats).flatMap(([format, row]) => {
    const numbers = row === '' ? shown.map(() => '') : row.split(' ');
    return texts.map(([before, after]): Case => {
      const list = abstract(0, [{ format, text: `${before}%1${after}` }]);
      const instances = numbers.map((_, i) => num(i + 1, 0, startAt(shown[i] ?? 1))).join('');
      return {
        bytes: docx(numbers.map((_, i) => p(word, numPr(i + 1))).join(''), list + instances),
        expected: numbers.map((number) => `${before}${number}${after}${word}`),
      };
    });
  });
}

const chapters: readonly Level[] = [
  { format: 'chineseCountingThousand', text: '第%1章' },
  { format: 'chineseCountingThousand', text: '第%2条', more: '<w:lvlRestart w:val="0"/>' },
  { format: 'chineseCountingThousand', text: '（%3）' },
  { format: 'decimal', text: '%4.' },
];

/** Lists as documents have them: levels, restarts, overrides, styles, tables, tracked changes. */
function structureCases(): Case[] {
  const one = abstract(0, chapters) + num(1, 0);
  const levels = (...at: readonly number[]): string => at.map((level) => p(word, numPr(1, level))).join('');
  const style = (id: string, properties: string, basedOn = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn && `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`;
  return [
    {
      bytes: docx(levels(0, 1, 2, 2, 3, 3, 1, 2, 3, 0, 1, 2), one),
      expected: [
        '第一章',
        '第一条',
        '（一）',
        '（二）',
        '1.',
        '2.',
        '第二条',
        '（一）',
        '1.',
        '第二章',
        '第三条',
        '（一）',
      ].map((number) => number + word),
    },
    {
      bytes: docx(
        [p(word, numPr(1)), p(word, numPr(1)), p(word, numPr(2)), p(word, numPr(3)), p(word, numPr(1))].join(''),
        abstract(0, [{ format: 'chineseCounting', text: '%1、' }]) + num(1, 0) + num(2, 0, startAt(1)) + num(3, 0),
      ),
      expected: ['一、', '二、', '一、', '二、', '三、'].map((number) => number + word),
    },
    {
      bytes: docx(
        levels(0, 1, 1, 0, 1),
        abstract(0, [
          { format: 'chineseCounting', text: '%1、' },
          { format: 'decimal', text: '%1.%2', more: '<w:isLgl/>' },
        ]) + num(1, 0),
      ),
      expected: ['一、', '1.1', '1.2', '二、', '2.1'].map((number) => number + word),
    },
    {
      bytes: docx(
        p(word, numPr(1)) + p(word, numPr(2)),
        abstract(0, [{ format: 'decimal', text: '%1.' }]) +
          num(1, 0) +
          num(
            2,
            0,
            `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>${lvl({ format: 'upperRoman', text: '（%1）', start: 4 }, 0)}</w:lvlOverride>`,
          ),
      ),
      expected: [`1.${word}`, `（IV）${word}`],
    },
    {
      bytes: docx(
        [
          p(word, '<w:pStyle w:val="base"/>'),
          p(word, '<w:pStyle w:val="derived"/>'),
          p(word, '<w:pStyle w:val="derived"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
          p(word, '<w:pStyle w:val="base"/>'),
        ].join(''),
        abstract(0, [{ format: 'chineseCountingThousand', text: '第%1条', start: 5 }]) + num(1, 0),
        style('base', numPr(1)) + style('derived', '', 'base'),
      ),
      expected: [`第五条${word}`, `第六条${word}`, word, `第七条${word}`],
    },
    {
      bytes: docx(
        p(word, numPr(1)) + deleted('删去', numPr(1)) + p(word, numPr(1)),
        abstract(0, [{ format: 'chineseCountingThousand', text: '第%1条' }]) + num(1, 0),
      ),
      expected: [`第一条${word}`, `第二条${word}`],
    },
    {
      bytes: docx(
        `${p(word, numPr(1))}<w:tbl><w:tr><w:tc>${p(word, numPr(1))}</w:tc><w:tc>${p(word, numPr(1))}</w:tc></w:tr></w:tbl>${p(word, numPr(1))}`,
        abstract(0, [{ format: 'decimal', text: '%1.' }]) + num(1, 0),
      ),
      expected: [`1.${word}`, `2.${word}`, `3.${word}`, `4.${word}`],
    },
    {
      bytes: docx(
        levels(0, 1, 0, 1),
        abstract(0, [
          { format: 'chineseCounting', text: '%1、' },
          { format: 'bullet', text: '•' },
        ]) + num(1, 0),
      ),
      expected: [`一、${word}`, `•${word}`, `二、${word}`, `•${word}`],
    },
  ];
}

/** A number's gap to its text, and the mark of a bullet, are a matter of layout. */
const bare = (text: string): string => text.replace(/\s/gu, '').replace(/^[•·●-]/u, '•');

/** Runs every case; what a file has more or less than expected counts as wrong too. */
export async function measureNumbering(): Promise<NumberingFigures> {
  const wrong: { expected: string; got: string }[] = [];
  let checked = 0;
  for (const { bytes, expected } of [...formatCases(), ...structureCases()]) {
    const { blocks } = await readDocx(bytes);
    const got = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [block.text])).map(bare);
    for (let i = 0; i < Math.max(expected.length, got.length); i++) {
      checked++;
      if (bare(expected[i] ?? '') !== got[i]) wrong.push({ expected: expected[i] ?? '', got: got[i] ?? '' });
    }
  }
  return { checked, right: checked - wrong.length, wrong };
}
