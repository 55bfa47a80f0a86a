// What is left when the engine is out of reach: a keyword leg by a plain scan of the archive's wording.
import { passagesWith, type Snapshot } from '../catalogue/snapshot.js';
import { normalForm } from '../domain/text.js';
import type { EngineAnswer, EngineFilter } from '../engine/engine.js';
import { tally } from '../engine/tally.js';
import { facetsOf, passes } from './filters.js';
import type { ParsedQuery } from './parse.js';

/** Scores passages by the summed idf of the key terms they hold; counts as the engine port says, but for common terms. */
export function scan(snapshot: Snapshot, query: ParsedQuery, filter: EngineFilter, depth: number): EngineAnswer {
  const documents = [...snapshot.documents().values()];
  const total = documents.reduce((sum, document) => sum + document.passageIds.length, 0);
  const scores = new Map<number, number>();
  const documentOf = new Map<number, (typeof documents)[number]>();
  for (const term of new Set(query.terms.map(normalForm))) {
    const holding = new Set<number>();
    for (const document of term === '' ? [] : documents) {
      for (const id of passagesWith(document, term, document.normal.toLowerCase())) {
        holding.add(id);
        documentOf.set(id, document);
      }
    }
    const idf = Math.log(1 + (total - holding.size + 0.5) / (holding.size + 0.5));
    for (const id of holding) scores.set(id, (scores.get(id) ?? 0) + idf);
  }

  const matching = [...scores]
    .map(([id, score]) => ({ id, score }))
    .filter(({ id }) => {
      const document = documentOf.get(id);
      return document !== undefined && passes(document.metadata, filter);
    })
    .sort((a, b) => b.score - a.score || a.id - b.id);
  const passagesOf = new Map<(typeof documents)[number], number>();
  for (const { id } of matching) {
    const document = documentOf.get(id);
    if (document) passagesOf.set(document, (passagesOf.get(document) ?? 0) + 1);
  }
  const counted = [...passagesOf].map(([{ metadata }, passages]) => ({ ...facetsOf(metadata), passages }));
  return {
    keyword: { kind: 'idf', scores: matching.slice(0, depth) },
    counts: { ...tally(counted), exact: true },
  };
}
