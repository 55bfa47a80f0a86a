// A wording and the other ways to write it: its numbers, and its script. Texts in traditional characters are compared in
// simplified ones.
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import { numberVariants } from '../language/numerals.js';
import { simplified } from '../language/segment.js';

/** A wording in normal form, as it is and written otherwise; for comparing with `comparableText`. */
export const writtenWays = (normal: string): string[] => [
  ...new Set([normal, ...numberVariants(normal)].flatMap((way) => [way, simplified(way)])),
];

/** So many characters from a text's middle tell its script; of a simplified text hardly one changes. */
const SAMPLE = 400;
const TRADITIONAL_SHARE = 0.03;

function isTraditional(text: string): boolean {
  const sample = text.slice(Math.max(0, (text.length - SAMPLE) >> 1)).slice(0, SAMPLE);
  const folded = simplified(sample);
  let changed = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] !== folded[i]) changed++;
  return changed > TRADITIONAL_SHARE * sample.length;
}

const known = new WeakMap<SnapshotDocument, string>();

/** A document's text in normal form and simplified characters, unit for unit; made once a document. */
export function comparableText(document: SnapshotDocument): string {
  let text = known.get(document);
  if (text === undefined) {
    const { normal } = document;
    const folded = isTraditional(normal) ? simplified(normal) : normal;
    text = folded.length === normal.length ? folded : normal; // else places would not hold
    known.set(document, text);
  }
  return text;
}
