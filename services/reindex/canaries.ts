// Asks an index what the catalogue knows the answer to, before it answers anybody else: how much it holds, in which passages
// words stand, filters that can be counted, vectors that are nearest to themselves.
import type { Catalogue } from '../catalogue/open.js';
import type { Engine } from '../engine/engine.js';
import { engineDocument } from '../search/index-documents.js';
import { type Described, filterQuestion } from './filter-question.js';
import { phraseIn, phraseQuestions } from './phrase-questions.js';

export interface Canary {
  readonly kind: 'count' | 'phrase' | 'filter' | 'neighbour';
  /** what was asked about: a document, a filter */
  readonly of: string;
  readonly expected: number;
  readonly found: number;
}
export interface Question extends Omit<Canary, 'found'> {
  ask(index: Pick<Engine, 'query' | 'size'>): Promise<number>;
}
export interface CanaryReport {
  readonly asked: number;
  readonly failed: readonly Canary[];
}

/** Documents that are asked about, spread over the archive. */
const SAMPLE = 16;

/** Questions with their answers. Read them at one moment: a document that comes in meanwhile would change the answers. */
export function canaryQuestions(catalogue: Catalogue, fingerprint: string): Question[] {
  const { passages } = catalogue.documents.counts();
  const questions: Question[] = [{ kind: 'count', of: '', expected: passages, ask: (index) => index.size() }];
  const documents = catalogue.documents.list(Number.MAX_SAFE_INTEGER, 0).flatMap(({ id, file }): Described[] => {
    const metadata = catalogue.documents.metadata(id);
    return metadata ? [{ id, file, metadata }] : [];
  });
  const phrases = new Map<string, string>(); // phrase → file
  const step = Math.max(1, Math.floor(documents.length / SAMPLE));
  for (let at = 0, turn = 0; at < documents.length && turn < SAMPLE; at += step, turn++) {
    const { id, file, metadata } = documents[at]!; // in bounds by the loop
    const own = engineDocument(catalogue, id, fingerprint).passages;
    const passage = own[Math.floor(own.length / 2)];
    if (!passage) continue;
    const [vector] = passage.vectors;
    if (vector) questions.push(neighbourQuestion(passage.id, vector, file));
    const phrase = phraseIn(passage.text);
    if (phrase === null) continue;
    phrases.set(phrase, file);
    const passagesOf = (one: string) => engineDocument(catalogue, one, fingerprint).passages;
    const filtered = filterQuestion({ all: documents, passagesOf }, metadata, phrase.slice(0, 2), turn);
    if (filtered) questions.push(filtered);
  }
  return [...questions, ...phraseQuestions(catalogue, phrases)];
}

export async function askCanaries(
  index: Pick<Engine, 'query' | 'size'>,
  questions: readonly Question[],
): Promise<CanaryReport> {
  const failed: Canary[] = [];
  for (const { ask, ...question } of questions) {
    const found = await ask(index);
    if (found !== question.expected) failed.push({ ...question, found });
  }
  return { asked: questions.length, failed };
}

const NEIGHBOURS = 50;
/** Rounding to 8 bits, and equal passages in other documents. */
const NEAR_ITSELF = 0.98;
const SAME = 0.01;

/** Nothing is nearer to a passage than itself, but for its equals. */
const neighbourQuestion = (id: number, vector: Float32Array, of: string): Question => ({
  kind: 'neighbour',
  of,
  expected: 1,
  async ask(index) {
    const { vector: leg } = await index.query({ vector, filter: {}, depth: NEIGHBOURS, vectorMatches: 0 });
    const [best, ...rest] = leg?.scores ?? [];
    const own = leg?.scores.find((hit) => hit.id === id)?.score;
    const crowded = rest.length === NEIGHBOURS - 1 && rest.every(({ score }) => best && score > best.score - SAME);
    const nearItself = own !== undefined && best !== undefined && own > NEAR_ITSELF && best.score - own < SAME;
    return nearItself || crowded ? 1 : 0;
  },
});
