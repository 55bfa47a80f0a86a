// Whether a page's text is what the page shows, or the page has to be read by OCR.
import type { Drawn } from './drawn.js';

/** What a page says and shows. */
export interface Sight extends Pick<Drawn, 'pictures' | 'curves'> {
  readonly text: string;
  /** characters in fonts that map none of their glyphs to Unicode: their text is numbers of glyphs */
  readonly unmapped: number;
}

/**
 * A page of prose has hundreds of characters. With fewer than this it is a scan with a page number, or a stamp, typed onto
 * it - provided that something else is shown: a picture larger than a seal or an emblem (a seal of 4.2 cm is 3 % of A4),
 * or as many curves as 20 letters drawn as outlines have. A blank page, or one with only lines on it, is complete.
 */
const few = 20;
const smallPicture = 0.05;
const outlines = 400;
/** Under a picture of the whole page stands its text, if there is any: what is less than two lines is a stamp of the scanner. */
const wholePage = 0.8;
const fewOnPicture = 50;
/** A font that lost its mapping takes whole lines with it; a sign or a formula that did takes a few characters. */
const mostLost = 0.1;
/** Ticks and bullets of symbol fonts come out as U+F020 to U+F0FF; so does all the text of a font marked as one by mistake. */
const mostSymbols = 0.33;

const lost = /[\ufffd\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uefff\uf100-\uf8ff\u{f0000}-\u{10ffff}]/gu;
const symbols = /[\uf000-\uf0ff]/g;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

interface Judged {
  readonly characters: number;
  /** that are no text */
  readonly bad: number;
  /** of symbol fonts */
  readonly signs: number;
  readonly readable: number;
}

function judged({ text, unmapped }: Pick<Sight, 'text' | 'unmapped'>): Judged {
  const written = text.replace(/\s+/g, '');
  const characters = written.length;
  const bad = Math.min(characters, count(written, lost) + unmapped);
  const signs = count(written, symbols);
  return { characters, bad, signs, readable: characters - bad - (signs > mostSymbols * characters ? signs : 0) };
}

/** How much of a page's text can be read. */
export const readableIn = (sight: Pick<Sight, 'text' | 'unmapped'>): number => judged(sight).readable;

export function needsOcr(sight: Sight): boolean {
  const { characters, bad, signs, readable } = judged(sight);
  const { pictures, curves } = sight;
  if (readable < few && (pictures >= smallPicture || curves >= outlines)) return true;
  if (readable < fewOnPicture && pictures >= wholePage) return true;
  // A few characters more or less are no page; nor would OCR read them any better.
  return characters >= few && (bad > mostLost * characters || signs > mostSymbols * characters);
}
