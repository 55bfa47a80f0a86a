// The metadata file that may go with an ingest: tab separated, a header row, the first column `file`.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Level, Metadata, Status } from '../../services/domain/document.js';
import { AppError } from '../../services/domain/errors.js';
import { fill } from '../../services/domain/messages/language.js';
import { metadataFileMessages } from '../../services/domain/messages/metadata.js';
import { resolveRegion } from '../../services/regions/regions.js';
import { datesIn } from './calendar.js';

/** What a metadata file states of one file; a value that it leaves out is read from the document. */
export const GivenMetadata = z
  .object({
    title: z.string(),
    number: z.string(),
    issuers: z.array(z.string()),
    region: z.object({ name: z.string(), code: z.string() }),
    year: Metadata.shape.year.unwrap(),
    date: Metadata.shape.date.unwrap(),
    type: z.string(),
    level: Level,
    status: Status,
    statusBasis: z.string(),
    addressees: z.array(z.string()),
    publishedOn: Metadata.shape.publishedOn.unwrap(),
    effectiveOn: Metadata.shape.effectiveOn.unwrap(),
    signature: z.string(),
    attachments: z.array(z.string()),
    /** names of the values that were corrected by hand */
    byHand: z.array(Metadata.keyof()),
  })
  .partial();
export type GivenMetadata = z.infer<typeof GivenMetadata>;

type Why = keyof typeof metadataFileMessages;
class Wrong extends Error {
  constructor(
    readonly why: Why,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(why);
  }
}

const longestCell = 1_000;

function readDate(cell: string): string {
  const [first, ...more] = datesIn(cell);
  if (!first || more.length > 0 || first.start !== 0 || first.end !== cell.length)
    throw new Wrong('date', { value: cell });
  return first.date;
}

function readYear(cell: string): number {
  if (!/^[12]\d{3}$/.test(cell)) throw new Wrong('year', { value: cell });
  return Number(cell);
}

function readRegion(cell: string): { name: string; code: string } {
  const region = resolveRegion(cell);
  if (!region) throw new Wrong('region', { value: cell });
  return { name: region.name, code: region.code };
}

function readStatus(cell: string): Status {
  const status = Status.safeParse(cell);
  if (!status.success) throw new Wrong('status', { value: cell, allowed: Status.options.join('、') });
  return status.data;
}

function readLevel(cell: string): Level {
  const level = Level.safeParse(cell);
  if (!level.success) throw new Wrong('level', { value: cell, allowed: Level.options.join('、') });
  return level.data;
}

/** Several names in one cell; 、 stands within names of addressees and attachments: 各区、县教育局. */
const several = (cell: string, between: RegExp): string[] =>
  cell.split(between).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));

/** What each column gives, by its name in lower case; columns of other names are left alone. */
const columns: Readonly<Record<string, (cell: string) => GivenMetadata>> = {
  title: (title) => ({ title }),
  number: (number) => ({ number }),
  issuer: (cell) => ({ issuers: several(cell, /[、;；]/u) }),
  region: (cell) => ({ region: readRegion(cell) }),
  year: (cell) => ({ year: readYear(cell) }),
  date: (cell) => ({ date: readDate(cell) }),
  type: (type) => ({ type }),
  level: (cell) => ({ level: readLevel(cell) }),
  status: (cell) => ({ status: readStatus(cell) }),
  statusbasis: (statusBasis) => ({ statusBasis }),
  addressees: (cell) => ({ addressees: several(cell, /[;；]/u) }),
  publishedon: (cell) => ({ publishedOn: readDate(cell) }),
  effectiveon: (cell) => ({ effectiveOn: readDate(cell) }),
  signature: (signature) => ({ signature }),
  attachments: (cell) => ({ attachments: several(cell, /[;；]/u) }),
};

function readRow(names: readonly string[], cells: readonly string[]): GivenMetadata {
  if (cells.length > names.length) throw new Wrong('cells', { cells: cells.length, columns: names.length });
  const given: GivenMetadata = {};
  for (const [i, name] of names.entries()) {
    const cell = cells[i]?.trim() ?? '';
    if (cell.length > longestCell) throw new Wrong('long', { column: name, limit: longestCell });
    if (cell !== '') Object.assign(given, columns[name]?.(cell));
  }
  const { date, year } = given;
  if (date !== undefined && year !== undefined && Number(date.slice(0, 4)) !== year)
    throw new Wrong('conflict', { date, year });
  return given;
}

/**
 * Reads the text of a metadata file; the keys are paths as in the archive, `/` between folders.
 * @throws AppError METADATA_INVALID with the first line that is wrong
 */
export function parseMetadataFile(text: string, file: string): Map<string, GivenMetadata> {
  const rows = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/u)
    .map((line) => line.split('\t'));
  const names = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const found = new Map<string, GivenMetadata>();
  for (const [i, cells] of rows.entries()) {
    try {
      if (i === 0) {
        if (names[0] !== 'file') throw new Wrong('header');
        continue;
      }
      if (cells.every((cell) => cell.trim() === '')) continue;
      const path = (cells[0] ?? '').trim().replaceAll('\\', '/').normalize('NFC');
      if (path === '') throw new Wrong('file');
      if (found.has(path)) throw new Wrong('twice', { value: path });
      found.set(path, readRow(names, cells));
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      const { zh, en } = metadataFileMessages[error.why];
      const why = `${fill(zh, error.values)} / ${fill(en, error.values)}`;
      throw new AppError('METADATA_INVALID', { file, line: i + 1, why }, { cause: error });
    }
  }
  return found;
}

/** @throws AppError PATH_NOT_FOUND, METADATA_INVALID */
export function readMetadataFile(path: string): Map<string, GivenMetadata> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new AppError('PATH_NOT_FOUND', { path }, { cause });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const { zh, en } = metadataFileMessages.encoding;
    throw new AppError('METADATA_INVALID', { file: path, line: 1, why: `${zh} / ${en}` }, { cause });
  }
  return parseMetadataFile(text, path);
}
