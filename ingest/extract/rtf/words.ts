// What control words mean for a reader of the text.

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Groups that hold no text of the document. What begins with \* and is not known is left out as well. */
export const unseen = set(
  'fonttbl colortbl stylesheet info filetbl revtbl template pict objdata objclass objname objalias objsect fldinst ' +
    'listtable listoverridetable rsidtbl nonesttables shprslt xe tc rxe annotation ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ' +
    'pgptbl latentstyles themedata colorschememapping datastore mmathPr private do nextfile bkmkstart bkmkend',
);
/** Groups marked \* that do hold text, or a group that does. */
export const seen = set('shpinst ud shptxt footnote objectemb fldrslt');
/** Groups of which only a group inside holds text. */
export const wrappers = set('shpinst shp object shpgrp upr field');
export const marginal = set('header headerl headerr headerf footer footerl footerr footerf');

export const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u3000',
  enspace: ' ',
  qmspace: ' ',
  '~': '\u00a0',
  _: '-',
};

/** Signs of Wingdings that forms and lists are set with; any other is shown as a bullet. */
export const pictograms: Readonly<Record<number, string>> = {
  111: '□',
  113: '□',
  168: '□',
  252: '✓',
  253: '☒',
  254: '☑',
  32: ' ',
};

const byCharset: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
export const symbolCharset = 2;
/** The code page of a font's \fcharset; null where it is the document's own. */
export const codePageOf = (charset: number): number | null => byCharset[charset] ?? null;
