// The provision that a passage is of, whole: its article with all of its paragraphs, or the paragraphs that it touches. Pure.
import { unitsOf } from '../comparison/units.js';
import type { OutlineEntry } from '../domain/document.js';
import type { Passage, Provision, Range } from '../domain/passage.js';

/** Longer ones are read in their document. */
const LONGEST = 2_500;
/** A text without headings is looked at so far around the passage. */
const AROUND = LONGEST;

/** From the beginning of a line to the end of one, between the headings around the passage. */
function surroundings(text: string, outline: readonly OutlineEntry[], { start, end }: Range): Range {
  const from = outline.findLast((entry) => entry.start <= start)?.start ?? 0;
  const to = outline.find((entry) => entry.start >= end)?.start ?? text.length;
  const lineEnd = text.indexOf('\n', end + AROUND);
  return {
    start: start - from <= AROUND ? from : text.lastIndexOf('\n', start - AROUND) + 1,
    end: to - end <= AROUND ? to : lineEnd === -1 ? to : Math.min(to, lineEnd),
  };
}

/**
 * Headings of its place that stand before the words are left out: they are shown beside it. What is longer than can be read at a
 * glance is given as the passage alone, and `whole` says so.
 */
export function provisionAround(
  text: string,
  outline: readonly OutlineEntry[],
  passage: Pick<Passage, 'start' | 'end' | 'heading'>,
): Provision {
  const near = surroundings(text, outline, passage);
  const entries = outline
    .filter(({ start }) => start >= near.start && start < near.end)
    .map((entry) => ({ ...entry, start: entry.start - near.start }));
  const touched = unitsOf(text.slice(near.start, near.end), entries)
    .map((unit) => ({
      told: unit.kind === 'heading' && passage.heading.includes(unit.text),
      start: unit.start + near.start,
      end: unit.end + near.start,
    }))
    .filter(({ start, end }) => start < passage.end && end > passage.start);
  const words = touched.findIndex(({ told }) => !told);
  const [first, last] = [touched[Math.max(0, words)], touched.at(-1)];
  const cut = (range: Range, whole: boolean): Provision => ({
    ...range,
    text: text.slice(range.start, range.end),
    whole,
  });
  if (!first || !last || last.end - first.start > LONGEST)
    return cut({ start: passage.start, end: passage.end }, false);
  return cut({ start: first.start, end: last.end }, true);
}
