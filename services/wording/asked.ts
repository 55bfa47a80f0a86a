// A request read: the phrase, what must stand near it, what must not, and in what form all of them are looked for.
import { AppError } from '../domain/errors.js';
import type { WordingRequest } from '../domain/query.js';
import { wrong } from '../domain/request-error.js';
import type { Switches } from './fold.js';
import { keepNear, type Paragraphed, type Scope } from './near.js';
import { type Phrase, type Place, phraseOf } from './phrase.js';

export interface Asked {
  readonly phrase: Phrase;
  readonly near: readonly Phrase[];
  readonly without: readonly Phrase[];
  /** The phrase’s places in a text that meet the conditions. */
  placesIn(text: Paragraphed): Place[];
}

/** Each phrase costs a look at every text that holds the first. */
const MOST_PHRASES = 8;

const switchesOf = ({ loose, punctuation, script, numerals }: WordingRequest): Switches => ({
  punctuation: loose || punctuation === 'ignore',
  script: loose || script === 'fold',
  numerals: loose || numerals === 'fold',
});

const scopeOf = (given: string): Scope =>
  given === 'sentence' || given === 'paragraph' || given === 'document' ? given : Number(given);

/** One phrase a line: white space is no part of a wording. */
function phrases(given: string | undefined, name: string, switches: Switches): Phrase[] {
  const found = (given ?? '').split(/[\n\r]+/u).flatMap((line) => phraseOf(line.toWellFormed(), switches) ?? []);
  if (found.length > MOST_PHRASES) throw wrong(name, 'MOST_PHRASES', { limit: MOST_PHRASES });
  return found;
}

/** @throws AppError QUERY_EMPTY, QUERY_TOO_LONG, INVALID_REQUEST */
export function asked(request: WordingRequest, limit: number): Asked {
  for (const text of [request.q, request.with, request.without]) {
    if (text !== undefined && text.length > limit) throw new AppError('QUERY_TOO_LONG', { length: text.length, limit });
  }
  const switches = switchesOf(request);
  const phrase = phraseOf(request.q.toWellFormed(), switches);
  if (!phrase) throw new AppError('QUERY_EMPTY');
  const near = phrases(request.with, 'with', switches);
  const without = phrases(request.without, 'without', switches);
  const [scope, withoutIn] = [scopeOf(request.near), scopeOf(request.withoutIn)];
  return {
    phrase,
    near,
    without,
    placesIn(text) {
      const places = phrase.places(text);
      if (places.length === 0 || (near.length === 0 && without.length === 0)) return places;
      return keepNear(places, text, {
        near: near.map((other) => other.places(text)),
        scope,
        without: without.map((other) => other.places(text)),
        withoutIn,
      });
    },
  };
}
