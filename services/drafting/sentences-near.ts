// Sentences of the archive that may say the same as a clause: by its passages' vectors, and those of their windows.
import type { Snapshot, SnapshotDocument } from '../catalogue/snapshot.js';
import type { Vectors } from '../catalogue/vectors.js';
import type { Engine } from '../engine/engine.js';
import { valuesIn } from '../families/values.js';
import type { ArchiveSentence, SentenceIndex } from './index/sentence-index.js';
import { likenessOf, pairsOf } from './likeness.js';

export interface NearDeps {
  readonly snapshot: Snapshot;
  readonly index: SentenceIndex;
  readonly engine: Engine;
  /** the parts of a passage that have vectors of their own, in its document's text */
  windowsOf(passage: number): ReturnType<Vectors['windowsOf']>;
  /** kept from clause to clause */
  readonly features: SentenceFeatures;
  isAllowed(document: SnapshotDocument): boolean;
}

export interface Near {
  readonly sentence: ArchiveSentence;
  /** cosine of its window, or of its passage where that has none */
  readonly near: number;
  readonly shared: number;
  readonly numbers: number;
}

/** Shorter sentences are headings and rows: by meaning everything is like them. */
export const MIN_LENGTH = 12;
/** Passages that the engine gives, and those of them (that are in scope) whose sentences are looked at. */
const DEPTH = 16;
const MAX_PASSAGES = 6;
/** Passages farther away hold no sentence that says the same. */
const MIN_PASSAGE = 0.5;
/** Sentences that may be worth the model's time, the most promising first. */
const MOST = 2;

/** −1 … 1: whether the numbers of two sentences are the same; 0 where both have none. */
function numbersAgree(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 && other.size === 0) return 0;
  let both = 0;
  for (const value of one) if (other.has(value)) both++;
  const all = one.size + other.size - both;
  return (2 * both) / all - 1;
}
const numbersOf = (text: string): Set<string> =>
  new Set(valuesIn(text).flatMap(({ kind, key }) => (kind === 'number' ? [key] : [])));

interface Features {
  readonly pairs: ReturnType<typeof pairsOf>;
  readonly numbers: ReadonlySet<string>;
}
/** What is compared of an archive's sentence; clauses of one draft come to the same sentences again and again. */
export type SentenceFeatures = Map<string, Features>;
const MAX_FEATURES = 4_000;

export async function sentencesNear(core: string, vector: Float32Array, deps: NearDeps): Promise<Near[]> {
  const { engine, snapshot, index, isAllowed } = deps;
  const { vector: leg } = await engine.query({ vector, filter: {}, depth: DEPTH, vectorMatches: 0 });
  const pairs = pairsOf(core);
  const numbers = numbersOf(core);
  const found: Near[] = [];
  let passages = 0;
  const featuresOf = (theirs: string): Features => {
    const there = deps.features.get(theirs);
    if (there) return there;
    if (deps.features.size >= MAX_FEATURES) deps.features.clear();
    const made = { pairs: pairsOf(theirs), numbers: numbersOf(theirs) };
    deps.features.set(theirs, made);
    return made;
  };
  for (const { id, score } of leg?.scores ?? []) {
    if (score < MIN_PASSAGE || passages >= MAX_PASSAGES) break;
    const document = snapshot.documentOf(id);
    if (!document || !isAllowed(document)) continue;
    passages++;
    const i = document.passageIds.indexOf(id);
    const start = document.passageStarts[i] ?? 0;
    const end = document.passageStarts[i + 1] ?? document.normal.length;
    // the window that the sentence lies in says more of it than the whole passage
    const windows = deps.windowsOf(id).map((window) => ({ ...window, score: dot(vector, window.vector) }));
    for (const sentence of index.within(document, start, end)) {
      if (sentence.core.length < MIN_LENGTH) continue;
      const theirs = featuresOf(sentence.core);
      const { both, ofDraft } = likenessOf(pairs, theirs.pairs);
      const window = windows.filter((one) => one.start < sentence.end && one.end > sentence.start);
      const near = window.reduce((most, one) => Math.max(most, one.score), windows.length > 0 ? 0 : score);
      const shared = Math.max(both, 0.7 * ofDraft);
      found.push({ sentence, shared, numbers: numbersAgree(numbers, theirs.numbers), near });
    }
  }
  const seen = new Set<string>();
  const promise = ({ near, shared, numbers: agree }: Near): number => near + shared + 0.04 * agree;
  const ranked = found
    .sort((a, b) => promise(b) - promise(a))
    .filter(({ sentence }) => !seen.has(sentence.core) && seen.add(sentence.core));
  return ranked.slice(0, MOST);
}

export function dot(a: Float32Array, b: Float32Array | undefined): number {
  let sum = 0;
  if (b) for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!; // of one dimension
  return sum;
}
