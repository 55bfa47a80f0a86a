// Documents that the query names: every key term of it stands in their title or their file's name, or they fit the region,
// the years, the kind and the issuer that it speaks of.
import type { Snapshot, SnapshotDocument } from '../catalogue/snapshot.js';
import type { Mode } from '../domain/query.js';
import { isOfYears, liesIn, yearsOf } from './filters.js';
import { isOf } from './issuer.js';
import type { ParsedQuery } from './parse.js';

/** Whether a passage's document is named by the query; nothing is in semantic mode, which goes by meaning alone. */
export function titledBy({ typedTerms }: ParsedQuery, mode: Mode, snapshot: Snapshot): (passageId: number) => boolean {
  if (mode === 'semantic' || typedTerms.length === 0) return () => false;
  return (passageId) => {
    const names = snapshot.documentOf(passageId)?.names;
    return names !== undefined && typedTerms.every((term) => names.includes(term));
  };
}

/**
 * How many of region, years, kind and issuer named by the query a passage's document fits, less those that it does not
 * fit (another issuer than the one named is not counted against it: a reprint bears another). National documents bind
 * every region, and what does not say where or when it is from is neither for nor against.
 */
export function fitting(
  { understood }: ParsedQuery,
  issuer: string | null,
  snapshot: Snapshot,
): (passageId: number) => number {
  const { region, years, type } = understood;
  if (!region && !years && type === null && issuer === null) return () => 0;
  const known = new Map<string, number>();
  const sign = (holds: boolean): number => (holds ? 1 : -1);
  const judge = ({ metadata }: SnapshotDocument): number => {
    let sum = 0;
    const bindsAll = metadata.regionCode === null || metadata.regionCode === '0';
    if (region && !bindsAll) sum += sign(liesIn(metadata, region.code));
    if (years && yearsOf(metadata).length > 0) sum += sign(isOfYears(metadata, years));
    if (type !== null && metadata.type !== null) sum += sign(metadata.type === type) / 2;
    if (issuer !== null && isOf(metadata, issuer)) sum += 1;
    return sum;
  };
  return (passageId) => {
    const document = snapshot.documentOf(passageId);
    if (!document) return 0;
    const before = known.get(document.id);
    if (before !== undefined) return before;
    const sum = judge(document);
    known.set(document.id, sum);
    return sum;
  };
}
