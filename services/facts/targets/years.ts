// The year that a target is for: as its sentence says, or the sentences before it in the paragraph, a heading, or the title of a plan.

const numeral = '(?:19|20)\\d{2}';
/** Years in words of a sentence, from left to right. A year in 〔〕 or in a title is part of a reference. */
const named = new RegExp(
  `(?<term>十[一二三四五]五)[”"]?(?<edge>期?末|期末)|(?<from>${numeral})\\s*[-－—–~～至]\\s*(?<to>${numeral})\\s*(?:学年|年)|(?<year>${numeral})\\s*(?:学年|年)|(?<relative>今年|明年|去年|(?<![一二三四五六七八九十两几\\d])年内|全年|本年度)`,
  'gu',
);
const terms: Readonly<Record<string, number>> = {
  十一五: 2010,
  十二五: 2015,
  十三五: 2020,
  十四五: 2025,
  十五五: 2030,
};
const offsets: Readonly<Record<string, number>> = { 明年: 1, 去年: -1 };

const references = /《[^》]*》|[〔【［[（(](?:19|20)\d{2}[^）)〕】］\]]*[〕】］\]）)]/gu;
const blank = (text: string): string => text.replace(references, (found) => ' '.repeat(found.length));

/** The last year named before `at`; undefined where none is. */
export function yearBefore(text: string, at: number, documentYear: number | null): number | null | undefined {
  let found: number | null | undefined;
  for (const { index, groups } of blank(text).matchAll(named)) {
    if (index >= at) break;
    const { term, to, year, relative } = groups ?? {};
    const around = blank(text).slice(Math.max(0, index - 2), index);
    // 比2007年增长, 比“十一五”末增长: what it is compared with
    if (/[比较][“"]?$/u.test(around)) continue;
    if (term) found = terms[term] ?? null;
    else if (relative) found = documentYear === null ? null : documentYear + (offsets[relative] ?? 0);
    else {
      // 在2012学年基础上, 教育部2020年颁布: years of something else
      const next = blank(text)
        .slice(index)
        .replace(/^[\d\s年学－—–~～至-]+/u, '')
        .slice(0, 4);
      if (/^(?:的?基础|颁布|印发|发布|修订)/u.test(next)) continue;
      found = Number(to ?? year);
    }
  }
  return found;
}

/** A plan's last year: 2021—2023年, 2017年工作计划, “十三五”规划; undefined where the title states none, or it is no plan. */
export function planYear(title: string): number | undefined {
  const term = /[“"]?(十[一二三四五]五)[”"]?(?:时期|期间)?.{0,24}规划/u.exec(title)?.[1];
  if (term) return terms[term];
  const range = new RegExp(`(?:计划|规划)[（(]?.{0,2}${numeral}\\s*年?\\s*[-－—–~～至]\\s*(${numeral})`, 'u').exec(
    title,
  )?.[1];
  if (range) return Number(range);
  const years = [...new Set(title.match(new RegExp(`(?<![\\d〔（(［[])${numeral}(?!\\d)`, 'gu')) ?? [])];
  return years.length === 1 && /年|招生|入学/u.test(title) && !/报告|条例|办法|年级/u.test(title)
    ? Number(years[0])
    : undefined;
}
/** Sections that look back say what was, not what is planned. */
export const looksBack = (text: string): boolean =>
  /^目前|发展基础|回顾|总结|成效|现状|取得的?成绩|近[一二三四五六七八九几]年|[“"]?十[一二三四五]五[”"]?(?:以来|期间我)/u.test(
    text,
  );
