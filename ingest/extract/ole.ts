// The directory of an OLE2 compound file (doc, xls, ppt, encrypted docx …): which streams it holds.
// Layout: [MS-CFB] sections 2.2 (header), 2.3 (sector chains), 2.6 (directory).
import { AppError } from '../../services/domain/errors.js';
import { damaged } from './failure.js';

export interface OleStream {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

export interface OleDirectory {
  readonly streams: readonly OleStream[];
  /** the first bytes of a stream that lies in ordinary sectors; null when it does not, or lies outside the file */
  head(stream: OleStream, length: number): Buffer | null;
}

const signature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const maxDirectorySectors = 4096;
const headerSectors = 109;

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

function parse(bytes: Buffer): OleDirectory {
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damaged('ole');
  const sectorSize = 1 << shift;
  const offset = (sector: number): number => (sector + 1) * sectorSize;
  const entriesPerSector = sectorSize / 4;
  const next = (sector: number): number => {
    const index = Math.floor(sector / entriesPerSector);
    // Directories of real files lie within the first 109 allocation sectors, or in one piece.
    if (index >= headerSectors) return sector + 1;
    return bytes.readUInt32LE(offset(bytes.readUInt32LE(76 + index * 4)) + (sector % entriesPerSector) * 4);
  };
  const streams: OleStream[] = [];
  let sector = bytes.readUInt32LE(48);
  for (let i = 0; i < maxDirectorySectors && sector < 0xfffffffa; i++) {
    for (let at = offset(sector); at < offset(sector) + sectorSize && at + 128 <= bytes.length; at += 128) {
      const nameLength = bytes.readUInt16LE(at + 64);
      if (bytes[at + 66] === 0 || nameLength < 2 || nameLength > 64) continue;
      streams.push({
        name: bytes.toString('utf16le', at, at + nameLength - 2),
        start: bytes.readUInt32LE(at + 116),
        size: bytes.readUInt32LE(at + 120),
      });
    }
    try {
      sector = next(sector);
    } catch {
      break; // the chain leaves the file: what was read so far has to do
    }
  }
  if (streams.length === 0) throw damaged('ole');
  return {
    streams,
    head(stream, length) {
      const at = offset(stream.start);
      return stream.size < 4096 || at + length > bytes.length ? null : bytes.subarray(at, at + length);
    },
  };
}
