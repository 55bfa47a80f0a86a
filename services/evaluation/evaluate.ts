// Judges an archive's answers to an evaluation folder's queries, by kind and mode.
import type { Archive } from '../domain/archive.js';
import type { Mode } from '../domain/query.js';
import { type DocumentOf, type Judged, judge, judgeWording } from './judge.js';
import { mean, percentile } from './metrics.js';
import type { EvaluationQuery } from './queries.js';
import { archiveRanker } from './ranker.js';

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

export interface EvaluateOptions {
  readonly archive: Archive;
  readonly queries: readonly EvaluationQuery[];
  readonly documentOf: DocumentOf;
  readonly progress?: (done: number, total: number) => void;
}

export async function evaluate({ archive, queries, documentOf, progress = () => {} }: EvaluateOptions): Promise<Row[]> {
  const rows: Row[] = [];
  const total = queries.length * MODES.length;
  let done = 0;
  for (const [kind, ofKind] of byKind(queries)) {
    for (const mode of MODES) {
      const ranker = archiveRanker(archive, mode);
      rows.push(
        await judgeAll(kind, mode, ofKind, (query) => {
          progress(++done, total);
          return judge(query, ranker, documentOf);
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

/** Kinds in the order of their first queries. */
export function byKind(queries: readonly EvaluationQuery[]): Map<string, EvaluationQuery[]> {
  const kinds = new Map<string, EvaluationQuery[]>();
  for (const query of queries) kinds.set(query.kind, [...(kinds.get(query.kind) ?? []), query]);
  return kinds;
}

async function judgeAll(
  kind: string,
  mode: Row['mode'],
  queries: readonly EvaluationQuery[],
  judgeOne: (query: EvaluationQuery) => Promise<Judged>,
): Promise<Row> {
  const judged: Judged[] = [];
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    judged.push(await judgeOne(query));
    times.push(performance.now() - started);
  }
  const [first = ''] = Object.keys(judged[0] ?? {});
  return {
    kind,
    mode,
    queries: queries.length,
    measures: means(judged),
    perQuery: Object.fromEntries(queries.map(({ id }, i) => [id, judged[i]?.[first] ?? 0])),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
}

/** Each measure's mean; a query without it counts as 0. */
export function means(judged: readonly Judged[]): Record<string, number> {
  const names = [...new Set(judged.flatMap((measures) => Object.keys(measures)))];
  return Object.fromEntries(names.map((name) => [name, mean(judged.map((measures) => measures[name] ?? 0))]));
}
