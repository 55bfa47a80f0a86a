// Reads a zip by its central directory, within limits: entries are counted before anything is unpacked,
// and what is unpacked is counted as it comes, because the sizes in the headers can lie.
import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../services/domain/errors.js';
import { damaged, encrypted, unsupported } from './failure.js';

export interface ZipLimits {
  readonly maxEntries: number;
  /** over all members that are read */
  readonly maxBytes: number;
}

export interface ZipReader {
  /** names as in the archive, for looking up only: never used as paths */
  readonly names: readonly string[];
  /** whether any member is encrypted */
  readonly encrypted: boolean;
  /** @returns null when there is no such member @throws AppError DAMAGED, ENCRYPTED, UNSUPPORTED_TYPE */
  read(name: string): Uint8Array | null;
}

/** A line of the central directory, as it stands. */
export interface ZipEntry {
  readonly rawName: Buffer;
  /** whether the name says that it is UTF-8 */
  readonly isUtf8: boolean;
  readonly extra: Buffer;
  /** 0 stored, 8 deflated; others are not read */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  /** bytes unpacked, as stated */
  readonly size: number;
  /** offset of the member's own header */
  readonly at: number;
  /** the Unix file type (0o170000), 0 where none is given */
  readonly unixType: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locatorSignature = 0x07064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** The end record is 22 bytes, with a comment of at most 65,535 after it. */
const endSearch = 22 + 0xffff;
const is64 = 0xffffffff;

interface Directory {
  readonly count: number;
  readonly size: number;
  readonly at: number;
  /** where its end record stands */
  readonly end: number;
}

function findDirectory(bytes: Buffer): Directory {
  for (let end = bytes.length - 22; end >= 0 && end >= bytes.length - endSearch; end--) {
    if (bytes.readUInt32LE(end) !== endSignature) continue;
    const [count, size, at] = [
      bytes.readUInt16LE(end + 10),
      bytes.readUInt32LE(end + 12),
      bytes.readUInt32LE(end + 16),
    ];
    const locator = end - 20;
    const in64 = (count === 0xffff || size === is64 || at === is64) && locator >= 56;
    if (!in64 || bytes.readUInt32LE(locator) !== locatorSignature) return { count, size, at, end };
    const end64 = locator - 56; // right before its locator, whatever bytes stand in front of the archive
    if (bytes.readUInt32LE(end64) !== end64Signature) throw damaged('zip');
    const wide = (offset: number): number => Number(bytes.readBigUInt64LE(end64 + offset));
    return { count: wide(32), size: wide(40), at: wide(48), end: end64 };
  }
  throw damaged('zip');
}

/** Sizes and offset that do not fit into 32 bits stand in an extra field, in this order, those that overflow only. */
function widen(entry: ZipEntry): ZipEntry {
  if (entry.size !== is64 && entry.packed !== is64 && entry.at !== is64) return entry;
  const field = extraField(entry.extra, 1);
  let next = 0;
  const wide = (value: number): number => {
    if (value !== is64 || !field) return value;
    next += 8;
    return Number(field.readBigUInt64LE(next - 8));
  };
  const size = wide(entry.size);
  const packed = wide(entry.packed);
  return { ...entry, size, packed, at: wide(entry.at) };
}

export function extraField(extra: Buffer, id: number): Buffer | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

function readEntries(bytes: Buffer, most: number): ZipEntry[] {
  const { count, size, at: stated, end } = findDirectory(bytes);
  // Counted back from the end record, so that bytes put in front of the archive do no harm.
  const shift = Math.max(0, end - size - stated);
  const entries: ZipEntry[] = [];
  let at = stated + shift;
  while (at + 46 <= end && bytes.readUInt32LE(at) === entrySignature && entries.length <= most) {
    const flags = bytes.readUInt16LE(at + 8);
    const extraAt = at + 46 + bytes.readUInt16LE(at + 28);
    const next = extraAt + bytes.readUInt16LE(at + 30);
    const entry = widen({
      rawName: bytes.subarray(at + 46, extraAt),
      isUtf8: (flags & 0x800) !== 0,
      extra: bytes.subarray(extraAt, next),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (flags & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
      unixType: bytes[at + 5] === 3 ? bytes.readUInt16LE(at + 40) & 0o170000 : 0,
    });
    entries.push({ ...entry, at: entry.at + shift });
    at = next + bytes.readUInt16LE(at + 32);
  }
  if (entries.length === 0 && count > 0) throw damaged('zip');
  return entries;
}

export const asBuffer = (data: Uint8Array): Buffer => Buffer.from(data.buffer, data.byteOffset, data.byteLength);

/** The entries in order, `most` and one more at most. @throws AppError DAMAGED when the directory cannot be read */
export function zipEntries(data: Uint8Array, most: number): ZipEntry[] {
  try {
    return readEntries(asBuffer(data), most);
  } catch (error) {
    throw error instanceof AppError ? error : damaged('zip', error); // an offset outside the file
  }
}

/** A member's bytes as they are packed. @throws AppError DAMAGED, ENCRYPTED, UNSUPPORTED_TYPE for another way of packing */
export function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  if (entry.encrypted) throw encrypted();
  if (entry.method !== 0 && entry.method !== 8) throw unsupported('zipMethod');
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== localSignature) throw damaged('zipEntry');
  const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw damaged('zipEntry');
  return packed;
}

function unpack(bytes: Buffer, entry: ZipEntry, maxBytes: number): Buffer {
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) {
    if (packed.length > maxBytes) throw damaged('zipTooLarge');
    return packed;
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'; // zlib throws errors with a code
    throw damaged(tooLarge ? 'zipTooLarge' : 'zipEntry', cause);
  }
}

/** @throws AppError DAMAGED when the directory cannot be read or holds too many members */
export function openZip(data: Uint8Array, limits: ZipLimits): ZipReader {
  const bytes = asBuffer(data);
  const entries = zipEntries(data, limits.maxEntries);
  if (entries.length > limits.maxEntries) throw damaged('zipEntries');
  const members = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const name = entry.rawName.toString('utf8').replaceAll('\\', '/');
    if (!members.has(name)) members.set(name, entry);
  }
  let left = limits.maxBytes;
  return {
    names: [...members.keys()],
    encrypted: entries.some((entry) => entry.encrypted),
    read(name) {
      const member = members.get(name);
      if (!member) return null;
      const content = unpack(bytes, member, left);
      left -= content.length;
      return content;
    },
  };
}
