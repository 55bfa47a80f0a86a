// The limits that files are read under, as the settings have them.
import { readSettings } from '../../config/settings.js';
import type { ExtractLimits } from '../../ingest/extract/extract.js';

export function extractLimits(): ExtractLimits {
  const settings = readSettings();
  return {
    maxTextChars: settings.YANJU_MAX_TEXT_CHARS,
    maxMembers: settings.YANJU_ARCHIVE_MAX_MEMBERS,
    maxUnpackedMb: settings.YANJU_ARCHIVE_MAX_MB,
    maxNesting: settings.YANJU_ARCHIVE_MAX_NESTING,
  };
}
