// Single property modifiers (sprms): a code and its operand, one after another. [MS-DOC] 2.2.5.1.

export interface Sprm {
  readonly code: number;
  readonly operand: Buffer;
}

/** Operand sizes in bytes by the code's upper three bits; 0: variable, its first byte the length. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3];
/** Their lengths are two bytes, one more than they say: the definition of a table row's cells. */
const longCodes = new Set([0xd606, 0xd608]);

/** Ends without a word where the bytes do. */
export function* sprms(bytes: Buffer): Generator<Sprm> {
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = bytes.readUInt16LE(at);
    at += 2;
    let size = sizes[code >> 13] ?? 0;
    if (size === 0 && longCodes.has(code)) {
      if (at + 2 > bytes.length) return;
      size = 1 + bytes.readUInt16LE(at);
    } else if (size === 0) size = 1 + (bytes[at] ?? 0);
    yield { code, operand: bytes.subarray(at, at + size) };
    at += size;
  }
}

/** The operand as a number, of one, two or four bytes. */
export const amount = ({ operand }: Sprm): number =>
  operand.length >= 4 ? operand.readUInt32LE(0) : operand.length >= 2 ? operand.readUInt16LE(0) : (operand[0] ?? 0);
