// Near in meaning: what the engine finds by the vector of the passage, or of its part, that a stretch stands in.
import type { Catalogue } from '../catalogue/open.js';
import type { SimilarMeaning } from '../domain/elsewhere.js';
import type { Range } from '../domain/passage.js';
import type { Engine } from '../engine/engine.js';
import { folded } from './copies.js';

const DEPTH = 60;
const MOST_SHOWN = 5;
const MOST_OTHERS = 10;
/** Below it passages share no more than their subject (seen on ten paragraphs of a real archive, read one by one). */
const LEAST_COSINE = 0.8;

const overlap = (a: Range, b: Range): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** The vector that stands for the stretch: of the window or passage with most of it. */
function vectorOf(catalogue: Catalogue, fingerprint: string, id: string, stretch: Range): Float32Array | null {
  const passages = catalogue.sync.passages(id);
  const passage = passages.reduce<(typeof passages)[number] | undefined>(
    (best, one) => (overlap(one, stretch) > (best ? overlap(best, stretch) : 0) ? one : best),
    undefined,
  );
  if (!passage) return null;
  const windows = catalogue.vectors
    .windowsOf(fingerprint, passage.id)
    .filter(
      (window) => overlap(window, stretch) > 0.6 * Math.min(stretch.end - stretch.start, passage.end - passage.start),
    )
    .sort((a, b) => overlap(b, stretch) - overlap(a, stretch));
  const [hash] = passage.embedHashes;
  return windows[0]?.vector ?? (hash === undefined ? null : catalogue.vectors.get(fingerprint, hash));
}

/** None where there is no vector or the engine is out of reach: the words were looked for without either. */
export async function similarMeanings(
  stretch: Range & { readonly id: string },
  skip: (documentId: string) => boolean,
  { catalogue, engine, fingerprint }: { catalogue: Catalogue; engine: Engine; fingerprint: string | null },
): Promise<SimilarMeaning[]> {
  const vector = fingerprint === null ? null : vectorOf(catalogue, fingerprint, stretch.id, stretch);
  if (!vector) return [];
  const answer = await engine.query({ vector, filter: {}, depth: DEPTH, vectorMatches: 0 }).catch(() => null);
  const scores = (answer?.vector?.scores ?? []).filter(({ score }) => score >= LEAST_COSINE);
  const passages = new Map(catalogue.documents.passagesById(scores.map(({ id }) => id)).map((one) => [one.id, one]));
  const best = new Map<string, { cosine: number; passage: number }>();
  for (const { id, score } of scores) {
    const documentId = passages.get(id)?.documentId;
    if (documentId === undefined || documentId === stretch.id || skip(documentId) || best.has(documentId)) continue;
    best.set(documentId, { cosine: score, passage: id });
  }
  const copyOf = ([documentId, { passage: id }]: [string, { passage: number }]) => {
    const document = catalogue.documents.summary(documentId);
    const passage = passages.get(id);
    if (!document || !passage) return [];
    const { start, end, text, page } = passage;
    return [{ document, place: { start, end, text, passage: id, page } }];
  };
  return folded(catalogue, [...best], ([id]) => id)
    .slice(0, MOST_SHOWN)
    .flatMap(([first, ...rest]) =>
      (first ? copyOf(first) : []).map((copy) => ({
        ...copy,
        cosine: first?.[1].cosine ?? 0,
        others: rest.slice(0, MOST_OTHERS).flatMap(copyOf),
      })),
    );
}
