// Every endpoint, in the order in which the description lists them.
import type { Endpoint } from '../endpoint.js';
import { failures, jobs, removeDocument, retryFailures, upload } from './admin.js';
import { document, documentOriginal, documents, documentText } from './documents.js';
import { compareDocuments, documentFamily, documentSimilar } from './families.js';
import { feedback, forgetJudgements, judgements } from './feedback.js';
import { search, searchLong } from './search.js';
import { suggest } from './suggest.js';
import { health, live } from './system.js';
import { documentTargets, targets } from './targets.js';
import { timeline, variants, wording, wordingLong } from './wording.js';

export const endpoints: readonly Endpoint[] = [
  search,
  searchLong,
  wording,
  wordingLong,
  targets,
  timeline,
  variants,
  suggest,
  documents,
  document,
  documentText,
  documentOriginal,
  documentFamily,
  documentSimilar,
  documentTargets,
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
