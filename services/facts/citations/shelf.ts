// The archive's documents as citations find them: by number, and by the name that their titles share. Pure.
import type { Metadata, Status } from '../../domain/document.js';
import { regionPath } from '../../regions/regions.js';
import { type DocumentNumber, numberOf, writtenNumber } from './number.js';
import { type TitleName, titleName } from './title-name.js';

export interface Held {
  readonly id: string;
  readonly title: string;
  readonly name: TitleName;
  readonly number: DocumentNumber | null;
  readonly issuers: readonly string[];
  readonly regionCode: string | null;
  /** codes from the province down to its own; empty where no region is known */
  readonly regionPath: readonly string[];
  /** YYYY-MM-DD, or YYYY where no more is known */
  readonly date: string | null;
  readonly status: Status;
  readonly family: string;
  /** the version that has come in its place */
  readonly newer: string | null;
}

export interface Shelf {
  readonly held: ReadonlyMap<string, Held>;
  /** the documents that bear this 文号, or an order's serial number */
  numbered(number: DocumentNumber): readonly Held[];
  named(key: string): readonly Held[];
}

export type Stored = Omit<Held, 'name' | 'number' | 'date'> & {
  readonly number: string | null;
  readonly date: string | null;
  readonly year: number | null;
};

export const heldOf = ({ number, date, year, ...stored }: Stored): Held => ({
  ...stored,
  name: titleName(stored.title),
  number: number === null ? null : numberOf(number.normalize('NFKC').replace(/\s/gu, '')),
  date: date ?? (year === null ? null : String(year)),
});

/** As the catalogue knows it. */
export function heldFrom(
  { title, number, issuers, regionCode, date, year, status }: Metadata,
  standing: Pick<Stored, 'id' | 'family' | 'newer'>,
): Held {
  const path = regionCode === null ? [] : regionPath(regionCode);
  return heldOf({ ...standing, title, number, issuers, regionCode, regionPath: path, date, year, status });
}

const numberKey = (number: DocumentNumber): string =>
  number.year === null ? `令${number.serial}` : writtenNumber(number);

export function createShelf(documents: readonly Held[]): Shelf {
  const byNumber = new Map<string, Held[]>();
  const byName = new Map<string, Held[]>();
  const add = (map: Map<string, Held[]>, key: string, held: Held): void => {
    const there = map.get(key);
    if (there) there.push(held);
    else map.set(key, [held]);
  };
  for (const held of documents) {
    if (held.number) add(byNumber, numberKey(held.number), held);
    if (held.name.key.length >= 2) add(byName, held.name.key, held);
  }
  return {
    held: new Map(documents.map((document) => [document.id, document])),
    numbered: (number) => byNumber.get(numberKey(number)) ?? [],
    named: (key) => byName.get(key) ?? [],
  };
}
