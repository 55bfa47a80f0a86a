// Word 6 and 95: text of one byte a character, or two in Chinese, from one place to another. Numbers, tables and notes are
// not told apart. The header's places are those of the Word 6 binary format.
import iconv from 'iconv-lite';
import type { Block } from '../../blocks.js';
import { blockText } from '../block-text.js';
import { decodeText } from '../decode.js';
import { encrypted } from '../failure.js';
import { pieceTable } from './pieces.js';

export const word95 = 0xa5dc;
const encryptedFlag = 0x0100;
/** The text lies in pieces about the file, by a table that lies there too. */
const complexFlag = 0x0004;
const pieces = 0x160;
const textStart = 0x18;
const lengths = [0x34, 0x38, 0x3c, 0x40, 0x44, 0x48, 0x4c];

const field = /\x13[^\x13-\x15]{0,2000}(?:\x14([^\x13-\x15]{0,20000}))?\x15/g;

/** The encoding by what the whole reads as; a Western one where that cannot be told. */
function encodingOf(bytes: Buffer): string {
  try {
    return decodeText(bytes.map((byte) => Math.max(byte, 0x20))).encoding;
  } catch {
    return 'windows-1252';
  }
}

/** The bytes of the text; no more than the file has. */
function textBytes(word: Buffer, isComplex: boolean): Buffer {
  const start = word.readUInt32LE(textStart);
  const length = lengths.reduce((sum, at) => sum + word.readUInt32LE(at), 0);
  if (!isComplex) return word.subarray(start, start + length);
  const from = word.readUInt32LE(pieces);
  const table = pieceTable(word.subarray(from, from + word.readUInt32LE(pieces + 4)));
  const count = Math.floor((table.length - 4) / 12);
  const parts: Buffer[] = [];
  let left = word.length;
  for (let i = 0; i < count && left > 0; i++) {
    const characters = Math.max(0, table.readUInt32LE((i + 1) * 4) - table.readUInt32LE(i * 4));
    const at = table.readUInt32LE((count + 1) * 4 + i * 8 + 2);
    const part = word.subarray(at, at + Math.min(characters, left));
    parts.push(part);
    left -= part.length;
  }
  return Buffer.concat(parts).subarray(0, length);
}

/** @throws AppError ENCRYPTED, DAMAGED; RangeError when the header is cut short */
export function readWord95(word: Buffer): Block[] {
  const flags = word.readUInt16LE(10);
  if (flags & encryptedFlag) throw encrypted();
  const bytes = textBytes(word, (flags & complexFlag) !== 0);
  const encoding = encodingOf(bytes);
  // The marks that cut the text are bytes below 0x20, which are no part of any other character.
  let text = bytes.toString('latin1');
  for (let depth = 0; depth < 5; depth++) text = text.replace(field, (_, result?: string) => result ?? '');
  return text
    .split(/[\r\x07\x0b\x0c]+/)
    .map((line) => blockText(iconv.decode(Buffer.from(line, 'latin1'), encoding === 'utf-8' ? 'utf8' : encoding)))
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', text: line }));
}
