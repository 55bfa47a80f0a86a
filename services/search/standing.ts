// How well a document stands today, for passages that are otherwise as good as each other: is it valid, and how old is it?
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot } from '../catalogue/snapshot.js';
import type { Metadata, Status } from '../domain/document.js';
import type { Ranked } from './fuse.js';
import type { ParsedQuery } from './parse.js';

const validity: Readonly<Record<Status, number>> = {
  现行: 1,
  试行: 1,
  未知: 0.5,
  已修订: 0.2,
  征求意见: 0.2,
  已废止: 0,
};
/** Older than this is as old as can be. */
const OLD = 20;

/**
 * 0 … 1, two thirds of it for validity. What does not say its year or its status is neither for nor against.
 * @param superseded a newer version is known
 * @param year the present year, or null where the query itself says of which years it asks
 */
export function standingOf(metadata: Metadata, superseded: boolean, year: number | null): number {
  const valid = Math.min(validity[metadata.status], superseded ? validity.已修订 : 1);
  const own = metadata.year ?? metadata.titleYears.at(-1) ?? null;
  const recent = own === null || year === null ? 0.5 : 1 - Math.min(Math.max(year - own, 0), OLD) / OLD;
  return (2 * valid + recent) / 3;
}

export interface StandingDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** By passage, of those ranked; each document is judged once. */
export function standingIn(
  ranked: readonly Ranked[],
  { understood }: ParsedQuery,
  { catalogue, snapshot, today }: StandingDeps,
): (passageId: number) => number {
  const documents = new Map(
    ranked.flatMap(({ id }) => {
      const document = snapshot.documentOf(id);
      return document ? [[document.id, document.metadata] as const] : [];
    }),
  );
  const linked = catalogue.families.of([...documents.keys()]);
  const year = understood.years === null ? Number(today.slice(0, 4)) : null;
  const standings = new Map(
    [...documents].map(([id, metadata]) => [id, standingOf(metadata, linked.get(id)?.superseded ?? false, year)]),
  );
  return (passageId) => standings.get(snapshot.documentOf(passageId)?.id ?? '') ?? 0;
}
