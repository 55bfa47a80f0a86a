// Spoils files at random, the same way for the same seed: flipped bits, cuts, blocks moved or doubled, bytes put in or
// taken out, and zips whose members come from two.
import { type Unzipped, unzipSync, zipSync } from 'fflate';

export interface Random {
  /** 0 … below 1 */
  next(): number;
  /** 0 … n - 1 */
  below(n: number): number;
  pick<T>(from: readonly T[]): T;
}

/** mulberry32 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { next, below, pick: (from) => from[below(from.length)]! }; // from is never empty
}

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const block = (bytes: Buffer, random: Random): [start: number, end: number] => {
  const start = random.below(bytes.length);
  return [start, Math.min(bytes.length, start + 1 + random.below(random.pick([8, 512, 16_384])))];
};
const isZip = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;

const flipBits: Mutation = (bytes, random) => {
  const changed = Buffer.from(bytes);
  for (let left = random.pick([1, 4, 32, 256]); left > 0; left--) {
    const at = random.below(changed.length);
    changed[at] = changed[at]! ^ (1 << random.below(8)); // at is within
  }
  return changed;
};
const cut: Mutation = (bytes, random) => bytes.subarray(0, random.below(bytes.length));
const swapBlocks: Mutation = (bytes, random) => {
  const [a, b] = [block(bytes, random), block(bytes, random)].sort((one, two) => one[0] - two[0]);
  if (!a || !b || a[1] > b[0]) return cut(bytes, random, bytes);
  const part = (from: number, to: number): Buffer => bytes.subarray(from, to);
  return Buffer.concat([part(0, a[0]), part(...b), part(a[1], b[0]), part(...a), part(b[1], bytes.length)]);
};
const doubleBlock: Mutation = (bytes, random) => {
  const [start, end] = block(bytes, random);
  const times = random.pick([2, 10, 200]);
  const repeated = Array.from({ length: times }, () => bytes.subarray(start, end));
  return Buffer.concat([bytes.subarray(0, start), ...repeated, bytes.subarray(end)]);
};
const putBytes: Mutation = (bytes, random) => {
  const at = random.below(bytes.length);
  const fill = random.pick([0, 0x20, 0x28, 0x3c, 0x7b, 0xff, -1]);
  const added = Buffer.from(Array.from({ length: 1 + random.below(64) }, () => (fill < 0 ? random.below(256) : fill)));
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]);
};
const takeBytes: Mutation = (bytes, random) => {
  const [start, end] = block(bytes, random);
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
};
/** The head of one file on the tail of another. */
const graft: Mutation = (bytes, random, other) =>
  Buffer.concat([bytes.subarray(0, random.below(bytes.length)), other.subarray(random.below(other.length))]);

function members(bytes: Buffer): Unzipped {
  try {
    return unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 4_000_000 });
  } catch {
    return {};
  }
}
/** A good zip of spoilt members, some of them another zip's: what flipped bits in packed data never get to. */
const splice: Mutation = (bytes, random, other) => {
  if (!isZip(bytes)) return graft(bytes, random, other);
  const [own, foreign] = [members(bytes), isZip(other) ? members(other) : {}];
  const names = [...new Set([...Object.keys(own), ...Object.keys(foreign)])];
  if (names.length === 0) return flipBits(bytes, random, other);
  const mixed: Unzipped = {};
  for (const name of names) {
    const content = Buffer.from((random.next() < 0.8 ? own[name] : foreign[name]) ?? own[name] ?? []);
    mixed[name] = Uint8Array.from(
      content.length > 0 && random.next() < 0.3 ? random.pick(plain)(content, random, content) : content,
    );
  }
  return Buffer.from(zipSync(mixed, { level: 1 }));
};

const plain: readonly Mutation[] = [flipBits, cut, swapBlocks, doubleBlock, putBytes, takeBytes, graft];
const all: readonly Mutation[] = [...plain, splice, splice];

/** One to three mutations, one after the other. `other` gives parts; neither is changed, and neither may be empty. */
export function mutate(bytes: Buffer, other: Buffer, random: Random): Buffer {
  let changed = bytes;
  for (let left = 1 + random.below(3); left > 0 && changed.length > 0; left--) {
    changed = random.pick(isZip(changed) ? all : plain)(changed, random, other);
  }
  return changed;
}
