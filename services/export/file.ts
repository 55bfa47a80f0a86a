// A list as a file: its name, its type and its bytes, in parts.
import { csv } from './csv.js';
import { docxApart } from './docx-apart.js';
import { type TakenList, today } from './list.js';

export const types = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type ListFormat = keyof typeof types;

export interface TakenFile {
  readonly name: string;
  readonly type: string;
  readonly body: AsyncIterable<string | Uint8Array>;
}

/** What no file system takes in a name, and what only makes it long, is left out. */
const nameOf = ({ title }: TakenList, format: ListFormat): string =>
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

/** @throws AppError EXPORT_FAILED */
export async function fileOf(list: TakenList, format: ListFormat): Promise<TakenFile> {
  const body = format === 'csv' ? inParts(csv(list)) : alone(await docxApart(list));
  return { name: nameOf(list, format), type: types[format], body };
}
