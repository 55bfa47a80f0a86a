// Lines that belong to the page and not to the text: page numbers, running headers and footers.
import { pageNumber } from '../lines.js';
import type { PageLine } from './lines.js';

export interface FramedPage {
  readonly lines: readonly PageLine[];
  readonly height: number;
}

/** How far from the upper and lower edge such lines lie, as a share of the page's height, and how many there are at most. */
const zone = 0.14;
const mostLines = 3;
/** A text in one place on this share of the pages (two at least) runs along. */
const repeatedShare = 0.4;
/**
 * The names of chapters run along too, and change: a place at the edge that is filled on most left or right pages, set off
 * from the text, with words of which most come on two pages at least.
 */
const filledShare = 0.6;
const recurring = 0.6;
const fewestFilled = 4;
const setOff = 1.6;
const longestRunning = 40;

const withoutFigures = (text: string): string => text.replace(/[\d\s]+/g, '');

interface Edge {
  readonly line: PageLine;
  readonly page: number;
  /** distance to the text's next line, in sizes */
  readonly gap: number;
}

function edgesOf({ lines, height }: FramedPage, page: number): Edge[] {
  const byHeight = lines.filter((line) => !line.table).sort((a, b) => a.y - b.y);
  const upper = byHeight.slice(0, mostLines).filter((line) => line.y < zone * height);
  const lower = byHeight.slice(-mostLines).filter((line) => line.y > (1 - zone) * height);
  return [...new Set([...upper, ...lower])].map((line) => {
    const at = byHeight.indexOf(line);
    const next = line.y < height / 2 ? byHeight[at + 1] : byHeight[at - 1];
    return { line, page, gap: next ? Math.abs(next.y - line.y) / (line.size || 1) : Number.POSITIVE_INFINITY };
  });
}

const add = (places: Map<string, Set<number>>, key: string, page: number): void => {
  places.set(key, (places.get(key) ?? new Set()).add(page));
};

/** Places, on left or right pages, where a line with changing words runs along. */
function changing(edges: readonly Edge[], pages: number): ReadonlySet<Edge> {
  const places = new Map<string, Edge[]>();
  for (const edge of edges) {
    const { line, page, gap } = edge;
    const words = withoutFigures(line.text);
    if (gap < setOff || words === '' || line.text.length > longestRunning || /[。；]/.test(line.text)) continue;
    const key = `${page % 2} ${Math.round(line.y / 3)} ${Math.round(line.size)}`;
    places.set(key, [...(places.get(key) ?? []), edge]);
  }
  const found = [...places.values()].filter((place) => {
    if (place.length < Math.max(fewestFilled, (filledShare * pages) / 2)) return false;
    const words = place.map(({ line }) => withoutFigures(line.text));
    return (
      words.filter((word, i) => words.indexOf(word) !== i || words.lastIndexOf(word) !== i).length >=
      recurring * words.length
    );
  });
  return new Set(found.flat());
}

/** The lines among `pages` (each with its height) that frame their pages. */
export function frameLines(pages: readonly FramedPage[]): ReadonlySet<PageLine> {
  const edges = pages.flatMap(edgesOf);
  const seen = new Map<string, Set<number>>();
  const place = (line: PageLine): string[] => {
    const text = withoutFigures(line.text);
    const height = Math.round(line.y / 4);
    return text === '' ? [] : [height - 1, height, height + 1].map((near) => `${near} ${text}`);
  };
  for (const { line, page } of edges) for (const key of place(line)) add(seen, key, page);
  const enough = Math.max(2, repeatedShare * pages.length);
  const repeats = (line: PageLine): boolean => place(line).some((key) => (seen.get(key)?.size ?? 0) >= enough);
  const running = changing(edges, pages.length);
  const frame = edges.filter((edge) => pageNumber(edge.line.text) !== null || repeats(edge.line) || running.has(edge));
  return new Set(frame.map(({ line }) => line));
}
