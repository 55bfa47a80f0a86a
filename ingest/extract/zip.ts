// Reads a zip by its central directory, within limits: entries are counted before anything is unpacked,
// and what is unpacked is counted as it comes, because the sizes in the headers can lie.
import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../services/domain/errors.js';
import { damaged, encrypted } from './failure.js';

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
  /** @returns null when there is no such member @throws AppError DAMAGED, ENCRYPTED */
  read(name: string): Uint8Array | null;
}

interface Member {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly at: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** The end record is 22 bytes, with a comment of at most 65,535 after it. */
const endSearch = 22 + 0xffff;

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - endSearch; at--) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  throw damaged('zip');
}

function readDirectory(bytes: Buffer, maxEntries: number): Map<string, Member> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > maxEntries) throw damaged('zipEntries');
  const size = bytes.readUInt32LE(end + 12);
  // Counted back from the end record, so that bytes put in front of the archive do no harm.
  const shift = Math.max(0, end - size - bytes.readUInt32LE(end + 16));
  const members = new Map<string, Member>();
  let at = bytes.readUInt32LE(end + 16) + shift;
  while (at + 46 <= end && bytes.readUInt32LE(at) === entrySignature) {
    const flags = bytes.readUInt16LE(at + 8);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    if (!members.has(name)) {
      members.set(name, {
        method: bytes.readUInt16LE(at + 10),
        encrypted: (flags & 1) === 1,
        packed: bytes.readUInt32LE(at + 20),
        at: bytes.readUInt32LE(at + 42) + shift,
      });
    }
    if (members.size > maxEntries) throw damaged('zipEntries');
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (members.size === 0 && count > 0) throw damaged('zip');
  return members;
}

function unpack(bytes: Buffer, member: Member, maxBytes: number): Buffer {
  if (member.at + 30 > bytes.length || bytes.readUInt32LE(member.at) !== localSignature) throw damaged('zipEntry');
  const start = member.at + 30 + bytes.readUInt16LE(member.at + 26) + bytes.readUInt16LE(member.at + 28);
  const packed = bytes.subarray(start, start + member.packed);
  if (packed.length < member.packed) throw damaged('zipEntry');
  if (member.method === 0) {
    if (packed.length > maxBytes) throw damaged('zipTooLarge');
    return packed;
  }
  if (member.method !== 8) throw damaged('zipEntry');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'; // zlib throws errors with a code
    throw damaged(tooLarge ? 'zipTooLarge' : 'zipEntry', cause);
  }
}

/** @throws AppError DAMAGED when the directory cannot be read or holds too many members */
export function openZip(data: Uint8Array, limits: ZipLimits): ZipReader {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  let members: Map<string, Member>;
  try {
    members = readDirectory(bytes, limits.maxEntries);
  } catch (error) {
    throw error instanceof AppError ? error : damaged('zip', error); // an offset outside the file
  }
  let left = limits.maxBytes;
  return {
    names: [...members.keys()],
    encrypted: [...members.values()].some((member) => member.encrypted),
    read(name) {
      const member = members.get(name);
      if (!member) return null;
      if (member.encrypted) throw encrypted();
      const content = unpack(bytes, member, left);
      left -= content.length;
      return content;
    },
  };
}
