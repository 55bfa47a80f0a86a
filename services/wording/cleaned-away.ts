// The wording in parts that were cleaned away (navigation, page numbers, watermarks): said apart, never counted with the text.
import type { Catalogue } from '../catalogue/open.js';
import { paragraphStarts, type SnapshotDocument } from '../catalogue/snapshot.js';
import type { RemovedWording } from '../domain/result.js';
import { normalText } from '../domain/text.js';
import type { Asked } from './asked.js';
import type { Documents } from './index/wording-index.js';
import { compareDates } from './order.js';
import { around } from './show.js';

export function cleanedAway(
  asked: Asked,
  documents: Documents,
  catalogue: Catalogue,
  passes: (document: SnapshotDocument) => boolean,
  { page, size }: { readonly page: number; readonly size: number },
): RemovedWording {
  const found: { document: SnapshotDocument; hit: Omit<RemovedWording['hits'][number], 'document'> }[] = [];
  for (const { documentId, text, reason, at } of catalogue.documents.removedParts()) {
    const document = documents.get(documentId);
    if (!document || !passes(document)) continue;
    const normal = normalText(text);
    const places = asked.placesIn({ normal: normal.text, paragraphStarts: paragraphStarts(text, normal) });
    if (places.length === 0) continue;
    const shown = around(text);
    for (const place of places) {
      const { before, match, after } = shown(place);
      found.push({ document, hit: { reason, at, before, match, after } });
    }
  }
  found.sort((a, b) => compareDates(a.document, b.document)); // stable: within a document as the parts stand
  return {
    documents: new Set(found.map(({ document }) => document.id)).size,
    occurrences: found.length,
    hits: found.slice((page - 1) * size, page * size).flatMap(({ document, hit }) => {
      const summary = catalogue.documents.summary(document.id);
      return summary ? [{ document: summary, ...hit }] : [];
    }),
  };
}
