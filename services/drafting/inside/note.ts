// What is wrong inside a draft, before it is told: where, and by which words of domain/messages/drafting.ts.
import type { FindingKind } from '../../domain/check.js';
import type { DraftingMessage } from '../../domain/messages/drafting.js';

export interface InsideNote {
  readonly kind: FindingKind;
  readonly level: 'conflict' | 'note';
  readonly start: number;
  readonly end: number;
  readonly message: DraftingMessage;
  readonly values: Readonly<Record<string, string | number>>;
  readonly confidence: number;
}
/** A draft as these checks read it: its lines, and the text that their places count in. */
export interface InsideDraft {
  readonly text: string;
  readonly lines: readonly DraftLine[];
}
export interface DraftLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function linesOf(text: string): DraftLine[] {
  let at = 0;
  return text.split('\n').flatMap((line) => {
    const start = at + (line.length - line.trimStart().length);
    at += line.length + 1;
    const trimmed = line.trim();
    return trimmed === '' ? [] : [{ start, end: start + trimmed.length, text: trimmed }];
  });
}
