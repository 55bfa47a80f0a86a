// What was read out of the texts: targets, citations. Derived: it can be read anew. Call the writing methods inside Catalogue.transaction.
import type Database from 'better-sqlite3';
import type { Mention, MentionKind } from '../domain/citation.js';
import type { Comparison, Target } from '../domain/target.js';

/** What one document says. */
export interface DocumentFacts {
  readonly targets: readonly Target[];
  readonly citations: readonly Mention[];
}

export interface FactStore {
  /** Documents whose facts are missing, stale, or of a document that has gone; oldest change first. */
  behind(recipe: string, limit: number): { documentId: string; revision: number; removed: boolean }[];
  isBehind(recipe: string): boolean;
  /** In the order of the text. */
  targets(documentId: string): Target[];
  /** In the order of the text. */
  citations(documentId: string): Mention[];
  /** Citations of every document, document by document, each in the order of its text. */
  everyCitation(): IterableIterator<{ documentId: string; mention: Mention }>;
  /** Whether a document's facts were read from the text that it has now. */
  isPresent(documentId: string): boolean;
  /** Differs whenever facts were written since. */
  stamp(): string;
  /** In place of what was known of the document. */
  put(of: { documentId: string; revision: number; recipe: string }, facts: DocumentFacts): void;
  /** Takes what is known of a document out. */
  drop(documentId: string): void;
}

export interface TargetRow {
  indicator: string;
  comparison: Comparison;
  value: number;
  value_to: number | null;
  unit: string;
  year: number | null;
  region_code: string | null;
  start: number;
  end: number;
  sentence_start: number;
  sentence_end: number;
}

export const targetOf = (row: TargetRow): Target => ({
  indicator: row.indicator,
  comparison: row.comparison,
  value: row.value,
  valueTo: row.value_to,
  unit: row.unit,
  year: row.year,
  regionCode: row.region_code,
  sentence: { start: row.sentence_start, end: row.sentence_end },
  start: row.start,
  end: row.end,
});

interface CitationRow {
  document_id: string;
  kind: MentionKind;
  title: string | null;
  number: string | null;
  issuer: string | null;
  articles: string;
  repeals: number;
  start: number;
  end: number;
  sentence_start: number;
  sentence_end: number;
}

const mentionOf = (row: CitationRow): Mention => ({
  start: row.start,
  end: row.end,
  kind: row.kind,
  title: row.title,
  number: row.number,
  issuer: row.issuer,
  articles: JSON.parse(row.articles) as string[], // written below, from typed values
  sentence: { start: row.sentence_start, end: row.sentence_end },
  repeals: row.repeals === 1,
});

export function createFactStore(db: Database.Database): FactStore {
  const behind = `FROM documents d LEFT JOIN fact_documents f ON f.document_id = d.id
    WHERE (f.revision IS NULL AND d.removed_at IS NULL) OR f.revision <> d.revision OR f.recipe <> ?`;
  const select = db.prepare<[string, number], { document_id: string; revision: number; removed: number }>(
    `SELECT d.id AS document_id, d.revision, d.removed_at IS NOT NULL AS removed ${behind} ORDER BY d.revision LIMIT ?`,
  );
  const isBehind = db.prepare<[string], number>(`SELECT EXISTS (SELECT 1 ${behind})`).pluck();
  const selectTargets = db.prepare<[string], TargetRow>('SELECT * FROM targets WHERE document_id = ? ORDER BY ordinal');
  const insert = db.prepare('INSERT INTO fact_documents (document_id, revision, recipe) VALUES (?, ?, ?)');
  const insertTarget =
    db.prepare(`INSERT INTO targets (document_id, ordinal, indicator, comparison, value, value_to, unit,
    year, region_code, start, "end", sentence_start, sentence_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const selectCitations = db.prepare<[string], CitationRow>(
    'SELECT * FROM citations WHERE document_id = ? ORDER BY ordinal',
  );
  const insertCitation = db.prepare(`INSERT INTO citations (document_id, ordinal, kind, title, number, issuer, articles,
    repeals, start, "end", sentence_start, sentence_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const isPresent = db
    .prepare<[string], number>(
      `SELECT EXISTS (SELECT 1 FROM fact_documents f JOIN documents d ON d.id = f.document_id AND d.revision = f.revision
       WHERE d.id = ? AND d.removed_at IS NULL)`,
    )
    .pluck();
  const stamp = db
    .prepare<[], string>(
      "SELECT printf('%d %d %s', count(*), ifnull(sum(revision), 0), ifnull(max(recipe) || min(recipe), '')) FROM fact_documents",
    )
    .pluck();
  const drops = ['targets', 'citations', 'fact_documents'].map((table) =>
    db.prepare<[string]>(`DELETE FROM ${table} WHERE document_id = ?`),
  );
  const drop = (documentId: string): void => {
    for (const statement of drops) statement.run(documentId);
  };
  return {
    behind: (recipe, limit) =>
      select.all(recipe, limit).map(({ document_id, revision, removed }) => ({
        documentId: document_id,
        revision,
        removed: removed === 1,
      })),
    isBehind: (recipe) => isBehind.get(recipe) === 1,
    targets: (documentId) => selectTargets.all(documentId).map(targetOf),
    citations: (documentId) => selectCitations.all(documentId).map(mentionOf),
    isPresent: (documentId) => isPresent.get(documentId) === 1,
    *everyCitation() {
      const rows = db.prepare<[], CitationRow>('SELECT * FROM citations ORDER BY document_id, ordinal').iterate();
      for (const row of rows) yield { documentId: row.document_id, mention: mentionOf(row) };
    },
    stamp: () => stamp.get() ?? '',
    put({ documentId, revision, recipe }, { targets, citations }) {
      drop(documentId);
      insert.run(documentId, revision, recipe);
      for (const [
        ordinal,
        { indicator, comparison, value, valueTo, unit, year, regionCode, ...at },
      ] of targets.entries()) {
        const places = [at.start, at.end, at.sentence.start, at.sentence.end];
        insertTarget.run(documentId, ordinal, indicator, comparison, value, valueTo, unit, year, regionCode, ...places);
      }
      for (const [ordinal, mention] of citations.entries()) {
        const { kind, title, number, issuer, articles, repeals, start, end, sentence } = mention;
        const places = [start, end, sentence.start, sentence.end];
        const said = [kind, title, number, issuer, JSON.stringify(articles), repeals ? 1 : 0];
        insertCitation.run(documentId, ordinal, ...said, ...places);
      }
    },
    drop,
  };
}
