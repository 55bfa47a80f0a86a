// --csv FILE and --docx FILE: the whole list goes into a file, and nothing else is printed but where it is.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { citing } from '../../web/citing.js';
import type { Archive } from '../domain/archive.js';
import { AppError } from '../domain/errors.js';
import { sayExportIn } from '../domain/messages/export.js';
import { fileOf, type ListFormat } from '../export/file.js';
import type { TakenList } from '../export/list.js';
import type { ListDeps } from '../export/search-list.js';
import type { Context } from './context.js';

export type MakeList = (deps: ListDeps) => Promise<TakenList>;

const formats: readonly ListFormat[] = ['csv', 'docx'];

/** Whether a list was asked for, and then written. @throws AppError FILE_UNREADABLE */
export async function takeList(
  options: Readonly<Record<string, unknown>>,
  archive: Archive,
  { settings }: Pick<Context, 'settings'>,
  make: MakeList,
): Promise<boolean> {
  const wanted = formats.filter((format) => typeof options[format] === 'string');
  if (wanted.length === 0) return false;
  const language = settings.YANJU_LANGUAGE;
  const list = await make({
    archive,
    cite: citing(archive, settings.YANJU_PUBLIC_URL ?? ''),
    limit: settings.YANJU_MAX_EXPORT_ROWS,
    language,
  });
  for (const format of wanted) {
    const file = String(options[format]);
    const { body } = await fileOf(list, format);
    await pipeline(Readable.from(body), createWriteStream(file)).catch((cause: unknown) => {
      throw new AppError('FILE_UNREADABLE', { file, why: cause instanceof Error ? cause.message : '' }, { cause });
    });
    for (const warning of list.warnings) console.error(warning);
    console.log(sayExportIn(language)('written', { file, rows: list.rows.length }));
  }
  return true;
}
