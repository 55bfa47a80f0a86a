// Passages as the records that Meilisearch holds, and records as requests of bounded size.
import type { EnginePassage } from '../engine.js';
import { weightedParts } from '../fields.js';
import { cardOf } from './card.js';
import { code } from './code.js';
import { levelAttributes, levelOf } from './levels.js';
import { passageUnits } from './units.js';

/** Bytes in one request. The server's own limit is 100 MB, a proxy's often 10. */
const MAX_BATCH_BYTES = 8_000_000;

/** Five decimals: half the bytes of all of them, and a cosine changes by less than 0.00001. */
const rounded = (vector: Float32Array): number[] => Array.from(vector, (x) => Math.round(x * 1e5) / 1e5);

/** One record as JSON; `embedder` names the vectors' place. */
export function recordOf(passage: EnginePassage, embedder: string): string {
  const { facets } = passage;
  const units = passageUnits(weightedParts(passage));
  const levels: string[][] = levelAttributes.map(() => []);
  for (const [unit, frequency] of units.counts) levels[levelOf(frequency, units.length)]?.push(unit);
  return JSON.stringify({
    id: passage.id,
    doc: code(passage.documentId),
    embedded: passage.vectors.length > 0,
    region: facets.regionPath.map((value) => code(value)),
    years: facets.years,
    type: facets.type === null ? null : code(facets.type),
    issuers: facets.issuers.map((value) => code(value)),
    status: code(facets.status),
    card: cardOf(passage),
    ...Object.fromEntries(levelAttributes.map((attribute, level) => [attribute, levels[level]?.join(' ')])),
    long: [...units.long].join(' '),
    _vectors: { [embedder]: passage.vectors.length > 0 ? passage.vectors.map(rounded) : null },
  });
}

/** JSON arrays of records, each of at most 8 MB. */
export function* batchesOf(passages: Iterable<EnginePassage>, embedder: string): Generator<string> {
  let batch: string[] = [];
  let bytes = 0;
  for (const passage of passages) {
    const record = recordOf(passage, embedder);
    const size = Buffer.byteLength(record) + 1;
    if (batch.length > 0 && bytes + size > MAX_BATCH_BYTES) {
      yield `[${batch.join(',')}]`;
      batch = [];
      bytes = 0;
    }
    batch.push(record);
    bytes += size;
  }
  if (batch.length > 0) yield `[${batch.join(',')}]`;
}
