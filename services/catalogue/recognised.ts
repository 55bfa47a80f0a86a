// What OCR read, by the file's content and the recognizer: a page is read once, whatever becomes of the worker.
import type Database from 'better-sqlite3';

export interface RecognisedPages {
  /** JSON as it was put; null where this recognizer has not read the page */
  get(contentHash: string, page: number, recognizer: string): string | null;
  put(contentHash: string, page: number, recognizer: string, result: string): void;
}

export function createRecognisedPages(db: Database.Database): RecognisedPages {
  const get = db
    .prepare<[string, number, string], string>(
      'SELECT result FROM recognised_pages WHERE content_hash = ? AND page = ? AND recognizer = ?',
    )
    .pluck();
  const put = db.prepare(
    'INSERT OR REPLACE INTO recognised_pages (content_hash, page, recognizer, result) VALUES (?, ?, ?, ?)',
  );
  return {
    get: (contentHash, page, recognizer) => get.get(contentHash, page, recognizer) ?? null,
    put: (contentHash, page, recognizer, result) => void put.run(contentHash, page, recognizer, result),
  };
}
