// Targets as they are shown: with their words and sentence from the stored text, their passage and their document.
import type { Catalogue } from '../../catalogue/open.js';
import type { TargetOf } from '../../catalogue/stated-targets.js';
import type { DocumentSummary } from '../../domain/document.js';
import { AppError } from '../../domain/errors.js';
import type { DocumentTargets, StatedTarget } from '../../domain/target-table.js';
import { regionByCode } from '../../regions/regions.js';
import type { FoldedTarget } from './fold-copies.js';

const MOST_COPIES = 20;

/** A function that shows targets; what it reads of a document it reads once. */
export function targetShower(catalogue: Catalogue): (folded: readonly FoldedTarget[]) => StatedTarget[] {
  const { documents, statedTargets } = catalogue;
  const read = new Map<string, { readonly text: string; readonly document: DocumentSummary | null }>();
  const documentOf = (id: string) => {
    const known = read.get(id) ?? { text: documents.text(id).text, document: documents.summary(id) };
    read.set(id, known);
    return known;
  };
  return (folded) =>
    folded.flatMap(({ target, copies }): StatedTarget[] => {
      const { documentId, regionCode, sentence, ...said } = target;
      const { text, document } = documentOf(documentId);
      if (!document) return [];
      const shown = {
        ...said,
        regionCode,
        region: regionCode === null ? null : (regionByCode(regionCode)?.name ?? null),
        words: text.slice(said.start, said.end),
        sentence: { ...sentence, text: text.slice(sentence.start, sentence.end) },
        passage: statedTargets.passageAt(documentId, said.start),
        document,
        copies: copies.slice(0, MOST_COPIES).flatMap((copy) => copyOf(copy, catalogue)),
        folded: copies.length,
      };
      return [shown];
    });
}

function copyOf({ documentId }: TargetOf, { documents }: Catalogue): StatedTarget['copies'] {
  const summary = documents.summary(documentId);
  if (!summary) return [];
  const { id, title, date, year, file } = summary;
  return [{ id, title, date, year, file }];
}

/** @throws AppError DOCUMENT_NOT_FOUND */
export function targetsOfDocument(
  id: string,
  { page, size }: { readonly page: number; readonly size: number },
  catalogue: Catalogue,
): DocumentTargets {
  const document = catalogue.documents.summary(id);
  if (!document) throw new AppError('DOCUMENT_NOT_FOUND', { id });
  const { statedTargets } = catalogue;
  const targets = statedTargets.ofDocument(id, size, (page - 1) * size).map((target) => ({ target, copies: [] }));
  return {
    document,
    total: statedTargets.countIn(id),
    unread: !statedTargets.isRead(id),
    targets: targetShower(catalogue)(targets),
  };
}
