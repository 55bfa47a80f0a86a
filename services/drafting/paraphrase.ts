// Clauses that no source has in these words: does one say the same in others? Sentence against sentence, by the model; it
// works on while the engine is asked for what comes next.
import { AppError } from '../domain/errors.js';
import type { Degraded } from '../domain/result.js';
import type { Embedder } from '../embedding/embedder.js';
import { likenessOf, pairsOf } from './likeness.js';
import type { ClauseMatch } from './reuse.js';
import { dot, MIN_LENGTH, type Near, type NearDeps, sentencesNear } from './sentences-near.js';
import { thresholds } from './thresholds.js';

export interface ParaphraseDeps extends NearDeps {
  /** null without a model, or with one that is not the archive's */
  readonly embedder: Embedder | null;
  readonly vectors: SentenceVectors;
  /** false: time is up */
  goesOn(): boolean;
  onDone(done: number, of: number): void;
}

/** Vectors of archive sentences that were embedded for one check, kept for the next. */
export type SentenceVectors = Map<string, Promise<Float32Array>>;
const MAX_KEPT = 8_000;
/** Clauses that are embedded at a time. */
const BATCH = 24;
/** What a sentence is about stands in its first characters; more only takes time. */
const MAX_EMBEDDED = 160;

export interface Paraphrased {
  readonly matches: readonly ClauseMatch[];
  readonly complete: boolean;
  readonly degraded: readonly Degraded[];
}

export async function findParaphrases(matches: readonly ClauseMatch[], deps: ParaphraseDeps): Promise<Paraphrased> {
  const open = matches.filter(
    ({ label, clause }) => label === 'new' && !clause.isHeading && clause.core.length >= MIN_LENGTH,
  );
  if (open.length === 0) return { matches, complete: true, degraded: [] };
  if (!deps.goesOn()) return { matches, complete: false, degraded: [] };
  if (!deps.embedder) return { matches, complete: false, degraded: ['model'] };
  const found = new Map<ClauseMatch, ClauseMatch>();
  const degraded: Degraded[] = [];
  let complete = true;
  try {
    complete = await look(open, deps.embedder, deps, found);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    complete = false;
    degraded.push(error.code === 'ENGINE_UNAVAILABLE' ? 'engine' : 'model');
  }
  return { matches: matches.map((match) => found.get(match) ?? match), complete, degraded };
}

/** Whether all were looked at. */
async function look(
  open: readonly ClauseMatch[],
  embedder: Embedder,
  deps: ParaphraseDeps,
  found: Map<ClauseMatch, ClauseMatch>,
): Promise<boolean> {
  const embed = (at: number): Promise<Float32Array[]> =>
    watched(
      embedder.embed(
        open.slice(at, at + BATCH).map(({ clause }) => cut(clause.core)),
        'passage',
      ),
    );
  const judged: Promise<void>[] = [];
  let next = embed(0);
  let at = 0;
  for (; at < open.length && deps.goesOn(); at += BATCH) {
    const vectors = await next;
    if (at + BATCH < open.length) next = embed(at + BATCH);
    for (const [i, match] of open.slice(at, at + BATCH).entries()) {
      const vector = vectors[i]!; // one a text
      const nearby = await sentencesNear(match.clause.core, vector, deps);
      const judging = judge(match, vector, nearby, embedder, deps).then((better) => {
        if (better) found.set(match, better);
      });
      judged.push(watched(judging));
    }
    deps.onDone(Math.min(open.length, at + BATCH), open.length);
  }
  await Promise.all(judged);
  return at >= open.length;
}

/** What fails is told where it is awaited, later: until then it is nobody's unhandled rejection. */
function watched<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function judge(
  match: ClauseMatch,
  vector: Float32Array,
  nearby: readonly Near[],
  embedder: Embedder,
  { vectors, index, isAllowed }: ParaphraseDeps,
): Promise<ClauseMatch | null> {
  let best: { readonly sentence: Near['sentence']; readonly score: number } | null = null;
  for (const { sentence, shared, numbers } of nearby) {
    // the next promises less: it is not worth the model's time where one was found, or where this one was far off
    if (best && (best.score >= thresholds.paraphrase || best.score < thresholds.paraphrase - FAR_OFF)) break;
    const cosine = dot(vector, await vectorOf(sentence.core, embedder, vectors));
    const score = sameMeaning(cosine, { shared, numbers, lengths: match.clause.core.length / sentence.core.length });
    if (!best || score > best.score) best = { sentence, score };
  }
  if (!best || best.score < thresholds.paraphrase) return null;
  const { core } = best.sentence;
  const likeness = likenessOf(pairsOf(match.clause.core), pairsOf(core));
  return {
    ...match,
    label: 'paraphrase',
    sentences: [best.sentence],
    candidates: [{ wording: { core, sentences: index.same(core, isAllowed) }, likeness }],
    similarity: Math.max(0, Math.min(1, best.score)),
  };
}

/**
 * Two sentences that say the same have their matter in common, some of the words that it is told in, and their numbers:
 * those that both have speak for it, those that only one has against it. And they say about as much as each other.
 */
const sameMeaning = (
  cosine: number,
  { shared, numbers, lengths }: { readonly shared: number; readonly numbers: number; readonly lengths: number },
): number => cosine + SHARED * Math.min(0.4, shared) + NUMBERS * numbers - LENGTHS * Math.abs(Math.log(lengths));
const SHARED = 0.15;
const NUMBERS = 0.04;
const LENGTHS = 0.1;
/** A sentence so far below the bar has none after it that reaches it. */
const FAR_OFF = 0.1;

const cut = (core: string): string => core.slice(0, MAX_EMBEDDED);

function vectorOf(core: string, embedder: Embedder, known: SentenceVectors): Promise<Float32Array> {
  const key = cut(core);
  const there = known.get(key);
  if (there) return there;
  const vector = embedder.embed([key], 'passage').then(([one]) => one ?? new Float32Array());
  known.set(key, vector);
  vector.catch(() => known.delete(key)); // asked for again the next time
  for (const oldest of known.keys()) {
    if (known.size <= MAX_KEPT) break;
    known.delete(oldest);
  }
  return vector;
}
