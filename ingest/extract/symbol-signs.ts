// Signs of symbol fonts (Wingdings and its like), which lie in the private use area at F000 and their place in the font.

/** Those that say something; the others only adorn. */
const signs: Readonly<Record<number, string>> = {
  61551: '□',
  61553: '□',
  61603: '□',
  61608: '□',
  61522: '☑',
  61694: '☑',
  61523: '☒',
  61693: '☒',
  61692: '✓',
  61520: '✓',
  61691: '✗',
  61655: '×',
  61620: '×',
};
const symbolic = /[\uf000-\uf0ff]/g;

/** A sign of a symbol font by its place there, with or without the F000. */
export const plainSign = (place: number): string => signs[place < 0x100 ? 0xf000 + place : place] ?? '';

/** Text with such signs written in plain ones, or left out. */
export const withPlainSigns = (text: string): string => text.replace(symbolic, (sign) => plainSign(sign.charCodeAt(0)));
