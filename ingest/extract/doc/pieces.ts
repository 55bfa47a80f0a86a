// The text of a Word file: pieces of it lie about the file, and a table says in which order they make up the text.
// [MS-DOC] 2.4.1 (retrieving text), 2.9.38 (Clx), 2.9.177 (PlcPcd).
import { damaged } from '../failure.js';
import { places, type WordFile } from './fib.js';

export interface Piece {
  readonly text: string;
  /** where it lies in the stream WordDocument, and bytes a character there */
  readonly position: number;
  readonly width: 1 | 2;
}

const compressed = 0x40000000;
const western = new TextDecoder('windows-1252');

/** Past the formatting that fast saving put in front. */
export function pieceTable(clx: Buffer): Buffer {
  let at = 0;
  while (clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
  if (clx[at] !== 2) throw damaged('structure');
  return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
}

/** @throws AppError DAMAGED; RangeError when the table is cut short */
export function readPieces(file: WordFile): Piece[] {
  const table = pieceTable(file.structure(places.pieces));
  const count = Math.floor((table.length - 4) / 12);
  const pieces: Piece[] = [];
  let length = 0;
  for (let i = 0; i < count; i++) {
    const characters = Math.max(0, table.readUInt32LE((i + 1) * 4) - table.readUInt32LE(i * 4));
    // No file has more characters than bytes.
    length += characters;
    if (length > file.word.length) throw damaged('structure');
    const address = table.readUInt32LE((count + 1) * 4 + i * 8 + 2);
    const width = address & compressed ? 1 : 2;
    const position = width === 1 ? (address & ~compressed) >>> 1 : address;
    const bytes = file.word.subarray(position, position + characters * width);
    const text = width === 2 ? bytes.toString('utf16le') : western.decode(bytes);
    // A piece that the file ends in the middle of keeps its place.
    pieces.push({ text: text.padEnd(characters, '\0'), position, width });
  }
  return pieces;
}
