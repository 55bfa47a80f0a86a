// Tracked deletions in .doc. word-extractor looks at the low bits of a formatting code alone and so takes formatting
// such as a language setting for a deletion, dropping whole pages in silence; this reads the codes whole instead.
import { createRequire } from 'node:module';

/** What is used of word-extractor's inside: the pieces of the text, and the method that strikes deletions out of them. */
interface Piece {
  readonly startFilePos: number;
  readonly size: number;
  /** bytes per character */
  readonly bpc: number;
  text: string;
}
interface OleExtractor {
  _pieces: Piece[];
  writeCharacterProperties(word: Buffer, table: Buffer): void;
}

/** sprmCFRMarkDel: the run is deleted when its operand's lowest bit is set ([MS-DOC] 2.6.1). */
const markDeleted = 0x0800;
/** Operand sizes in bytes by the code's upper three bits ([MS-DOC] 2.2.5.1); 6 is variable, its first byte the length. */
const operandSizes = [1, 1, 2, 4, 2, 2, 0, 3];
const pageBytes = 512;

function isDeleted(properties: Buffer): boolean {
  for (let at = 0; at + 2 < properties.length; ) {
    const code = properties.readUInt16LE(at);
    const operand = at + 2;
    if (code === markDeleted) return (properties[operand]! & 1) === 1; // the loop's condition
    const size = operandSizes[code >> 13] ?? 0;
    at = operand + (size === 0 ? 1 + properties[operand]! : size);
  }
  return false;
}

/** Strikes out what lies between two file positions; the library drops NULs afterwards. */
function strike(pieces: readonly Piece[], from: number, to: number): void {
  for (const piece of pieces) {
    const start = Math.max(0, Math.floor((from - piece.startFilePos) / piece.bpc));
    const end = Math.min(piece.text.length, Math.floor((to - piece.startFilePos) / piece.bpc));
    if (start < end) piece.text = piece.text.slice(0, start) + '\0'.repeat(end - start) + piece.text.slice(end);
  }
}

/** PlcBteChpx: file positions, then the pages (ChpxFkp) that hold the runs' properties ([MS-DOC] 2.8.5, 2.9.33). */
function strikeDeletions(this: OleExtractor, word: Buffer, table: Buffer): void {
  const start = word.readUInt32LE(0x00fa);
  const bins = table.subarray(start, start + word.readUInt32LE(0x00fe));
  const count = Math.max(0, Math.floor((bins.length - 4) / 8));
  for (let i = 0; i < count; i++) {
    const pageStart = bins.readUInt32LE((count + 1) * 4 + i * 4) * pageBytes;
    const page = word.subarray(pageStart, pageStart + pageBytes);
    if (page.length < pageBytes) continue;
    const runs = Math.min(page[pageBytes - 1]!, 101); // a page has no room for more
    for (let run = 0; run < runs; run++) {
      const offset = page[(runs + 1) * 4 + run]! * 2;
      if (offset === 0) continue; // a run without properties of its own
      if (isDeleted(page.subarray(offset + 1, offset + 1 + page[offset]!))) {
        strike(this._pieces, page.readUInt32LE(run * 4), page.readUInt32LE((run + 1) * 4));
      }
    }
  }
}

/** Puts the reading above in place of the library's, once a process. */
export function mendDeletions(): void {
  const require = createRequire(import.meta.url);
  const { prototype } = require('word-extractor/lib/word-ole-extractor.js') as { prototype: OleExtractor };
  prototype.writeCharacterProperties = strikeDeletions;
}
