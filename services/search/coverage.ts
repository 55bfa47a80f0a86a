// What was searched: how many documents pass the filter, what of them came by OCR or has no date, and their years.
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot } from '../catalogue/snapshot.js';
import type { Metadata } from '../domain/document.js';
import type { Coverage } from '../domain/result.js';
import type { EngineFilter } from '../engine/engine.js';
import { passes } from './filters.js';

/** `also`: a condition beside the filter. */
export type CoverageOf = (filter: EngineFilter, also?: (metadata: Metadata) => boolean) => Coverage;

export function createCoverage(catalogue: Catalogue, snapshot: Snapshot): CoverageOf {
  let read = { revision: -1, byOcr: new Set<string>() };
  const byOcr = (): ReadonlySet<string> => {
    const revision = catalogue.revision();
    if (revision !== read.revision) read = { revision, byOcr: new Set(catalogue.documents.readByOcr()) };
    return read.byOcr;
  };

  return (filter, also = () => true) => {
    const scanned = byOcr();
    const years: number[] = [];
    let [documents, ocr] = [0, 0];
    for (const { id, metadata } of snapshot.documents().values()) {
      if (!passes(metadata, filter) || !also(metadata)) continue;
      documents++;
      if (scanned.has(id)) ocr++;
      if (metadata.year !== null) years.push(metadata.year);
    }
    const { failed, partial } = catalogue.report.counts();
    return {
      documents,
      ocr,
      undated: documents - years.length,
      yearFrom: years.length === 0 ? null : years.reduce((a, b) => Math.min(a, b)),
      yearTo: years.length === 0 ? null : years.reduce((a, b) => Math.max(a, b)),
      failed,
      partial,
    };
  };
}
