// Metadata of a document: read step by step from its text, its file name and folders, what it declares, and what is given.
// A value that is nowhere stated stays absent; each value carries where it was read from.
import type { Metadata, MetadataOrigins } from '../services/domain/document.js';
import type { Extracted, Structured } from './blocks.js';
import { findAttachments } from './metadata/attachments.js';
import { yearsIn } from './metadata/calendar.js';
import { type DateFound, findDate } from './metadata/dates.js';
import { type Evidence, type Found, gatherEvidence } from './metadata/evidence.js';
import type { GivenMetadata } from './metadata/file.js';
import { findIssuers, withPlace } from './metadata/issuers.js';
import { findKind, findStatus } from './metadata/kind.js';
import { findLevel } from './metadata/level.js';
import { findNumber, yearOfNumber } from './metadata/number.js';
import { findAddressees, findSignature } from './metadata/parties.js';
import { findPlace } from './metadata/place.js';
import { findPublished } from './metadata/publication-date.js';
import { findTitle } from './metadata/title.js';
import { findEffectiveOn, findStatusBasis } from './metadata/validity.js';

export interface MetadataInput {
  readonly structured: Structured;
  readonly extracted: Extracted;
  /** path in the archive */
  readonly file: string;
  /** what a metadata file states, or someone by hand; it wins over everything that is read */
  readonly given?: GivenMetadata;
}

const orGiven = <T>(value: T | undefined, read: () => Found<T> | null): Found<T> | null =>
  value === undefined ? read() : { value, origin: 'metadata file' };

/** A day of publication in another year than the document's number is not the document's date. */
function ownDate(found: DateFound | null, year: number | null): DateFound | null {
  return found?.published && year !== null && Number(found.value.slice(0, 4)) !== year ? null : found;
}

function titleYears(title: string, { name }: Evidence): Found<number[]> {
  const inTitle = yearsIn(title);
  const years = [...new Set([...inTitle, ...yearsIn(name)])].sort((a, b) => a - b);
  return { value: years, origin: inTitle.length === years.length ? 'title' : 'file name' };
}

function findYear(
  date: Found<string> | null,
  number: Found<string> | null,
  named: Found<number[]>,
  { folders }: Evidence,
): Found<number> | null {
  if (date) return { value: Number(date.value.slice(0, 4)), origin: date.origin };
  const numbered = number && yearOfNumber(number.value);
  if (numbered) return { value: numbered, origin: 'number' };
  const [only, ...more] = named.value;
  if (only !== undefined) return more.length === 0 ? { value: only, origin: named.origin } : null;
  const folder = folders.find((name) => /^(?:19|20)\d{2}年?$/u.test(name));
  return folder === undefined ? null : { value: Number(folder.slice(0, 4)), origin: 'folder' };
}

export function readMetadata({ structured, extracted, file, given = {} }: MetadataInput): {
  metadata: Metadata;
  origins: MetadataOrigins;
} {
  const evidence = gatherEvidence(structured, extracted, file);
  const title = orGiven(given.title, () => findTitle(evidence)) ?? { value: evidence.writtenName, origin: 'file name' };
  const number = orGiven(given.number, () => findNumber(evidence));
  const issuers = orGiven(given.issuers, () => findIssuers(evidence, title.value));
  const type = orGiven(given.type, () => findKind(title.value, issuers?.value ?? []));
  const stated = {
    title: title.value,
    issuers: issuers?.value ?? [],
    number: number?.value ?? null,
    type: type?.value ?? null,
  };
  const region = orGiven(given.region, () => findPlace(evidence, stated));
  stated.issuers = stated.issuers.map((name) => withPlace(name, region?.value.code ?? null));
  const read = given.date === undefined ? ownDate(findDate(evidence), number && yearOfNumber(number.value)) : null;
  const fits = given.year === undefined || read?.value.startsWith(`${given.year}-`);
  const date = orGiven(given.date, () => (fits ? read : null));
  const named = titleYears(title.value, evidence);
  const year = orGiven(given.year, () => findYear(date, number, named, evidence));
  const status = orGiven(given.status, () => findStatus(evidence, title.value));

  const more = {
    level: orGiven(given.level, () =>
      findLevel(evidence, { ...stated, date: date?.value ?? null, isDraft: status?.value === '征求意见' }),
    ),
    statusBasis: orGiven(given.statusBasis, () => findStatusBasis(evidence)),
    addressees: orGiven(given.addressees, () => findAddressees(evidence)),
    publishedOn: orGiven(given.publishedOn, () => findPublished(evidence)),
    effectiveOn: orGiven(given.effectiveOn, () => findEffectiveOn(evidence)),
    signature: orGiven(given.signature, () => findSignature(evidence)),
    attachments: orGiven(given.attachments, () => findAttachments(evidence)),
  };

  const metadata: Metadata = {
    ...stated,
    region: region?.value.name ?? null,
    regionCode: region?.value.code ?? null,
    date: date?.value ?? null,
    year: year?.value ?? null,
    titleYears: named.value,
    level: more.level?.value ?? null,
    status: status?.value ?? '未知',
    statusBasis: more.statusBasis?.value ?? null,
    addressees: more.addressees?.value ?? [],
    publishedOn: more.publishedOn?.value ?? null,
    effectiveOn: more.effectiveOn?.value ?? null,
    signature: more.signature?.value ?? null,
    attachments: more.attachments?.value ?? [],
  };
  const found = {
    title,
    number,
    issuers,
    region,
    regionCode: region,
    date,
    year,
    titleYears: named.value.length > 0 ? named : null,
    type,
    status,
    ...more,
  };
  const origins: MetadataOrigins = Object.fromEntries([
    ...Object.entries(found).flatMap(([name, value]) => (value ? [[name, value.origin] as const] : [])),
    ...(given.byHand ?? []).map((name) => [name, 'correction'] as const),
  ]);
  return { metadata, origins };
}
