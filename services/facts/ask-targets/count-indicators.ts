// Mentions → indicators with counts, those of most documents first.
import type { TargetMention } from '../../catalogue/stated-targets.js';
import type { IndicatorCount } from '../../domain/target-table.js';

interface Tally {
  targets: number;
  readonly documents: Set<string>;
  readonly years: Set<number>;
  readonly regions: Set<string>;
  readonly units: Map<string, number>;
}

export function countIndicators(
  mentions: readonly TargetMention[],
  isWanted: (mention: TargetMention) => boolean,
): Map<string, IndicatorCount> {
  const tallies = new Map<string, Tally>();
  for (const mention of mentions) {
    if (!isWanted(mention)) continue;
    let tally = tallies.get(mention.indicator);
    if (!tally) {
      tally = { targets: 0, documents: new Set(), years: new Set(), regions: new Set(), units: new Map() };
      tallies.set(mention.indicator, tally);
    }
    tally.targets++;
    tally.documents.add(mention.documentId);
    if (mention.year !== null) tally.years.add(mention.year);
    if (mention.regionCode !== null) tally.regions.add(mention.regionCode);
    tally.units.set(mention.unit, (tally.units.get(mention.unit) ?? 0) + 1);
  }
  return new Map(
    [...tallies]
      .map(([indicator, tally]) => countOf(indicator, tally))
      .sort((a, b) => b.documents - a.documents || b.targets - a.targets || (a.indicator < b.indicator ? -1 : 1))
      .map((count) => [count.indicator, count]),
  );
}

function countOf(indicator: string, { targets, documents, years, regions, units }: Tally): IndicatorCount {
  const sorted = [...years].sort((a, b) => a - b);
  return {
    indicator,
    targets,
    documents: documents.size,
    years: sorted.length,
    yearFrom: sorted[0] ?? null,
    yearTo: sorted.at(-1) ?? null,
    regions: regions.size,
    units: byCount(units).map(([unit]) => unit),
  };
}

/** Most frequent first; equals in the order of their names, so that answers are repeatable. */
export const byCount = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
