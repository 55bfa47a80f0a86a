// The archive's files against independent extractors: how much of their text came out.
import { filesBelow, type MeasuredFile, prepareAll } from './prepare-all.js';
import { quantile, recovered } from './recovered.js';
import { referenceText } from './reference.js';

export interface ArchiveFigures {
  readonly files: number;
  /** files that an independent extractor and Yanju both read */
  readonly compared: number;
  /** shares of its characters, 0 to 1, kept and removed text together */
  readonly median: number;
  readonly fifth: number;
  /** by extension */
  readonly byType: Readonly<
    Record<string, { readonly files: number; readonly median: number; readonly lowest: number }>
  >;
  readonly lowest: readonly { readonly file: string; readonly share: number }[];
  /** files that gave no document: file and code */
  readonly failed: readonly Pick<MeasuredFile, 'file' | 'outcome'>[];
}

export async function measureArchive(
  documents: string,
  onFile?: (done: number, of: number) => void,
): Promise<ArchiveFigures> {
  const files = filesBelow(documents);
  const measured = await prepareAll(documents, files, { processes: 2, alone: false, ...(onFile && { onFile }) });
  const shares = measured.flatMap(({ file, path, outcome, text, removed }) => {
    const reference = outcome === 'document' ? referenceText(path) : null;
    const share = reference === null ? null : recovered(reference, [text, ...removed].join('\n'));
    return share === null ? [] : [{ file, share }];
  });
  const byType = Object.fromEntries(
    [...new Set(shares.map(({ file }) => typeOf(file)))].sort().map((type) => {
      const own = shares.filter(({ file }) => typeOf(file) === type).map(({ share }) => share);
      return [type, { files: own.length, median: quantile(own, 0.5), lowest: Math.min(...own) }];
    }),
  );
  const all = shares.map(({ share }) => share);
  return {
    files: files.length,
    compared: shares.length,
    median: quantile(all, 0.5),
    fifth: quantile(all, 0.05),
    byType,
    lowest: shares.toSorted((a, b) => a.share - b.share).slice(0, 20),
    failed: measured.filter(({ outcome }) => outcome !== 'document').map(({ file, outcome }) => ({ file, outcome })),
  };
}

const typeOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1).toLowerCase();
