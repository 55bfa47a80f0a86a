// Word 6 and 95: text of one byte a character, or two in Chinese, from one place to another. Numbers, tables and notes are
// not told apart. The header's places are those of the Word 6 binary format.
import iconv from 'iconv-lite';
import type { Block } from '../../blocks.js';
import { blockText } from '../block-text.js';
import { decodeText } from '../decode.js';
import { encrypted, unsupported } from '../failure.js';

export const word95 = 0xa5dc;
const encryptedFlag = 0x0100;
/** The text lies in pieces about the file. */
const complexFlag = 0x0004;
const textStart = 0x18;
const lengths = [0x34, 0x38, 0x3c, 0x40, 0x44, 0x48, 0x4c];

const field = /\x13[^\x13-\x15]{0,2000}(?:\x14([^\x13-\x15]{0,20000}))?\x15/g;

/** The encoding by what the whole reads as; a Western one where that cannot be told. */
function encodingOf(bytes: Buffer): string {
  try {
    return decodeText(bytes.map((byte) => (byte < 0x20 ? 0x20 : byte))).encoding;
  } catch {
    return 'windows-1252';
  }
}

/** @throws AppError ENCRYPTED, UNSUPPORTED_TYPE where the text lies in pieces; RangeError when the header is cut short */
export function readWord95(word: Buffer): Block[] {
  const flags = word.readUInt16LE(10);
  if (flags & encryptedFlag) throw encrypted();
  if (flags & complexFlag) throw unsupported('word95');
  const start = word.readUInt32LE(textStart);
  const length = lengths.reduce((sum, at) => sum + word.readUInt32LE(at), 0);
  const bytes = word.subarray(start, start + length);
  const encoding = encodingOf(bytes);
  // No character of these encodings has a byte below 0x20 in it but the marks themselves.
  let text = bytes.toString('latin1');
  for (let depth = 0; depth < 5; depth++) text = text.replace(field, (_, result?: string) => result ?? '');
  return text
    .split(/[\r\x07\x0b\x0c]+/)
    .map((line) => blockText(iconv.decode(Buffer.from(line, 'latin1'), encoding === 'utf-8' ? 'utf8' : encoding)))
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', text: line }));
}
