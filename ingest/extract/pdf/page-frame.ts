// Lines that belong to the page and not to the text: page numbers, running headers and footers.
import { pageNumber } from '../lines.js';
import type { PageLine } from './lines.js';

/** How far from the upper and lower edge such lines lie, as a share of the page's height, and how many there are at most. */
const zone = 0.14;
const mostLines = 3;
/** A text in one place on this share of the pages (two at least) runs along. */
const repeatedShare = 0.4;

const withoutFigures = (text: string): string => text.replace(/[\d\s]+/g, '');

/** The lines among `pages` (each with its height) that frame their pages. */
export function frameLines(
  pages: readonly { readonly lines: readonly PageLine[]; readonly height: number }[],
): ReadonlySet<PageLine> {
  const edges = pages.map(({ lines, height }) => {
    const byHeight = [...lines].sort((a, b) => a.y - b.y);
    const upper = byHeight.slice(0, mostLines).filter((line) => line.y < zone * height);
    const lower = byHeight.slice(-mostLines).filter((line) => line.y > (1 - zone) * height);
    return [...new Set([...upper, ...lower])];
  });
  const seen = new Map<string, Set<number>>();
  const place = (line: PageLine): string[] => {
    const text = withoutFigures(line.text);
    const height = Math.round(line.y / 4);
    return text === '' ? [] : [height - 1, height, height + 1].map((near) => `${near} ${text}`);
  };
  edges.forEach((lines, page) => {
    for (const line of lines) for (const key of place(line)) seen.set(key, (seen.get(key) ?? new Set()).add(page));
  });
  const enough = Math.max(2, repeatedShare * pages.length);
  const repeats = (line: PageLine): boolean => place(line).some((key) => (seen.get(key)?.size ?? 0) >= enough);
  return new Set(edges.flat().filter((line) => pageNumber(line.text) !== null || repeats(line)));
}
