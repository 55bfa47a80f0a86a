// The windows of a passage: parts of it small enough that a vector says what one sentence says. A long passage's own vector
// is an average, in which one clause that answers is lost; its windows are embedded beside it (docs/ranking.md).
import { cut, type Span } from './cut.js';
import { sizeOf } from './size.js';

/** Largest window, in UTF-16 units; a passage that is no longer has none. */
export const MAX_WINDOW = 150;

/** Whole sentences packed up to the limit, in order; together they are the whole passage. */
export function windowsOf(text: string, { start, end }: Span): Span[] {
  if (sizeOf(text.slice(start, end)) <= MAX_WINDOW) return [];
  const windows: { start: number; end: number }[] = [];
  for (const unit of cut(text, { start, end }, MAX_WINDOW)) {
    const last = windows.at(-1);
    if (last && sizeOf(text.slice(last.start, unit.end)) <= MAX_WINDOW) last.end = unit.end;
    else windows.push({ ...unit });
  }
  return windows.filter((window) => text.slice(window.start, window.end).trim() !== '');
}
