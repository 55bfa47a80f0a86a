// Signs of symbol fonts (Wingdings and its like), which lie in the private use area at F000 and their place in the font.

/** Those that say something; the others only adorn. */
const signs: Readonly<Record<number, string>> = {
  0xf06f: '□',
  0xf071: '□',
  0xf0a3: '□',
  0xf0a8: '□',
  0xf052: '☑',
  0xf0fe: '☑',
  0xf053: '☒',
  0xf0fd: '☒',
  0xf0fc: '✓',
  0xf050: '✓',
  0xf0fb: '✗',
  0xf0d7: '×',
  0xf0b4: '×',
};
const symbolic = /[\uf000-\uf0ff]/g;

/** A sign of a symbol font by its place there, with or without the F000. */
export const plainSign = (place: number): string => signs[place < 0x100 ? 0xf000 + place : place] ?? '';

/** Text with such signs written in plain ones, or left out. */
export const withPlainSigns = (text: string): string =>
  text.replace(symbolic, (sign) => plainSign(sign.charCodeAt(0)));
