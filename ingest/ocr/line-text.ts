// What the recognition model gives for a line → its text: at every place the likeliest character, repeats folded (CTC).
import type { Output } from './models.js';

export interface LineText {
  readonly text: string;
  /** mean of the characters' probabilities, 0 to 1 */
  readonly confidence: number;
}

export function lineText({ data, dims }: Output, characters: readonly string[]): LineText {
  const [places = 0, classes = 0] = dims;
  let text = '';
  let sum = 0;
  let count = 0;
  let before = 0;
  for (let place = 0; place < places; place++) {
    const start = place * classes;
    let best = 0;
    for (let i = 1; i < classes; i++) if (data[start + i]! > data[start + best]!) best = i;
    if (best !== 0 && best !== before) {
      text += characters[best - 1] ?? '';
      sum += data[start + best]!;
      count++;
    }
    before = best;
  }
  return { text, confidence: count === 0 ? 0 : sum / count };
}
