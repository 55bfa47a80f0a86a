// Metadata read from files against what their own headers, names and folders state (metadata.tsv).
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../config/settings.js';
import { clean } from '../../ingest/clean.js';
import { type ExtractLimits, extract } from '../../ingest/extract/extract.js';
import { extractLimits } from '../../ingest/extract/limits.js';
import { readMetadata } from '../../ingest/metadata.js';
import { structure } from '../../ingest/structure.js';
import type { Metadata } from '../../services/domain/document.js';
import { regionPath, resolveRegion } from '../../services/regions/regions.js';

export const fields = ['region', 'year', 'date', 'issuer'] as const;
export type Field = (typeof fields)[number];

/**
 * Files for which the table gives the field: read the same, read otherwise, not read. `wider`: a province read where the
 * table has a city of it, from the folder that a province's document was filed in. given = right + wrong + wider + absent.
 */
export interface FieldFigures {
  readonly given: number;
  readonly right: number;
  readonly wrong: number;
  readonly wider: number;
  readonly absent: number;
}
export interface MetadataFigures {
  readonly fields: Readonly<Record<Field, FieldFigures>>;
  /** the third of the files that rules were not looked at with: those whose path's hash says so */
  readonly heldOut: Readonly<Record<Field, FieldFigures>>;
  readonly wrong: readonly {
    readonly file: string;
    readonly field: Field;
    readonly given: string;
    readonly read: string;
    /** 发布日期 as read; the table has it as the date of pages that a document was put up on, whatever its own 成文日期 is */
    readonly publishedOn: string | null;
  }[];
  /** files that gave no document; all their values count as absent */
  readonly unread: readonly string[];
}

type Row = Readonly<Record<Field | 'file', string>>;

function readRows(path: string): Row[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i], cell])) as Row); // by its head
}

/** A region is right when it is the one given, however it is written, or lies inside it: the table names the folder's. */
function sameRegion(given: string, code: string): boolean {
  const wanted = resolveRegion(given);
  return wanted !== null && regionPath(code).includes(wanted.code);
}

function readValue(metadata: Metadata, field: Field): string | null {
  if (field === 'issuer') return metadata.issuers.length > 0 ? metadata.issuers.join('、') : null;
  return metadata[field] === null ? null : String(metadata[field]);
}
/** A year is right when a filter by it finds the document: the date's, or one that title or file name state. */
function isRight(metadata: Metadata, field: Field, given: string): boolean {
  if (field === 'region') return metadata.regionCode !== null && sameRegion(given, metadata.regionCode);
  if (field === 'issuer') return metadata.issuers.some((name) => name === given || name.startsWith(given));
  if (field === 'year' && metadata.titleYears.includes(Number(given))) return true; // as year= has it
  return readValue(metadata, field) === given;
}

function judge(metadata: Metadata | null, field: Field, given: string): Exclude<keyof FieldFigures, 'given'> {
  if (!metadata || readValue(metadata, field) === null) return 'absent';
  if (isRight(metadata, field, given)) return 'right';
  const wanted = field === 'region' ? resolveRegion(given) : null;
  const isWider =
    wanted !== null && metadata.regionCode !== null && regionPath(wanted.code).includes(metadata.regionCode);
  return isWider ? 'wider' : 'wrong';
}

async function metadataOf(documents: string, file: string, limits: ExtractLimits): Promise<Metadata | null> {
  try {
    const bytes = readFileSync(join(documents, file));
    const extracted = await extract(bytes, file.slice(file.lastIndexOf('/') + 1), limits);
    return readMetadata({ structured: structure(clean(extracted)), extracted, file }).metadata;
  } catch {
    return null; // it is named among the unread
  }
}

const isHeldOut = (file: string): boolean => createHash('sha256').update(file).digest()[0]! % 3 === 0;

/** @param documents the folder that the table's paths are relative to */
export async function measureMetadata(documents: string, table: string): Promise<MetadataFigures> {
  const limits = extractLimits(readSettings());
  const wrong: MetadataFigures['wrong'][number][] = [];
  const unread: string[] = [];
  const empty = () =>
    Object.fromEntries(fields.map((field) => [field, { given: 0, right: 0, wrong: 0, wider: 0, absent: 0 }])) as Record<
      Field,
      { given: number; right: number; wrong: number; wider: number; absent: number }
    >;
  const [all, heldOut] = [empty(), empty()];
  for (const row of readRows(table)) {
    if (!existsSync(join(documents, row.file))) continue;
    const metadata = await metadataOf(documents, row.file, limits);
    if (!metadata) unread.push(row.file);
    for (const field of fields) {
      const given = row[field];
      if (!given) continue;
      const outcome = judge(metadata, field, given);
      if (outcome === 'wrong')
        wrong.push({
          file: row.file,
          field,
          given,
          read: (metadata && readValue(metadata, field)) ?? '',
          publishedOn: metadata?.publishedOn ?? null,
        });
      for (const counts of isHeldOut(row.file) ? [all, heldOut] : [all]) {
        counts[field].given++;
        counts[field][outcome]++;
      }
    }
  }
  return { fields: all, heldOut, wrong, unread };
}
