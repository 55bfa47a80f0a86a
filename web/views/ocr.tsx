// What was read from pictures: a mark with its confidence, and what could not be read.
import type { UnreadPart } from '../../services/domain/document.js';
import type { ReadingBlock } from '../reading.js';
import { count, type View } from './view.js';

/** `confidence` is 0 to 1; null where the text was no picture. */
export const OcrBadge = ({ view, confidence }: { readonly view: View; readonly confidence: number | null }) =>
  confidence === null ? null : (
    <span class="ocr" title={view.say('ocrTitle')}>
      {view.say('ocrBadge', { percent: Math.floor(100 * confidence) })}
      <span class="hidden">{view.language === 'zh' ? `：${view.say('ocrTitle')}` : `: ${view.say('ocrTitle')}`}</span>
    </span>
  );

/** Pages that OCR read: from each page mark to the next one. */
export function pagesByOcr(blocks: readonly ReadingBlock[]): number {
  const marks = blocks.filter((block) => block.page !== undefined);
  return marks.reduce((sum, { page = 0, ocr }, i) => {
    const next = marks[i + 1]?.page ?? page + 1;
    return ocr === undefined ? sum : sum + Math.max(1, next - page);
  }, 0);
}

const shownPages = 20;
const reasons = ['scan', 'ocr', 'page', 'object'] as const;

/** What of the file is missing in the text, by reason. */
export function Unread({ view, unread }: { readonly view: View; readonly unread: readonly UnreadPart[] }) {
  return (
    <>
      {reasons.map((reason) => {
        const parts = unread.filter((part) => part.reason === reason);
        if (parts.length === 0) return null;
        const pages = parts.flatMap(({ page }) => (page === null ? [] : [page]));
        const named = pages.slice(0, shownPages).join(view.language === 'zh' ? '、' : ', ');
        return (
          <p key={reason} class="notice unread">
            {view.say(`unread_${reason}`, { count: count(parts.length) })}
            {pages.length > 0 && view.say('unreadPages', { pages: named + (pages.length > shownPages ? '…' : '') })}
          </p>
        );
      })}
    </>
  );
}
