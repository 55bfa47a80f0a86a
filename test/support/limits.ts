// Limits for reading files in tests.
import type { ExtractLimits } from '../../ingest/extract/extract.js';

export const extractLimits: ExtractLimits = {
  maxTextChars: 100_000,
  maxMembers: 100,
  maxUnpackedMb: 64,
  maxNesting: 3,
};
