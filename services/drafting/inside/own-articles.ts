// References of a draft to its own articles that it has not: 本办法第五十条 in rules of forty.
import { numeralValue } from '../../families/values.js';
import type { DraftLine, InsideNote } from './note.js';

const numeral = '[零〇一二三四五六七八九十百千\\d]{1,7}';
const heading = new RegExp(`^第(${numeral})条`, 'u');
const reference = new RegExp(
  `(?:本(?:法|条例|办法|规定|细则|规则|章程|规程|准则))((?:第${numeral}条(?:第${numeral}款)?(?:第?[（(]?${numeral}[）)]?项)?[、和或及至到—-]*)+)`,
  'gu',
);
const article = new RegExp(`第(${numeral})条`, 'gu');
const articleNumber = (text: string): number => (/^\d/u.test(text) ? Number(text) : numeralValue(text));
/** A draft of fewer articles may be a part of one, unless its last says from when it holds or who explains it. */
const MIN_ARTICLES = 5;
const MIN_WHOLE = 2;
const last = /^第[^条]{1,7}条[^\n]{0,60}(?:施行|实施|执行|负责解释)/u;

export function ownArticlesIn(text: string, lines: readonly DraftLine[]): InsideNote[] {
  const own = new Set(
    lines.flatMap(({ text: line }) => (heading.exec(line)?.[1] ? [articleNumber(heading.exec(line)?.[1] ?? '')] : [])),
  );
  const final = lines.findLast(({ text: line }) => heading.test(line));
  const least = final && last.test(final.text) ? MIN_WHOLE : MIN_ARTICLES;
  if (own.size < least || !own.has(1)) return [];
  const found: InsideNote[] = [];
  for (const match of text.matchAll(reference)) {
    const list = match[1] ?? '';
    const from = match.index + match[0].length - list.length;
    for (const one of list.matchAll(article)) {
      if (own.has(articleNumber(one[1] ?? ''))) continue;
      const start = from + one.index;
      found.push({
        kind: 'reference',
        level: 'conflict',
        start,
        end: start + one[0].length,
        message: 'ownArticleMissing',
        values: { draft: one[0], most: Math.max(...own) },
        confidence: 0.9,
      });
    }
  }
  return found;
}
