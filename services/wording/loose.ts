// The loose form of a wording: punctuation left out, traditional characters and Chinese numerals folded.
import { simplified } from '../language/segment.js';

const numerals = new Map([...'〇零一二三四五六七八九'].map((character, i) => [character, String(Math.max(0, i - 1))]));

/** `at[i]` is where unit i of the loose text stands in the normal form. Numerals are folded digit by digit (二〇二一 → 2021). */
export function looseForm(normal: string): { text: string; at: Uint32Array } {
  const folded = simplified(normal);
  const source = folded.length === normal.length ? folded : normal; // else offsets would not hold
  const at: number[] = [];
  let text = '';
  for (let i = 0; i < source.length; i++) {
    const unit = source[i] ?? '';
    if (/[\p{P}\p{S}]/u.test(unit)) continue;
    text += (numerals.get(unit) ?? unit).toLowerCase();
    at.push(i);
  }
  return { text, at: Uint32Array.from(at) };
}
