// Targets of a draft against those that the archive states: another value for the same indicator, year and region; less than
// a target of an earlier year, or of a superior body.
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot, SnapshotDocument } from '../catalogue/snapshot.js';
import type { TargetOf } from '../catalogue/stated-targets.js';
import type { Target } from '../domain/target.js';
import { type Scope, type Standing, standingOf } from './scope.js';

export interface TargetFinding {
  readonly target: Target;
  readonly stated: TargetOf;
  readonly document: SnapshotDocument;
  readonly ground: 'sameYear' | 'belowEarlier' | 'belowSuperior';
  readonly level: 'conflict' | 'note';
  readonly confidence: number;
}

export interface TargetDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly scope: Scope;
  isAllowed(document: SnapshotDocument): boolean;
}

interface Stated extends TargetOf {
  readonly document: SnapshotDocument;
  readonly standing: Standing;
}

/** At least so much, or at most: what only gives a value is taken for what is to be reached. */
const sideOf = ({ comparison }: Target): 'least' | 'most' | null => {
  if (comparison === 'at-most' || comparison === 'less-than') return 'most';
  return comparison === 'up' || comparison === 'down' || comparison === 'about' ? null : 'least';
};
/** Only these compare across years and places: a number of schools or yuan is each place's own. */
const isShare = ({ unit }: Target): boolean => unit === '%';
const EARLIER = 6;

/** `targets` are the draft's; those that a source has word for word are left out by the caller. */
export function targetFindings(
  targets: readonly Target[],
  { catalogue, snapshot, scope, isAllowed }: TargetDeps,
): TargetFinding[] {
  const documents = snapshot.documents();
  const known = new Map<string, Stated[]>();
  const statedOf = (indicator: string): Stated[] => {
    const there = known.get(indicator);
    if (there) return there;
    const found = catalogue.statedTargets.ofIndicator(indicator).flatMap((target): Stated[] => {
      const document = documents.get(target.documentId);
      if (!document || !isAllowed(document) || scope.of(document).stale) return [];
      return [{ ...target, document, standing: standingOf(scope.region?.code ?? null, target.regionCode) }];
    });
    known.set(indicator, found);
    return found;
  };
  return targets.flatMap((target) => {
    const side = sideOf(target);
    if (side === null || target.year === null || target.valueTo !== null || target.indicator.length < 4) return [];
    if (scope.region !== null && target.regionCode !== null && target.regionCode !== scope.region.code) return [];
    const alike = statedOf(target.indicator).filter(
      (one) => one.unit === target.unit && one.valueTo === null && sideOf(one) === side,
    );
    return judge(target, side, alike);
  });
}

function judge(target: Target, side: 'least' | 'most', alike: readonly Stated[]): TargetFinding[] {
  const finding = (stated: Stated, ground: TargetFinding['ground'], confidence: number): TargetFinding[] => [
    { target, stated, document: stated.document, ground, level: confidence >= 0.5 ? 'conflict' : 'note', confidence },
  ];
  const year = target.year ?? 0;
  const here = alike.filter(({ standing }) => standing === 'same');
  const now = here.filter((one) => one.year === year);
  if (now.some(({ value }) => value === target.value)) return [];
  const values = new Set(now.map(({ value }) => value));
  const [first] = now;
  // where the archive itself has several values, it is what was aimed at and what was reached
  if (first) return finding(first, 'sameYear', values.size === 1 ? 0.7 : 0.4);
  if (!isShare(target)) return [];
  const worse = ({ value }: Target): boolean => (side === 'least' ? target.value < value : target.value > value);
  const superior = alike.filter((one) => one.standing === 'superior' && one.year === year && worse(one));
  if (superior[0]) return finding(superior[0], 'belowSuperior', 0.5);
  const earlier = here.filter(
    (one) => one.year !== null && one.year < year && one.year >= year - EARLIER && worse(one),
  );
  return earlier[0] ? finding(earlier[0], 'belowEarlier', 0.5) : [];
}
