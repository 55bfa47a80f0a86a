// Which documents a request is about: those that pass its filters, and are of the group that a bar opened.
import type { Catalogue } from '../catalogue/open.js';
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import type { WordingRequest } from '../domain/query.js';
import type { Coverage } from '../domain/result.js';
import type { CoverageOf } from '../search/coverage.js';
import { passes, resolveFilters } from '../search/filters.js';
import { narrowed } from './dimensions.js';

type Filtered = Pick<
  WordingRequest,
  'region' | 'year' | 'yearFrom' | 'yearTo' | 'type' | 'issuer' | 'status' | 'dateYear' | 'ownRegion' | 'issuerLevel'
>;

export interface Scope {
  holds(document: SnapshotDocument): boolean;
  coverage(): Coverage;
}

/** @throws AppError REGION_UNKNOWN, STATUS_UNKNOWN */
export function scopeOf(request: Filtered, catalogue: Catalogue, coverage: CoverageOf): Scope {
  const filter = resolveFilters(request, () => catalogue.documents.issuers());
  const narrow = narrowed(request);
  return {
    holds: ({ metadata }) => passes(metadata, filter) && narrow(metadata),
    coverage: () => coverage(filter, narrow),
  };
}
