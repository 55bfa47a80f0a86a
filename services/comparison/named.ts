// What a comparison is asked for by: a document's id or its file in the archive, and @2 after it for one of its versions.
import type { Catalogue } from '../catalogue/open.js';
import { documentIdOf } from '../catalogue/store.js';
import type { Compared } from '../domain/comparison.js';
import { AppError } from '../domain/errors.js';
import type { Text } from './compare-texts.js';

export interface Named extends Text {
  readonly document: Compared;
}

/** The whole name first: a file's own name may end in @2. @throws AppError DOCUMENT_NOT_FOUND, VERSION_NOT_FOUND */
export function named(catalogue: Catalogue, name: string): Named {
  const mark = versionMark.exec(name);
  const found = find(catalogue, name, null) ?? (mark?.[1] ? find(catalogue, mark[1], Number(mark[2])) : null);
  if (!found) throw new AppError('DOCUMENT_NOT_FOUND', { id: name });
  return found;
}

const summaryOf = ({ documents }: Catalogue, name: string) =>
  documents.summary(name) ?? documents.summary(documentIdOf(name.normalize('NFC')));

const versionMark = /^(.+)@(\d{1,6})$/su;

/** The name by the document's id, its version as given; null where none is named so. */
export function nameById(catalogue: Catalogue, name: string): string | null {
  const whole = summaryOf(catalogue, name);
  if (whole) return whole.id;
  const [, own, version] = versionMark.exec(name) ?? [];
  const summary = own === undefined ? null : summaryOf(catalogue, own);
  return summary && `${summary.id}@${version}`;
}

function find(catalogue: Catalogue, name: string, version: number | null): Named | null {
  const { documents } = catalogue;
  const summary = summaryOf(catalogue, name);
  if (!summary) return null;
  const { id } = summary;
  const text = documents.versionText(id, version ?? documents.detail(id).version);
  if (!text) throw new AppError('VERSION_NOT_FOUND', { id, version: version ?? 1 });
  return { document: { ...summary, version }, ...text };
}
