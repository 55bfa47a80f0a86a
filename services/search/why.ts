// Why a hit stands where it does: the legs that found it, the terms that it holds, what of the query names it. Pure.
import type { PassageOf } from '../catalogue/documents.js';
import type { Snapshot } from '../catalogue/snapshot.js';
import type { Highlight, Why } from '../domain/result.js';
import { normalForm } from '../domain/text.js';
import { simplified } from '../language/segment.js';
import { isOfYears, liesIn } from './filters.js';
import type { Ranked } from './fuse.js';
import type { ParsedQuery } from './parse.js';

const folded = (text: string): string => simplified(normalForm(text).toLowerCase());

/** The query's key terms that a passage holds, in its text, its headings, or its document's title and file name. */
export function termsHeldBy({ terms }: ParsedQuery, snapshot: Snapshot): (passage: PassageOf) => string[] {
  const wanted = terms.map((term) => ({ term, form: folded(term) }));
  return ({ id, heading, text }) => {
    const parts = [snapshot.documentOf(id)?.names ?? '', ...heading, text].map(folded);
    return wanted
      .filter(({ form }) => form !== '' && parts.some((part) => part.includes(form)))
      .map(({ term }) => term);
  };
}

export interface WhyDeps {
  readonly snapshot: Snapshot;
  readonly termsIn: (passage: PassageOf) => string[];
}
export type WhyHere = (entry: Ranked, passage: PassageOf, highlights: readonly Highlight[]) => Why;

export const whyIn =
  ({ understood }: ParsedQuery, { snapshot, termsIn }: WhyDeps): WhyHere =>
  ({ id, verbatim, titled, legs }, passage, highlights) => {
    const metadata = snapshot.documentOf(id)?.metadata;
    const { region, years, type } = understood;
    const named = {
      verbatim,
      titled,
      region: metadata !== undefined && region !== null && liesIn(metadata, region.code),
      years: metadata !== undefined && years !== null && isOfYears(metadata, years),
      type: type !== null && metadata?.type === type,
    };
    const sentence = highlights.find(({ kind }) => kind === 'answer');
    return {
      legs: (['keyword', 'vector'] as const).flatMap((leg) => {
        const place = legs[leg];
        return place ? [{ leg, rank: place.rank, score: place.score }] : [];
      }),
      terms: termsIn(passage),
      named: Object.entries(named).flatMap(([name, applies]) => (applies ? [name as keyof typeof named] : [])), // its keys
      ...(sentence && { sentence: { start: sentence.start, end: sentence.end } }),
    };
  };
