// A map of how likely each pixel is text → boxes around lines of text, by connected regions of it.
import type { Box } from './picture.js';

export interface TextBox extends Box {
  /** how far the line rises or falls along its length: the tangent of its angle, y downwards */
  readonly slope: number;
}

export interface BoxOptions {
  /** a pixel above it counts as text */
  readonly threshold: number;
  /** a region's pixels are text with this probability at least, on average */
  readonly mean: number;
  /** the model marks the core of a line; by how much the box grows, as a share of area through perimeter */
  readonly unclip: number;
}

const smallest = 3;

interface Region {
  pixels: number;
  sum: number;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  sx: number;
  sy: number;
  sxx: number;
  sxy: number;
}

/** Fills the region that `seed` lies in; its pixels are taken off the map. */
function fill(map: Float32Array, width: number, height: number, seed: number, threshold: number): Region {
  const region: Region = { pixels: 0, sum: 0, x0: width, x1: 0, y0: height, y1: 0, sx: 0, sy: 0, sxx: 0, sxy: 0 };
  const stack = [seed];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const value = map[at]!;
    if (value <= threshold) continue;
    map[at] = 0;
    const x = at % width;
    const y = (at - x) / width;
    region.pixels++;
    region.sum += value;
    region.x0 = Math.min(region.x0, x);
    region.x1 = Math.max(region.x1, x);
    region.y0 = Math.min(region.y0, y);
    region.y1 = Math.max(region.y1, y);
    region.sx += x;
    region.sy += y;
    region.sxx += x * x;
    region.sxy += x * y;
    if (x > 0) stack.push(at - 1);
    if (x < width - 1) stack.push(at + 1);
    if (y > 0) stack.push(at - width);
    if (y < height - 1) stack.push(at + width);
  }
  return region;
}

/** `map` is used up. */
export function textBoxes(
  map: Float32Array,
  width: number,
  height: number,
  { threshold, mean, unclip }: BoxOptions,
): TextBox[] {
  const boxes: TextBox[] = [];
  for (let at = 0; at < map.length; at++) {
    if (map[at]! <= threshold) continue;
    const r = fill(map, width, height, at, threshold);
    const [w, h] = [r.x1 - r.x0 + 1, r.y1 - r.y0 + 1];
    if (Math.min(w, h) < smallest || r.sum / r.pixels < mean) continue;
    const grow = (unclip * w * h) / (2 * (w + h));
    const x0 = Math.max(0, Math.floor(r.x0 - grow));
    const y0 = Math.max(0, Math.floor(r.y0 - grow));
    const spread = r.sxx - (r.sx * r.sx) / r.pixels;
    boxes.push({
      x: x0,
      y: y0,
      width: Math.min(width, Math.ceil(r.x1 + 1 + grow)) - x0,
      height: Math.min(height, Math.ceil(r.y1 + 1 + grow)) - y0,
      slope: spread > 0 ? (r.sxy - (r.sx * r.sy) / r.pixels) / spread : 0,
    });
  }
  return boxes;
}
