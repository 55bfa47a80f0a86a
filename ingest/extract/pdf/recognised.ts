// What OCR read of a page → segments like those of a page with text.
import type { RecognisedPage } from '../../blocks.js';
import { median } from './columns.js';
import type { Segment } from './segments.js';

/** A line's box is higher than its type, and ends below the baseline. */
const sizeOfBox = 0.8;
const baseline = 0.85;
/** Boxes vary with the letters in them: up to this much, lines are of one size. */
const sameSize = 1.3;

export function recognisedSegments({ lines }: RecognisedPage): Segment[] {
  const read = lines.filter((line) => line.text.trim() !== '' && line.width > 0 && line.height > 0);
  const usual = median(read.map(({ height }) => height));
  return read.map(({ text, confidence, x, y, width, height }) => {
    const one = height <= sameSize * usual && height * sameSize >= usual ? usual : height;
    return {
      text: text.trim(),
      x0: x,
      x1: x + width,
      y: y + baseline * height,
      size: sizeOfBox * one,
      ocr: confidence,
    };
  });
}
