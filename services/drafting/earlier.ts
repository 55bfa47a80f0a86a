// The draft's own earlier version: read as the draft is, or a document of the archive.
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot } from '../catalogue/snapshot.js';
import type { EarlierDraft, GivenDraft } from '../domain/check.js';
import type { OutlineEntry } from '../domain/document.js';
import { AppError } from '../domain/errors.js';
import type { ReadDraft } from './draft.js';
import { documentsNamed } from './named-documents.js';

export interface EarlierVersion {
  /** null where it was handed in */
  readonly documentId: string | null;
  readonly title: string;
  readonly date: string | null;
  readonly text: string;
  readonly outline: readonly OutlineEntry[];
}

export interface EarlierDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  read(given: GivenDraft): Promise<ReadDraft>;
}

/** Of several documents of that title the newest. @throws AppError DOCUMENT_NOT_FOUND, and what reading a file throws */
export async function openEarlier(given: EarlierDraft, deps: EarlierDeps): Promise<EarlierVersion> {
  if (given.kind !== 'document') {
    const { text, outline, metadata } = await deps.read(given);
    return { documentId: null, title: metadata.title, date: metadata.date, text, outline };
  }
  const [document] = documentsNamed(given.name, deps.snapshot);
  const { documents } = deps.catalogue;
  const version = document && documents.versionText(document.id, documents.versionOf(document.id));
  if (!document || !version) throw new AppError('DOCUMENT_NOT_FOUND', { id: given.name });
  const { title, date } = document.metadata;
  return { documentId: document.id, title, date, text: version.text, outline: version.outline };
}
