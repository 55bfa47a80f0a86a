// The check over an archive: its sentence index is built before the first draft comes, and kept up from then on.
import type { Settings } from '../../config/settings.js';
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot } from '../catalogue/snapshot.js';
import type { Archive } from '../domain/archive.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Engine } from '../engine/engine.js';
import type { CitationWeb } from '../facts/citations/web-of.js';
import { createFewAtOnce } from '../process/few-at-once.js';
import { check } from './check.js';
import type { ReadDraftFile } from './draft.js';
import { keepSentences } from './index/background.js';
import { createSentenceIndex } from './index/sentence-index.js';
import type { SentenceVectors } from './paraphrase.js';

/** Drafts that are checked at once; the others wait. */
const CHECKS = 2;

export interface CreateCheckDeps {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly engine: Engine;
  readonly readFile: ReadDraftFile;
  /** who cites whom in the archive */
  web(): Promise<CitationWeb>;
  /** null without a model, or with one that is not the archive's */
  embedder(): Embedder | null;
}

export interface Check {
  readonly check: Archive['check'];
  /** Begins to build the index, so that the first draft need not wait for it. */
  warm(): void;
}

export function createCheck({
  settings,
  catalogue,
  snapshot,
  engine,
  readFile,
  web,
  embedder,
}: CreateCheckDeps): Check {
  const index = createSentenceIndex();
  const indexed = keepSentences(index, { catalogue, snapshot });
  const vectors: SentenceVectors = new Map();
  const maxCharacters = settings.YANJU_MAX_DRAFT_CHARS;
  const fewAtOnce = createFewAtOnce(CHECKS);
  return {
    check: (draft, scope, options) =>
      fewAtOnce(() =>
        check(draft, scope, options, {
          catalogue,
          snapshot,
          engine,
          embedder: embedder(),
          index,
          vectors,
          readFile,
          maxCharacters,
          indexed,
          web,
        }),
      ),
    warm: () => void indexed().catch(() => undefined), // whoever checks a draft tries again, and is told
  };
}
