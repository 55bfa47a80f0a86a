// Reads documents and passages.
import type Database from 'better-sqlite3';
import type {
  DocumentDetail,
  DocumentSummary,
  DocumentText,
  DocumentVersion,
  Format,
  Level,
  Metadata,
  OutlineEntry,
  PageStart,
  RemovedPart,
  Status,
  UnreadPart,
  VersionText,
} from '../domain/document.js';
import { AppError } from '../domain/errors.js';
import type { Arrival } from '../domain/news.js';
import type { Passage } from '../domain/passage.js';

/** A passage with its document's id, as search puts hits together. */
export interface PassageOf extends Passage {
  readonly documentId: string;
}

export interface DocumentReader {
  /** null when there never was such a document */
  summary(id: string): DocumentSummary | null;
  /** @throws AppError DOCUMENT_NOT_FOUND */
  detail(id: string): DocumentDetail;
  /** @throws AppError DOCUMENT_NOT_FOUND */
  text(id: string): DocumentText;
  /** Versions kept of a document, the oldest first; none for an unknown document. */
  versions(id: string): DocumentVersion[];
  /** One of a document's versions; null where there is none of that number. */
  versionText(id: string, version: number): VersionText | null;
  /** The number of the newest version. @throws AppError DOCUMENT_NOT_FOUND */
  versionOf(id: string): number;
  metadata(id: string): Metadata | null;
  /** Lines of the outline, as they stand; none for an unknown document. */
  headings(id: string): string[];
  passages(id: string): Passage[];
  /** In the order of `ids`; ids that are gone are left out. */
  passagesById(ids: readonly number[]): PassageOf[];
  /** passage id → document id; ids that are gone are left out */
  documentsOf(ids: readonly number[]): Map<number, string>;
  /** Documents present, newest date first, undated last. */
  list(limit: number, offset: number): DocumentSummary[];
  /** Every document present in the order of `list`: its family, and the version that has come in its place, where that is present. */
  standings(): { readonly id: string; readonly family: string; readonly newer: string | null }[];
  /** Ids of documents present whose title holds the words. */
  titled(words: string, limit: number): string[];
  /** Documents present, passages of them, and their span of years. */
  counts(): { documents: number; passages: number; yearFrom: number | null; yearTo: number | null };
  /** What was cleaned away from documents present, in order. */
  removedParts(): IterableIterator<{ documentId: string; text: string; reason: string; at: number }>;
  /** Ids of documents present that OCR has read some of. */
  readByOcr(): string[];
  /** Every document present with the version that brought its text, the newest first. */
  arrivals(): Arrival[];
  /** Distinct issuing bodies of documents present. */
  issuers(): string[];
  /** Ids and texts of documents whose revision is greater; `removed` ones without text. In order of revision. */
  changedSince(
    revision: number,
  ): IterableIterator<{ id: string; file: string; revision: number; removed: boolean; text: string }>;
  /** Hash of the original's bytes, its format, and the file's name. @throws AppError DOCUMENT_NOT_FOUND, VERSION_NOT_FOUND */
  original(id: string, version?: number): { contentHash: string; format: Format; pages: number | null; file: string };
}

interface DocumentRow {
  id: string;
  file: string;
  version: number;
  removed_at: string | null;
  title: string;
  number: string | null;
  issuers: string;
  region: string | null;
  region_code: string | null;
  date: string | null;
  year: number | null;
  title_years: string;
  type: string | null;
  status: Status;
  origins: string;
  status_basis: string | null;
  addressees: string;
  published_on: string | null;
  effective_on: string | null;
  signature: string | null;
  attachments: string;
  level: Level | null;
  newer_id: string | null;
  newer_kind: 'version' | 'edition' | null;
  newer_title: string | null;
  newer_date: string | null;
  newer_year: number | null;
}
interface PassageRow {
  id: number;
  document_id: string;
  start: number;
  end: number;
  heading: string;
  page: number | null;
  ocr: number | null;
  text: string;
}

// JSON columns are written by store.ts alone, from typed values.
const strings = (json: string): string[] => JSON.parse(json) as string[];

const summaryOf = (row: DocumentRow): DocumentSummary => ({
  id: row.id,
  title: row.title,
  number: row.number,
  issuer: strings(row.issuers).join('、') || null,
  region: row.region,
  date: row.date,
  year: row.year,
  type: row.type,
  status: row.status,
  file: row.file,
  newer:
    row.newer_id === null || row.newer_kind === null || row.newer_title === null
      ? null
      : {
          id: row.newer_id,
          title: row.newer_title,
          date: row.newer_date,
          year: row.newer_year,
          kind: row.newer_kind,
        },
});
/** Documents with what has come in their place, where that is present. */
const withNewer = `SELECT d.*, n.id AS newer_id, f.newer_kind, n.title AS newer_title, n.date AS newer_date, n.year AS newer_year
  FROM documents d LEFT JOIN family_documents f ON f.document_id = d.id
  LEFT JOIN documents n ON n.id = f.newer_id AND n.removed_at IS NULL`;
/** Newest date first, undated last. */
const inOrder = 'd.date IS NULL, d.date DESC, d.year DESC, d.title, d.id';
const moreOf = (row: DocumentRow) => ({
  statusBasis: row.status_basis,
  addressees: strings(row.addressees),
  publishedOn: row.published_on,
  effectiveOn: row.effective_on,
  signature: row.signature,
  attachments: strings(row.attachments),
  level: row.level,
});
const passageOf = (row: PassageRow): PassageOf => ({
  id: row.id,
  documentId: row.document_id,
  heading: strings(row.heading),
  text: row.text,
  start: row.start,
  end: row.end,
  page: row.page,
  ocr: row.ocr,
});

export function createDocumentReader(db: Database.Database): DocumentReader {
  const byId = db.prepare<[string], DocumentRow>(`${withNewer} WHERE d.id = ?`);
  const need = (id: string): DocumentRow => {
    const row = byId.get(id);
    if (!row) throw new AppError('DOCUMENT_NOT_FOUND', { id });
    return row;
  };
  const textOf = db
    .prepare<[string], string>(
      'SELECT v.text FROM documents d JOIN versions v ON v.document_id = d.id AND v.version = d.version WHERE d.id = ?',
    )
    .pluck();
  const outlineOf = db
    .prepare<[string], string>(
      'SELECT v.outline FROM documents d JOIN versions v ON v.document_id = d.id AND v.version = d.version WHERE d.id = ?',
    )
    .pluck();
  const passagesOf = db.prepare<[string], Omit<PassageRow, 'text'>>(
    'SELECT id, document_id, start, "end", heading, page, ocr FROM passages WHERE document_id = ? ORDER BY ordinal',
  );
  const passagesByIds = db.prepare<[string], Omit<PassageRow, 'text'>>(
    'SELECT id, document_id, start, "end", heading, page, ocr FROM passages WHERE id IN (SELECT value FROM json_each(?))',
  );
  const removedOf = (id: string, version: number): RemovedPart[] =>
    db
      .prepare<[string, number], RemovedPart>(
        'SELECT text, reason, at FROM removed_parts WHERE document_id = ? AND version = ? ORDER BY ordinal',
      )
      .all(id, version);
  const withText = (rows: Omit<PassageRow, 'text'>[]): PassageOf[] => {
    const texts = new Map<string, string>();
    return rows.map((row) => {
      const text = texts.get(row.document_id) ?? textOf.get(row.document_id) ?? '';
      texts.set(row.document_id, text);
      return passageOf({ ...row, text: text.slice(row.start, row.end) });
    });
  };

  return {
    summary(id) {
      const row = byId.get(id);
      return row ? summaryOf(row) : null;
    },
    detail(id) {
      const row = need(id);
      const version = db
        .prepare<
          [string, number],
          { format: Format; outline: string; pages: number | null; unread: string; ingested_at: string }
        >('SELECT format, outline, pages, unread, ingested_at FROM versions WHERE document_id = ? AND version = ?')
        .get(id, row.version);
      if (!version) throw new AppError('DOCUMENT_NOT_FOUND', { id });
      return {
        ...summaryOf(row),
        titleYears: JSON.parse(row.title_years) as number[],
        ...moreOf(row),
        origins: JSON.parse(row.origins) as DocumentDetail['origins'],
        format: version.format,
        version: row.version,
        characters: textOf.get(id)?.length ?? 0,
        pages: version.pages,
        passages:
          db.prepare<[string], number>('SELECT count(*) FROM passages WHERE document_id = ?').pluck().get(id) ?? 0,
        unread: JSON.parse(version.unread) as UnreadPart[],
        duplicates: db
          .prepare<[string], string>(
            "SELECT file FROM ledger WHERE document_id = ? AND +status = 'duplicate' ORDER BY file",
          )
          .pluck()
          .all(id),
        removed: row.removed_at !== null,
        ingestedAt: version.ingested_at,
        outline: JSON.parse(version.outline) as OutlineEntry[],
      };
    },
    text(id) {
      const row = need(id);
      return { text: textOf.get(id) ?? '', removed: removedOf(id, row.version) };
    },
    versions: (id) =>
      db
        .prepare<
          [string],
          {
            version: number;
            ingestedAt: string;
            format: Format;
            pages: number | null;
            text: string;
            content: string;
            hash: string;
          }
        >(
          `SELECT version, added_at AS ingestedAt, format, pages, text, content_hash AS content, text_hash AS hash
           FROM versions WHERE document_id = ? ORDER BY version`,
        )
        .all(id)
        .map(({ text, content, hash, ...version }, i, all) => ({
          ...version,
          characters: text.length,
          sameFile: all[i - 1]?.content === content,
          sameText: all[i - 1]?.hash === hash,
        })),
    versionText(id, version) {
      const row = db
        .prepare<[string, number], { text: string; outline: string; page_starts: string }>(
          'SELECT text, outline, page_starts FROM versions WHERE document_id = ? AND version = ?',
        )
        .get(id, version);
      if (!row) return null;
      return {
        version,
        text: row.text,
        removed: removedOf(id, version),
        outline: JSON.parse(row.outline) as OutlineEntry[],
        pages: JSON.parse(row.page_starts) as PageStart[],
      };
    },
    versionOf: (id) => need(id).version,
    metadata(id) {
      const row = byId.get(id);
      if (!row) return null;
      return {
        title: row.title,
        number: row.number,
        issuers: strings(row.issuers),
        region: row.region,
        regionCode: row.region_code,
        date: row.date,
        year: row.year,
        titleYears: JSON.parse(row.title_years) as number[],
        type: row.type,
        status: row.status,
        ...moreOf(row),
      };
    },
    headings: (id) => (JSON.parse(outlineOf.get(id) ?? '[]') as OutlineEntry[]).map(({ text }) => text), // written by store.ts
    passages: (id) => withText(passagesOf.all(id)).map(({ documentId: _, ...passage }) => passage),
    passagesById(ids) {
      const found = new Map(withText(passagesByIds.all(JSON.stringify(ids))).map((passage) => [passage.id, passage]));
      return ids.map((id) => found.get(id)).filter((passage) => passage !== undefined);
    },
    documentsOf: (ids) =>
      new Map(
        db
          .prepare<[string], { id: number; document_id: string }>(
            'SELECT id, document_id FROM passages WHERE id IN (SELECT value FROM json_each(?))',
          )
          .all(JSON.stringify(ids))
          .map((row) => [row.id, row.document_id]),
      ),
    list: (limit, offset) =>
      db
        .prepare<[number, number], DocumentRow>(
          `${withNewer} WHERE d.removed_at IS NULL ORDER BY ${inOrder} LIMIT ? OFFSET ?`,
        )
        .all(limit, offset)
        .map(summaryOf),
    standings: () =>
      db
        .prepare<[], { id: string; family: string; newer: string | null }>(
          `SELECT d.id, ifnull(f.family, d.id) AS family, CASE f.newer_kind WHEN 'version' THEN n.id END AS newer
           FROM documents d LEFT JOIN family_documents f ON f.document_id = d.id
           LEFT JOIN documents n ON n.id = f.newer_id AND n.removed_at IS NULL
           WHERE d.removed_at IS NULL ORDER BY ${inOrder}`,
        )
        .all(),
    titled: (words, limit) =>
      db
        .prepare<[string, number], string>(
          'SELECT id FROM documents WHERE removed_at IS NULL AND instr(title, ?) > 0 ORDER BY id LIMIT ?',
        )
        .pluck()
        .all(words, limit),
    counts: () =>
      db
        .prepare<[], { documents: number; passages: number; yearFrom: number | null; yearTo: number | null }>(
          `SELECT count(*) AS documents, min(year) AS yearFrom, max(year) AS yearTo,
             (SELECT count(*) FROM passages p JOIN documents e ON e.id = p.document_id WHERE e.removed_at IS NULL) AS passages
           FROM documents WHERE removed_at IS NULL`,
        )
        .get() ?? { documents: 0, passages: 0, yearFrom: null, yearTo: null },
    removedParts: () =>
      db
        .prepare<[], { documentId: string; text: string; reason: string; at: number }>(
          `SELECT r.document_id AS documentId, r.text, r.reason, r.at
           FROM removed_parts r JOIN documents d ON d.id = r.document_id AND d.version = r.version
           WHERE d.removed_at IS NULL ORDER BY r.document_id, r.ordinal`,
        )
        .iterate(),
    readByOcr: () =>
      db
        .prepare<[], string>(
          `SELECT DISTINCT p.document_id FROM passages p JOIN documents d ON d.id = p.document_id
           WHERE p.ocr IS NOT NULL AND d.removed_at IS NULL`,
        )
        .pluck()
        .all(),
    arrivals: () =>
      db
        .prepare<[], Arrival>(
          `SELECT d.id, v.version, v.added_at AS addedAt
           FROM documents d
           JOIN versions now ON now.document_id = d.id AND now.version = d.version
           JOIN versions v ON v.document_id = d.id AND v.version = (
             SELECT min(s.version) FROM versions s WHERE s.document_id = d.id AND s.version > coalesce(
               (SELECT max(o.version) FROM versions o WHERE o.document_id = d.id AND o.text_hash <> now.text_hash), 0))
           WHERE d.removed_at IS NULL ORDER BY v.added_at DESC, d.id`,
        )
        .all(),
    issuers: () =>
      db
        .prepare<[], string>(
          'SELECT DISTINCT value FROM documents d, json_each(d.issuers) WHERE d.removed_at IS NULL ORDER BY value',
        )
        .pluck()
        .all(),
    *changedSince(revision) {
      const rows = db
        .prepare<[number], { id: string; file: string; revision: number; removed: number; text: string }>(
          `SELECT d.id, d.file, d.revision, d.removed_at IS NOT NULL AS removed, CASE WHEN d.removed_at IS NULL THEN v.text ELSE '' END AS text
           FROM documents d JOIN versions v ON v.document_id = d.id AND v.version = d.version
           WHERE d.revision > ? ORDER BY d.revision`,
        )
        .iterate(revision);
      for (const row of rows) yield { ...row, removed: row.removed === 1 };
    },
    original(id, version) {
      const row = need(id);
      const stored = db
        .prepare<[string, number], { contentHash: string; format: Format; pages: number | null }>(
          'SELECT content_hash AS contentHash, format, pages FROM versions WHERE document_id = ? AND version = ?',
        )
        .get(id, version ?? row.version);
      if (!stored) throw new AppError('VERSION_NOT_FOUND', { id, version: version ?? row.version });
      return { ...stored, file: row.file };
    },
  };
}
