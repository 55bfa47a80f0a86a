// 相关阅读, 点击排行 over a list that has been taken out, or over nothing.
import type { RemovalReason } from '../blocks.js';
import { type Draft, takeOut, textBlock } from './draft.js';
import { isRelatedHeader } from './phrases.js';

const frame: ReadonlySet<RemovalReason> = new Set(['navigation', 'related', 'share', 'footer', 'advert']);

export function orphanHeaders(draft: Draft): Draft {
  const reasons = new Map<number, RemovalReason>();
  let empty = true;
  for (let at = draft.length - 1; at >= 0; at--) {
    const part = draft[at];
    const block = textBlock(part);
    if (block && empty && isRelatedHeader(block.text)) reasons.set(at, 'related');
    else if (part?.block) empty = false;
    else if (part && frame.has(part.reason)) empty = true;
  }
  return takeOut(draft, reasons);
}
