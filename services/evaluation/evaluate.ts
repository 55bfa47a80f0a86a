// Judges an archive's answers to an evaluation folder's queries, by kind and mode.
import type { Archive } from '../domain/archive.js';
import { type Mode, SearchRequest, WordingRequest } from '../domain/query.js';
import { normalForm } from '../domain/text.js';
import { mean, ndcg, percentile, reciprocalRank } from './metrics.js';
import type { DocumentQuery, EvaluationQuery, PassageQuery } from './queries.js';

/** One row of the result: a kind of query in one mode. Shares and scores are 0 … 1. */
export interface Row {
  readonly kind: string;
  readonly mode: Mode | 'wording';
  readonly queries: number;
  /** measure → value */
  readonly measures: Readonly<Record<string, number>>;
  /** each query's value of the first measure, for paired comparisons */
  readonly perQuery: Readonly<Record<string, number>>;
  /** time of a query in ms */
  readonly p50: number;
  readonly p95: number;
}

const MODES: readonly Mode[] = ['keyword', 'semantic', 'hybrid'];
/** A gold text is found by so many of its first normalised characters. */
const GOLD_CHARACTERS = 40;

export interface EvaluateOptions {
  readonly archive: Archive;
  readonly queries: readonly EvaluationQuery[];
  /** file → document id; a duplicate gives the id of the document that it duplicates */
  readonly documentOf: (file: string) => string | null;
  readonly progress?: (done: number, total: number) => void;
}

type Judged = Readonly<Record<string, number>>;

export async function evaluate({ archive, queries, documentOf, progress = () => {} }: EvaluateOptions): Promise<Row[]> {
  const rows: Row[] = [];
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const total = queries.length * MODES.length;
  let done = 0;
  for (const kind of kinds) {
    const ofKind = queries.filter((query) => query.kind === kind);
    for (const mode of MODES) {
      rows.push(
        await judgeAll(kind, mode, ofKind, async (query) => {
          progress(++done, total);
          return 'gold' in query
            ? judgePassages(query, mode, archive, documentOf)
            : judgeDocuments(query, mode, archive, documentOf);
        }),
      );
    }
    if (kind === 'exact') {
      rows.push(
        await judgeAll(kind, 'wording', ofKind, (query) =>
          'gold' in query ? Promise.resolve({}) : judgeWording(query, archive, documentOf),
        ),
      );
    }
  }
  return rows;
}

async function judgeAll(
  kind: string,
  mode: Row['mode'],
  queries: readonly EvaluationQuery[],
  judge: (query: EvaluationQuery) => Promise<Judged>,
): Promise<Row> {
  const judged: Judged[] = [];
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    judged.push(await judge(query));
    times.push(performance.now() - started);
  }
  const names = [...new Set(judged.flatMap((measures) => Object.keys(measures)))];
  const [first = ''] = names;
  return {
    kind,
    mode,
    queries: queries.length,
    measures: Object.fromEntries(names.map((name) => [name, mean(judged.map((measures) => measures[name] ?? 0))])),
    perQuery: Object.fromEntries(queries.map(({ id }, i) => [id, judged[i]?.[first] ?? 0])),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
}

type DocumentOf = EvaluateOptions['documentOf'];

async function judgeDocuments(
  query: DocumentQuery,
  mode: Mode,
  archive: Archive,
  documentOf: DocumentOf,
): Promise<Judged> {
  const gold = new Set(query.gold_docs.map((file) => documentOf(file) ?? file));
  const ignored = new Set(query.also_relevant.map((file) => documentOf(file) ?? file).filter((id) => !gold.has(id)));
  const ask = {
    q: query.query,
    mode,
    ...(query.filter?.region && { region: query.filter.region }),
    ...(query.filter?.year && { year: query.filter.year }),
  };
  const byDocument = await archive.search(
    SearchRequest.parse({ ...ask, group: 'document', size: Math.min(100, 10 + ignored.size) }),
  );
  const ranked = byDocument.hits.map(({ document }) => document.id).filter((id) => !ignored.has(id));
  const relevant = ranked.slice(0, 10).map((id) => gold.has(id));
  const judged = { 'nDCG@10': ndcg(relevant, gold.size, 10), 'MRR@10': reciprocalRank(relevant, 10) };
  if (query.kind !== 'semantic' || query.gold_passage === '') return judged;

  const wanted = normalForm(query.gold_passage);
  const byPassage = await archive.search(SearchRequest.parse({ ...ask, group: 'passage', size: 10 }));
  const holding = byPassage.hits.map(({ passage }) => normalForm(passage.text).includes(wanted));
  const within = (k: number): number => Number(holding.slice(0, k).includes(true));
  return { ...judged, 'passage@1': within(1), 'passage@5': within(5), 'passage@10': within(10) };
}

async function judgePassages(
  query: PassageQuery,
  mode: Mode,
  archive: Archive,
  documentOf: DocumentOf,
): Promise<Judged> {
  const gold = query.gold.map(({ doc, text }) => ({
    id: documentOf(doc),
    start: [...normalForm(text)].slice(0, GOLD_CHARACTERS).join(''),
  }));
  const { hits } = await archive.search(SearchRequest.parse({ q: query.query, mode, size: 100 }));
  const left = new Set(gold); // an article counts once, by its first passage that holds it
  const relevant = hits.map(({ document, passage }) => {
    const text = normalForm(passage.text);
    const found = [...left].find(({ id, start }) => id === document.id && text.includes(start));
    return found !== undefined && left.delete(found);
  });
  return {
    'nDCG@10': ndcg(relevant, gold.length, 10),
    'recall@100': relevant.filter(Boolean).length / gold.length,
  };
}

/** Right when the documents that hold the wording are exactly the gold ones. */
async function judgeWording(query: DocumentQuery, archive: Archive, documentOf: DocumentOf): Promise<Judged> {
  const found = new Set<string>();
  for (let page = 1; ; page++) {
    const { hits, occurrences } = await archive.wording(WordingRequest.parse({ q: query.query, page, size: 100 }));
    for (const { document } of hits) found.add(document.id);
    if (page * 100 >= occurrences) break;
  }
  const gold = new Set(query.gold_docs.map((file) => documentOf(file) ?? file));
  return { right: Number(found.size === gold.size && [...gold].every((id) => found.has(id))) };
}
