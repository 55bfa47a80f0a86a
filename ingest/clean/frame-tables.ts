// Old sites lay out their head and foot in tables. One goes when it lies outside the text and every row of it is a site's by
// its words; a table that says anything else stays, official tables above all.
import type { RemovalReason } from '../blocks.js';
import { bodyOf } from './body.js';
import { type Draft, out, textBlocks } from './draft.js';
import { contactsIn, isBreadcrumb, isFooterCompany, isFooterMark, isMenu, isMenuBar, isShare } from './phrases.js';

const mostRows = 12;

/** Why a row can only be a site's; '' for one that a footer may have beside such rows; null where it may be the document's. */
function reasonOf(row: readonly string[]): RemovalReason | '' | null {
  const text = row.filter(Boolean).join(' ').replaceAll('\n', ' ');
  if (text === '') return '';
  if (isFooterMark(text)) return 'footer';
  if (isBreadcrumb(text) || isMenu(text) || isMenuBar(text)) return 'navigation';
  if (isShare(text)) return 'share';
  return isFooterCompany(text) || contactsIn(text) >= 2 ? '' : null;
}

function frameReason(rows: readonly (readonly string[])[]): RemovalReason | null {
  if (rows.length > mostRows) return null;
  const reasons = rows.map(reasonOf);
  if (reasons.includes(null)) return null;
  if (reasons.includes('footer')) return 'footer';
  const [sure, ...others] = reasons.filter((reason) => reason !== null);
  return sure === undefined || sure === '' || others.includes('') ? null : sure;
}

export function frameTables(draft: Draft): Draft {
  const lines = textBlocks(draft);
  const { first, last } = bodyOf(lines);
  const from = lines[first]?.at ?? draft.length;
  const to = lines[last]?.at ?? -1;
  return draft.map((part, at) => {
    const { block } = part;
    if (block?.kind !== 'table' || (at > from && at < to)) return part;
    const reason = frameReason(block.rows);
    return reason ? out(block.rows.map((row) => row.join(' | ')).join('\n'), reason) : part;
  });
}
