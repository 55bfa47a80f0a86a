// The sentence of a passage that answers: the nearest to the query in words and in meaning that holds what is asked for.
import type { Range } from '../../domain/passage.js';
import type { Highlight } from '../../domain/result.js';
import { indexForm, queryGrams, simplified } from '../../language/segment.js';
import type { ParsedQuery } from '../parse.js';
import { askedFor, holdsNumber } from './asked.js';
import type { Nearness } from './nearness.js';
import { asksSomething, isHeading, isItem, isLeadIn, sentences } from './sentences.js';

/** Fitted on half a of bench/quality/questions.tsv by softmax over a passage's sentences; evidence in docs/ranking.md. */
const SHARED = 2.5;
const NEAR = 15.5;
const ASKED = 1.1;
const NUMBER = 0.8;
const HEADING = -0.5;
/** A sentence shorter than this (“能。”) is shown with the one after it. */
const SHORT = 8;

/** What is looked at of a query: as typed, for official words in place of everyday ones lead astray more often than not. */
export type Wanted = Pick<ParsedQuery, 'text' | 'typedTerms'>;

/**
 * The sentence that answers, and the lead-in that it completes where it is one of a list; in order, none when nothing is
 * shared with the query and nothing is known of its meaning. A passage of one sentence is that sentence.
 */
export function answerHighlights(text: string, query: Wanted, nearness: Nearness = () => null): Highlight[] {
  const all = sentences(text);
  const mark = ({ start, end }: Range): Highlight => ({ start, end, kind: 'answer' });
  if (all.length <= 1) return all.map(mark);
  const texts = all.map(({ start, end }) => simplified(text.slice(start, end).normalize('NFKC').toLowerCase()));
  const scores = scoreAll(texts, all.map(nearness), query);
  if (!scores) return [];
  const [chosen, lead] = choose(texts, scores);
  const first = all[chosen];
  const last = (texts[chosen]?.length ?? 0) < SHORT ? (all[chosen + 1] ?? first) : first;
  const answer = first && last ? [{ start: first.start, end: last.end }] : [];
  const before = lead === null ? undefined : all[lead];
  return [...(before ? [before] : []), ...answer].map(mark);
}

/** null when no sentence shares anything with the query, and none is nearer to it than another */
function scoreAll(
  texts: readonly string[],
  near: readonly (number | null)[],
  { text, typedTerms: terms }: Wanted,
): number[] | null {
  const typed = indexForm(text);
  const units = [...new Set([...queryGrams(typed), ...terms, ...terms.flatMap((term) => [...term])])];
  const shared = shares(texts, units);
  const nearest = Math.max(...near.map((cosine) => cosine ?? -1));
  if (!shared && nearest === -1) return null;
  const asked = askedFor(typed);
  return texts.map(
    (sentence, i) =>
      SHARED * (shared?.[i] ?? 0) +
      NEAR * (nearest === -1 ? 0 : (near[i] ?? -1) - nearest) +
      ASKED * asked.held(sentence) +
      NUMBER * Number(asked.number && holdsNumber(sentence)) +
      HEADING * Number(isHeading(sentence) || asksSomething(sentence)),
  );
}

/** Each sentence's share of the units that the passage holds at all, a unit weighed by how few sentences hold it. */
function shares(texts: readonly string[], units: readonly string[]): number[] | null {
  const weights = units.map((unit) => {
    const holding = texts.filter((sentence) => sentence.includes(unit)).length;
    return holding === 0 ? 0 : 1 / (1 + holding);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return null;
  return texts.map(
    (sentence) => units.reduce((sum, unit, i) => sum + (sentence.includes(unit) ? (weights[i] ?? 0) : 0), 0) / total,
  );
}

/** The sentence to show and its lead-in: a question or a heading is answered by what follows it, a lead-in by its list. */
function choose(texts: readonly string[], scores: readonly number[]): [number, number | null] {
  const best = scores.indexOf(Math.max(...scores));
  const after = texts.findIndex((sentence, i) => i >= best && !asksSomething(sentence) && !isHeading(sentence));
  const chosen = after === -1 ? best : after;
  if (isLeadIn(texts[chosen] ?? '')) {
    const items = listAfter(texts, chosen);
    const [first] = items;
    if (first === undefined) return [chosen, null];
    return [items.reduce((a, b) => ((scores[b] ?? 0) > (scores[a] ?? 0) ? b : a), first), chosen];
  }
  return [chosen, isItem(texts[chosen] ?? '') ? leadBefore(texts, chosen) : null];
}

/** What follows a lead-in: its numbered items, or else the next sentence alone. */
function listAfter(texts: readonly string[], lead: number): number[] {
  const items: number[] = [];
  for (let i = lead + 1; i < texts.length && isItem(texts[i] ?? ''); i++) items.push(i);
  return items.length > 0 || lead + 1 >= texts.length ? items : [lead + 1];
}

function leadBefore(texts: readonly string[], item: number): number | null {
  for (let i = item - 1; i >= 0; i--) {
    if (isLeadIn(texts[i] ?? '')) return i;
    if (!isItem(texts[i] ?? '')) return null;
  }
  return null;
}
