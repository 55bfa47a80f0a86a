// Where metadata is read from: the head of the text, its short lines, what the file declares, its name and folders.
import type { Extracted, Structured } from '../blocks.js';
import { type EvidenceLine, evidenceLines, folded, isUnsure, longestHead, plain, withoutUnsure } from './lines.js';

export interface Evidence {
  /** lines from the top to the first 条 or 一、, or as many as a head can have */
  readonly head: readonly EvidenceLine[];
  /** lines that are short enough for a signature or a date, in order, with the empty ones left out */
  readonly lines: readonly EvidenceLine[];
  /** the whole stored text but for lines that OCR read badly, for tests on words that occur anywhere in it */
  readonly text: string;
  /** titles keep their characters as written; only white space is folded */
  readonly recognisedTitle: string | null;
  readonly declaredTitle: string | null;
  readonly declared: ReadonlyMap<string, string>;
  /** file name without folders and extension, NFKC */
  readonly name: string;
  /** the same as written */
  readonly writtenName: string;
  /** folders that the file lies in, the nearest first */
  readonly folders: readonly string[];
}

/** A value and where it was read from. */
export interface Found<T> {
  readonly value: T;
  readonly origin: string;
}

const bodyBegins = /^(?:第[一1]条|一、)/u;
const extension = /\.(?:docx?|wps|pdf|html?|mht|txt|md|rtf|ofd|xlsx?|pptx?)$/iu;

/** A name without its extensions: 办法.pdf.md → 办法 */
export function withoutExtension(name: string): string {
  let bare = name;
  for (let i = 0; i < 3 && extension.test(bare); i++) bare = bare.replace(extension, '');
  return bare.trim() === '' ? name : bare;
}

/** A title that OCR read badly is none: the file's name is surer. */
const titleOf = ({ title, lines }: Structured): string | null =>
  title === null || lines.some((line) => isUnsure(line) && line.start < title.end && line.end > title.start)
    ? null
    : folded(title.text);

export function gatherEvidence(structured: Structured, extracted: Extracted, file: string): Evidence {
  const lines = evidenceLines(structured);
  const end = lines.findIndex(({ text, kind }, i) => i > 0 && (kind === 'article' || bodyBegins.test(text)));
  const parts = file.split('/');
  return {
    head: lines.slice(0, Math.min(end === -1 ? longestHead : end, longestHead)),
    lines,
    text: withoutUnsure(structured),
    recognisedTitle: titleOf(structured),
    declaredTitle: extracted.declaredTitle && folded(extracted.declaredTitle),
    declared: new Map(Object.entries(extracted.declared).map(([name, value]) => [name.toLowerCase(), plain(value)])),
    name: plain(withoutExtension(parts.at(-1) ?? file)),
    writtenName: folded(withoutExtension(parts.at(-1) ?? file)).normalize('NFC'),
    folders: parts.slice(0, -1).reverse().map(plain),
  };
}

/** Lines of the whole text as they are written, without the empty ones. */
export const writtenLines = ({ text }: Evidence): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The first of the named values that the file declares and that `read` can read. */
export function declaredAs<T>(
  { declared }: Evidence,
  keys: readonly string[],
  read: (value: string) => T | null,
): Found<T> | null {
  for (const key of keys) {
    const stated = declared.get(key.toLowerCase());
    const value = stated === undefined ? null : read(stated);
    if (value !== null) return { value, origin: `declared: ${key}` };
  }
  return null;
}
