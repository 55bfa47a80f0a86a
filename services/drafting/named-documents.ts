// Documents of the archive as a drafter names them: by id, by file, or by the whole title. Words of a title would do for finding
// one; what is to be no source has to be named.
import type { Snapshot, SnapshotDocument } from '../catalogue/snapshot.js';
import { documentIdOf } from '../catalogue/store.js';
import { normalForm } from '../domain/text.js';
import { simplified } from '../language/segment.js';

/** Those of that title, newest first, where nothing else goes by the name. */
export function documentsNamed(name: string, snapshot: Snapshot): SnapshotDocument[] {
  const documents = snapshot.documents();
  const one = documents.get(name.trim()) ?? documents.get(documentIdOf(name.trim().normalize('NFC')));
  if (one) return [one];
  const title = simplified(normalForm(name.trim().replace(/^《(.*)》$/su, '$1')));
  if (title === '') return [];
  return [...documents.values()]
    .filter(({ normalTitle }) => normalTitle === title)
    .sort((a, b) => ((a.metadata.date ?? '') < (b.metadata.date ?? '') ? 1 : -1));
}
