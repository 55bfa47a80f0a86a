// Blocks that the markup itself marks as navigation, footer or links: they go where their words do not speak against it.
import type { Format } from '../../services/domain/document.js';
import type { RemovalReason } from '../blocks.js';
import { attachment, bodyOf, type Line, type Reasons, titleLike } from './body.js';
import { type Draft, type TextBlock, takeOut, textBlocks } from './draft.js';
import { isProse } from './phrases.js';

/** A page with less text than this outside of links and menus is a list: they are its text. */
const MIN_PLAIN = 80;
const MIN_PROSE = 40;
/** So many links together may be the document's annexes; more are a list of other pages. */
const MAX_LINKED = 3;
/** Says when, by whom or under what number a page was issued: its place may be a site's, the words are the document's. */
const says =
  /来源|发布|时间|日期|文号|字号|[文布]机关|索引号|[〔﹝［【[（(]\d{4}[〕﹞］】\])）]|^\d{4}[年.-]\d{1,2}[月.-]\d{1,2}日?$/u;

type Zone = 'above' | 'amid' | 'below';
interface Place {
  /** against the document's own text */
  readonly zone: Zone;
  /** how many lines of links stand there one after the other */
  readonly links: number;
  /** whether a line without a hint, above the text, may be the title */
  readonly titled: boolean;
}

/** Why a hinted block is to go; null where it stays. */
function reasonFor({ kind, text, hint }: TextBlock, { zone, links, titled }: Place): RemovalReason | null {
  if (text.length >= MIN_PROSE && (isProse(text) || (hint !== 'footer' && /[，,]/u.test(text)))) return null;
  if (zone !== 'above' && (attachment.test(text) || /^\d{1,2}[.、．]/u.test(text))) return null;
  if (hint === 'footer') return 'footer';
  const listed = links > MAX_LINKED;
  // The title may stand in a page's header, an annex may be a link below the text.
  const named = titleLike.test(text) && !(zone === 'above' && titled);
  if (hint === 'links') return (zone === 'amid' ? listed : !named || listed) ? 'related' : null;
  if (says.test(text) || (kind === 'heading' && (zone === 'amid' || !titled))) return null;
  return named && zone !== 'below' ? null : 'navigation';
}

export function hinted(draft: Draft, format: Format): Draft {
  const plain = draft.reduce((sum, { block }) => {
    if (!block) return sum;
    return sum + (block.kind === 'table' ? MIN_PLAIN : block.hint ? 0 : block.text.length);
  }, 0);
  if (plain < MIN_PLAIN) return draft;

  const lines = textBlocks(draft);
  const unhinted = lines.filter(({ block }) => !block.hint);
  const { first, last } = bodyOf(unhinted);
  const table = draft.findIndex(({ block }) => block?.kind === 'table');
  const from = unhinted[first]?.at ?? Math.max(0, table);
  const to = unhinted[last]?.at ?? Number.POSITIVE_INFINITY;
  const titled = unhinted.some(
    ({ at, block }) => at < from && (block.kind === 'heading' || titleLike.test(block.text)),
  );
  const runs = runsOfLinks(lines);
  const reasons: Reasons = new Map();
  lines.forEach(({ at, block }, i) => {
    // Links lead away from a web page; in an office's file they are its own words.
    if (!block.hint || (block.hint === 'links' && format !== 'html')) return;
    const zone: Zone = at <= from ? 'above' : at < to ? 'amid' : 'below';
    const reason = reasonFor(block, { zone, links: runs[i] ?? 0, titled });
    if (reason) reasons.set(at, reason);
  });
  return takeOut(draft, reasons);
}

function runsOfLinks(lines: readonly Line[]): number[] {
  const runs = lines.map(() => 0);
  for (let i = 0; i < lines.length; i++) {
    let end = i;
    while (lines[end]?.block.hint === 'links') end++;
    runs.fill(end - i, i, end);
    i = Math.max(i, end - 1);
  }
  return runs;
}
