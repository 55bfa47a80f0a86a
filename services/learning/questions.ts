// Questions with what answers them, from an evaluation folder's queries: which passages, and their vectors.
import type { Catalogue } from '../catalogue/open.js';
import { normalForm } from '../domain/text.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Engine } from '../engine/engine.js';
import type { DocumentOf } from '../evaluation/judge.js';
import type { EvaluationQuery } from '../evaluation/queries.js';
import type { Example } from './example.js';
import type { PassageVectors } from './passage-vectors.js';

/** A gold text is found by so many of its first normalised characters, as in evaluation. */
const GOLD_CHARACTERS = 40;
/** Near-duplicates of one passage would drown the other questions. */
const MAX_POSITIVES = 10;
/** Best wrong passages of the vector leg that a question is contrasted with. */
export const HARD_NEGATIVES = 10;
const DEEP = 60;

export interface QuestionSource {
  readonly catalogue: Catalogue;
  readonly engine: Engine;
  /** gives the model's own vectors */
  readonly embedder: Embedder;
  readonly vectors: PassageVectors;
  readonly documentOf: DocumentOf;
  /** passages that were judged not to answer, by the question's id */
  readonly refused?: ReadonlyMap<string, readonly number[]>;
}

/** The question as an example; null where no passage is known to answer it, or where it stands there word for word. */
export async function exampleOf(query: EvaluationQuery, source: QuestionSource): Promise<Example | null> {
  const { embedder, vectors, catalogue, refused } = source;
  const asked = normalForm(query.query);
  const { answering, related } = answersOf(query, source);
  const positives = answering
    .filter(({ normal }) => !normal.includes(asked))
    .slice(0, MAX_POSITIVES)
    .map(({ documentId, id }) => vectors.of(documentId, id))
    .filter((parts) => parts.length > 0);
  if (positives.length === 0) return null;
  const [vector] = await embedder.embed([query.query], 'query');
  if (!vector) return null;
  const near = await nearWrong(vector, related, new Set(answering.map(({ id }) => id)), source);
  const judged = catalogue.documents.documentsOf(refused?.get(query.id) ?? []);
  const negatives = [...new Map([...near, ...judged])].flatMap(([id, documentId]) => vectors.of(documentId, id));
  return { id: query.id, query: vector, positives, negatives };
}

interface Answer {
  readonly documentId: string;
  readonly id: number;
  readonly normal: string;
}

/** The passages that hold a gold text, and the documents that may answer as well and are therefore no wrong ones. */
function answersOf(
  query: EvaluationQuery,
  { catalogue, documentOf }: QuestionSource,
): { answering: Answer[]; related: ReadonlySet<string> } {
  const golds =
    'gold' in query
      ? query.gold.map(({ doc, text }) => ({ doc, wanted: [...normalForm(text)].slice(0, GOLD_CHARACTERS).join('') }))
      : query.gold_docs.map((doc) => ({ doc, wanted: normalForm(query.gold_passage) }));
  const answering = golds.flatMap(({ doc, wanted }) => {
    const documentId = documentOf(doc);
    if (documentId === null || wanted === '') return [];
    return catalogue.documents
      .passages(documentId)
      .map(({ id, text }) => ({ documentId, id, normal: normalForm(text) }))
      .filter(({ normal }) => normal.includes(wanted));
  });
  const related = 'gold' in query ? [] : [...query.gold_docs, ...query.also_relevant];
  return { answering, related: new Set(related.flatMap((file) => documentOf(file) ?? [])) };
}

/** Passage id → document id of the vector leg's best that do not answer. */
async function nearWrong(
  vector: Float32Array,
  related: ReadonlySet<string>,
  answering: ReadonlySet<number>,
  { engine, catalogue }: QuestionSource,
): Promise<Map<number, string>> {
  const { vector: leg } = await engine.query({ vector, filter: {}, depth: DEEP, vectorMatches: DEEP });
  const near = (leg?.scores ?? []).map(({ id }) => id).filter((id) => !answering.has(id));
  const documents = [...catalogue.documents.documentsOf(near)].filter(([, documentId]) => !related.has(documentId));
  const order = new Map(near.map((id, i) => [id, i]));
  return new Map(documents.sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).slice(0, HARD_NEGATIVES));
}
