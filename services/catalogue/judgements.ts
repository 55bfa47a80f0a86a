// Judgements: whether a passage answers a question, by the hash of the passage's text, without who said so.
import type Database from 'better-sqlite3';
import type { Judgement } from '../domain/judgement.js';

export interface Judgements {
  /** The same verdict on the same day is kept once; true when it is new. */
  add(judgement: Judgement): boolean;
  count(): number;
  /** oldest first */
  list(limit: number, offset: number): Judgement[];
  /** Those of one question, or all; gives how many went. */
  remove(query: string | null): number;
}

interface Row {
  readonly query: string;
  readonly documentId: string;
  readonly passageHash: string;
  readonly answers: number;
  readonly day: string;
}

export function createJudgements(db: Database.Database): Judgements {
  const add = db.prepare<[string, string, string, number, string]>(
    'INSERT OR IGNORE INTO judgements (query, document_id, passage_hash, answers, day) VALUES (?, ?, ?, ?, ?)',
  );
  const count = db.prepare<[], number>('SELECT count(*) FROM judgements').pluck();
  const list = db.prepare<[number, number], Row>(
    `SELECT query, document_id AS documentId, passage_hash AS passageHash, answers, day FROM judgements
     ORDER BY day, query, document_id, passage_hash, answers LIMIT ? OFFSET ?`,
  );
  const removeOf = db.prepare<[string]>('DELETE FROM judgements WHERE query = ?');
  const removeAll = db.prepare('DELETE FROM judgements');
  return {
    add: ({ query, documentId, passageHash, answers, day }) =>
      add.run(query, documentId, passageHash, Number(answers), day).changes > 0,
    count: () => count.get() ?? 0,
    list: (limit, offset) => list.all(limit, offset).map((row) => ({ ...row, answers: row.answers === 1 })),
    remove: (query) => (query === null ? removeAll.run() : removeOf.run(query)).changes,
  };
}
