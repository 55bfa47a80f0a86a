// Every endpoint, in the order in which the description lists them.
import type { Endpoint } from '../endpoint.js';
import { failures, job, jobs, ledger, queue, removeDocument, retryFailures, upload } from './admin.js';
import { checkDraft } from './check.js';
import { citation } from './citation.js';
import { citations, documentCitations } from './citations.js';
import { compareDocuments, compareTransmission, documentCounterparts } from './comparison.js';
import { document, documentOriginal, documents, documentText } from './documents.js';
import { exportCheckDocx } from './export/check.js';
import { exportCompareDocx, exportTransmissionCsv, exportTransmissionDocx } from './export/comparison.js';
import {
  exportSearchCsv,
  exportSearchDocx,
  exportTargetsCsv,
  exportTargetsDocx,
  exportWordingCsv,
  exportWordingDocx,
} from './export/lists.js';
import { exportCitationsCsv, exportDocumentCitationsCsv, exportTimelineCsv } from './export/tables.js';
import { exportVariantsCsv, exportVariantsDocx } from './export/variants.js';
import { documentFamily, documentSimilar } from './families.js';
import { feedback, forgetJudgements, judgements } from './feedback.js';
import { documentElsewhere, documentVersions } from './reading.js';
import { search, searchLong } from './search.js';
import { suggest } from './suggest.js';
import { health, live, ready } from './system.js';
import { documentTargets, targets } from './targets.js';
import { timeline, variants, wording, wordingLong } from './wording.js';

export const endpoints: readonly Endpoint[] = [
  search,
  searchLong,
  wording,
  wordingLong,
  targets,
  exportSearchCsv,
  exportSearchDocx,
  exportWordingCsv,
  exportWordingDocx,
  exportTargetsCsv,
  exportTargetsDocx,
  exportTimelineCsv,
  exportVariantsCsv,
  exportVariantsDocx,
  timeline,
  variants,
  suggest,
  documents,
  document,
  documentText,
  documentOriginal,
  documentVersions,
  documentElsewhere,
  documentFamily,
  documentSimilar,
  documentTargets,
  citation,
  documentCounterparts,
  documentCitations,
  citations,
  compareDocuments,
  compareTransmission,
  checkDraft,
  exportCheckDocx,
  exportDocumentCitationsCsv,
  exportCitationsCsv,
  exportCompareDocx,
  exportTransmissionCsv,
  exportTransmissionDocx,
  upload,
  removeDocument,
  jobs,
  job,
  queue,
  ledger,
  failures,
  retryFailures,
  feedback,
  judgements,
  forgetJudgements,
  health,
  ready,
  live,
];
