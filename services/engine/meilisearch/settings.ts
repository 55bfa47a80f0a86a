// The settings of an index, and which of them a server does not have yet. Changing one makes the server
// work through all its records again, so they are sent only when they differ.
import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { levelAttributes } from './levels.js';

/**
 * The name under which vectors are kept, one a model: a query by one model's name finds no other's vectors, at whatever
 * moment the index is exchanged.
 */
export const embedderOf = (model: string): string =>
  `m${createHash('sha256').update(model).digest('hex').slice(0, 16)}`;

/** Grows when records or settings come to mean something else: the index is then filled again. */
export const recipe = 5;

/** Facet values (ids, cards) that one query may bring back; an answer of so many has about 8 MB. */
export const MAX_FACET_VALUES = 500_000;

/** All but the embedder. */
export const settings: Settings = {
  // Records hold coded units: nothing of the server's language handling is wanted, and naming one language
  // spares it guessing the language of every text, half the time of indexing.
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
  searchableAttributes: [...[...levelAttributes].reverse(), 'long'],
  displayedAttributes: ['id'],
  filterableAttributes: ['id', 'doc', 'embedded', 'region', 'years', 'type', 'issuers', 'status', 'card'],
  sortableAttributes: [],
  rankingRules: ['words'],
  stopWords: [],
  synonyms: {},
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  // Pairs of words by distance would take four times the space; no query asks for a distance.
  proximityPrecision: 'byAttribute',
  facetSearch: false,
  faceting: { maxValuesPerFacet: MAX_FACET_VALUES, sortFacetValuesBy: { '*': 'alpha' } },
  // It also caps the estimated number of hits, which the frequencies are read from.
  pagination: { maxTotalHits: 100_000_000 },
  // A search that is cut off gives a part of its hits without saying so.
  searchCutoffMs: 30_000,
};

/** Whether `have` says all that `want` says; the server adds defaults of its own. */
function holds(have: unknown, want: unknown): boolean {
  if (Array.isArray(want)) {
    return Array.isArray(have) && have.length === want.length && want.every((value, i) => holds(have[i], value));
  }
  if (want === null || typeof want !== 'object') return have === want;
  if (have === null || typeof have !== 'object') return false;
  const known = have as Record<string, unknown>; // an object, as just checked
  const entries = Object.entries(want);
  return entries.length === 0
    ? Object.keys(known).length === 0
    : entries.every(([key, value]) => holds(known[key], value));
}

/** The settings wanted that the server's lack. */
export const missingSettings = (have: Settings, want: Settings): Settings =>
  Object.fromEntries(Object.entries(want).filter(([key, value]) => !holds(have[key as keyof Settings], value)));
