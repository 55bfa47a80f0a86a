// Every stretch of the archive's sentences that is nearly the asked wording. Which documents can hold one follows from the
// index; each of those is then looked through whole, so nothing is missed.
import { partAt, type SnapshotDocument } from '../../catalogue/snapshot.js';
import type { Documents, WordingIndex } from '../index/wording-index.js';
import { sentenceStarts } from '../near.js';
import type { Place } from '../phrase.js';
import { nearEnds } from './near-ends.js';
import { stretches } from './stretches.js';
import { trimmed } from './trim.js';

export interface FoundStretch {
  readonly document: SnapshotDocument;
  /** in the document's normal form */
  readonly place: Place;
}

/**
 * An edit can spoil one of the pattern's pairs of characters at most, where they do not overlap: so many of its pairs must
 * stand in a document as they are.
 */
function mayHold(
  asked: string,
  edits: number,
  documents: Documents,
  index: Pick<WordingIndex, 'count'>,
): Iterable<SnapshotDocument> {
  const pairs = Math.floor(asked.length / 2);
  if (pairs - edits <= 0) return documents.values();
  const held = new Map<SnapshotDocument, number>();
  for (let i = 0; i < pairs; i++) {
    const counts = index.count(asked.slice(2 * i, 2 * i + 2), documents);
    for (const document of counts.keys()) held.set(document, (held.get(document) ?? 0) + 1);
  }
  return [...held].flatMap(([document, count]) => (count >= pairs - edits ? [document] : []));
}

/** Document by document; whoever runs it beside other work rests where it yields. @param asked in normal form */
export function* findStretches(
  asked: string,
  edits: number,
  documents: Documents,
  index: Pick<WordingIndex, 'count'>,
  holds: (document: SnapshotDocument) => boolean,
): Generator<void, FoundStretch[]> {
  const found: FoundStretch[] = [];
  const ends = nearEnds(asked, edits);
  /** a wording of several sentences is looked for in whole paragraphs */
  const several = /[。!?;]./u.test(asked);
  for (const document of mayHold(asked, edits, documents, index)) {
    if (!holds(document)) continue;
    const { normal, paragraphStarts } = document;
    let units: ArrayLike<number> | undefined;
    const near = new Set<number>();
    ends(normal, (end) => {
      units ??= several ? paragraphStarts : sentenceStarts(document);
      near.add(Math.max(0, partAt(units, end - 1)));
    });
    for (const unit of near) {
      const from = units?.[unit] ?? 0;
      const text = normal.slice(from, units?.[unit + 1] ?? normal.length);
      for (const stretch of stretches(asked, text, edits)) {
        const { start, end } = trimmed(asked, text, stretch);
        found.push({ document, place: { start: from + start, end: from + end } });
      }
    }
    yield;
  }
  return found;
}
