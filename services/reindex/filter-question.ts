// How many passages under a filter hold two characters side by side.
import type { Metadata } from '../domain/document.js';
import type { EngineFilter, EnginePassage } from '../engine/engine.js';
import { weightedParts } from '../engine/fields.js';
import { grams } from '../language/segment.js';
import { passes } from '../search/filters.js';
import type { Question } from './canaries.js';

export interface Described {
  readonly id: string;
  readonly file: string;
  readonly metadata: Metadata;
}
interface Archive {
  readonly all: readonly Described[];
  passagesOf(documentId: string): readonly EnginePassage[];
}

/** A filter is counted where so many documents pass it at most. */
const MOST_UNDER_FILTER = 60;

/** One of the document's own values that few enough documents share; another kind of value for each `turn`. */
export function filterQuestion(
  { all, passagesOf }: Archive,
  { issuers, type, year, status }: Metadata,
  term: string,
  turn: number,
): Question | null {
  const filters: EngineFilter[] = [
    ...(issuers[0] === undefined ? [] : [{ issuers: [[issuers[0]]] }]),
    ...(year === null ? [] : [{ years: { from: year, to: year } }]),
    ...(type === null ? [] : [{ type }]),
    { status },
  ];
  for (let i = 0; i < filters.length; i++) {
    const filter = filters[(turn + i) % filters.length]!; // in bounds
    const under = all.filter(({ metadata }) => passes(metadata, filter));
    if (under.length > MOST_UNDER_FILTER) continue;
    const expected = under.flatMap(({ id }) => passagesOf(id)).filter((passage) => holds(passage, term)).length;
    return {
      kind: 'filter',
      of: `${JSON.stringify(filter)} ${term}`,
      expected,
      async ask(index) {
        const keyword = { text: term, terms: [term] };
        return (await index.query({ keyword, filter, depth: 1, vectorMatches: 0 })).counts.passages;
      },
    };
  }
  return null;
}

const holds = (passage: EnginePassage, term: string): boolean =>
  weightedParts(passage).some((part) => grams(part).includes(term));
