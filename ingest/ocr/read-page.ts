// A page's picture → its lines: set upright, lines found, each read.
import { findLines } from './find-lines.js';
import { lineText } from './line-text.js';
import type { Models } from './models.js';
import { type Box, cropped, type Picture, resized, turned } from './picture.js';
import { upright } from './upright.js';

export interface ReadPage {
  /** of the page as it was read, upright */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PixelLine[];
}
export interface PixelLine extends Box {
  readonly text: string;
  /** 0 to 1 */
  readonly confidence: number;
}

/** Grows when the same page would be read otherwise. */
export const reading = 2;

/**
 * Lines are looked for at about half of 200 dpi, where they are found as well as at full size (bench/extraction/ocr.ts)
 * in a quarter of the time; small pictures as they are, and large ones no larger than memory allows.
 */
const searchSide = (longer: number): number => Math.min(1920, Math.max(1280, Math.round(0.55 * longer)));
/** The model reads lines of this height. */
const lineHeight = 48;
/** Longer than any line of a page, in heights: what is longer is no line. */
const longestLine = 150;
/** Below it, what was read is as likely wrong as right: textures of photographs, seals, rules. */
const leastConfidence = 0.5;

/** A number of a document: 〔2023〕47号, whose brackets are read as others; a pair that does not match cannot be meant. */
const numberBrackets = /[[(（【〔](\d{4})[\])）】〕](?=第?\d{1,5}[号期])/g;
const fullWidthFigures = /[０-９]/g;
const matching = ['[]', '()', '（）'];
export const mended = (text: string): string =>
  text
    .replace(fullWidthFigures, (figure) => figure.normalize('NFKC'))
    .replace(numberBrackets, (whole: string, year: string) =>
      matching.includes(`${whole[0]}${whole.at(-1)}`) ? whole : `〔${year}〕`,
    );

/** Columns of characters, on the side of forms. */
const isTall = ({ width, height }: Box): boolean => height >= 1.5 * width;

/** A box as high as a line of its characters: rules and neighbours blur what detection gives, but not its length. */
const heightBySize = 1.25;
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/;

function tight(box: Box, text: string): Box {
  const { x, y, width, height } = box;
  const sizes = [...text].reduce((sum, character) => sum + (wide.test(character) ? 1 : 0.55), 0);
  const high = isTall(box) ? heightBySize * width : Math.min(height, (heightBySize * width) / Math.max(1, sizes));
  return { x, y: y + (height - high) / 2, width, height: high };
}

async function readLine(picture: Picture, box: Box, models: Models): Promise<PixelLine> {
  const crop = await cropped(picture, box);
  const line = isTall(box) ? await turned(crop, -90) : crop;
  const width = Math.max(16, Math.round(Math.min(longestLine, line.width / line.height) * lineHeight));
  const { text, confidence } = lineText(
    await models.recognise(await resized(line, width, lineHeight)),
    models.characters,
  );
  return { ...tight(box, text), text: mended(text.trim()), confidence };
}

export async function readPage(picture: Picture, models: Models): Promise<ReadPage> {
  const page = await upright(picture, models);
  const boxes = await findLines(page, models, searchSide(Math.max(page.width, page.height)));
  const lines: PixelLine[] = [];
  for (const box of boxes) {
    const line = await readLine(page, box, models);
    if (line.text !== '' && line.confidence >= leastConfidence) lines.push(line);
  }
  return { width: page.width, height: page.height, lines };
}
