// One file's way into the archive: read → skip what is unchanged → prepare → embed → store.
import { readFile, stat } from 'node:fs/promises';
import type { LedgerEntry } from '../services/catalogue/ledger.js';
import type { Catalogue } from '../services/catalogue/open.js';
import type { Job } from '../services/catalogue/queue.js';
import type { NewVersion } from '../services/catalogue/store.js';
import { documentIdOf } from '../services/catalogue/store.js';
import { AppError, asAppError, type ErrorCode } from '../services/domain/errors.js';
import type { LedgerLine } from '../services/domain/ledger.js';
import type { Embedder } from '../services/embedding/embedder.js';
import { sha256 } from '../services/hash.js';
import { dropAllMembers, dropScratch, queueMembers, unpackingOf } from './archive.js';
import { corrected } from './corrected.js';
import type { Member } from './extract/archive/unpack.js';
import type { ExtractLimits } from './extract/extract.js';
import { GivenMetadata } from './metadata/file.js';
import { type Ocr, prepareWithOcr } from './ocr/read-scans.js';
import type { PreparePool } from './prepare-pool.js';
import { isUpToDate, type OcrReach, recipeOf } from './recipe.js';
import type { Tally } from './tally.js';

export interface PipelineDeps {
  readonly catalogue: Catalogue;
  readonly embedder: Embedder;
  readonly pool: PreparePool;
  readonly limits: ExtractLimits & { readonly maxFileMb: number };
  /** absent when it is switched off */
  readonly ocr?: Ocr;
  readonly tally?: Tally;
  /** after every batch of vectors, and every file, that was stored */
  readonly onProgress?: () => void;
}

/** What is known of a file before it is stored. */
export type Outcome = { readonly job: Job; readonly started: number; readonly contentHash: string | null } & (
  | { readonly kind: 'unchanged'; readonly documentId: string | null }
  | { readonly kind: 'version'; readonly version: NewVersion; readonly ocr: OcrReach | undefined }
  /** `documentId` is null for a zip that equals another */
  | { readonly kind: 'duplicate'; readonly documentId: string | null }
  /** a zip: what it may unpack to is only known when its turn comes */
  | { readonly kind: 'waits' }
  | { readonly kind: 'archive'; readonly members: readonly Member[]; readonly folder: string }
  | { readonly kind: 'failed'; readonly error: AppError }
);

/** What is not the file's fault, and stops the work. */
const ours: readonly ErrorCode[] = ['EMBEDDING_FAILED', 'MODEL_MISSING', 'STORAGE_FAILED'];

/**
 * Everything up to storing: changes nothing but the caches of originals and vectors. Never throws on account of the file.
 * `isItsTurn`: all jobs before it are stored.
 */
export async function prepareJob(queued: Job, deps: PipelineDeps, isItsTurn = false): Promise<Outcome> {
  const started = performance.now();
  const job = corrected(queued, deps.catalogue);
  let contentHash: string | null = null;
  let folder: string | null = null;
  const timed: Tally['timed'] = deps.tally?.timed ?? ((_stage, work) => work());
  try {
    if (job.failure) throw new AppError(job.failure.code, job.failure.values);
    const bytes = await timed('read', () => read(job, deps.limits.maxFileMb));
    contentHash = sha256(bytes);
    const known = { job, started, contentHash };
    const unchanged = unchangedEntry(job, contentHash, deps);
    if (unchanged) return { ...known, kind: 'unchanged', documentId: unchanged.documentId };
    if (bytes.length === 0) throw new AppError('EMPTY_FILE');
    const same = duplicateOf(known, deps.catalogue);
    if (same) return { ...known, kind: 'duplicate', ...same };

    keep(contentHash, bytes, deps.catalogue);
    const unpack = isItsTurn ? unpackingOf(job, deps.catalogue, deps.limits.maxFileMb) : null;
    folder = unpack?.folder ?? null;
    const task = {
      file: job.file,
      path: deps.catalogue.originals.path(contentHash),
      contentHash,
      given: job.metadata === null ? null : GivenMetadata.parse(JSON.parse(job.metadata)),
      limits: deps.limits,
      ...(unpack && { unpack }),
    };
    const prepared = await timed('prepare', () => prepareWithOcr(task, deps));
    if (prepared.kind === 'archive') {
      if (!prepared.members || !unpack) return { ...known, kind: 'waits' };
      folder = null; // goes with what it holds
      return { ...known, kind: 'archive', members: prepared.members, folder: unpack.folder };
    }
    if (prepared.kind !== 'document') throw new AppError('NO_TEXT');
    const { version } = prepared;
    await timed('embed', () => embed(version, deps));
    return { ...known, kind: 'version', version, ocr: deps.ocr };
  } catch (cause) {
    const error = asAppError(cause, 'DAMAGED');
    if (ours.includes(error.code)) throw error;
    return { job, started, contentHash, kind: 'failed', error };
  } finally {
    if (folder !== null) dropScratch(folder);
  }
}

async function read({ file, path }: Job, maxFileMb: number): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size > maxFileMb * 1024 * 1024) throw new AppError('FILE_TOO_LARGE', { limit: maxFileMb });
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    // What the system says, without the path on this machine: failures are shown to everyone.
    const why = (cause instanceof Error ? cause.message : String(cause)).replace(/, \w+ '[\s\S]*$/, '');
    throw new AppError('FILE_UNREADABLE', { file, why }, { cause });
  }
}

function keep(contentHash: string, bytes: Uint8Array, { originals }: Catalogue): void {
  try {
    originals.put(contentHash, bytes);
  } catch (cause) {
    throw asAppError(cause, 'STORAGE_FAILED');
  }
}

const isAsBefore = (
  job: Job,
  contentHash: string | null,
  entry: LedgerEntry | null,
  ocr: OcrReach | undefined,
): entry is LedgerEntry =>
  entry !== null && entry.contentHash === contentHash && isUpToDate(entry.recipe, job.metadata, ocr);

function unchangedEntry(
  job: Job,
  contentHash: string,
  { catalogue: { ledger }, ocr }: PipelineDeps,
): LedgerEntry | null {
  const entry = ledger.get(job.file);
  return isAsBefore(job, contentHash, entry, ocr) && ledger.stands(entry) ? entry : null;
}

/** The document, or the zip, that has the same bytes. */
function duplicateOf(
  { job, contentHash }: Pick<Outcome, 'job' | 'contentHash'>,
  { store, ledger }: Catalogue,
): { documentId: string | null } | null {
  const documentId = store.sameAs(job.file, contentHash ?? '', null);
  if (documentId !== null) return { documentId };
  return ledger.sameArchive(job.file, contentHash ?? '') === null ? null : { documentId: null };
}

/** Vectors are kept batch by batch, so that a worker that is killed again and again still gets on with a long file. */
const EMBED_BATCH = 32;

async function embed({ passages }: NewVersion, { catalogue, embedder, onProgress }: PipelineDeps): Promise<void> {
  const kinds = [
    ['passage', passages],
    ['window', passages.flatMap(({ windows }) => windows)],
  ] as const;
  for (const [kind, embeddings] of kinds) {
    const texts = new Map(embeddings.map(({ embedHash, embedText }) => [embedHash, embedText]));
    const hashes = catalogue.vectors.missing(embedder.fingerprint, [...texts.keys()]);
    for (let start = 0; start < hashes.length; start += EMBED_BATCH) {
      const batch = hashes.slice(start, start + EMBED_BATCH);
      const vectors = await embedder.embed(
        batch.map((hash) => texts.get(hash) ?? ''),
        kind,
      );
      catalogue.transaction(() => {
        for (const [i, vector] of vectors.entries())
          catalogue.vectors.put(embedder.fingerprint, batch[i] ?? '', vector);
      });
      onProgress?.();
    }
  }
}

/** Whether an outcome still holds now that the files before it are stored: what it leans on may have changed with them. */
export function holds(outcome: Outcome, catalogue: Catalogue): boolean {
  if (outcome.kind === 'waits') return false;
  if (outcome.kind === 'duplicate') return duplicateOf(outcome, catalogue) !== null;
  if (outcome.kind !== 'unchanged') return true;
  const entry = catalogue.ledger.get(outcome.job.file);
  return entry !== null && catalogue.ledger.stands(entry);
}

/** Stores an outcome, its line in the ledger and the end of its job in one transaction. */
export function store(outcome: Outcome, catalogue: Catalogue): LedgerLine {
  const stored = catalogue.transaction(() => {
    const { job, contentHash } = outcome;
    const at = new Date().toISOString();
    const result = settle(outcome, catalogue, at);
    const line: LedgerLine = { file: job.file, ...result, ms: Math.round(performance.now() - outcome.started) };
    if (result.status !== 'unchanged') {
      catalogue.ledger.put({
        file: job.file,
        root: job.root,
        path: job.path,
        status: result.status,
        code: result.code ?? null,
        message: result.message ?? null,
        errorValues: outcome.kind === 'failed' ? JSON.stringify(outcome.error.values) : null,
        documentId: result.documentId ?? null,
        contentHash,
        recipe:
          outcome.kind === 'version'
            ? recipeOf(job.metadata, outcome.version.unread, outcome.ocr)
            : recipeOf(job.metadata),
        passages: result.passages ?? null,
        archive: job.archive,
        members: result.members ?? null,
        unread: result.unread ?? null,
        ms: line.ms,
        at,
      });
    }
    catalogue.queue.finish(job.id, line);
    return line;
  });
  if (outcome.kind === 'archive') dropScratch(outcome.folder);
  return stored;
}

type Settled = Omit<LedgerLine, 'file' | 'ms'>;

function settle(outcome: Outcome, catalogue: Catalogue, at: string): Settled {
  const { job } = outcome;
  const { store: documents, ledger } = catalogue;
  const before = ledger.get(job.file);
  const duplicate = (documentId: string | null): Settled => {
    documents.markRemoved(documentIdOf(job.file), at);
    dropAllMembers(job, catalogue, at);
    return { status: 'duplicate', ...(documentId !== null && { documentId }) };
  };
  switch (outcome.kind) {
    case 'unchanged':
      if (outcome.documentId === null) return { status: 'unchanged' };
      return { status: 'unchanged', documentId: outcome.documentId, passages: before?.passages ?? 0 };
    case 'failed':
      // a document that was read before stays as it was: a spoilt file takes nothing away
      return { status: 'failed', code: outcome.error.code, message: outcome.error.message };
    case 'duplicate':
      return duplicate(outcome.documentId);
    case 'archive': {
      const isUnchanged = isAsBefore(job, outcome.contentHash, before, undefined) && before.status === 'indexed';
      if (!isUnchanged) documents.markRemoved(documentIdOf(job.file), at); // it was a document before
      queueMembers(job, outcome.members, catalogue, at);
      return { status: isUnchanged ? 'unchanged' : 'indexed', passages: 0, members: outcome.members.length };
    }
    case 'version': {
      const { version } = outcome;
      const same = documents.sameAs(job.file, version.contentHash, version.textHash); // another may have come first
      if (same) return duplicate(same);
      dropAllMembers(job, catalogue, at);
      return {
        status: 'indexed',
        documentId: documents.put(version, at),
        passages: version.passages.length,
        ...(version.unread.length > 0 && { unread: version.unread.length }),
      };
    }
    case 'waits':
      throw new Error('a zip is stored when it is unpacked');
  }
}
