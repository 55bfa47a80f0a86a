// Documents and their links → families. The same links give the same families, in whatever order they came about.
import type { FamilyLink } from '../catalogue/families.js';
import { familyRelations } from '../domain/family.js';

export const makesFamily = ({ relation }: Pick<FamilyLink, 'relation'>): boolean => familyRelations.includes(relation);

/**
 * Joins documents along the links that make families, the closest first; two groups of which one document is known
 * to be merely similar to one of the other, or another edition of it, stay apart.
 */
export function familiesOf(ids: Iterable<string>, links: readonly FamilyLink[]): string[][] {
  const groupOf = new Map([...ids].map((id) => [id, new Set([id])]));
  const apart = new Map<string, string[]>();
  for (const { a, b } of links.filter((link) => !makesFamily(link))) {
    apart.set(a, [...(apart.get(a) ?? []), b]);
    apart.set(b, [...(apart.get(b) ?? []), a]);
  }
  const joins = links
    .filter(makesFamily)
    .toSorted((x, y) => y.resemblance - x.resemblance || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1));
  for (const { a, b } of joins) {
    const [one, other] = [groupOf.get(a), groupOf.get(b)];
    if (!one || !other || one === other) continue;
    const [smaller, larger] = one.size < other.size ? [one, other] : [other, one];
    if ([...smaller].some((id) => apart.get(id)?.some((stranger) => larger.has(stranger)))) continue;
    for (const id of smaller) {
      larger.add(id);
      groupOf.set(id, larger);
    }
  }
  return [...new Set(groupOf.values())].map((group) => [...group].sort());
}
