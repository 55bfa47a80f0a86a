// Where annexes, and documents that this one carries, begin.
import { normalForm } from '../../services/domain/text.js';
import type { Item } from './item.js';
import { type Marker, markerOf } from './markers.js';

const MAX_LINE = 60;
const MAX_LABEL = 80;
const dateLine = /^[\d\s〇零○ＯO一二三四五六七八九十]{2,10}年.{1,6}月.{1,5}日$/u;

/**
 * Where annexes begin: 附件2 alone on its line, or with a name that stands there again. 附件：1.… above the signature
 * lists them and opens none.
 */
export function annexes(items: readonly Item[], markers: readonly (Marker | null)[]): Set<number> {
  const seen = new Set<string>();
  const found = new Set<number>();
  items.forEach(({ text, row, marked }, at) => {
    const marker = markers[at];
    if (row || marker?.kind !== 'annex' || text.length > MAX_LINE || /[。；]$/u.test(text)) return;
    const name = normalForm(text.slice(marker.length)).replace(/\.(?:docx?|pdf|xlsx?|wps)$/iu, '');
    const bare = name === '' && !/[：:]\s*$/u.test(text);
    const lists = items.slice(at + 1, at + 5).some((next) => dateLine.test(next.text));
    const listed = /^\d+[.、]/u.test(name);
    if (
      marked !== undefined ||
      (bare && at + 1 < items.length) ||
      (!listed && seen.has(name)) ||
      (!listed && !lists && name !== '')
    ) {
      found.add(at);
    }
    seen.add(name);
  });
  return found;
}

/** 附件2 and the name that stands in the next line. */
export function annexLabel(items: readonly Item[], at: number, marker: Marker | null): string {
  const text = items[at]?.text ?? '';
  const next = items[at + 1];
  const named = marker !== null && marker.length < text.length;
  if (
    named ||
    !next ||
    next.row ||
    next.text.length > MAX_LINE ||
    /[。；：，]/u.test(next.text) ||
    markerOf(next.text)
  ) {
    return text.slice(0, MAX_LABEL);
  }
  return `${text.replace(/[\s：:]+$/u, '')} ${next.text}`.slice(0, MAX_LABEL);
}

/** Titles of documents that this one carries: named in its title between 《》, or 关于…的说明 after its last 条. */
export function carried(items: readonly Item[], title: string, articles: ReadonlyMap<number, Marker>): Set<number> {
  const names = new Set([...title.matchAll(/《([^《》]{4,80})》/gu)].map(({ 1: name }) => normalForm(name ?? '')));
  const last = Math.max(-1, ...[...articles.keys()].slice(-1));
  return new Set(
    items.flatMap(({ text, row }, at) => {
      if (row || text.length > 80 || /[。；，：]$/u.test(text)) return [];
      const named = names.has(normalForm(text.replace(/^《|》$/gu, '')));
      const explains = last >= 0 && at > last && /^关于.{4,60}的(?:起草)?(?:说明|解读|报告)$/u.test(text);
      return named || explains ? [at] : [];
    }),
  );
}
