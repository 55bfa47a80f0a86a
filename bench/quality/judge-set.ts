// Asks every system every query of a set.
import type { Settings } from '../../config/settings.js';
import { progressBar } from '../../services/cli/terminal.js';
import { byKind } from '../../services/evaluation/evaluate.js';
import { type Judged, judge, judgeWording } from '../../services/evaluation/judge.js';
import type { DocumentQuery, EvaluationQuery } from '../../services/evaluation/queries.js';
import type { OpenSet } from './sets.js';
import { openSystems } from './systems.js';

/** A system's answers to the queries of one kind, query by query. */
export interface Result {
  readonly set: string;
  readonly kind: string;
  readonly system: string;
  readonly ids: readonly string[];
  readonly judged: readonly Judged[];
}

/** The queries with filters once more, with what they filter by said in their words: 北京市 2016 高中招生. */
const IN_WORDS = 'filter in words';
export const WORDING = 'Yanju wording';

const isFiltered = (query: EvaluationQuery): query is DocumentQuery => 'filter' in query && query.filter !== undefined;
const inWords = ({ filter, ...query }: DocumentQuery): DocumentQuery => ({
  ...query,
  kind: IN_WORDS,
  query: [filter?.region, filter?.year, query.query].filter((part) => part !== undefined).join(' '),
});

export async function judgeSet(name: string, set: OpenSet, settings: Settings): Promise<Result[]> {
  const documentOf = (file: string): string | null => set.catalogue.ledger.get(file)?.documentId ?? null;
  const queries = [...set.queries, ...set.queries.filter(isFiltered).map(inWords)];
  const { rankers, close } = await openSystems(set, settings);
  const bar = progressBar(name);
  bar.start(queries.length * rankers.size);
  let done = 0;
  const results: Result[] = [];
  try {
    for (const [kind, ofKind] of byKind(queries)) {
      const ids = ofKind.map(({ id }) => id);
      for (const [system, ranker] of rankers) {
        const judged: Judged[] = [];
        for (const query of ofKind) {
          judged.push(await judge(query, ranker, documentOf));
          bar.update(++done, system);
        }
        results.push({ set: name, kind, system, ids, judged });
      }
      if (kind === 'exact') {
        const judged: Judged[] = [];
        for (const query of ofKind)
          if (!('gold' in query)) judged.push(await judgeWording(query, set.embedded, documentOf));
        results.push({ set: name, kind, system: WORDING, ids, judged });
      }
    }
  } finally {
    bar.stop();
    await close();
  }
  return results;
}
