// Which indicators the archive states, and one of them by year and region: filter → names → counts or table → sentences.
import type { Catalogue } from '../../catalogue/open.js';
import type { Snapshot } from '../../catalogue/snapshot.js';
import type { TargetMention } from '../../catalogue/stated-targets.js';
import type { TargetsRequest, TargetsResponse } from '../../domain/target-table.js';
import type { CoverageOf } from '../../search/coverage.js';
import { passes, resolveFilters } from '../../search/filters.js';
import { indicatorName } from '../targets/indicator-name.js';
import { countIndicators } from './count-indicators.js';
import { findIndicators, nearestNames } from './find-indicators.js';
import { foldCopies } from './fold-copies.js';
import { targetShower } from './show-targets.js';
import { tableOf } from './table-of.js';
import { wantedTargets } from './wanted-targets.js';

export interface TargetsDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly coverage: CoverageOf;
}

/** Names offered where an indicator is not found, or beside one that is. */
const NEAREST = 8;

/** @throws AppError REGION_UNKNOWN, STATUS_UNKNOWN */
export function askTargets(request: TargetsRequest, { catalogue, snapshot, coverage }: TargetsDeps): TargetsResponse {
  const filter = resolveFilters(request, () => catalogue.documents.issuers());
  const wanted = wantedTargets(request);
  const passing = new Set<string>();
  for (const { id, metadata } of snapshot.documents().values()) if (passes(metadata, filter)) passing.add(id);
  const isWanted = (mention: TargetMention): boolean => passing.has(mention.documentId) && wanted(mention);
  const counts = countIndicators(catalogue.statedTargets.mentions(), isWanted);
  const names = [...counts.keys()];
  const countsOf = (found: readonly string[]) => found.flatMap((name) => counts.get(name) ?? []);
  const about = { unread: catalogue.statedTargets.unread(), coverage: coverage(filter) };

  const asked = request.indicator ?? request.q?.trim() ?? '';
  if (request.indicator === undefined) {
    const { found, named } = findIndicators(asked, names);
    const from = (request.page - 1) * request.size;
    const shown = found.length > 0 ? found.slice(from, from + request.size) : nearestNames(asked, names, NEAREST);
    return { query: asked || null, named, total: found.length, indicators: countsOf(shown), table: null, ...about };
  }

  const named = [asked, indicatorName(asked)].find((name) => counts.has(name)) ?? null;
  const indicators = countsOf(nearestNames(named ?? asked, names, NEAREST));
  if (named === null) return { query: asked, named, total: 0, indicators, table: null, ...about };
  const stated = catalogue.statedTargets.ofIndicator(named).filter(isWanted);
  const folded = foldCopies(stated, catalogue);
  const table = tableOf({ indicator: named, stated: folded, request }, targetShower(catalogue));
  return { query: asked, named, total: 1, indicators, table, ...about };
}
