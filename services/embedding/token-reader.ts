// Reads a text's tokens out of a model's last states: the vector of every token that holds a letter or a digit, as the
// signs of its components.
import { signsOf } from './embedder.js';
import type { PreTrainedTokenizer, Tensor } from './library.js';

/** Bits of a number that signs are packed in. */
const BITS = 32;

export interface TokenReader {
  /** `prefix`: how the text begins where that is not its own. */
  read(ids: Tensor, states: Tensor, prefix: string): Uint32Array;
}

export function createTokenReader(tokenizer: PreTrainedTokenizer): TokenReader {
  const known = new Map<number, boolean>();
  const isWord = (id: number): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const is = /[\p{L}\p{N}]/u.test(tokenizer.decode([id], { skip_special_tokens: true }));
    known.set(id, is);
    return is;
  };
  const lengths = new Map<string, number>();
  const tokensOf = (prefix: string): number => {
    const length = lengths.get(prefix) ?? tokenizer.encode(prefix, { add_special_tokens: false }).length;
    lengths.set(prefix, length);
    return length;
  };

  return {
    read(ids, states, prefix) {
      const leading = prefix === '' ? 0 : tokensOf(prefix);
      const wanted = [...ids.data].flatMap((id, at) => (at > leading && isWord(Number(id)) ? [at] : []));
      return packSigns(states.data as Float32Array, states.dims.at(-1) ?? 0, wanted); // as in worker.ts
    },
  };
}

/** The signs of some rows of a matrix, a row's one after the other: a bit is 1 where the component is not negative. */
export function packSigns(values: Float32Array, dimension: number, rows: readonly number[]): Uint32Array {
  const signs = signsOf(dimension);
  const width = Math.ceil(signs / BITS);
  const packed = new Uint32Array(rows.length * width);
  for (const [i, row] of rows.entries()) {
    for (let d = 0; d < signs; d++) {
      const at = i * width + Math.floor(d / BITS);
      if ((values[row * dimension + d] ?? 0) >= 0) packed[at] = (packed[at] ?? 0) | (1 << (d % BITS));
    }
  }
  return packed;
}
