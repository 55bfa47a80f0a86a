// Writes documents: a new version, a mark as removed. Call inside Catalogue.transaction.
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type {
  Format,
  Metadata,
  MetadataOrigins,
  OutlineEntry,
  PageStart,
  RemovedPart,
  UnreadPart,
} from '../domain/document.js';

/** The document's id: from its path in the archive alone. */
export const documentIdOf = (file: string): string => createHash('sha256').update(file).digest('hex').slice(0, 16);

/** A part of the text that has a vector of its own: the text that is embedded for it, and its sha256. */
export interface NewEmbedding {
  readonly start: number;
  readonly end: number;
  readonly embedText: string;
  readonly embedHash: string;
}

export interface NewPassage extends NewEmbedding {
  readonly heading: readonly string[];
  readonly page: number | null;
  /** mean confidence, 0 to 1, where OCR read any of it */
  readonly ocr: number | null;
  /** parts of a long passage, embedded beside it; in order */
  readonly windows: readonly NewEmbedding[];
}

export interface NewVersion {
  readonly file: string;
  readonly contentHash: string;
  readonly textHash: string;
  readonly format: Format;
  readonly text: string;
  readonly outline: readonly OutlineEntry[];
  readonly pages: number | null;
  readonly pageStarts: readonly PageStart[];
  readonly removed: readonly RemovedPart[];
  readonly unread: readonly UnreadPart[];
  readonly metadata: Metadata;
  readonly origins: MetadataOrigins;
  readonly passages: readonly NewPassage[];
}

export interface DocumentWriter {
  /**
   * Adds or corrects a document. The same file read to the same text replaces its newest version in place; anything
   * else is a new version, so that a link to a place in a version always shows what it was made on. Gives its id.
   */
  put(version: NewVersion, at: string): string;
  /** Marks a document as removed; one that is already, or unknown, stays as it is. */
  markRemoved(id: string, at: string): void;
  /** A document present, other than `file`'s own, with the same bytes or the same text. */
  sameAs(file: string, contentHash: string, textHash: string | null): string | null;
}

export function createDocumentWriter(db: Database.Database): DocumentWriter {
  const nextRevision = db
    .prepare<[], string>("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'revision' RETURNING value")
    .pluck();
  const revision = (): number => Number(nextRevision.get());
  const current = db.prepare<[string], { version: number; text: string; content_hash: string }>(
    'SELECT v.version, v.text, v.content_hash FROM documents d JOIN versions v ON v.document_id = d.id AND v.version = d.version WHERE d.id = ?',
  );
  const putDocument = db.prepare(
    `INSERT INTO documents (id, file, version, revision, removed_at, title, number, issuers, region, region_code, date, year, title_years, type, status, origins,
       status_basis, addressees, published_on, effective_on, signature, attachments, level)
     VALUES (@id, @file, @version, @revision, NULL, @title, @number, @issuers, @region, @regionCode, @date, @year, @titleYears, @type, @status, @origins,
       @statusBasis, @addressees, @publishedOn, @effectiveOn, @signature, @attachments, @level)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, revision = excluded.revision, removed_at = NULL, title = excluded.title,
       number = excluded.number, issuers = excluded.issuers, region = excluded.region, region_code = excluded.region_code, date = excluded.date,
       year = excluded.year, title_years = excluded.title_years, type = excluded.type, status = excluded.status, origins = excluded.origins,
       status_basis = excluded.status_basis, addressees = excluded.addressees, published_on = excluded.published_on,
       effective_on = excluded.effective_on, signature = excluded.signature, attachments = excluded.attachments, level = excluded.level`,
  );
  const putVersion = db.prepare(
    `INSERT INTO versions (document_id, version, content_hash, text_hash, format, text, outline, pages, page_starts, unread, ingested_at, added_at)
     VALUES (@id, @version, @contentHash, @textHash, @format, @text, @outline, @pages, @pageStarts, @unread, @at, @at)
     ON CONFLICT (document_id, version) DO UPDATE SET content_hash = excluded.content_hash, text_hash = excluded.text_hash, format = excluded.format,
       text = excluded.text, outline = excluded.outline, pages = excluded.pages, page_starts = excluded.page_starts, unread = excluded.unread, ingested_at = excluded.ingested_at`,
  );
  const clearRemoved = db.prepare('DELETE FROM removed_parts WHERE document_id = ? AND version = ?');
  const putRemoved = db.prepare(
    'INSERT INTO removed_parts (document_id, version, ordinal, at, text, reason) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const clearWindows = db.prepare(
    'DELETE FROM windows WHERE passage_id IN (SELECT id FROM passages WHERE document_id = ?)',
  );
  const putWindow = db.prepare(
    'INSERT INTO windows (passage_id, ordinal, start, "end", embed_hash, embed_text) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const clearPassages = db.prepare('DELETE FROM passages WHERE document_id = ?');
  const putPassage = db.prepare(
    'INSERT INTO passages (document_id, ordinal, start, "end", heading, page, ocr, embed_hash, embed_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );

  return {
    put(version, at) {
      const id = documentIdOf(version.file);
      const before = current.get(id);
      const same = before?.content_hash === version.contentHash && before.text === version.text;
      const number = before ? before.version + (same ? 0 : 1) : 1;
      const { metadata } = version;
      putDocument.run({
        id,
        file: version.file,
        version: number,
        revision: revision(),
        ...metadata,
        issuers: JSON.stringify(metadata.issuers),
        titleYears: JSON.stringify(metadata.titleYears),
        addressees: JSON.stringify(metadata.addressees),
        attachments: JSON.stringify(metadata.attachments),
        origins: JSON.stringify(version.origins),
      });
      putVersion.run({
        id,
        version: number,
        contentHash: version.contentHash,
        textHash: version.textHash,
        format: version.format,
        text: version.text,
        outline: JSON.stringify(version.outline),
        pages: version.pages,
        pageStarts: JSON.stringify(version.pageStarts),
        unread: JSON.stringify(version.unread),
        at,
      });
      clearRemoved.run(id, number);
      for (const [i, part] of version.removed.entries()) putRemoved.run(id, number, i, part.at, part.text, part.reason);
      clearWindows.run(id);
      clearPassages.run(id);
      for (const [i, passage] of version.passages.entries()) {
        const { lastInsertRowid } = putPassage.run(
          id,
          i,
          passage.start,
          passage.end,
          JSON.stringify(passage.heading),
          passage.page,
          passage.ocr,
          passage.embedHash,
          passage.embedText,
        );
        for (const [j, { start, end, embedHash, embedText }] of passage.windows.entries())
          putWindow.run(lastInsertRowid, j, start, end, embedHash, embedText);
      }
      return id;
    },
    markRemoved(id, at) {
      db.prepare('UPDATE documents SET removed_at = ?, revision = ? WHERE id = ? AND removed_at IS NULL').run(
        at,
        revision(),
        id,
      );
    },
    sameAs: (file, contentHash, textHash) =>
      db
        .prepare<[string, string, string], string>(
          `SELECT d.id FROM documents d JOIN versions v ON v.document_id = d.id AND v.version = d.version
           WHERE d.removed_at IS NULL AND d.file <> ? AND (v.content_hash = ? OR v.text_hash = ?) ORDER BY d.revision LIMIT 1`,
        )
        .pluck()
        .get(file, contentHash, textHash ?? '') ?? null,
  };
}
