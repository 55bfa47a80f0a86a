// The limits that files are read under, as the settings have them.
import type { Settings } from '../../config/settings.js';
import type { ExtractLimits } from './extract.js';

export const extractLimits = (settings: Settings): ExtractLimits => ({
  maxTextChars: settings.YANJU_MAX_TEXT_CHARS,
  maxMembers: settings.YANJU_ARCHIVE_MAX_MEMBERS,
  maxUnpackedMb: settings.YANJU_ARCHIVE_MAX_MB,
  maxNesting: settings.YANJU_ARCHIVE_MAX_NESTING,
});
