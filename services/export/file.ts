// What is taken away as a file: its name, its type and its bytes, in parts.
import type { GivenDraft } from '../domain/check.js';
import { AppError } from '../domain/errors.js';
import { sayReportIn } from '../domain/messages/check-report.js';
import { today } from '../today.js';
import type { TakenCheck } from './check.js';
import type { TakenComparison } from './comparison.js';
import { csv } from './csv.js';
import { checkApart, comparisonApart, listApart, originalApart, variantsApart } from './docx/apart.js';
import type { TakenList } from './list.js';
import { listTable } from './list-columns.js';
import type { Table, Taken } from './taken.js';
import type { TakenVariants } from './variants.js';

export const types = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
} as const;
export type FileFormat = 'csv' | 'docx';

export interface TakenFile {
  readonly name: string;
  readonly type: string;
  readonly body: AsyncIterable<string | Uint8Array>;
}

/** What no file system takes in a name, and what only makes it long, is left out. */
const short = (name: string): string =>
  name
    .replace(/[\p{C}\s\\/:*?"<>|.]+/gu, ' ')
    .trim()
    .slice(0, 40)
    .trim();
const nameOf = ({ title }: Pick<Taken, 'title'>, format: keyof typeof types): string =>
  `${short(title)} ${today()}.${format}`;

/** Others are answered between two parts. */
async function* inParts(parts: Iterable<string>): AsyncGenerator<string> {
  for (const part of parts) {
    yield part;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function* alone(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export const csvFile = (taken: TakenList | Table): TakenFile => ({
  name: nameOf(taken, 'csv'),
  type: types.csv,
  body: inParts(csv('kind' in taken ? listTable(taken) : taken)),
});

/** @throws AppError EXPORT_FAILED */
export async function docxFile(taken: TakenList | TakenVariants | TakenComparison | TakenCheck): Promise<TakenFile> {
  const bytes = await ('kind' in taken
    ? listApart(taken)
    : 'remarks' in taken
      ? checkApart(taken)
      : 'against' in taken
        ? variantsApart(taken)
        : comparisonApart(taken));
  return { name: nameOf(taken, 'docx'), type: types.docx, body: alone(bytes) };
}

export const jsonFile = async (title: string, value: unknown): Promise<TakenFile> => ({
  name: nameOf({ title }, 'json'),
  type: types.json,
  body: alone(Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8')),
});

/**
 * The drafter's own docx with the comments in it, and nothing else changed.
 * @throws AppError NOT_DOCX, EXPORT_FAILED
 */
export async function originalFile(draft: GivenDraft, taken: TakenCheck): Promise<TakenFile> {
  if (draft.kind !== 'file') throw new AppError('NOT_DOCX');
  const { text, remarks, language } = taken;
  const bytes = await originalApart({ bytes: draft.bytes, taken: { text, remarks, language } });
  const name = sayReportIn(language)('originalName', { name: short(draft.name.replace(/\.[^.]*$/u, '')) });
  return { name: `${name}.docx`, type: types.docx, body: alone(bytes) };
}
