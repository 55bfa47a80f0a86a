// Which properties the characters and paragraphs at each place of a Word file have: pages of 512 bytes, listed in a table.
// [MS-DOC] 2.8.5 (PlcBteChpx), 2.9.33 (ChpxFkp), 2.8.6 (PlcBtePapx), 2.9.174 (PapxFkp).
import { places, type WordFile } from './fib.js';

/** What lies between two positions of the stream WordDocument. */
export interface Formatted {
  readonly from: number;
  readonly to: number;
  readonly properties: Buffer;
}

const pageBytes = 512;
const bxPapBytes = 13;
const nothing = Buffer.alloc(0);

/** Runs in order; where a damaged file has them overlap, the first holds. */
function readRuns(
  file: WordFile,
  at: number,
  entryBytes: number,
  read: (page: Buffer, offset: number) => Buffer,
): Formatted[] {
  const bins = file.structure(at);
  const count = Math.max(0, Math.floor((bins.length - 4) / 8));
  const runs: Formatted[] = [];
  const seen = new Set<number>();
  for (let i = 0; i < count; i++) {
    const number = bins.readUInt32LE((count + 1) * 4 + i * 4) & 0x3fffff;
    const page = file.word.subarray(number * pageBytes, (number + 1) * pageBytes);
    if (seen.has(number) || page.length < pageBytes) continue;
    seen.add(number);
    const entries = Math.min(page[pageBytes - 1] ?? 0, Math.floor((pageBytes - 5) / (4 + entryBytes)));
    for (let run = 0; run < entries; run++) {
      const offset = (page[(entries + 1) * 4 + run * entryBytes] ?? 0) * 2;
      const properties = offset === 0 ? nothing : read(page, offset);
      runs.push({ from: page.readUInt32LE(run * 4), to: page.readUInt32LE((run + 1) * 4), properties });
    }
  }
  let end = 0;
  return runs
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      const follows = from >= end && to > from;
      if (follows) end = to;
      return follows;
    });
}

/** Properties are sprms. */
export const characterRuns = (file: WordFile): Formatted[] =>
  readRuns(file, places.characters, 1, (page, offset) => page.subarray(offset + 1, offset + 1 + (page[offset] ?? 0)));

/** Properties are the index of the style, two bytes, and sprms. */
export const paragraphRuns = (file: WordFile): Formatted[] =>
  readRuns(file, places.paragraphs, bxPapBytes, (page, offset) => {
    const words = page[offset] ?? 0;
    return words > 0
      ? page.subarray(offset + 1, offset + 2 * words)
      : page.subarray(offset + 2, offset + 2 + 2 * (page[offset + 1] ?? 0));
  });

/** The place of the first run that ends after a position. */
export function runAfter(runs: readonly Formatted[], position: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.to ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The run that holds a position. */
export function runAt(runs: readonly Formatted[], position: number): Formatted | undefined {
  const run = runs[runAfter(runs, position)];
  return run && run.from <= position ? run : undefined;
}
