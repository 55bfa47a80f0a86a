// Sets a page's picture upright: lines that run down the page are turned to run across, a page on its head is turned
// round, and a slant of the scanner is taken out.
import { findLines } from './find-lines.js';
import type { Models } from './models.js';
import { type Box, cropped, type Picture, resized, turned } from './picture.js';
import type { TextBox } from './text-boxes.js';

/** Detection at this size tells how lines run, not yet where each ends. */
const glance = 640;
/** Tangents of angles: below the first a line is read as it is; beyond the second it is no slant of a scanner. */
const straight = 0.003;
const steepest = 0.2;
/** Lines asked which way up they stand, and the probability that turns the page. */
const asked = 9;
const onItsHead = 0.7;
/** What the model that tells which way up a line stands was trained on. */
const lineSize = { width: 192, height: 48 };

const area = (boxes: readonly Box[]): number => boxes.reduce((sum, { width, height }) => sum + width * height, 0);
const isLong = ({ width, height }: Box): boolean => width >= 5 * height;

/** The slope in the middle, longer lines weighing more. */
function slant(boxes: readonly TextBox[]): number {
  const long = boxes.filter(isLong).sort((a, b) => a.slope - b.slope);
  const half = long.reduce((sum, { width }) => sum + width, 0) / 2;
  let sum = 0;
  for (const { width, slope } of long) {
    sum += width;
    if (sum >= half) return slope;
  }
  return 0;
}

/** The line on white to the right of it, or cut: the model's pictures all have one width. */
async function forClassifier(picture: Picture, box: Box): Promise<Picture> {
  const width = Math.min(box.width, Math.round((box.height * lineSize.width) / lineSize.height));
  return resized(await cropped(picture, { ...box, width }), lineSize.width, lineSize.height);
}

async function isUpsideDown(picture: Picture, boxes: readonly TextBox[], models: Models): Promise<boolean> {
  const lines = boxes.filter(({ width, height }) => width >= 3 * height).sort((a, b) => b.width - a.width);
  const votes: number[] = [];
  for (const box of lines.slice(0, asked)) {
    const { data } = await models.classify(await forClassifier(picture, box));
    votes.push(data[1] ?? 0);
  }
  return votes.length > 0 && votes.reduce((a, b) => a + b, 0) / votes.length > onItsHead;
}

export async function upright(picture: Picture, models: Models): Promise<Picture> {
  let page = picture;
  let boxes = await findLines(page, models, glance);
  const tall = boxes.filter(({ width, height }) => height >= 1.5 * width);
  const wide = boxes.filter(({ width, height }) => width >= 1.5 * height);
  if (area(tall) > area(wide)) {
    page = await turned(page, 90);
    boxes = await findLines(page, models, glance);
  }
  const slope = slant(boxes);
  const degrees = Math.abs(slope) > straight && Math.abs(slope) < steepest ? (-Math.atan(slope) * 180) / Math.PI : 0;
  const half = (await isUpsideDown(page, boxes, models)) ? 180 : 0;
  return degrees + half === 0 ? page : turned(page, degrees + half);
}
