// The drafter's own Word file with a comment at the words of each finding, and nothing else changed in it. Made in a process of
// its own (apart.ts).
import type { TakenCheck } from '../../check.js';
import { addComments } from './comments-part.js';
import { withMarks } from './marks.js';
import { paragraphsOf } from './paragraphs.js';
import { openParts } from './parts.js';
import { placesInParagraphs } from './places.js';
import { wordNames } from './scan.js';

export interface OriginalTask {
  readonly bytes: Uint8Array;
  readonly taken: Pick<TakenCheck, 'text' | 'remarks' | 'language'>;
}

/** null where the file is no docx: errors do not keep their class between processes */
export function originalDocx({ bytes, taken }: OriginalTask): Uint8Array | null {
  const { text, remarks, language } = taken;
  const parts = openParts(bytes);
  if (!parts) return null;
  const names = wordNames(parts.document);
  const paragraphs = names ? paragraphsOf(parts.document, names) : [];
  const first = paragraphs.find(({ host }) => host === null);
  if (!names || !first) return null;
  if (remarks.length === 0) return parts.pack();
  const placeOf = placesInParagraphs(text, paragraphs);
  const places = remarks.map(placeOf);
  const unplaced = new Set(remarks.filter((_, i) => places[i] === null));
  const number = addComments(parts, { remarks, unplaced, language, names });
  const marked = places.map((place, i) => ({ id: number + i, place }));
  parts.putDocument(withMarks(parts.document, names, marked, first));
  return parts.pack();
}
