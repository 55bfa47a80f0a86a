// Documents of the archive as a drafter names them: by id, by file, or by title.
import type { Snapshot, SnapshotDocument } from '../catalogue/snapshot.js';
import { documentIdOf } from '../catalogue/store.js';
import { normalForm } from '../domain/text.js';

const titleKey = (title: string): string => normalForm(title.trim().replace(/^《(.*)》$/su, '$1'));

/** Those of that title, newest first, where nothing else goes by the name. */
export function documentsNamed(name: string, snapshot: Snapshot): SnapshotDocument[] {
  const documents = snapshot.documents();
  const one = documents.get(name.trim()) ?? documents.get(documentIdOf(name.trim().normalize('NFC')));
  if (one) return [one];
  const key = titleKey(name);
  if (key === '') return [];
  return [...documents.values()]
    .filter(({ metadata }) => titleKey(metadata.title) === key)
    .sort((a, b) => ((a.metadata.date ?? '') < (b.metadata.date ?? '') ? 1 : -1));
}
