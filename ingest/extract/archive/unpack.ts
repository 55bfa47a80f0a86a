// Unpacks the files of a zip into a folder of our own, each under the sha256 of its bytes, within limits that count
// over the whole nest of archives.
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { AppError, asAppError } from '../../../services/domain/errors.js';
import { damaged, encrypted } from '../failure.js';
import { asBuffer, packedBytes, type ZipEntry, zipEntries } from '../zip.js';
import { nameFiles } from './names.js';

export interface Unpacking {
  /** an empty folder */
  readonly folder: string;
  /** how many archives lie around this one */
  readonly depth: number;
  /** what the archives around it have used up already */
  readonly usedMembers: number;
  readonly usedBytes: number;
  readonly maxFileMb: number;
}
export interface UnpackLimits {
  readonly maxMembers: number;
  readonly maxUnpackedMb: number;
  readonly maxNesting: number;
}

/** A file of an archive; `name` is its path inside, for showing only. */
export type Member = { readonly name: string } & (
  | { readonly path: string; readonly contentHash: string; readonly bytes: number }
  | { readonly error: Pick<AppError, 'code' | 'values'> }
);

const megabyte = 1024 * 1024;
const pieceBytes = 64 * 1024;
/** Folders and files of the system stand in the directory as well. */
const entriesFor = (members: number): number => 2 * members + 1_000;

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

class OverLimit extends Error {}

interface Written {
  readonly path: string;
  readonly contentHash: string;
  readonly bytes: number;
}

/** Streams, so that memory stays small; `onBytes` counts, and ends it by throwing. */
async function write(
  packed: Buffer,
  entry: ZipEntry,
  folder: string,
  onBytes: (n: number) => void,
): Promise<Written | null> {
  const aside = join(folder, randomUUID());
  const hash = createHash('sha256');
  let [bytes, sum] = [0, 0];
  async function* meter(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      onBytes(piece.length);
      bytes += piece.length;
      sum = crc32(piece, sum);
      hash.update(piece);
      yield piece;
    }
  }
  const source = Readable.from(pieces(packed));
  const target = createWriteStream(aside);
  try {
    if (entry.method === 0) await pipeline(source, meter, target);
    else await pipeline(source, createInflateRaw({ chunkSize: pieceBytes }), meter, target);
  } catch (cause) {
    rmSync(aside, { force: true });
    const { code = '' } = cause as NodeJS.ErrnoException; // errors of the disk have a code as well as those of zlib
    if (cause instanceof OverLimit) throw cause;
    throw /^Z_/.test(code) ? damaged('zipEntry', cause) : asAppError(cause, 'STORAGE_FAILED');
  }
  if (sum !== entry.crc) {
    rmSync(aside, { force: true });
    return null;
  }
  const contentHash = hash.digest('hex');
  const path = join(folder, contentHash);
  if (existsSync(path)) rmSync(aside);
  else renameSync(aside, path);
  return { path, contentHash, bytes };
}

/**
 * A member that cannot be unpacked is given with its error.
 * @throws AppError ARCHIVE_TOO_DEEP, ARCHIVE_TOO_LARGE (members), ENCRYPTED (all of it), EMPTY_FILE, DAMAGED, STORAGE_FAILED
 */
export async function unpackArchive(data: Uint8Array, limits: UnpackLimits, unpacking: Unpacking): Promise<Member[]> {
  const { folder, depth, usedMembers, usedBytes, maxFileMb } = unpacking;
  if (depth > limits.maxNesting) throw new AppError('ARCHIVE_TOO_DEEP', { limit: limits.maxNesting });
  const most = limits.maxMembers - usedMembers;
  const entries = zipEntries(data, entriesFor(limits.maxMembers));
  const files = nameFiles(entries);
  if (files.length > most || entries.length > entriesFor(limits.maxMembers)) {
    throw new AppError('ARCHIVE_TOO_LARGE', { limit: limits.maxMembers, setting: 'YANJU_ARCHIVE_MAX_MEMBERS' });
  }
  if (files.length === 0) throw new AppError('EMPTY_FILE');
  if (files.every(({ entry }) => entry.encrypted)) throw encrypted();

  const bytes = asBuffer(data);
  const tooLarge = (): AppError =>
    new AppError('ARCHIVE_TOO_LARGE', { limit: `${limits.maxUnpackedMb} MB`, setting: 'YANJU_ARCHIVE_MAX_MB' });
  let left = limits.maxUnpackedMb * megabyte - usedBytes;
  /** What a member states is believed where it is too much; where it is not, bytes are counted as they come. */
  const one = async (entry: ZipEntry): Promise<Written> => {
    const most = maxFileMb * megabyte;
    const packed = packedBytes(bytes, entry);
    if (entry.size > most) throw new AppError('FILE_TOO_LARGE', { limit: maxFileMb });
    if (entry.size > left) throw tooLarge();
    let room = most;
    try {
      const written = await write(packed, entry, folder, (n) => {
        left -= n; // spent even when the member fails, so that all members together never unpack to more
        room -= n;
        if (left < 0 || room < 0) throw new OverLimit();
      });
      if (!written) throw damaged('zipEntry');
      return written;
    } catch (cause) {
      if (!(cause instanceof OverLimit)) throw cause;
      throw left < 0 ? tooLarge() : new AppError('FILE_TOO_LARGE', { limit: maxFileMb });
    }
  };
  const members: Member[] = [];
  for (const { name, entry } of files) {
    try {
      members.push({ name, ...(await one(entry)) });
    } catch (cause) {
      const { code, values } = asAppError(cause, 'DAMAGED');
      if (code === 'STORAGE_FAILED') throw cause;
      members.push({ name, error: { code, values } }); // a class does not pass between processes
    }
  }
  return members;
}
