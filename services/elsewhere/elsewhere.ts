// Said elsewhere, the whole path: the sentences of a stretch word for word in other documents, nearly so, and by meaning.
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot } from '../catalogue/snapshot.js';
import { type Elsewhere, type ElsewhereRequest, longestElsewhere } from '../domain/elsewhere.js';
import { AppError } from '../domain/errors.js';
import { normalForm } from '../domain/text.js';
import type { Engine } from '../engine/engine.js';
import type { WordingIndex } from '../wording/index/wording-index.js';
import { type Asked, asked } from './asked.js';
import { createTexts, folded } from './copies.js';
import { similarMeanings } from './meaning.js';
import { similarWordings } from './near.js';
import { holdersOf, sharedWordings } from './verbatim.js';

export interface ElsewhereDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly index: WordingIndex;
  readonly engine: Engine;
  /** of the model that embedded the archive */
  readonly fingerprint: string | null;
}

/** A document that holds so much of it word for word need not be compared once more. */
const MOSTLY = 0.5;

/** @throws AppError DOCUMENT_NOT_FOUND, VERSION_NOT_FOUND, INVALID_REQUEST */
export async function elsewhere(
  { id, version, start, end }: ElsewhereRequest,
  { catalogue, snapshot, index, engine, fingerprint }: ElsewhereDeps,
): Promise<Elsewhere> {
  const detail = catalogue.documents.detail(id);
  const read = catalogue.documents.versionText(id, version ?? detail.version);
  if (!read) throw new AppError('VERSION_NOT_FOUND', { id, version: version ?? detail.version });
  const { text } = read;
  if (start >= end || end > text.length || end - start > longestElsewhere) {
    throw new AppError('INVALID_REQUEST', { why: `start, end: 0 … ${text.length}, ≤ ${longestElsewhere}` });
  }
  const documents = snapshot.documents();
  const texts = createTexts(catalogue);
  const sentences = asked(text, { start, end });
  const holders = holdersOf(sentences, id, documents, index);
  const found = [...holders.shared.keys()];
  const runOf = (run: readonly Asked[]): string => normalForm(text.slice(run[0]?.start ?? 0, run.at(-1)?.end ?? 0));
  const verbatim = sharedWordings(sentences, holders, runOf, { catalogue, texts });

  const isOwn = (documentId: string): boolean => documentId === id;
  const isShown = (documentId: string): boolean => {
    const document = documents.get(documentId);
    return isOwn(documentId) || (document !== undefined && holders.share(document) >= MOSTLY);
  };
  const words = text.slice(sentences[0]?.start ?? start, end);
  const near =
    sentences.length === 0
      ? { shown: [], documents: [], families: 0 }
      : similarWordings(
          words,
          documents,
          index,
          { skip: (document) => isShown(document.id), verbatim: holders.share },
          { catalogue, texts },
        );
  const inNear = new Set(near.documents);
  const meaning =
    sentences.length === 0 || read.version !== detail.version
      ? []
      : await similarMeanings({ id, start, end }, (other) => isShown(other) || inNear.has(other), {
          catalogue,
          engine,
          fingerprint,
        });
  const document = catalogue.documents.summary(id);
  if (!document) throw new AppError('DOCUMENT_NOT_FOUND', { id });
  return {
    document,
    version: read.version,
    start,
    end,
    text: text.slice(start, end),
    documents: found.length,
    families: folded(catalogue, found, (one) => one.id).length,
    tooShort: sentences.length === 0,
    verbatim,
    nearDocuments: near.documents.length,
    nearFamilies: near.families,
    near: near.shown,
    meaning,
  };
}
