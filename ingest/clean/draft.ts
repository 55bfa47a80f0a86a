// The document while it is being cleaned: its parts in order, each kept or taken out with a reason.
import type { Format } from '../../services/domain/document.js';
import type { Block, RemovalReason } from '../blocks.js';

export type Part =
  | { readonly block: Block }
  | { readonly block: null; readonly text: string; readonly reason: RemovalReason };
/** Parts in the document's order; a rule turns one draft into the next and loses nothing. */
export type Draft = readonly Part[];
/** What rules may know of the file beside its blocks; `title` is what its markup or properties call it. */
export interface Source {
  readonly format: Format;
  readonly title: string | null;
}
export type Rule = (draft: Draft, source: Source) => Draft;
export type TextBlock = Exclude<Block, { kind: 'table' }>;

export const out = (text: string, reason: RemovalReason): Part => ({ block: null, text, reason });

/** The block of a part when it is a heading or a paragraph that is still kept. */
export const textBlock = (part: Part | undefined): TextBlock | null =>
  part?.block && part.block.kind !== 'table' ? part.block : null;

/** Headings and paragraphs still kept, in order, with their place in the draft. */
export const textBlocks = (draft: Draft): { readonly at: number; readonly block: TextBlock }[] =>
  draft.flatMap((part, at) => {
    const block = textBlock(part);
    return block ? [{ at, block }] : [];
  });

/** Takes out whole blocks: `reasons` gives a reason for a part's place, or nothing to keep it. */
export const takeOut = (draft: Draft, reasons: ReadonlyMap<number, RemovalReason>): Draft =>
  reasons.size === 0
    ? draft
    : draft.map((part, at) => {
        const reason = reasons.get(at);
        const block = textBlock(part);
        return reason && block ? out(block.text, reason) : part;
      });

/**
 * Takes ranges out of a block's text (in order, not overlapping); the parts taken out stand before what is left.
 * Nothing left but white space or punctuation: the whole block goes.
 */
export function cutOut(
  block: TextBlock,
  ranges: readonly { readonly start: number; readonly end: number }[],
  reason: RemovalReason,
): Part[] {
  if (ranges.length === 0) return [{ block }];
  let left = '';
  let from = 0;
  for (const { start, end } of ranges) {
    left += block.text.slice(from, start);
    from = end;
  }
  left = (left + block.text.slice(from)).trim();
  if (!/[\p{L}\p{N}]/u.test(left)) return [out(block.text, reason)];
  return [
    ...ranges.map(({ start, end }) => out(block.text.slice(start, end), reason)),
    { block: { ...block, text: left } },
  ];
}

/** A text without any white space: what patterns for short lines are tried on. */
export const compact = (text: string): string => text.replace(/\s+/gu, '');
