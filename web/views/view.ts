// What every view is given: the language it speaks and the address it stands at.

import type { Citing } from '../../services/citation/citing.js';
import type { Language } from '../../services/domain/messages/language.js';
import type { Say } from '../../services/domain/messages/web.js';
import type { Address } from '../links.js';

export interface View {
  readonly language: Language;
  readonly say: Say;
  readonly here: Address;
  /** id of a form that the switch of language sends, on a page that a form was sent for; elsewhere it is a link */
  readonly languageForm?: string;
  /** whether readers may judge results */
  readonly judging?: boolean;
  /** cites documents and places in them; without it the document alone is cited, without an address */
  readonly cite?: Citing;
}

/** Whole numbers with separators, the same in both languages. */
export const count = (n: number): string => n.toLocaleString('en-US');

export { shortened } from '../../services/domain/shortened.js';
