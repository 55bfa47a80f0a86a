// The titles that a text (in normal form) sets in 《》, with those nested in them; marks that do not close are passed over.

export interface MarkedTitle {
  /** of the whole, marks included */
  readonly start: number;
  readonly end: number;
  /** between the marks */
  readonly title: string;
}

const MAX_TITLE = 160;

function closing(text: string, open: number): number | null {
  let depth = 0;
  for (let at = open; at < text.length && at - open <= MAX_TITLE; at++) {
    const character = text[at];
    if (character === '《') depth++;
    else if (character === '》') depth--;
    else if (character === '。') return null;
    if (depth === 0) return at;
  }
  return null;
}

/** Where 《 stands in 《 and only one closes (《关于印发《…办法的通知》), the whole is taken up to the mark that closes. */
function unbalanced(text: string, open: number): number | null {
  const near = text.slice(open, open + MAX_TITLE + 1); // no farther: a text may hold marks that never close
  const at = open + near.indexOf('》');
  const inner = open + near.indexOf('《', 1);
  return at >= open &&
    inner > open &&
    inner < at &&
    /^(?:关于)?(?:印发|转发|发布|贯彻|修改)/u.test(text.slice(inner - 2, inner))
    ? at
    : null;
}

export function markedTitles(text: string): MarkedTitle[] {
  const found: MarkedTitle[] = [];
  for (let open = text.indexOf('《'); open !== -1; ) {
    const end = closing(text, open) ?? unbalanced(text, open);
    const title = end === null ? '' : text.slice(open + 1, end);
    const taken = end !== null && title.length >= 2;
    if (taken) found.push({ start: open, end: end + 1, title });
    open = text.indexOf('《', taken ? end + 1 : open + 1);
  }
  return found;
}
