// Judges the answer to one query: by document, by passage, or by exact wording.
import type { Archive } from '../domain/archive.js';
import { WordingRequest } from '../domain/query.js';
import { normalForm } from '../domain/text.js';
import { ndcg, reciprocalRank } from './metrics.js';
import type { DocumentQuery, EvaluationQuery, PassageQuery } from './queries.js';
import type { Ranker } from './ranker.js';

/** measure → value, 0 … 1; the first is the one that systems are compared by */
export type Judged = Readonly<Record<string, number>>;
/** file → document id; a duplicate gives the id of the document that it duplicates */
export type DocumentOf = (file: string) => string | null;

/** A gold text is found by so many of its first normalised characters. */
const GOLD_CHARACTERS = 40;

export const judge = (query: EvaluationQuery, ranker: Ranker, documentOf: DocumentOf): Promise<Judged> =>
  'gold' in query ? judgePassages(query, ranker, documentOf) : judgeDocuments(query, ranker, documentOf);

async function judgeDocuments(query: DocumentQuery, ranker: Ranker, documentOf: DocumentOf): Promise<Judged> {
  const gold = new Set(query.gold_docs.map((file) => documentOf(file) ?? file));
  const ignored = new Set(query.also_relevant.map((file) => documentOf(file) ?? file).filter((id) => !gold.has(id)));
  const asked = { text: query.query, filter: query.filter };
  const documents = await ranker.documents(asked, Math.min(100, 10 + ignored.size));
  const relevant = documents
    .filter((id) => !ignored.has(id))
    .slice(0, 10)
    .map((id) => gold.has(id));
  const judged = { 'nDCG@10': ndcg(relevant, gold.size, 10), 'MRR@10': reciprocalRank(relevant, 10) };
  if (query.kind !== 'semantic' || query.gold_passage === '') return judged;

  const wanted = normalForm(query.gold_passage);
  const holding = (await ranker.passages(asked, 10)).map(({ text }) => normalForm(text).includes(wanted));
  const within = (k: number): number => Number(holding.slice(0, k).includes(true));
  return { ...judged, 'passage@1': within(1), 'passage@5': within(5), 'passage@10': within(10) };
}

async function judgePassages(query: PassageQuery, ranker: Ranker, documentOf: DocumentOf): Promise<Judged> {
  const gold = query.gold.map(({ doc, text }) => ({
    id: documentOf(doc),
    start: [...normalForm(text)].slice(0, GOLD_CHARACTERS).join(''),
  }));
  const passages = await ranker.passages({ text: query.query }, 100);
  const left = new Set(gold); // an article counts once, by its first passage that holds it
  const relevant = passages.map(({ documentId, text }) => {
    const normal = normalForm(text);
    const found = [...left].find(({ id, start }) => id === documentId && normal.includes(start));
    return found !== undefined && left.delete(found);
  });
  return {
    'nDCG@10': ndcg(relevant, gold.length, 10),
    'MRR@10': reciprocalRank(relevant, 10),
    'recall@100': relevant.filter(Boolean).length / gold.length,
  };
}

/** Right when the documents that hold the wording are exactly the gold ones. */
export async function judgeWording(query: DocumentQuery, archive: Archive, documentOf: DocumentOf): Promise<Judged> {
  const found = new Set<string>();
  for (let page = 1; ; page++) {
    const { hits, occurrences } = await archive.wording(WordingRequest.parse({ q: query.query, page, size: 100 }));
    for (const { document } of hits) found.add(document.id);
    if (page * 100 >= occurrences) break;
  }
  const gold = new Set(query.gold_docs.map((file) => documentOf(file) ?? file));
  return { right: Number(found.size === gold.size && [...gold].every((id) => found.has(id))) };
}
