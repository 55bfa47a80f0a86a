// Every endpoint, in the order in which the description lists them.
import type { Endpoint } from '../endpoint.js';
import { failures, jobs, removeDocument, retryFailures, upload } from './admin.js';
import { document, documentOriginal, documents, documentText } from './documents.js';
import { compareDocuments, documentFamily, documentSimilar } from './families.js';
import { feedback, forgetJudgements, judgements } from './feedback.js';
import { documentElsewhere, documentVersions } from './reading.js';
import { search, searchLong } from './search.js';
import { suggest } from './suggest.js';
import { health, live } from './system.js';
import { wording, wordingLong } from './wording.js';

export const endpoints: readonly Endpoint[] = [
  search,
  searchLong,
  wording,
  wordingLong,
  suggest,
  documents,
  document,
  documentText,
  documentOriginal,
  documentVersions,
  documentElsewhere,
  documentFamily,
  documentSimilar,
  compareDocuments,
  upload,
  removeDocument,
  jobs,
  failures,
  retryFailures,
  feedback,
  judgements,
  forgetJudgements,
  health,
  live,
];
