// Opens the reranker that the settings name. The only file that names an adapter.
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Settings } from '../../config/settings.js';
import type { Catalogue } from '../catalogue/open.js';
import { asAppError } from '../domain/errors.js';
import type { Embedder, TokenEmbedder } from '../embedding/embedder.js';
import { readModel } from '../embedding/model.js';
import { createEmbedder } from '../embedding/transformers.js';
import { createCrossEncoder } from './cross/cross-encoder.js';
import { fillTokens } from './late/fill-tokens.js';
import { keepTokens } from './late/keep-tokens.js';
import { createLateInteraction } from './late/late-interaction.js';
import { openTokenStore, type TokenStore } from './late/token-store.js';
import type { Reranker } from './reranker.js';

const tokenStore = ({ YANJU_DATA_DIR }: Settings, fingerprint: string): TokenStore =>
  openTokenStore({ path: join(YANJU_DATA_DIR, 'tokens.db'), fingerprint });

/**
 * null where the settings want none, or late interaction without the archive's model. One that cannot be used is told in
 * the log, and fails whenever it is asked, so that answers say so too.
 */
export function openReranker(settings: Settings, queries: TokenEmbedder | null, logger: Logger): Reranker | null {
  const { YANJU_RERANK: name } = settings;
  if (name === 'none' || (name === 'late' && !queries)) return null;
  try {
    return queries && name === 'late'
      ? openLateInteraction(settings, queries)
      : createCrossEncoder(settings.YANJU_RERANKER_MODEL_DIR ?? '');
  } catch (cause) {
    const error = asAppError(cause, 'RERANKING_FAILED');
    logger.error({ event: 'reranker.unusable', code: error.code, message: error.message });
    return { name, weight: 0, rerank: () => Promise.reject(error), close: async () => {} };
  }
}

function openLateInteraction(settings: Settings, queries: TokenEmbedder): Reranker {
  const store = tokenStore(settings, queries.fingerprint);
  const passages = createEmbedder({
    modelDir: settings.YANJU_MODEL_DIR,
    processes: 1,
    download: settings.YANJU_MODEL_DOWNLOAD,
  });
  return createLateInteraction({ queries, passages, store });
}

/** The embedder of an ingest: it keeps what reranking will want of the passages that it embeds. */
export const keepingForReranker = (settings: Settings, embedder: TokenEmbedder): Embedder =>
  settings.YANJU_RERANK === 'late' ? keepTokens(embedder, tokenStore(settings, embedder.fingerprint)) : embedder;

/** Computes what reranking wants of passages that were embedded without it. `progress` as in embedMissing. */
export async function fillForReranker(
  settings: Settings,
  catalogue: Catalogue,
  embedder: TokenEmbedder,
  progress: (done: number, total: number) => void,
): Promise<void> {
  if (settings.YANJU_RERANK !== 'late') return;
  const store = tokenStore(settings, embedder.fingerprint);
  try {
    await fillTokens(catalogue, embedder, store, progress);
  } finally {
    store.close();
  }
}

/**
 * For `yanju doctor`: of how many passages late interaction has the tokens, or that the cross-encoder can score.
 * @throws AppError as rerank
 */
export async function checkReranker(settings: Settings, catalogue: Catalogue): Promise<string> {
  if (settings.YANJU_RERANK === 'none') return '';
  if (settings.YANJU_RERANK === 'late') {
    const hashes = catalogue.embedTexts.hashes();
    const store = tokenStore(settings, readModel(settings.YANJU_MODEL_DIR).fingerprint);
    const missing = store.missing(hashes).length;
    store.close();
    return `${hashes.length - missing} / ${hashes.length}`;
  }
  const reranker = createCrossEncoder(settings.YANJU_RERANKER_MODEL_DIR ?? '');
  try {
    const { scores } = await reranker.rerank('教育', [{ text: '教育', hash: '' }], new AbortController().signal);
    return `${scores[0]?.toFixed(2)}`;
  } finally {
    await reranker.close();
  }
}
