// What the recognition model gives for a line → its text: at every place the likeliest character, repeats folded (CTC).
import type { Output } from './models.js';

export interface LineText {
  readonly text: string;
  /** mean of the characters' probabilities, 0 to 1, brackets left out where anything else stands in the line */
  readonly confidence: number;
}

/** The model is unsure which of them a bracket is (〔2016〕 comes out as [2016] at a half), and whoever reads the line takes any. */
const bracket = /^[()[\]（）［］〔〕﹝﹞【】]$/u;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export function lineText({ data, dims }: Output, characters: readonly string[]): LineText {
  const [places = 0, classes = 0] = dims;
  let text = '';
  const sure: number[] = [];
  const ofBrackets: number[] = [];
  let before = 0;
  for (let place = 0; place < places; place++) {
    const start = place * classes;
    let best = 0;
    for (let i = 1; i < classes; i++) if (data[start + i]! > data[start + best]!) best = i;
    if (best !== 0 && best !== before) {
      const character = characters[best - 1] ?? '';
      text += character;
      (bracket.test(character) ? ofBrackets : sure).push(data[start + best]!);
    }
    before = best;
  }
  const known = sure.length > 0 ? sure : ofBrackets;
  return { text, confidence: known.length === 0 ? 0 : meanOf(known) };
}
