// A query in the forms that the legs need.

import { AppError } from '../domain/errors.js';
import { normalForm } from '../domain/text.js';
import { rewrittenNumbers, usualNumbers } from '../language/numerals.js';
import { halfWidth, indexForm, keyTerms, simplified } from '../language/segment.js';
import { writtenWays } from './same-wording.js';
import { asTyped, type Understood, understand } from './understand.js';

export interface ParsedQuery {
  /** as typed, trimmed */
  readonly text: string;
  /** for the model: script, width and numbers written in one way, since it reads each way differently */
  readonly meaning: string;
  /** for verbatim matches: in normal form, first as typed, then written otherwise */
  readonly normals: readonly string[];
  /** for the keyword leg */
  readonly index: string;
  readonly terms: readonly string[];
  /** the terms without those of numbers written otherwise */
  readonly typedTerms: readonly string[];
  readonly understood: Understood;
}

/** Key terms beyond this many add nothing to a ranking and only cost time. */
const MAX_TERMS = 40;

/** @throws AppError QUERY_EMPTY, QUERY_TOO_LONG */
export function parse(q: string, maxLength: number, literal = false): ParsedQuery {
  const text = q.toWellFormed().replaceAll('\0', ' ').trim();
  if (text.length > maxLength) throw new AppError('QUERY_TOO_LONG', { length: text.length, limit: maxLength });
  const normal = normalForm(text);
  if (normal === '') throw new AppError('QUERY_EMPTY');
  const typed = usualNumbers(indexForm(text));
  const numbers = rewrittenNumbers(typed).flatMap(({ others }) => others);
  const index = [typed, ...numbers].join(' ');
  const understood = literal ? asTyped : understand(text, new Date().getFullYear());
  const [phrase] = understood.phrases;
  return {
    text,
    meaning: usualNumbers(simplified(halfWidth(text))),
    // Marks around the whole query are no part of the wording that is looked for.
    normals: writtenWays(phrase !== undefined && normal.length === phrase.length + 2 ? phrase : normal),
    index,
    terms: keyTerms(index).slice(0, MAX_TERMS),
    typedTerms: keyTerms(typed).slice(0, MAX_TERMS),
    understood,
  };
}
