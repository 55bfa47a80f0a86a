// The vectors of an archive's passages, as the catalogue holds them. Equal texts share one vector object.
import type { Catalogue } from '../catalogue/open.js';
import { random } from '../evaluation/bootstrap.js';

export interface PassageVectors {
  /** A passage's vectors, the whole's first, then its windows'; empty where it has none of this model. */
  of(documentId: string, passageId: number): Float32Array[];
  /** vectors of passages and windows drawn by chance, each text once */
  sample(count: number, seed: number): Float32Array[];
}

export function createPassageVectors(catalogue: Catalogue, fingerprint: string): PassageVectors {
  const byHash = new Map<string, Float32Array | null>();
  const passages = new Map<string, Map<number, readonly string[]>>();
  const vector = (hash: string): Float32Array[] => {
    const known = byHash.get(hash) ?? catalogue.vectors.get(fingerprint, hash);
    byHash.set(hash, known);
    return known ? [known] : [];
  };
  const hashesOf = (documentId: string): Map<number, readonly string[]> => {
    const known =
      passages.get(documentId) ??
      new Map(catalogue.sync.passages(documentId).map(({ id, embedHashes }) => [id, embedHashes]));
    passages.set(documentId, known);
    return known;
  };
  return {
    of(documentId, passageId) {
      return (hashesOf(documentId).get(passageId) ?? []).flatMap(vector);
    },
    sample(count, seed) {
      const { documents } = catalogue.documents.counts();
      const hashes = [
        ...new Set(catalogue.documents.list(documents, 0).flatMap(({ id }) => [...hashesOf(id).values()].flat())),
      ].sort();
      const next = random(seed);
      for (let i = 0; i < Math.min(count, hashes.length); i++) {
        const j = i + Math.floor(next() * (hashes.length - i));
        [hashes[i], hashes[j]] = [hashes[j]!, hashes[i]!]; // i ≤ j < length
      }
      return hashes.slice(0, count).flatMap(vector);
    },
  };
}
