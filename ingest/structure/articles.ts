// Which lines are 条: those whose numbers go on counting. 第三条 at the start of a line may also be a reference, cut there.
import type { Item } from './item.js';
import { divisionMarker, type Marker } from './markers.js';

const MAX_GAP = 5;

interface Candidate {
  readonly at: number;
  readonly marker: Marker;
}

/** Whether a candidate is a 条, given the number counted so far and the candidate after it. */
function accepts({ marker }: Candidate, next: Candidate | undefined, counted: number): boolean {
  const { number, inserted, apart } = marker;
  const goesOn = next !== undefined && next.marker.number === number + 1;
  if (number === counted + 1 || (counted > 0 && number === counted && inserted > 0)) return true;
  if (number === 1) return apart || goesOn;
  if (counted === 0) return apart || goesOn;
  // A numeral far off that the next line does not go on from is quoted, as in 决定 and 修正案.
  if (number > counted) return goesOn || (apart && number - counted <= MAX_GAP && next?.marker.number !== counted + 1);
  return apart && (goesOn || number === counted);
}

/** Places of the items that are 条, with their markers. */
export function findArticles(items: readonly Item[]): ReadonlyMap<number, Marker> {
  const candidates = items.flatMap((item, at): Candidate[] => {
    const marker = item.row ? null : divisionMarker(item.text);
    return marker?.kind === 'article' ? [{ at, marker }] : [];
  });
  const found = new Map<number, Marker>();
  let counted = 0;
  candidates.forEach((candidate, i) => {
    if (!accepts(candidate, candidates[i + 1], counted)) return;
    found.set(candidate.at, candidate.marker);
    counted = candidate.marker.number;
  });
  return found;
}

const caption = /^(?:[（(]([^（()）]{1,40})[）)]|[【〔[]([^【〔[\]〕】]{1,40})[】〕\]])/u;

/** 第三条 入学条件, from 第三条（入学条件） …; the article's number alone where it has no caption. */
export function articleLabel(text: string, marker: Marker): string {
  const name = text.slice(0, marker.length).replace(/\s/gu, '');
  const found = caption.exec(text.slice(marker.length, marker.length + 50));
  const words = found?.[1] ?? found?.[2];
  return words ? `${name} ${words.trim()}` : name;
}
