// The one escape function: text as a word of the letters a–z and digits, which no parser of Meilisearch
// (query, phrase, filter) gives a meaning to, and which its normaliser neither folds nor cuts.
import { createHash } from 'node:crypto';

const HAN_FIRST = 0x4e00;
const HAN_LAST = 0x9fff;
/** Facet values longer than 468 bytes are cut by the server (LMDB's key limit). */
const MAX_CODE = 200;

/** Han: a letter a–q and two digits to base 36; ASCII letters and digits: y and itself; others: z and four digits. */
function codeOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point >= HAN_FIRST && point <= HAN_LAST) {
    const n = point - HAN_FIRST;
    return (10 + Math.floor(n / 1296)).toString(36) + (n % 1296).toString(36).padStart(2, '0');
  }
  if (/^[a-z0-9]$/.test(character)) return `y${character}`;
  return `z${point.toString(36).padStart(4, '0')}`;
}

const known = new Map<string, string>();

/** Two texts have the same code exactly when they are the same (when longer than `limit`: the same SHA-256). */
export function code(text: string, limit = MAX_CODE): string {
  let coded = '';
  for (const character of text) {
    let one = known.get(character);
    if (one === undefined) {
      one = codeOf(character);
      known.set(character, one); // at most one entry a code point
    }
    coded += one;
    if (coded.length > limit) return `x${createHash('sha256').update(text, 'utf16le').digest('hex')}`;
  }
  return coded;
}
