// --csv FILE and --docx FILE: all of it goes into a file, and nothing else is printed but where it is.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { citing } from '../../web/citing.js';
import type { Archive } from '../domain/archive.js';
import { AppError } from '../domain/errors.js';
import { sayExportIn } from '../domain/messages/export.js';
import { csvFile, docxFile, type FileFormat, type TakenFile } from '../export/file.js';
import type { TakenList } from '../export/list.js';
import type { Taken, TakingDeps } from '../export/taken.js';
import type { Context } from './context.js';

type Made = Taken & { readonly rows: readonly unknown[] };
/** How what was made becomes a file of each format that it has. */
type Files<T extends Made> = Readonly<Partial<Record<FileFormat, (made: T) => TakenFile | Promise<TakenFile>>>>;
export const listFiles: Files<TakenList> = { csv: csvFile, docx: docxFile };

const formats: readonly FileFormat[] = ['csv', 'docx'];

/** Whether a file was asked for, and then written. @throws AppError FILE_UNREADABLE */
export async function takeAway<T extends Made>(
  options: Readonly<Record<string, unknown>>,
  archive: Archive,
  { settings }: Pick<Context, 'settings'>,
  { make, files }: { make(deps: TakingDeps<keyof Archive>): T | Promise<T>; readonly files: Files<T> },
): Promise<boolean> {
  const wanted = formats.flatMap((format) => {
    const [file, write] = [options[format], files[format]];
    return typeof file === 'string' && write ? [{ file, write }] : [];
  });
  if (wanted.length === 0) return false;
  const made = await make(takingDeps(archive, settings));
  for (const { file, write } of wanted) {
    for (const warning of made.warnings) console.error(warning);
    await fileFrom(await write(made), file, made.rows.length, settings);
  }
  return true;
}

export const takingDeps = (archive: Archive, settings: Context['settings']): TakingDeps<keyof Archive> => ({
  archive,
  cite: citing(archive, settings.YANJU_PUBLIC_URL ?? ''),
  limit: settings.YANJU_MAX_EXPORT_ROWS,
  language: settings.YANJU_LANGUAGE,
});

/** Writes a file and says so. @throws AppError FILE_UNREADABLE */
export async function fileFrom(
  { body }: TakenFile,
  file: string,
  rows: number,
  { YANJU_LANGUAGE: language }: Pick<Context['settings'], 'YANJU_LANGUAGE'>,
): Promise<void> {
  await pipeline(Readable.from(body), createWriteStream(file)).catch((cause: unknown) => {
    throw new AppError('FILE_UNREADABLE', { file, why: cause instanceof Error ? cause.message : '' }, { cause });
  });
  console.log(sayExportIn(language)('written', { file, rows }));
}
