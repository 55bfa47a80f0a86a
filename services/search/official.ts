// Everyday words that no text of the archive has meet official ones: the keyword leg also looks for what official texts say
// instead.
// What it gives and what else was tried: docs/ranking.md.
import type { Snapshot } from '../catalogue/snapshot.js';
import { officialWords, type Synonym } from '../language/everyday.js';
import { indexForm } from '../language/segment.js';
import type { ParsedQuery } from './parse.js';

/** Of an entry's official words the nearest ones are enough: more of them outvote the query's own. */
const MAX_OFFICIAL = 2;
const MAX_SYNONYMS = 6;

export interface WithOfficial extends ParsedQuery {
  readonly synonyms: readonly Synonym[];
}

/**
 * A word that the archive has is found by itself, and others beside it would outvote it (docs/ranking.md). Official words
 * that the archive does not have are not looked for.
 */
export function withOfficialWords(query: ParsedQuery, snapshot: Snapshot, literal: boolean): WithOfficial {
  const found = literal ? [] : officialWords(indexForm(query.text)).slice(0, MAX_SYNONYMS);
  if (found.length === 0) return { ...query, synonyms: [] };
  const documents = [...snapshot.documents().values()];
  const stands = (word: string): boolean => documents.some(({ normal }) => normal.includes(word));
  const synonyms = found
    .filter(({ everyday }) => !stands(everyday))
    .map(({ everyday, official }) => ({ everyday, official: official.filter(stands).slice(0, MAX_OFFICIAL) }))
    .filter(({ official }) => official.length > 0);
  const words = [...new Set(synonyms.flatMap(({ official }) => official))];
  return {
    ...query,
    index: [query.index, ...words].join(' '),
    terms: [...new Set([...query.terms, ...words])],
    synonyms,
  };
}
