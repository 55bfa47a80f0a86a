// An OLE2 compound file (doc, wps, xls, ppt, encrypted docx …): which streams it holds, and their bytes.
// Layout: [MS-CFB] sections 2.2 (header), 2.3 (sector chains), 2.5 (DIFAT), 2.6 (directory).
import { AppError } from '../../services/domain/errors.js';
import { damaged } from './failure.js';

export interface OleStream {
  readonly name: string;
  /** lies in the root, not in a storage within it */
  readonly isTop: boolean;
  readonly isStorage: boolean;
  readonly start: number;
  readonly size: number;
}

export interface OleDirectory {
  readonly streams: readonly OleStream[];
  /** The bytes of a stream at the root, as far as they are there; null when there is none of that name. */
  read(name: string): Buffer | null;
}

const signature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const maxDirectorySectors = 4096;
const headerSectors = 109;
const endOfChain = 0xfffffffa;
const entrySize = 128;
const none = 0xffffffff;
const miniSector = 64;

export const isOle = (bytes: Uint8Array): boolean =>
  bytes.length >= 8 && signature.equals(Buffer.from(bytes.buffer, bytes.byteOffset, 8));

/** @throws AppError DAMAGED when the directory cannot be followed */
export function readOleDirectory(data: Uint8Array): OleDirectory {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  try {
    return parse(bytes);
  } catch (error) {
    throw error instanceof AppError ? error : damaged('ole', error); // an offset outside the file
  }
}

/** Sectors of a chain, in order; it ends where it leaves the file, or is longer than the file. */
function* chain(first: number, next: (sector: number) => number, most: number): Generator<number> {
  let sector = first;
  for (let i = 0; i < most && sector < endOfChain; i++) {
    yield sector;
    try {
      sector = next(sector);
    } catch {
      return; // what was read so far has to do
    }
  }
}

/** Where the sectors of the allocation table lie: the first in the header, the others in sectors of their own. */
function tableSectors(bytes: Buffer, sectorSize: number): number[] {
  const sectors: number[] = [];
  const take = (from: number, count: number): void => {
    for (let i = 0; i < count && from + i * 4 + 4 <= bytes.length; i++) sectors.push(bytes.readUInt32LE(from + i * 4));
  };
  take(76, headerSectors);
  const last = sectorSize - 4;
  const at = (sector: number): number => (sector + 1) * sectorSize;
  const more = chain(
    bytes.readUInt32LE(68),
    (sector) => bytes.readUInt32LE(at(sector) + last),
    bytes.length / sectorSize,
  );
  for (const sector of more) take(at(sector), last / 4);
  return sectors;
}

/** Entries of the root's own tree: siblings hang on one another left and right. */
function topEntries(directory: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  const waiting = directory.length >= entrySize ? [directory.readUInt32LE(76)] : [];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === none || found.has(id) || (id + 1) * entrySize > directory.length) continue;
    found.add(id);
    waiting.push(directory.readUInt32LE(id * entrySize + 68), directory.readUInt32LE(id * entrySize + 72));
  }
  return found;
}

function readEntries(directory: Buffer): OleStream[] {
  const top = topEntries(directory);
  const streams: OleStream[] = [];
  for (let id = 0; (id + 1) * entrySize <= directory.length; id++) {
    const at = id * entrySize;
    const nameLength = directory.readUInt16LE(at + 64);
    const type = directory[at + 66];
    if (type === 0 || nameLength < 2 || nameLength > 64) continue;
    streams.push({
      name: directory.toString('utf16le', at, at + nameLength - 2),
      isTop: top.size === 0 || top.has(id), // a broken tree tells nothing
      isStorage: type === 1,
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return streams;
}

function parse(bytes: Buffer): OleDirectory {
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damaged('ole');
  const sectorSize = 1 << shift;
  const offset = (sector: number): number => (sector + 1) * sectorSize;
  const table = tableSectors(bytes, sectorSize);
  const perSector = sectorSize / 4;
  const next = (sector: number): number => {
    const part = table[Math.floor(sector / perSector)] ?? none;
    return part >= endOfChain ? none : bytes.readUInt32LE(offset(part) + (sector % perSector) * 4);
  };
  const content = (start: number, size: number): Buffer => {
    const most = Math.ceil(Math.min(size, bytes.length) / sectorSize);
    const parts = Array.from(chain(start, next, most), (sector) =>
      bytes.subarray(offset(sector), offset(sector) + sectorSize),
    );
    return Buffer.concat(parts).subarray(0, size);
  };

  const streams = readEntries(content(bytes.readUInt32LE(48), maxDirectorySectors * sectorSize));
  if (streams.length === 0) throw damaged('ole');
  const cutoff = bytes.readUInt32LE(56);

  /** Small streams lie in a stream of the root, in sectors and with a table of their own. */
  const small = ({ start, size }: OleStream): Buffer => {
    const root = streams[0];
    if (!root) return Buffer.alloc(0);
    const body = content(root.start, root.size);
    const links = content(bytes.readUInt32LE(60), bytes.readUInt32LE(64) * sectorSize);
    const most = Math.ceil(Math.min(size, body.length) / miniSector);
    const parts = Array.from(
      chain(start, (sector) => links.readUInt32LE(sector * 4), most),
      (sector) => body.subarray(sector * miniSector, (sector + 1) * miniSector),
    );
    return Buffer.concat(parts).subarray(0, size);
  };
  return {
    streams,
    read(name) {
      const stream = streams.find((one) => one.name === name && one.isTop && !one.isStorage);
      if (!stream) return null;
      return stream.size < cutoff ? small(stream) : content(stream.start, stream.size);
    },
  };
}
