// What is taken away as a file: its name, its type and its bytes, in parts.
import { today } from '../today.js';
import type { TakenCheck } from './check.js';
import type { TakenComparison } from './comparison.js';
import { csv } from './csv.js';
import { checkApart, comparisonApart, listApart } from './docx/apart.js';
import type { TakenList } from './list.js';
import { listTable } from './list-columns.js';
import type { Table, Taken } from './taken.js';

export const types = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type FileFormat = keyof typeof types;

export interface TakenFile {
  readonly name: string;
  readonly type: string;
  readonly body: AsyncIterable<string | Uint8Array>;
}

/** What no file system takes in a name, and what only makes it long, is left out. */
const nameOf = ({ title }: Taken, format: FileFormat): string =>
  `${title
    .replace(/[\p{C}\s\\/:*?"<>|.]+/gu, ' ')
    .trim()
    .slice(0, 40)
    .trim()} ${today()}.${format}`;

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
export async function docxFile(taken: TakenList | TakenComparison | TakenCheck): Promise<TakenFile> {
  const bytes = await ('kind' in taken
    ? listApart(taken)
    : 'remarks' in taken
      ? checkApart(taken)
      : comparisonApart(taken));
  return { name: nameOf(taken, 'docx'), type: types.docx, body: alone(bytes) };
}
