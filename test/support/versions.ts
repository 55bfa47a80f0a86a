// Documents ready to be stored, for tests below the ingest.
import { createHash } from 'node:crypto';
import type { NewVersion } from '../../services/catalogue/store.js';
import { normalForm } from '../../services/domain/text.js';
import { unstated } from './metadata.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One passage a line. */
export function versionOf(file: string, text: string, changes: Partial<NewVersion['metadata']> = {}): NewVersion {
  const title = changes.title ?? file.replace(/\.\w+$/, '');
  let at = 0;
  const passages = text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    const embedText = `${title}\n${line}`;
    return {
      start,
      end: start + line.length,
      heading: [],
      page: null,
      ocr: null,
      embedText,
      embedHash: sha256(embedText),
      windows: [],
    };
  });
  return {
    file,
    contentHash: sha256(`bytes of ${text}`),
    textHash: sha256(normalForm(text)),
    format: 'txt',
    text,
    outline: [],
    pages: null,
    pageStarts: [],
    removed: [],
    unread: [],
    metadata: {
      title,
      number: null,
      issuers: [],
      region: null,
      regionCode: null,
      date: null,
      year: null,
      titleYears: [],
      type: null,
      status: '未知',
      ...unstated,
      ...changes,
    },
    origins: {},
    passages: passages.filter(({ start, end }) => end > start),
  };
}
