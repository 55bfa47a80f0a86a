// What a reader of names sees of a quantity's sentence.
import type { Quantity } from '../quantities.js';

export interface Around {
  readonly sentence: string;
  readonly quantity: Quantity;
  /** from the sentence's start, and from the last quantity, up to this one with what compares it */
  readonly behind: string;
  readonly since: string;
  /** from behind it and what compares it: up to the next quantity, and to the sentence's end */
  readonly next: string;
  readonly rest: string;
  /** the indicator of the quantity before it in the sentence */
  readonly previous: string | null;
}

/** The names of the indicators that a quantity is of (教科研经费和竞赛经费各增长15%: two); null where the form is another. */
export type NameReader = (around: Around) => string | readonly string[] | null;

/** The part of `text` after its last full stop or semicolon. */
export const clauseOf = (text: string): string => /[^；;。]*$/u.exec(text)?.[0] ?? text;
