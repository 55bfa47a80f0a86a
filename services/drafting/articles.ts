// Which articles a document has, and whether one that is cited is among them.
import { readNumber } from '../language/chinese-numbers.js';

export interface Articles {
  readonly numbers: ReadonlySet<number>;
  readonly most: number;
}

const line = /^[\s　]*第([\d〇零○一二三四五六七八九十百千]{1,7})条/gmu;
const article = /第([\d〇零○一二三四五六七八九十百千]{1,7})条/u;
/** A text of fewer is no set of rules, or only a part of one. */
const LEAST = 5;

export function articlesIn(text: string): Articles {
  const numbers = new Set<number>();
  for (const match of text.matchAll(line)) {
    const value = readNumber(match[1] ?? '');
    if (value !== null) numbers.add(value);
  }
  return { numbers, most: Math.max(0, ...numbers) };
}

/** The first article cited that the document has not. */
export function missingArticle(
  cited: readonly string[],
  { numbers, most }: Articles,
): { readonly words: string } | null {
  if (numbers.size < LEAST || !numbers.has(1) || numbers.size < 0.8 * most) return null;
  for (const words of cited) {
    const match = article.exec(words);
    const value = match ? readNumber(match[1] ?? '') : null;
    if (match && value !== null && !numbers.has(value)) return { words: match[0] };
  }
  return null;
}
