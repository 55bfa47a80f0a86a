// Opens catalogue.db, brings its schema up to date, and gives the parts of the catalogue over it.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError, asAppError } from '../domain/errors.js';
import { type Corrections, createCorrections } from './corrections.js';
import { createDocumentReader, type DocumentReader } from './documents.js';
import { createEmbedTexts, type EmbedTexts } from './embed-texts.js';
import { finishExchange, refuseDuringExchange } from './exchange.js';
import { createFactStore, type FactStore } from './facts.js';
import { createFamilyStore, type FamilyStore } from './families.js';
import { createHeartbeat, type Heartbeat } from './heartbeat.js';
import { createIndexes, type Indexes } from './indexes.js';
import { createIntakeReader, type IntakeReader } from './intake.js';
import { createJudgements, type Judgements } from './judgements.js';
import { createLeases, type Leases } from './leases.js';
import { createLedger, type Ledger } from './ledger.js';
import { createOriginals, type Originals } from './originals.js';
import { createQueue, type Queue } from './queue.js';
import { createRecognisedPages, type RecognisedPages } from './recognised.js';
import { createReport, type Report } from './report.js';
import { migrations, newCatalogueId } from './schema.js';
import { createStatedTargets, type StatedTargets } from './stated-targets.js';
import { createDocumentWriter, type DocumentWriter } from './store.js';
import { createEngineSync, type EngineSync } from './sync.js';
import { createVectors, type Vectors } from './vectors.js';

/** The truth: documents, passages, vectors, ledger and queue. Several processes may hold it open at once. */
export interface Catalogue {
  /** random, made with the catalogue; names its indexes on a shared engine */
  readonly id: string;
  readonly dataDir: string;
  readonly documents: DocumentReader;
  readonly store: DocumentWriter;
  readonly vectors: Vectors;
  readonly embedTexts: EmbedTexts;
  readonly ledger: Ledger;
  readonly report: Report;
  readonly intake: IntakeReader;
  readonly corrections: Corrections;
  readonly originals: Originals;
  readonly queue: Queue;
  readonly heartbeat: Heartbeat;
  readonly recognised: RecognisedPages;
  readonly sync: EngineSync;
  readonly indexes: Indexes;
  readonly leases: Leases;
  readonly families: FamilyStore;
  readonly facts: FactStore;
  readonly statedTargets: StatedTargets;
  readonly judgements: Judgements;
  /** grows with every change to a document */
  revision(): number;
  /** fingerprint of the model that embedded this archive; null before the first ingest */
  fingerprint(): string | null;
  setFingerprint(fingerprint: string): void;
  /** one write transaction over several parts */
  transaction<T>(work: () => T): T;
  /** all that `work` reads is of one moment; others go on writing */
  atOneMoment<T>(work: () => T): T;
  isOpen(): boolean;
  close(): void;
}

/**
 * Finishes a restore that was killed, first of all.
 * @throws AppError CATALOGUE_NEWER when a newer version of the program wrote it, STORAGE_FAILED when no copy fits before a
 * migration, RESTORE_UNDER_WAY while another process puts a backup in place
 */
export function openCatalogue(dataDir: string): Catalogue {
  mkdirSync(dataDir, { recursive: true });
  finishExchange(dataDir);
  const path = join(dataDir, 'catalogue.db');
  const file = statSync(path, { throwIfNoEntry: false })?.ino;
  const db = new Database(path, { timeout: 30_000 });
  try {
    db.pragma('journal_mode = WAL');
    // Only now: a restore that began meanwhile has either seen this connection, or left its trace.
    refuseDuringExchange(dataDir, file !== undefined && statSync(path, { throwIfNoEntry: false })?.ino !== file);
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    migrate(db, dataDir);
  } catch (error) {
    db.close();
    throw error;
  }

  const read = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  const write = db.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    id: read.get('id') ?? '',
    dataDir,
    documents: createDocumentReader(db),
    store: createDocumentWriter(db),
    vectors: createVectors(db),
    embedTexts: createEmbedTexts(db),
    ledger: createLedger(db),
    report: createReport(db),
    intake: createIntakeReader(db),
    corrections: createCorrections(db),
    originals: createOriginals(dataDir),
    queue: createQueue(db, dataDir),
    heartbeat: createHeartbeat(db),
    recognised: createRecognisedPages(db),
    sync: createEngineSync(db),
    indexes: createIndexes(db),
    leases: createLeases(db),
    families: createFamilyStore(db),
    facts: createFactStore(db),
    statedTargets: createStatedTargets(db),
    judgements: createJudgements(db),
    revision: () => Number(read.get('revision') ?? 0),
    fingerprint: () => read.get('fingerprint') ?? null,
    setFingerprint: (fingerprint) => void write.run('fingerprint', fingerprint),
    transaction: (work) => db.transaction(work).immediate(),
    atOneMoment: (work) => db.transaction(work).deferred(),
    isOpen: () => db.open,
    close: () => void db.close(),
  };
}

/** In one transaction, that nobody writes before: what is copied is what is changed. */
function migrate(db: Database.Database, dataDir: string): void {
  const schema = (): number => db.pragma('user_version', { simple: true }) as number; // SQLite: an integer
  db.transaction(() => {
    const have = schema();
    if (have > migrations.length) throw new AppError('CATALOGUE_NEWER', { have, want: migrations.length });
    if (have > 0 && have < migrations.length) keepBefore(dataDir);
    for (const migration of migrations.slice(have)) db.exec(migration);
    db.pragma(`user_version = ${migrations.length}`);
    const add = db.prepare('INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)');
    add.run('id', newCatalogueId());
    add.run('revision', '0');
  }).immediate();
  dropOlderCopies(dataDir);
}

const copyName = /^catalogue\.before-schema-(\d+)\.db$/;

/** Copies the catalogue as it is before a migration, by a connection of its own: the one that migrates holds the lock. */
function keepBefore(dataDir: string): void {
  const kept = join(dataDir, `catalogue.before-schema-${migrations.length}.db`);
  const aside = `${kept}.${process.pid}`;
  rmSync(aside, { force: true });
  const reader = new Database(join(dataDir, 'catalogue.db'), { timeout: 30_000, fileMustExist: true });
  try {
    reader.prepare('VACUUM INTO ?').run(aside);
    renameSync(aside, kept); // one that is there is of a migration that failed
  } catch (error) {
    rmSync(aside, { force: true });
    throw asAppError(error, 'STORAGE_FAILED');
  } finally {
    reader.close();
  }
}

/** The copy before the latest change is kept. */
function dropOlderCopies(dataDir: string): void {
  const copies = readdirSync(dataDir)
    .flatMap((name) => (copyName.test(name) ? [{ name, schema: Number(copyName.exec(name)?.[1]) }] : []))
    .sort((a, b) => b.schema - a.schema);
  for (const { name } of copies.slice(1)) rmSync(join(dataDir, name), { force: true });
}
