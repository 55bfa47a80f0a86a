// What all that is taken away has in common, whatever it is: a name, a language, what must not be overlooked; and what
// it is made from.
import type { Citing } from '../citation/citing.js';
import type { Archive } from '../domain/archive.js';
import { sayExportIn } from '../domain/messages/export.js';
import type { Language } from '../domain/messages/language.js';

export interface Taken {
  readonly language: Language;
  /** names the file too */
  readonly title: string;
  /** what a reader must not overlook: that this is not all, or not complete */
  readonly warnings: readonly string[];
}

/** Figures or names in columns, for a spreadsheet alone. */
export interface Table extends Taken {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A column: its name, and what a row has in it. */
export type Column<Row> = readonly [name: string, value: (row: Row) => string];

export interface TakingDeps<Asked extends keyof Archive> {
  readonly archive: Pick<Archive, Asked>;
  readonly cite: Citing;
  /** most rows */
  readonly limit: number;
  readonly language: Language;
}

/** The first rows, as many as the limit allows, and the warning where those are not all. */
export function upTo<Row>(
  rows: readonly Row[],
  { limit, language }: Pick<TakingDeps<never>, 'limit' | 'language'>,
): { readonly rows: readonly Row[]; readonly warnings: readonly string[] } {
  if (rows.length <= limit) return { rows, warnings: [] };
  return { rows: rows.slice(0, limit), warnings: cutWarnings(limit, language) };
}

export function cutWarnings(rows: number, language: Language): string[] {
  const say = sayExportIn(language);
  return [say('cut', { rows: written(rows) }), say('limit')];
}

export const tableOf = <Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Pick<Table, 'columns' | 'rows'> => ({
  columns: columns.map(([name]) => name),
  rows: rows.map((row) => columns.map(([, value]) => value(row))),
});

/** Each row with its number, from 1. */
export const numbered = <Row>(rows: readonly Row[]): (readonly [Row, number])[] =>
  rows.map((row, i) => [row, i + 1] as const);

export const written = (n: number): string => n.toLocaleString('en-US');
