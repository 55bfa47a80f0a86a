// 一、（一） 1. （1）: headings where they have text under them or a sentence of their own before more text; items where
// they are what is enumerated. Siblings are judged together.
import type { Item } from './item.js';
import type { Marker } from './markers.js';

const MAX_HEADING = 40;
const MAX_ARABIC = 30;
const MIN_AFTER = 10;
const ranks: Readonly<Record<string, number>> = { cn: 1, 'cn-paren': 2, number: 3, 'number-paren': 4 };

export interface Numbered {
  readonly at: number;
  readonly marker: Marker;
}
interface Group {
  readonly rank: number;
  last: number;
  readonly members: Numbered[];
}

/** The words that a numbered line would have as a heading, and whether more text follows them in the line. */
export function headingWords(text: string, marker: Marker): { words: string; more: boolean } | null {
  const rest = text.slice(marker.length, marker.length + MAX_HEADING + 2);
  const stop = rest.indexOf('。');
  const whole = marker.length + rest.length >= text.length;
  if (stop < 0 && !whole) return null;
  const words = (stop < 0 ? rest : rest.slice(0, stop)).trim();
  if (words.length < 2 || words.length > MAX_HEADING || /[；;，,、]$|；/u.test(words)) return null;
  // 1. and （1） number sentences as well as headings.
  const arabic = marker.kind === 'number' || marker.kind === 'number-paren';
  if (arabic && (words.length > MAX_ARABIC || (words.match(/[，,]/gu)?.length ?? 0) > 1)) return null;
  const after = stop < 0 ? '' : text.slice(marker.length + stop + 1).trim();
  return { words: words.replace(/[：:]$/u, ''), more: after.length >= MIN_AFTER && !/^[（(]/u.test(after) };
}

/** Numbered lines as groups of siblings that count up; a line that fits no count is no member of any. */
function siblings(numbered: readonly (Numbered | null)[]): Group[] {
  const groups: Group[] = [];
  const latest = new Map<number, Group>();
  let open: Group[] = [];
  for (const line of numbered) {
    // a heading of another kind stands between
    if (line === null) {
      open = [];
      continue;
    }
    const rank = ranks[line.marker.kind] ?? 0;
    const at = open.findIndex((group) => group.rank === rank);
    const above = at >= 0 ? open.slice(0, at) : open;
    // Some documents count 1. to 34. through all of their sections.
    const group = [open[at], latest.get(rank)].find(
      (other) => other !== undefined && line.marker.number === other.last + 1,
    );
    if (group) {
      open = [...above, group];
      group.last = line.marker.number;
      group.members.push(line);
    } else if (line.marker.number === 1) {
      const begun: Group = { rank, last: 1, members: [line] };
      open = [...above, begun];
      latest.set(rank, begun);
      groups.push(begun);
    }
  }
  return groups;
}

/**
 * Which of the numbered lines are headings. `numbered` holds them in order, null where a heading of another kind stands;
 * `closes` tells whether an item ends what is above it.
 */
export function enumeratedHeadings(
  items: readonly Item[],
  numbered: readonly (Numbered | null)[],
  closes: (at: number) => boolean,
): Map<number, string> {
  const headings = new Map<number, string>();
  const rankAt = new Map(numbered.flatMap((line) => (line ? [[line.at, ranks[line.marker.kind] ?? 0] as const] : [])));
  for (const { rank, members } of siblings(numbered)) {
    const shapes = members.map(({ at, marker }) => {
      const shape = headingWords(items[at]?.text ?? '', marker);
      const below = rankAt.get(at + 1);
      const under = at + 1 < items.length && !closes(at + 1) && (below === undefined || below > rank);
      return { at, marker, shape, opens: shape !== null && (shape.more || under) };
    });
    if (shapes.filter(({ opens }) => opens).length * 2 < members.length) continue;
    for (const { at, marker, shape } of shapes) {
      if (shape) headings.set(at, `${(items[at]?.text ?? '').slice(0, marker.length).trim()}${shape.words}`);
    }
  }
  return headings;
}
