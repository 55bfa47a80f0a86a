// Opens the reranker that the settings name. The only file that names an adapter.
import { join } from 'node:path';
import type { Settings } from '../../config/settings.js';
import type { Catalogue } from '../catalogue/open.js';
import { AppError } from '../domain/errors.js';
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
 * null where the settings want none, or late interaction without the archive's model. A cross-encoder that cannot be used
 * is one that fails whenever it is asked, so that answers can say so.
 */
export function openReranker(settings: Settings, queries: TokenEmbedder | null): Reranker | null {
  if (settings.YANJU_RERANK === 'cross') {
    try {
      return createCrossEncoder(settings.YANJU_RERANKER_MODEL_DIR ?? '');
    } catch (error) {
      if (error instanceof AppError) return unusable(error);
      throw error;
    }
  }
  if (settings.YANJU_RERANK === 'none' || !queries) return null;
  const passages = createEmbedder({
    modelDir: settings.YANJU_MODEL_DIR,
    processes: 1,
    download: settings.YANJU_MODEL_DOWNLOAD,
  });
  return createLateInteraction({ queries, passages, store: tokenStore(settings, queries.fingerprint) });
}

const unusable = (error: AppError): Reranker => ({
  name: 'cross',
  weight: 0,
  rerank: () => Promise.reject(error),
  close: async () => {},
});

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
