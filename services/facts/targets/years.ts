// The years that a text names, and which of them is meant at a place.

const numeral = '(?:19|20)\\d{2}';
const spelt = '二[〇○零][〇○零一二三四五六七八九]{2}';
/** Years in words of a sentence, from left to right. A year in 〔〕 or in a title is part of a reference. */
const named = new RegExp(
  [
    '(?<term>十[一二三四五]五)[”"]?(?<since>以来)?',
    `(?<from>${numeral})\\s*年?\\s*[-－—–~～至]\\s*(?<to>${numeral})\\s*(?:学年|年)`,
    `(?<year>${numeral}|${spelt})\\s*(?:学年|年)`,
    '(?<relative>今年|明年|去年|(?<![一二三四五六七八九十两几\\d])年内|本年度|(?:过去|刚刚过去的)一年)',
  ].join('|'),
  'gu',
);
const terms: Readonly<Record<string, number>> = {
  十一五: 2010,
  十二五: 2015,
  十三五: 2020,
  十四五: 2025,
  十五五: 2030,
};
export const endOfTerm = (term: string): number | undefined => terms[term];
const offsets: Readonly<Record<string, number>> = { 明年: 1, 去年: -1, 过去一年: -1, 刚刚过去的一年: -1 };
const zeros = /[○零]/gu;
const readYear = (text: string): number =>
  Number(
    [...text.replace(zeros, '〇')]
      .map((c) => ('〇一二三四五六七八九'.includes(c) ? '〇一二三四五六七八九'.indexOf(c) : c))
      .join(''),
  );

const references = /《[^》]*》|[〔【［[（(](?:19|20)\d{2}[^）)〕】］\]]*[〕】］\]）)]/gu;
const blank = (text: string): string => text.replace(references, (found) => ' '.repeat(found.length));

/** 比2007年增长, 高于去年, 占本年度财政支出: what something is compared with, or a part of. */
const compares = /(?:[比较占]|(?:高|低|多|少|大|小|优|快|慢|相当)于|超过)\s*[“"]?(?:上年|年初)?$/u;
/** 2012学年基础上, 教育部2020年颁布, 2007年价: years of something else. */
const ofOther = /^(?:的?基础|[^，,；;。]{0,4}(?:颁布|印发|发布|修订)|价[，,格]|[^，,；;。]{0,2}(?:汇率|不变价)|为基)/u;
/** 从2013年的6个百分点缩小至: the year of the first value alone. */
const changes =
  /\d[^，,；;。]{0,14}(?:提高|提升|增加|增长|扩大|上升|缩小|下降|降低|减少|压减|降|升|增|调整|上调|下调)[到至为]/u;
/** 从2018年秋季开学时，…用3年左右的时间: it starts then; when it ends is not said. */
const lasts = /(?:用|力争|经过|利用)[\d一二两三四五]+(?:[-至到—][\d一二三四五]+)?年(?:左右)?(?:的?时间|内)?/u;

/** The last year named before `at`; undefined where none is. */
export function yearBefore(text: string, at: number, documentYear: number | null): number | null | undefined {
  const plain = blank(text);
  let found: number | null | undefined;
  for (const match of plain.matchAll(named)) {
    if (match.index >= at) break;
    const { term, since, to, year, relative } = match.groups ?? {};
    const behind = plain.slice(Math.max(0, match.index - 6), match.index);
    const end = match.index + match[0].length;
    if (compares.test(behind) || since) continue;
    if (/[从由自]\s*$/u.test(behind) && changes.test(plain.slice(end, at))) continue;
    if (!term && !relative && ofOther.test(plain.slice(end, end + 12))) continue;
    if (term) found = terms[term] ?? null;
    else if (relative) found = documentYear === null ? null : documentYear + (offsets[relative] ?? 0);
    else found = lasts.test(plain.slice(end, at)) ? null : readYear(to ?? year ?? '');
  }
  return found;
}

/** Years that a heading or a title states, each once. */
export const yearsIn = (text: string): readonly number[] => [
  ...new Set(
    [...blank(text).matchAll(named)].flatMap(({ groups }) => {
      const { term, to, year } = groups ?? {};
      return term ? (terms[term] ?? []) : (to ?? year) ? readYear(to ?? year ?? '') : [];
    }),
  ),
];

/** Sections and sentences that look back say what was, not what is planned. */
export const looksBack = (text: string): boolean =>
  /^(?:截至)?目前|发展基础|回顾|总结|成效|现状|取得的?成绩|^近[一二三四五六七八九几]年|[“"]?十[一二三四五]五[”"]?(?:以来|期间我)/u.test(
    text,
  );
