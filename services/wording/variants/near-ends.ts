// Where in a text something ends that is nearly the pattern: Myers, "A fast bit-vector algorithm for approximate string
// matching based on dynamic programming", 1999, in blocks of 32 rows (Hyyrö 2003). Every place is looked at; none is missed.

const ROWS = 32;

/** Calls back with each end (exclusive) of a stretch of `text` that `most` edits at most turn into the pattern. */
export type NearEnds = (text: string, take: (end: number) => void) => void;

export function nearEnds(pattern: string, most: number): NearEnds {
  const blocks = Math.ceil(pattern.length / ROWS);
  const lastRow = 1 << ((pattern.length - 1) % ROWS);
  /** number of each character of the pattern, from 1; 0 for all others */
  const numbers = new Uint16Array(0x10000);
  let characters = 0;
  for (let i = 0; i < pattern.length; i++) {
    const code = pattern.charCodeAt(i);
    if (numbers[code] === 0) numbers[code] = ++characters;
  }
  const rowsOf = new Int32Array((characters + 1) * blocks);
  for (let i = 0; i < pattern.length; i++) {
    rowsOf[numbers[pattern.charCodeAt(i)]! * blocks + Math.floor(i / ROWS)]! |= 1 << (i % ROWS); // in bounds
  }
  const plus = new Int32Array(blocks);
  const minus = new Int32Array(blocks);

  return (text, take) => {
    plus.fill(-1);
    minus.fill(0);
    let score = pattern.length;
    for (let at = 0; at < text.length; at++) {
      const from = numbers[text.charCodeAt(at)]! * blocks;
      let carry = 0; // how the row above changed: 0 at the top, where a stretch may begin anywhere
      for (let block = 0; block < blocks; block++) {
        const high = block === blocks - 1 ? lastRow : 1 << (ROWS - 1);
        const pv = plus[block]!;
        const mv = minus[block]!;
        let equal = rowsOf[from + block]!;
        const vertical = equal | mv;
        if (carry < 0) equal |= 1;
        const horizontal = (((equal & pv) + pv) ^ pv) | equal;
        let up = mv | ~(horizontal | pv);
        let down = pv & horizontal;
        const out = (up & high) !== 0 ? 1 : (down & high) !== 0 ? -1 : 0;
        up <<= 1;
        down <<= 1;
        if (carry < 0) down |= 1;
        else if (carry > 0) up |= 1;
        plus[block] = down | ~(vertical | up);
        minus[block] = up & vertical;
        carry = out;
      }
      score += carry;
      if (score <= most) take(at + 1);
    }
  };
}
