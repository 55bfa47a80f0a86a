// Which documents are no source: those that the drafter names, and the draft's own earlier version.
import type { Snapshot, SnapshotDocument } from '../catalogue/snapshot.js';
import { normalForm } from '../domain/text.js';
import type { EarlierVersion } from './earlier.js';
import { documentsNamed } from './named-documents.js';

export interface LeftOut {
  readonly leftOut: readonly SnapshotDocument[];
  /** names that nothing goes by */
  readonly notFound: string[];
}

export function leftOutOf(
  names: readonly string[] | undefined,
  earlier: EarlierVersion | undefined,
  snapshot: Snapshot,
): LeftOut {
  const found = (names ?? []).map((name) => ({ name, documents: documentsNamed(name, snapshot) }));
  return {
    leftOut: [...new Set([...found.flatMap(({ documents }) => documents), ...(earlier ? of(earlier, snapshot) : [])])],
    notFound: found.filter(({ documents }) => documents.length === 0).map(({ name }) => name),
  };
}

/** The archive may hold the earlier version too, once or several times. */
function of({ documentId, text }: EarlierVersion, snapshot: Snapshot): SnapshotDocument[] {
  const normal = normalForm(text);
  return [...snapshot.documents().values()].filter((one) => one.id === documentId || one.normal === normal);
}
