// What speaks for the best hits answering the question, out of what the legs gave. null where there is nothing to judge:
// a query that asks nothing or names what it wants (words of a title, a wording, a phrase in marks) has its answer in the
// hits or in their absence; and with a leg missing the figures would mean something else.

import type { Mode } from '../../domain/query.js';
import type { Degraded } from '../../domain/result.js';
import type { EngineAnswer } from '../../engine/engine.js';
import { isQuestion } from '../../language/question.js';
import type { Ranked } from '../fuse.js';
import type { ParsedQuery } from '../parse.js';
import type { Evidence } from './verdict.js';

/** How far down the legs are compared. */
const COMPARED = 10;
/** The hits a reader sees at once. */
const FIRST = 3;

export interface Found {
  readonly query: Pick<ParsedQuery, 'text' | 'understood'>;
  readonly mode: Mode;
  readonly degraded: readonly Degraded[];
  readonly legs: Pick<EngineAnswer, 'keyword' | 'vector'>;
  /** best first */
  readonly ranked: readonly Pick<Ranked, 'id' | 'verbatim' | 'titled'>[];
  /** how many of the things that the query names a passage's document fits, less those that it does not */
  fits(id: number): number;
}

export function evidenceOf({ query, mode, degraded, legs, ranked, fits }: Found): Evidence | null {
  const [best] = ranked;
  if (mode === 'keyword' || degraded.length > 0 || !legs.vector || !best) return null;
  if (!isQuestion(query.text) || query.understood.phrases.length > 0) return null;
  if (best.verbatim || best.titled) return null;

  const first = new Set(ranked.slice(0, FIRST).map(({ id }) => id));
  const cosines = legs.vector.scores.filter(({ id }) => first.has(id)).map(({ score }) => score);
  const elsewhere = [...first].every((id) => fits(id) < 0);
  const byKeyword = new Set(legs.keyword?.scores.slice(0, COMPARED).map(({ id }) => id));
  const byBoth = legs.vector.scores.slice(0, COMPARED).filter(({ id }) => byKeyword.has(id)).length;
  return { cosine: Math.max(0, ...cosines), agreement: legs.keyword ? byBoth / COMPARED : null, elsewhere };
}
