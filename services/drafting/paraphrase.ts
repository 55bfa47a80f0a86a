// Clauses that no source has in these words: does one say the same in others? By the archive's passage vectors first, then
// sentence against sentence.
import type { Snapshot, SnapshotDocument } from '../catalogue/snapshot.js';
import { AppError } from '../domain/errors.js';
import type { Degraded } from '../domain/result.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Engine } from '../engine/engine.js';
import type { ArchiveSentence, SentenceIndex } from './index/sentence-index.js';
import { likenessOf, pairsOf } from './likeness.js';
import type { ClauseMatch } from './reuse.js';
import { thresholds } from './thresholds.js';

export interface ParaphraseDeps {
  readonly snapshot: Snapshot;
  readonly index: SentenceIndex;
  readonly engine: Engine;
  /** null without a model, or with one that is not the archive's */
  readonly embedder: Embedder | null;
  readonly vectors: SentenceVectors;
  isAllowed(document: SnapshotDocument): boolean;
  /** false: time is up */
  goesOn(): boolean;
  onDone(done: number, of: number): void;
}

/** Vectors of archive sentences that were embedded for one check, kept for the next. */
export type SentenceVectors = Map<string, Float32Array>;
const MAX_KEPT = 8_000;

/** Shorter clauses are headings and rows: by meaning everything is like them. */
const MIN_LENGTH = 12;
/** Passages that the engine gives, and those of them (that are in scope) whose sentences are looked at. */
const DEPTH = 48;
const MAX_PASSAGES = 5;
/** Passages farther away hold no sentence that says the same. */
const MIN_PASSAGE = 0.5;
/** Sentences that are embedded for one clause. */
const MAX_EMBEDDED = 2;
/** Clauses that are embedded at a time. */
const BATCH = 24;

export interface Paraphrased {
  readonly matches: readonly ClauseMatch[];
  readonly complete: boolean;
  readonly degraded: readonly Degraded[];
}

export async function findParaphrases(matches: readonly ClauseMatch[], deps: ParaphraseDeps): Promise<Paraphrased> {
  const out = [...matches];
  const open = matches.flatMap((match, i) =>
    match.label === 'new' && !match.clause.isHeading && match.clause.core.length >= MIN_LENGTH ? [i] : [],
  );
  const { embedder } = deps;
  if (!embedder) return { matches: out, complete: open.length === 0, degraded: ['model'] };
  try {
    for (let at = 0; at < open.length; at += BATCH) {
      if (!deps.goesOn()) return { matches: out, complete: false, degraded: [] };
      const batch = open.slice(at, at + BATCH);
      const found = await paraphrasesOf(
        batch.map((i) => out[i]!),
        embedder,
        deps,
      ); // indices into it
      batch.forEach((i, n) => {
        const match = found[n];
        if (match) out[i] = match;
      });
      deps.onDone(Math.min(open.length, at + BATCH), open.length);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const lacking = error.code === 'ENGINE_UNAVAILABLE' ? 'engine' : 'model';
    return { matches: out, complete: false, degraded: [lacking] };
  }
  return { matches: out, complete: true, degraded: [] };
}

interface Near {
  readonly sentence: ArchiveSentence;
  readonly passage: number;
  readonly shared: number;
}

async function paraphrasesOf(
  batch: readonly ClauseMatch[],
  embedder: Embedder,
  deps: ParaphraseDeps,
): Promise<(ClauseMatch | null)[]> {
  const vectors = await embedder.embed(
    batch.map(({ clause }) => clause.core),
    'passage',
  );
  const nearby: Near[][] = [];
  for (const [i, { clause }] of batch.entries()) nearby.push(await sentencesNear(clause.core, vectors[i]!, deps)); // one vector a text
  await embedMissing(nearby.flat(), embedder, deps.vectors);
  return batch.map((match, i) => {
    const scored = nearby[i]!.map(({ sentence, shared }) => ({
      sentence,
      score: sameMeaning(dot(vectors[i]!, deps.vectors.get(sentence.core)), shared),
    })).sort((a, b) => b.score - a.score);
    const [best] = scored;
    if (!best || best.score < thresholds.paraphrase) return null;
    const sentences = scored.filter(({ score }) => score >= thresholds.paraphrase).map(({ sentence }) => sentence);
    return {
      ...match,
      label: 'paraphrase' as const,
      sentences,
      candidates: [
        {
          wording: { core: best.sentence.core, sentences: deps.index.same(best.sentence.core, deps.isAllowed) },
          likeness: likenessOf(pairsOf(match.clause.core), pairsOf(best.sentence.core)),
        },
      ],
      similarity: Math.max(0, Math.min(1, best.score)),
    };
  });
}

/** Two sentences that say the same have their matter in common, and some of the words that it is told in. */
export const sameMeaning = (cosine: number, shared: number): number => cosine + 0.15 * Math.min(0.4, shared);

async function sentencesNear(core: string, vector: Float32Array, deps: ParaphraseDeps): Promise<Near[]> {
  const { engine, snapshot, index, isAllowed } = deps;
  const { vector: leg } = await engine.query({ vector, filter: {}, depth: DEPTH, vectorMatches: 0 });
  const pairs = pairsOf(core);
  const found: Near[] = [];
  let passages = 0;
  for (const { id, score } of leg?.scores ?? []) {
    if (score < MIN_PASSAGE || passages >= MAX_PASSAGES) break;
    const document = snapshot.documentOf(id);
    if (!document || !isAllowed(document)) continue;
    passages++;
    const i = document.passageIds.indexOf(id);
    const start = document.passageStarts[i] ?? 0;
    const end = document.passageStarts[i + 1] ?? document.normal.length;
    for (const sentence of index.within(document, start, end)) {
      if (sentence.core.length < MIN_LENGTH) continue;
      const { both, ofDraft } = likenessOf(pairs, pairsOf(sentence.core));
      found.push({ sentence, passage: score, shared: Math.max(both, 0.7 * ofDraft) });
    }
  }
  const seen = new Set<string>();
  return found
    .sort((a, b) => b.passage + b.shared - (a.passage + a.shared))
    .filter(({ sentence }) => !seen.has(sentence.core) && seen.add(sentence.core))
    .slice(0, MAX_EMBEDDED);
}

async function embedMissing(near: readonly Near[], embedder: Embedder, known: SentenceVectors): Promise<void> {
  const missing = [...new Set(near.map(({ sentence }) => sentence.core))].filter((core) => !known.has(core));
  const vectors = await embedder.embed(missing, 'passage');
  missing.forEach((core, i) => {
    known.set(core, vectors[i]!); // one vector a text
  });
  for (const oldest of known.keys()) {
    if (known.size <= MAX_KEPT) break;
    known.delete(oldest);
  }
}

function dot(a: Float32Array, b: Float32Array | undefined): number {
  let sum = 0;
  if (b) for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!; // of one dimension
  return sum;
}
