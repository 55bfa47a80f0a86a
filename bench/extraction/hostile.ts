// The hostile files: every one accounted for, the readable ones read, none that takes too much time or memory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, type MeasuredFile, prepareAll } from './prepare-all.js';
import { decodeText, referenceText } from './reference.js';

export interface HostileFigures {
  readonly files: number;
  /** by outcome: `document`, `archive`, or an error's code */
  readonly outcomes: Readonly<Record<string, number>>;
  /** files that the independent extractor read without a password, of a type and an encoding that Yanju reads */
  readonly readable: number;
  /** of these, read to at least 95 % of its characters, kept and removed text together, white space left out */
  readonly read: number;
  /** the others: file, characters read, characters of the independent extractor */
  readonly short: readonly {
    readonly file: string;
    readonly outcome: string;
    readonly have: number;
    readonly want: number;
  }[];
  readonly slowest: MeasuredFile | null;
  /** the largest peak of memory among files whose process lived */
  readonly largest: MeasuredFile | null;
  /** files that crashed their process or ran out of time */
  readonly down: readonly string[];
}

interface Expected {
  readonly kind: string;
  readonly status: string;
  readonly characters: number;
  readonly note: string;
}

function readExpected(path: string): Map<string, Expected> {
  const [, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return new Map(
    rows.map((row) => {
      const [file = '', kind = '', status = '', characters = '0', , note = ''] = row.split('\t');
      return [file, { kind, status, characters: Number(characters), note }];
    }),
  );
}

const unsupportedKind = /^(?:xlsx?|pptx?|rar|json|csv)$/;
/** Encodings that are refused by name (ENCODING_UNKNOWN), as the issue has it. */
const unsupportedEncoding = /\/EUC-TW\//;

/**
 * The characters to be read. The table's count holds some that are none: the zero bytes of UTF-16 and UTF-32 that were not
 * known as such, the tags of feeds (then it tells nothing: null), characters without a shape (joiners, marks of
 * direction), text boxes several times. So where a second independent extractor reads the file too, the lower count holds.
 */
function wantedOf(path: string, { kind, characters }: Expected): number | null {
  if (/^(?:pdf|docx?)$/.test(kind)) {
    const text = referenceText(path);
    return text === null ? characters : Math.min(characters, printed(text));
  }
  const bytes = readFileSync(path);
  const isText = /^(?:txt|html|xml|srt)$/.test(kind);
  if (isText && characters > bytes.filter((byte) => byte !== 0).length) return null;
  const counted = kind === 'xml' && characters > 0.9 * printed(decodeText(bytes));
  return counted ? null : characters;
}

const isReadable = (file: string, { kind, status, characters, note }: Expected): boolean =>
  (status === 'ok' || status === 'rc=0') &&
  characters > 0 &&
  !note.startsWith('password=') &&
  !unsupportedKind.test(kind) &&
  !unsupportedEncoding.test(file);

const printed = (text: string): number => text.replace(/[\s\p{Cf}]/gu, '').length;
const haveOf = ({ text, removed }: MeasuredFile): number =>
  printed(text) + removed.reduce((sum, part) => sum + printed(part), 0);

/** @param folder holds files/ and EXPECTED.tsv (columns file, kind, ref_status, ref_chars) */
export async function measureHostile(
  folder: string,
  onFile?: (done: number, of: number) => void,
): Promise<HostileFigures> {
  const expected = readExpected(join(folder, 'EXPECTED.tsv'));
  const files = filesBelow(join(folder, 'files'));
  const measured = await prepareAll(join(folder, 'files'), files, {
    processes: 2,
    alone: true,
    ...(onFile && { onFile }),
  });
  const outcomes: Record<string, number> = {};
  for (const { outcome } of measured) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const compared = measured.flatMap((one) => {
    const known = expected.get(one.file);
    const want = known && isReadable(one.file, known) ? wantedOf(one.path, known) : null;
    return want === null || want === 0 ? [] : [{ file: one.file, outcome: one.outcome, have: haveOf(one), want }];
  });
  const short = compared.filter(({ have, want }) => have < 0.95 * want);
  const alive = measured.filter(({ memoryMb }) => Number.isFinite(memoryMb));
  return {
    files: measured.length,
    outcomes,
    readable: compared.length,
    read: compared.length - short.length,
    short,
    slowest: measured.toSorted((a, b) => b.ms - a.ms)[0] ?? null,
    largest: alive.toSorted((a, b) => b.memoryMb - a.memoryMb)[0] ?? null,
    down: measured.filter(({ outcome }) => /^EXTRACT_/.test(outcome)).map(({ file }) => file),
  };
}
