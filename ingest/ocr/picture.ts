// A page as pixels, and the few things that are done to it.
import sharp, { type Sharp } from 'sharp';

/** RGB, three bytes a pixel, row by row. */
export interface Picture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}
/** In pixels; the corner is the upper left one. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const paper = { r: 255, g: 255, b: 255 };

export const asSharp = ({ data, width, height }: Picture): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } });

/** Whatever a picture is made of (transparent, grey, 16 bits), as it looks on white paper. */
export async function pictureOf(image: Sharp): Promise<Picture> {
  const { data, info } = await image
    .flatten({ background: paper })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Turned clockwise; the picture grows where it must. */
export const turned = (picture: Picture, degrees: number): Promise<Picture> =>
  pictureOf(asSharp(picture).rotate(degrees, { background: paper }));

export const resized = (picture: Picture, width: number, height: number): Promise<Picture> =>
  pictureOf(asSharp(picture).resize(width, height, { fit: 'fill' }));

export const cropped = (picture: Picture, { x, y, width, height }: Box): Promise<Picture> =>
  pictureOf(asSharp(picture).extract({ left: x, top: y, width, height }));
