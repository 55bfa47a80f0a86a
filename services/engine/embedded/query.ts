// One query of the embedded engine: the two legs, and the counts over what matches.
import type Database from 'better-sqlite3';
import { type Counts, commonShare, type EngineAnswer, type EngineQuery, type Leg } from '../engine.js';
import { tally } from '../tally.js';
import { type SqlFilter, sqlFilter } from './filter.js';
import { anyBigram, anyUnit, wholeTerm } from './match.js';
import type { Near } from './near.js';
import { cosine } from './quantise.js';

/** Weights of the columns in bm25: bigrams, words. */
const COLUMN_WEIGHTS = '1.0, 0.5';

interface Scored {
  readonly id: number;
  readonly score: number;
}

export function runQuery(db: Database.Database, generation: number, near: Near, query: EngineQuery): EngineAnswer {
  const filter = sqlFilter(query.filter);
  const vector = query.vector ? vectorLeg(db, generation, near, query.vector, filter, query.depth) : undefined;
  const matching = query.keyword ? matchingPassages(db, generation, query.keyword) : null;
  const keyword = query.keyword
    ? keywordLeg(db, generation, query.keyword.text, matching, filter, query.depth)
    : undefined;
  const joined = vector?.scores.slice(0, query.vectorMatches).map(({ id }) => id) ?? [];
  return {
    ...(keyword && { keyword }),
    ...(vector && { vector }),
    counts: count(db, generation, matching, joined, filter),
  };
}

// `+rowid` keeps SQLite from asking FTS5 anew for every id of the list (measured: 20 s instead of 15 ms).
const within = (generation: number, filter: SqlFilter, column: string): string =>
  filter.empty
    ? ''
    : `AND ${column} IN (SELECT p.id FROM documents_${generation} d JOIN passages_${generation} p ON p.doc = d.doc WHERE ${filter.where})`;

function keywordLeg(
  db: Database.Database,
  generation: number,
  text: string,
  matching: string | null,
  filter: SqlFilter,
  depth: number,
): Leg {
  if (matching === null) return { kind: 'bm25', scores: [] };
  const any = anyUnit(text);
  const expression = any === null ? matching : `${any} OR ${matching}`;
  const rows = db
    .prepare<unknown[], Scored>(
      `SELECT rowid AS id, -bm25(lex_${generation}, ${COLUMN_WEIGHTS}) AS score FROM lex_${generation}
       WHERE lex_${generation} MATCH ? AND +rowid IN (SELECT rowid FROM lex_${generation} WHERE lex_${generation} MATCH ?)
         ${within(generation, filter, '+rowid')}
       ORDER BY score DESC, rowid LIMIT ?`,
    )
    .all(expression, matching, ...filter.values, depth);
  return { kind: 'bm25', scores: rows };
}

/** So many vectors are looked at closely; fewer where only the few best are asked for. */
const CANDIDATES = 4_096;
const CANDIDATES_A_RESULT = 8;
const candidatesFor = (depth: number): number =>
  Math.min(CANDIDATES, Math.max(MIN_CANDIDATES, depth * CANDIDATES_A_RESULT));
const MIN_CANDIDATES = 128;

/**
 * The vectors whose signs agree most with the query's, and of these the exact scores (docs/ranking.md: what is lost
 * against a scan of all).
 */
function vectorLeg(
  db: Database.Database,
  generation: number,
  near: Near,
  vector: Float32Array,
  filter: SqlFilter,
  depth: number,
): Leg {
  const ids = near.nearest(vector, candidatesFor(depth), filter.empty ? null : documentsUnder(db, generation, filter));
  const rows = db
    .prepare<[string], [passage: number, vector: Buffer]>(
      `SELECT v.passage, v.vector FROM json_each(?) near JOIN vectors_${generation} v ON v.id = near.value`,
    )
    .raw()
    .all(JSON.stringify(ids));
  const best = new Map<number, number>();
  for (const [passage, bytes] of rows) {
    const score = cosine(vector, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (score > (best.get(passage) ?? -2)) best.set(passage, score);
  }
  const scores = Array.from(best, ([id, score]) => ({ id, score }));
  return { kind: 'cosine', scores: scores.sort((a, b) => b.score - a.score || a.id - b.id).slice(0, depth) };
}

function documentsUnder(db: Database.Database, generation: number, filter: SqlFilter): (doc: number) => boolean {
  const rows = db
    .prepare<unknown[], number>(`SELECT d.doc FROM documents_${generation} d WHERE ${filter.where}`)
    .pluck();
  const docs = new Set(rows.all(...filter.values));
  return (doc) => docs.has(doc);
}

/** The match expression of what matches by keyword (see EngineQuery.keyword); null when nothing can. */
function matchingPassages(
  db: Database.Database,
  generation: number,
  keyword: NonNullable<EngineQuery['keyword']>,
): string | null {
  const total = db.prepare<[], number>(`SELECT count(*) FROM passages_${generation}`).pluck().get() ?? 0;
  const frequency = db
    .prepare<[string], number>(`SELECT count(*) FROM lex_${generation} WHERE lex_${generation} MATCH ?`)
    .pluck();
  const present = keyword.terms
    .map(wholeTerm)
    .filter((expression) => expression !== null)
    .map((expression) => ({ expression, passages: frequency.get(expression) ?? 0 }))
    .filter(({ passages }) => passages > 0);
  const rare = present.filter(({ passages }) => passages <= commonShare * total);
  const counted = rare.length > 0 ? rare : present;
  if (counted.length === 0) return anyBigram(keyword.terms);
  return counted.map(({ expression }) => `(${expression})`).join(' OR ');
}

interface DocumentRow {
  readonly doc: number;
  readonly region: string | null;
  readonly region_path: string;
  readonly years: string;
  readonly type: string | null;
  readonly issuers: string;
}

/** Counts the passages that match by keyword under the filter, joined by `joined` (ids already filtered). */
function count(
  db: Database.Database,
  generation: number,
  matching: string | null,
  joined: readonly number[],
  filter: SqlFilter,
): Counts {
  const passages = new Map<number, number>(); // doc → passages
  const add = (doc: number, n: number): void => void passages.set(doc, (passages.get(doc) ?? 0) + n);

  let alsoMatching = new Set<number>();
  const ids = JSON.stringify(joined);
  if (matching !== null) {
    const byDocument = db
      .prepare<unknown[], { doc: number; n: number }>(
        `SELECT p.doc AS doc, count(*) AS n FROM lex_${generation} l
         JOIN passages_${generation} p ON p.id = l.rowid JOIN documents_${generation} d ON d.doc = p.doc
         WHERE lex_${generation} MATCH ? AND ${filter.where} GROUP BY p.doc`,
      )
      .all(matching, ...filter.values);
    for (const { doc, n } of byDocument) add(doc, n);
    alsoMatching = new Set(
      db
        .prepare<unknown[], number>(
          `SELECT rowid FROM lex_${generation} WHERE lex_${generation} MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`,
        )
        .pluck()
        .all(matching, ids),
    );
  }
  const documentsOf = db
    .prepare<[string], { id: number; doc: number }>(
      `SELECT id, doc FROM passages_${generation} WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(ids);
  for (const { id, doc } of documentsOf) if (!alsoMatching.has(id)) add(doc, 1);

  const rows = db
    .prepare<[string], DocumentRow>(
      `SELECT doc, region, region_path, years, type, issuers FROM documents_${generation} WHERE doc IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify([...passages.keys()]));
  return {
    ...tally(
      rows.map((row) => ({
        region: row.region,
        type: row.type,
        // as write.ts wrote them
        regionPath: row.region_path.split('/').filter((code) => code !== ''),
        years: JSON.parse(row.years) as number[],
        issuers: JSON.parse(row.issuers) as string[],
        passages: passages.get(row.doc) ?? 0,
      })),
    ),
    exact: true,
  };
}
