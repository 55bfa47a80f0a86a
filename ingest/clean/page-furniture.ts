// What every page of a file carries: page numbers, running headers and footers.
import type { RemovalReason } from '../blocks.js';
import { compact, type Draft, takeOut, textBlocks } from './draft.js';

/** - 3 -, — 3 —, 第3页 共10页, Page 3 of 10 */
const pageNumber =
  /^(?:[-–—―－─·•~～]{1,3}\d{1,4}[-–—―－─·•~～]{1,3}|第\d{1,4}页(?:[,，/／]?共\d{1,4}页)?|Page\d{1,4}(?:of\d{1,4})?)$/iu;
/** A numeral that may be a page number where it stands at the edge of a page: 3, 3/10 */
const bareNumber = /^(\d{1,4})(?:[/／]\d{1,4})?$/u;
const EDGE = 3;
const MAX_RUNNING = 60;

interface Edge {
  readonly at: number;
  readonly page: number;
  readonly text: string;
}

/** The first and last blocks of every page; none where a file has no pages. */
function edges(draft: Draft): { all: Edge[]; pages: number } {
  const byPage = new Map<number, Edge[]>();
  draft.forEach((part, at) => {
    const { block } = part;
    if (block?.page === undefined) return;
    const page = byPage.get(block.page) ?? [];
    page.push({ at, page: block.page, text: block.kind === 'table' ? '' : compact(block.text) });
    byPage.set(block.page, page);
  });
  const all = [...byPage.values()].flatMap((page) =>
    page.filter((_, i) => i < EDGE || i >= page.length - EDGE).filter(({ text }) => text !== ''),
  );
  return { all, pages: byPage.size };
}

/** Places of bare numerals that count with the pages, on at least half of them. */
function bareNumbers(all: readonly Edge[], pages: number): number[] {
  const byShift = new Map<number, Edge[]>();
  for (const edge of all) {
    const number = bareNumber.exec(edge.text)?.[1];
    if (number === undefined) continue;
    const shift = Number(number) - edge.page;
    const same = byShift.get(shift) ?? [];
    same.push(edge);
    byShift.set(shift, same);
  }
  const best = [...byShift.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return best.length >= 2 && best.length * 2 >= pages ? best.map(({ at }) => at) : [];
}

/** Whether texts are one text, or differ in nothing but a number that counts with the pages. */
function sameOrCounting(places: readonly Edge[]): boolean {
  if (places.every(({ text }) => text === places[0]?.text)) return true;
  const numbers = places.map(({ text }) => (text.match(/\d+/gu) ?? []).map(Number));
  return (numbers[0] ?? []).some((_, i) => {
    const shifts = new Map<number, number>();
    places.forEach(({ page }, at) => {
      const shift = (numbers[at]?.[i] ?? 0) - page;
      shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
    });
    return Math.max(...shifts.values()) >= places.length * 0.8;
  });
}

/** Places of texts that stand at the edge of at least half of the pages, the first of each kept: it may be the title. */
function runningTexts(all: readonly Edge[], pages: number): number[] {
  const byText = new Map<string, Map<number, Edge>>();
  for (const edge of all) {
    if (edge.text.length > MAX_RUNNING || /[。；]/u.test(edge.text)) continue;
    const key = edge.text.replace(/\d+/gu, '#');
    const places = byText.get(key) ?? new Map<number, Edge>();
    if (!places.has(edge.page)) places.set(edge.page, edge);
    byText.set(key, places);
  }
  return [...byText.entries()].flatMap(([key, byPage]) => {
    const places = [...byPage.values()];
    if (key === '#' || places.length < 3 || places.length * 2 < pages || !sameOrCounting(places)) return [];
    return places.slice(1).map(({ at }) => at);
  });
}

export function pageFurniture(draft: Draft): Draft {
  const reasons = new Map<number, RemovalReason>();
  const { all, pages } = edges(draft);
  if (pages > 1) {
    for (const at of runningTexts(all, pages)) reasons.set(at, 'running header');
    for (const at of bareNumbers(all, pages)) reasons.set(at, 'page number');
  }
  for (const { at, block } of textBlocks(draft)) {
    if (block.text.length < 30 && pageNumber.test(compact(block.text))) reasons.set(at, 'page number');
  }
  return takeOut(draft, reasons);
}
