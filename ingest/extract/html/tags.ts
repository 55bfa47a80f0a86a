// What the walk over a page needs to know about tags.

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Begins and ends a block. */
export const blockTags = set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul select button textarea br',
);
/** Holds nothing that a reader sees as text. */
export const unseenTags = set(
  'script style template noembed noframes object embed applet svg math canvas audio video map datalist meta link base title rp rt',
);
/** Controls of the page itself. */
export const controlTags = set('nav select button textarea noscript datalist label legend');
/** What readers see as a heading. */
export const headingLevel = (tag: string): number | null => (/^h[1-6]$/.test(tag) ? Number(tag[1]) : null);
