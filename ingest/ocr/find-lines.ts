// A picture → boxes around its lines of text, in its pixels.
import type { Models } from './models.js';
import { type Picture, resized } from './picture.js';
import { type TextBox, textBoxes } from './text-boxes.js';

/** As the model's makers use it, but for the threshold, which lets thin strokes of blurred pages in. */
const boxOptions = { threshold: 0.2, mean: 0.6, unclip: 1.5 };
/** The model takes pictures whose sides are multiples of it. */
const grid = 32;

/** Detection sees the picture with its longer side no longer than `side`. */
export async function findLines(picture: Picture, models: Models, side: number): Promise<TextBox[]> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const onGrid = (length: number): number => Math.max(grid, Math.round((length * scale) / grid) * grid);
  const [width, height] = [onGrid(picture.width), onGrid(picture.height)];
  const { data } = await models.detect(await resized(picture, width, height));
  const [sx, sy] = [picture.width / width, picture.height / height];
  return textBoxes(data, width, height, boxOptions).map((box) => {
    const [x, y] = [Math.floor(box.x * sx), Math.floor(box.y * sy)];
    return {
      x,
      y,
      width: Math.min(picture.width - x, Math.ceil(box.width * sx)),
      height: Math.min(picture.height - y, Math.ceil(box.height * sy)),
      slope: (box.slope * sy) / sx,
    };
  });
}
