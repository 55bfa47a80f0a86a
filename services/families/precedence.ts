// In which order a family's members are shown. Pure.
import type { InForce } from '../domain/family.js';
import type { Version } from './in-force.js';

/**
 * Member → its place, from 0: the version in force, then final versions from the newest, undated ones, those that have
 * not taken effect, drafts. Copies of one version share a place. `today` is YYYY-MM-DD.
 */
export function precedence(versions: readonly Version[], inForce: InForce, today: string): ReadonlyMap<string, number> {
  const classOf = ({ members, date, draft }: Version): number => {
    if (members.some(({ id }) => id === inForce.id)) return 0;
    if (draft) return 4;
    if (members.some(({ effectiveOn }) => effectiveOn !== null && effectiveOn > today)) return 3;
    return date === null ? 2 : 1;
  };
  const ordered = versions.toSorted(
    (a, b) => classOf(a) - classOf(b) || ((a.date ?? '') < (b.date ?? '') ? 1 : a.date === b.date ? 0 : -1),
  );
  return new Map(ordered.flatMap(({ members }, place) => members.map(({ id }) => [id, place])));
}
