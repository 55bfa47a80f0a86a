// Targets of many documents: those of one indicator, and the bare facts of all, for counting. Only of documents that are
// present, and whose facts were read from the text that they have now: offsets into another text would lie.
import type Database from 'better-sqlite3';
import type { Target } from '../domain/target.js';
import { type TargetRow, targetOf } from './facts.js';

export interface TargetOf extends Target {
  readonly documentId: string;
}

/** What is counted of a target. */
export interface TargetMention {
  readonly indicator: string;
  readonly documentId: string;
  readonly unit: string;
  readonly year: number | null;
  readonly regionCode: string | null;
}

export interface StatedTargets {
  /** By document, in the order of its text. */
  ofIndicator(indicator: string): TargetOf[];
  /** All of them; kept in memory until something is written. */
  mentions(): readonly TargetMention[];
  ofDocument(documentId: string, limit: number, offset: number): TargetOf[];
  countIn(documentId: string): number;
  /** Whether the document's text, as it is now, has been read. */
  isRead(documentId: string): boolean;
  /** Documents present whose text, as it is now, has not been read. */
  unread(): number;
  /** The passage that an offset of a document lies in, or the last one before it. */
  passageAt(documentId: string, at: number): PassagePlace | null;
}
export interface PassagePlace {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  /** confidence where OCR read it */
  readonly ocr: number | null;
}

export function createStatedTargets(db: Database.Database): StatedTargets {
  const read = `targets t JOIN fact_documents f ON f.document_id = t.document_id
    JOIN documents d ON d.id = t.document_id AND d.revision = f.revision AND d.removed_at IS NULL`;
  type Row = TargetRow & { document_id: string };
  const withDocument = (row: Row): TargetOf => ({ ...targetOf(row), documentId: row.document_id });
  const byIndicator = db.prepare<[string], Row>(
    `SELECT t.* FROM ${read} WHERE t.indicator = ? ORDER BY t.document_id, t.ordinal`,
  );
  const byDocument = db.prepare<[string, number, number], Row>(
    `SELECT t.* FROM ${read} WHERE t.document_id = ? ORDER BY t.ordinal LIMIT ? OFFSET ?`,
  );
  const count = db.prepare<[string], number>(`SELECT count(*) FROM ${read} WHERE t.document_id = ?`).pluck();
  const all = db.prepare<[], TargetMention>(
    `SELECT t.indicator, t.document_id AS documentId, t.unit, t.year, t.region_code AS regionCode FROM ${read}`,
  );
  const missing = `documents d LEFT JOIN fact_documents f ON f.document_id = d.id AND f.revision = d.revision
    WHERE d.removed_at IS NULL AND f.revision IS NULL`;
  const countMissing = db.prepare<[], number>(`SELECT count(*) FROM ${missing}`).pluck();
  const isMissing = db.prepare<[string], number>(`SELECT EXISTS (SELECT 1 FROM ${missing} AND d.id = ?)`).pluck();
  const passage = db.prepare<[string, number], PassagePlace>(
    `SELECT id, start, "end", page, ocr FROM passages WHERE document_id = ? AND start <= ? ORDER BY start DESC LIMIT 1`,
  );
  const dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck(); // grows with what other connections write
  const ownChanges = db.prepare<[], number>('SELECT total_changes()').pluck();
  let kept: { readonly state: string; readonly mentions: readonly TargetMention[] } | undefined;
  return {
    ofIndicator: (indicator) => byIndicator.all(indicator).map(withDocument),
    mentions() {
      const state = `${dataVersion.get()} ${ownChanges.get()}`;
      if (kept?.state !== state) kept = { state, mentions: withSharedStrings(all.all()) };
      return kept.mentions;
    },
    ofDocument: (documentId, limit, offset) => byDocument.all(documentId, limit, offset).map(withDocument),
    countIn: (documentId) => count.get(documentId) ?? 0,
    isRead: (documentId) => isMissing.get(documentId) !== 1,
    unread: () => countMissing.get() ?? 0,
    passageAt: (documentId, at) => passage.get(documentId, at) ?? null,
  };
}

/** Rows come each with strings of their own: the same ones take the room of one, and are hashed once. */
function withSharedStrings(mentions: readonly TargetMention[]): TargetMention[] {
  const known = new Map<string, string>();
  const shared = (text: string): string => {
    const same = known.get(text);
    if (same === undefined) known.set(text, text);
    return same ?? text;
  };
  return mentions.map(({ indicator, documentId, unit, year, regionCode }) => ({
    indicator: shared(indicator),
    documentId: shared(documentId),
    unit: shared(unit),
    year,
    regionCode: regionCode === null ? null : shared(regionCode),
  }));
}
