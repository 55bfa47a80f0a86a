// One file's way into the archive: read → skip what is unchanged → prepare → embed → store.
import { readFile, stat } from 'node:fs/promises';
import type { Catalogue } from '../services/catalogue/open.js';
import type { Job } from '../services/catalogue/queue.js';
import type { NewVersion } from '../services/catalogue/store.js';
import { documentIdOf } from '../services/catalogue/store.js';
import { AppError, asAppError } from '../services/domain/errors.js';
import type { LedgerLine } from '../services/domain/ledger.js';
import type { Embedder } from '../services/embedding/embedder.js';
import type { ExtractLimits } from './extract/extract.js';
import { sha256 } from './hash.js';
import { GivenMetadata } from './metadata/file.js';
import { ingestVersion } from './prepare.js';
import type { PreparePool } from './prepare-pool.js';

export interface PipelineDeps {
  readonly catalogue: Catalogue;
  readonly embedder: Embedder;
  readonly pool: PreparePool;
  readonly limits: ExtractLimits & { readonly maxFileMb: number };
  /** after every batch of vectors, and every file, that was stored */
  readonly onProgress?: () => void;
}

/** What is known of a file before it is stored. */
export type Outcome = { readonly job: Job; readonly started: number; readonly contentHash: string | null } & (
  | { readonly kind: 'unchanged'; readonly documentId: string }
  | { readonly kind: 'version'; readonly version: NewVersion }
  | { readonly kind: 'duplicate'; readonly documentId: string }
  | { readonly kind: 'failed'; readonly error: AppError }
);

/** The recipe of a ledger entry: another one means reading the file anew. */
const recipeOf = (job: Job): string => `${ingestVersion}:${job.metadata ? sha256(job.metadata).slice(0, 12) : ''}`;

/** Everything up to storing: changes nothing but the caches of originals and vectors. Never throws on account of the file. */
export async function prepareJob(job: Job, deps: PipelineDeps): Promise<Outcome> {
  const started = performance.now();
  let contentHash: string | null = null;
  try {
    const bytes = await read(job, deps.limits.maxFileMb);
    contentHash = sha256(bytes);
    const known = { job, started, contentHash };
    const unchanged = unchangedDocument(job, contentHash, deps.catalogue);
    if (unchanged) return { ...known, kind: 'unchanged', documentId: unchanged };
    if (bytes.length === 0) throw new AppError('EMPTY_FILE');
    const same = deps.catalogue.store.sameAs(job.file, contentHash, null);
    if (same) return { ...known, kind: 'duplicate', documentId: same };

    deps.catalogue.originals.put(contentHash, bytes);
    const prepared = await deps.pool.prepare({
      file: job.file,
      path: deps.catalogue.originals.path(contentHash),
      contentHash,
      given: job.metadata === null ? null : GivenMetadata.parse(JSON.parse(job.metadata)),
      limits: deps.limits,
      ocr: 'off',
    });
    if (prepared.kind !== 'document') throw new AppError('NO_TEXT');
    const { version } = prepared;
    await embed(version, deps);
    return { ...known, kind: 'version', version };
  } catch (cause) {
    const error = asAppError(cause, 'DAMAGED');
    if (error.code === 'EMBEDDING_FAILED' || error.code === 'MODEL_MISSING') throw error; // not the file's fault
    return { job, started, contentHash, kind: 'failed', error };
  }
}

async function read({ file, path }: Job, maxFileMb: number): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size > maxFileMb * 1024 * 1024) throw new AppError('FILE_TOO_LARGE', { limit: maxFileMb });
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      'FILE_UNREADABLE',
      { file, why: cause instanceof Error ? cause.message : String(cause) },
      { cause },
    );
  }
}

function unchangedDocument(job: Job, contentHash: string, { ledger }: Catalogue): string | null {
  const entry = ledger.get(job.file);
  if (entry?.contentHash !== contentHash || entry.recipe !== recipeOf(job)) return null;
  return ledger.stands(entry) ? entry.documentId : null;
}

/** Vectors are kept batch by batch, so that a worker that is killed again and again still gets on with a long file. */
const EMBED_BATCH = 32;

async function embed({ passages }: NewVersion, { catalogue, embedder, onProgress }: PipelineDeps): Promise<void> {
  const texts = new Map(passages.map(({ embedHash, embedText }) => [embedHash, embedText]));
  const hashes = catalogue.vectors.missing(embedder.fingerprint, [...texts.keys()]);
  for (let start = 0; start < hashes.length; start += EMBED_BATCH) {
    const batch = hashes.slice(start, start + EMBED_BATCH);
    const vectors = await embedder.embed(
      batch.map((hash) => texts.get(hash) ?? ''),
      'passage',
    );
    catalogue.transaction(() => {
      for (const [i, vector] of vectors.entries()) catalogue.vectors.put(embedder.fingerprint, batch[i] ?? '', vector);
    });
    onProgress?.();
  }
}

/** Whether an outcome still holds now that the files before it are stored: what it leans on may have changed with them. */
export function holds(outcome: Outcome, { ledger, store: documents }: Catalogue): boolean {
  const { job, contentHash } = outcome;
  if (outcome.kind === 'unchanged') {
    const entry = ledger.get(job.file);
    return entry !== null && ledger.stands(entry);
  }
  return outcome.kind !== 'duplicate' || documents.sameAs(job.file, contentHash ?? '', null) !== null;
}

/** Stores an outcome, its line in the ledger and the end of its job in one transaction. */
export function store(outcome: Outcome, catalogue: Catalogue): LedgerLine {
  return catalogue.transaction(() => {
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
        documentId: result.documentId ?? null,
        contentHash,
        recipe: recipeOf(job),
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
}

type Settled = Omit<LedgerLine, 'file' | 'ms'>;

function settle(outcome: Outcome, { store: documents, ledger }: Catalogue, at: string): Settled {
  const { job } = outcome;
  const own = documentIdOf(job.file);
  switch (outcome.kind) {
    case 'unchanged':
      return { status: 'unchanged', documentId: outcome.documentId, passages: ledger.get(job.file)?.passages ?? 0 };
    case 'failed':
      // a document that was read before stays as it was: a spoilt file takes nothing away
      return { status: 'failed', code: outcome.error.code, message: outcome.error.message };
    case 'duplicate':
      documents.markRemoved(own, at);
      return { status: 'duplicate', documentId: outcome.documentId };
    case 'version': {
      const { version } = outcome;
      const same = documents.sameAs(job.file, version.contentHash, version.textHash); // another may have come first
      if (same) {
        documents.markRemoved(own, at);
        return { status: 'duplicate', documentId: same };
      }
      return {
        status: 'indexed',
        documentId: documents.put(version, at),
        passages: version.passages.length,
        ...(version.unread.length > 0 && { unread: version.unread.length }),
      };
    }
  }
}
