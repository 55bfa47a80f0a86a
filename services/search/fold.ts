// Hits of one family → one hit, with the others under it. Pure; nothing is lost: every unit is shown or folded under one that is.

export interface Folded<Unit> {
  readonly unit: Unit;
  /** in the order of the ranking */
  readonly members: readonly Unit[];
}

export interface FoldRules<Unit> {
  documentOf(unit: Unit): string | undefined;
  /** null where nothing else that was found is of the same family */
  familyOf(unit: Unit): string | null;
  /** the place of the unit's document within its family; the least is shown */
  placeOf(unit: Unit): number;
  /** whether showing the one tells all that the query finds in the other */
  covers(shown: Unit, other: Unit): boolean;
}

/** Hits that stand for several documents, and what is folded into them. */
export const countFolded = (shown: readonly Folded<unknown>[]): { hits: number; folded: number } => ({
  hits: shown.filter(({ members }) => members.length > 0).length,
  folded: shown.reduce((sum, { members }) => sum + members.length, 0),
});

interface Placed<Unit> extends Folded<Unit> {
  /** place of the best of them in the ranking */
  readonly at: number;
}

/** `units` best first. A hit stands where the best of what it shows or folds stood. */
export function fold<Unit>(units: readonly Unit[], rules: FoldRules<Unit>): Folded<Unit>[] {
  const alone: Placed<Unit>[] = [];
  const families = new Map<string, { unit: Unit; at: number }[]>();
  for (const [at, unit] of units.entries()) {
    const family = rules.familyOf(unit);
    if (family === null) alone.push({ unit, members: [], at });
    else families.set(family, [...(families.get(family) ?? []), { unit, at }]);
  }
  const folded = [...families.values()].flatMap((family) => foldFamily(family, rules));
  return [...alone, ...folded].sort((a, b) => a.at - b.at).map(({ unit, members }) => ({ unit, members }));
}

/** Of each document at most one unit goes under a hit: its others say something else. */
function foldFamily<Unit>(
  family: readonly { readonly unit: Unit; readonly at: number }[],
  { documentOf, placeOf, covers }: FoldRules<Unit>,
): Placed<Unit>[] {
  const out: Placed<Unit>[] = [];
  let rest = family.toSorted((a, b) => placeOf(a.unit) - placeOf(b.unit) || a.at - b.at);
  for (let head = rest[0]; head; head = rest[0]) {
    const documents = new Set([documentOf(head.unit)]);
    const members: typeof rest = [];
    const left: typeof rest = [];
    for (const other of rest.slice(1).sort((a, b) => a.at - b.at)) {
      const document = documentOf(other.unit);
      if (documents.has(document) || !covers(head.unit, other.unit)) left.push(other);
      else {
        documents.add(document);
        members.push(other);
      }
    }
    const at = Math.min(head.at, ...members.map((member) => member.at));
    out.push({ unit: head.unit, members: members.map(({ unit }) => unit), at });
    rest = left.sort((a, b) => placeOf(a.unit) - placeOf(b.unit) || a.at - b.at);
  }
  return out;
}
