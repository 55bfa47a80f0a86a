// By what a file was read: the ingest's version, the metadata given, and, where OCR left pages unread, how OCR stood.
// A file whose bytes are the same is read anew only when its recipe would give more than before.
import type { UnreadPart } from '../services/domain/document.js';
import { sha256 } from '../services/hash.js';
import type { Ocr } from './ocr/read-scans.js';
import { ingestVersion } from './prepare.js';

/** How far OCR goes; absent when it is switched off. */
export type OcrReach = Pick<Ocr, 'maxPages' | 'timeoutS'>;

const own = (metadata: string | null): string =>
  `${ingestVersion}:${metadata === null ? '' : sha256(metadata).slice(0, 12)}`;

const off = 'off';
const written = (ocr: OcrReach | undefined): string => (ocr ? `${ocr.maxPages} ${ocr.timeoutS}` : off);

/** What another run of OCR could give: pages it was not asked for, or did not get done. */
const waitsForOcr = ({ reason }: UnreadPart): boolean => reason === 'scan' || reason === 'ocr';

export function recipeOf(
  metadata: string | null,
  unread: readonly UnreadPart[] = [],
  ocr: OcrReach | undefined = undefined,
): string {
  return unread.some(waitsForOcr) ? `${own(metadata)}:${written(ocr)}` : own(metadata);
}

/** Whether a file read by `recipe` would be read no better now. Switching OCR off takes nothing away. */
export function isUpToDate(recipe: string, metadata: string | null, ocr: OcrReach | undefined): boolean {
  const now = own(metadata);
  if (recipe === now) return true;
  if (!recipe.startsWith(`${now}:`)) return false;
  if (!ocr) return true;
  const before = recipe.slice(now.length + 1);
  const [maxPages = 0, timeoutS = 0] = before === off ? [] : before.split(' ').map(Number);
  return ocr.maxPages <= maxPages && ocr.timeoutS <= timeoutS;
}
