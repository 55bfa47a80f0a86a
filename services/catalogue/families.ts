// What families are made of: each document's signature, and the links between documents. Derived: it can be worked out anew.
// Call the writing methods inside Catalogue.transaction.
import type Database from 'better-sqlite3';
import type { Relation } from '../domain/family.js';

export interface FamilyEntry {
  readonly documentId: string;
  /** revision of the document, and version of the method, that the entry was made from */
  readonly revision: number;
  readonly recipe: number;
  /** null for a text too short to compare */
  readonly signature: Uint32Array | null;
  readonly bands: readonly number[];
  /** the title that versions of one document share */
  readonly base: string;
  readonly edition: { readonly key: string; readonly year: number } | null;
}

/** Between two documents, `a` < `b`. */
export interface FamilyLink {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  readonly resemblance: number;
  readonly containment: number;
}
export type Newer = { readonly id: string; readonly kind: 'version' | 'edition' };

export interface FamilyStore {
  /** Documents whose entry is missing, stale, or of a document that has gone; oldest change first. */
  behind(recipe: number, limit: number): { documentId: string; revision: number; removed: boolean }[];
  isBehind(recipe: number): boolean;
  entry(documentId: string): { base: string; edition: { key: string; year: number } | null; family: string } | null;
  /** Documents that share a band, those that share most first. */
  sharingBands(bands: readonly number[], limit: number): { documentId: string; signature: Uint32Array }[];
  withBase(base: string, limit: number): string[];
  editions(key: string): { documentId: string; year: number }[];
  /** Links of a document, closest first. */
  links(documentId: string): FamilyLink[];
  members(family: string): string[];
  /** The families of documents, and whether a newer version of each is known; documents not linked yet are left out. */
  of(documentIds: readonly string[]): Map<string, { readonly family: string; readonly superseded: boolean }>;
  put(entry: FamilyEntry, links: readonly FamilyLink[]): void;
  /** Takes a document's entry and links out. */
  drop(documentId: string): void;
  setFamily(documentId: string, family: string): void;
  setNewer(documentId: string, newer: Newer | null): void;
}

const toBlob = (signature: Uint32Array): Buffer =>
  Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength);
const fromBlob = (blob: Buffer): Uint32Array => new Uint32Array(Uint8Array.from(blob).buffer);

export function createFamilyStore(db: Database.Database): FamilyStore {
  const behind = `FROM documents d LEFT JOIN family_documents f ON f.document_id = d.id
    WHERE (f.revision IS NULL AND d.removed_at IS NULL) OR f.revision <> d.revision OR f.recipe <> ?`;
  const selectEntry = db.prepare<[string], { base: string; key: string | null; year: number | null; family: string }>(
    'SELECT base, edition_key AS key, edition_year AS year, family FROM family_documents WHERE document_id = ?',
  );
  const insert = db.prepare(
    `INSERT INTO family_documents (document_id, revision, recipe, signature, base, edition_key, edition_year, family)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertBand = db.prepare('INSERT INTO family_bands (band, document_id) VALUES (?, ?)');
  const insertLink = db.prepare(
    'INSERT INTO family_links (a, b, relation, resemblance, containment) VALUES (@a, @b, @relation, @resemblance, @containment)',
  );
  const drops = [
    'DELETE FROM family_bands WHERE document_id = ?',
    'DELETE FROM family_links WHERE a = ?',
    'DELETE FROM family_links WHERE b = ?',
    'DELETE FROM family_documents WHERE document_id = ?',
  ].map((sql) => db.prepare<[string]>(sql));
  const drop = (documentId: string): void => {
    for (const statement of drops) statement.run(documentId);
  };
  const selectLinks = db.prepare<[string, string], FamilyLink>(
    `SELECT a, b, relation, resemblance, containment FROM family_links WHERE a = ?
     UNION ALL SELECT a, b, relation, resemblance, containment FROM family_links WHERE b = ?
     ORDER BY resemblance DESC, a, b`,
  );
  const setFamily = db.prepare('UPDATE family_documents SET family = ? WHERE document_id = ?');
  const setNewer = db.prepare('UPDATE family_documents SET newer_id = ?, newer_kind = ? WHERE document_id = ?');

  return {
    behind: (recipe, limit) =>
      db
        .prepare<[number, number], { documentId: string; revision: number; removed: number }>(
          `SELECT d.id AS documentId, d.revision, d.removed_at IS NOT NULL AS removed ${behind} ORDER BY d.revision LIMIT ?`,
        )
        .all(recipe, limit)
        .map((row) => ({ ...row, removed: row.removed === 1 })),
    isBehind: (recipe) => db.prepare<[number], number>(`SELECT 1 ${behind} LIMIT 1`).pluck().get(recipe) === 1,
    entry(documentId) {
      const row = selectEntry.get(documentId);
      if (!row) return null;
      const { base, key, year, family } = row;
      return { base, family, edition: key === null || year === null ? null : { key, year } };
    },
    sharingBands: (bands, limit) =>
      db
        .prepare<[string, number], { documentId: string; signature: Buffer }>(
          `SELECT c.document_id AS documentId, f.signature FROM
             (SELECT document_id, count(*) AS shared FROM family_bands WHERE band IN (SELECT value FROM json_each(?))
              GROUP BY document_id ORDER BY shared DESC, document_id LIMIT ?) c
           JOIN family_documents f ON f.document_id = c.document_id ORDER BY c.shared DESC, c.document_id`,
        )
        .all(JSON.stringify(bands), limit)
        .map(({ documentId, signature }) => ({ documentId, signature: fromBlob(signature) })),
    withBase: (base, limit) =>
      db
        .prepare<[string, number], string>(
          'SELECT document_id FROM family_documents WHERE base = ? ORDER BY document_id LIMIT ?',
        )
        .pluck()
        .all(base, limit),
    editions: (key) =>
      db
        .prepare<[string], { documentId: string; year: number }>(
          `SELECT document_id AS documentId, edition_year AS year FROM family_documents WHERE edition_key = ?
           ORDER BY edition_year DESC, document_id`,
        )
        .all(key),
    links: (documentId) => selectLinks.all(documentId, documentId),
    members: (family) =>
      db
        .prepare<[string], string>('SELECT document_id FROM family_documents WHERE family = ? ORDER BY document_id')
        .pluck()
        .all(family),
    of: (documentIds) =>
      new Map(
        db
          .prepare<[string], { id: string; family: string; superseded: number }>(
            `SELECT document_id AS id, family, newer_kind IS 'version' AS superseded FROM family_documents
             WHERE document_id IN (SELECT value FROM json_each(?))`,
          )
          .all(JSON.stringify(documentIds))
          .map(({ id, family, superseded }) => [id, { family, superseded: superseded === 1 }]),
      ),
    put({ documentId, revision, recipe, signature, bands, base, edition }, links) {
      drop(documentId);
      const blob = signature && toBlob(signature);
      insert.run(documentId, revision, recipe, blob, base, edition?.key ?? null, edition?.year ?? null, documentId);
      for (const band of bands) insertBand.run(band, documentId);
      for (const link of links) insertLink.run(link);
    },
    drop,
    setFamily: (documentId, family) => void setFamily.run(family, documentId),
    setNewer: (documentId, newer) => void setNewer.run(newer?.id ?? null, newer?.kind ?? null, documentId),
  };
}
