// Documents for the tests of metadata, line by line: the first `title` line is the recognised title.
import type { Extracted, Structured } from '../../ingest/blocks.js';
import type { GivenMetadata } from '../../ingest/metadata/file.js';
import { readMetadata } from '../../ingest/metadata.js';

export interface Draft {
  readonly file?: string;
  /** 0 when the first line is the title; null when none was recognised */
  readonly title?: number | null;
  readonly declared?: Readonly<Record<string, string>>;
  readonly declaredTitle?: string;
  readonly given?: GivenMetadata;
  /** by line: how surely OCR read it */
  readonly ocr?: Readonly<Record<number, number>>;
}

export function structuredOf(texts: readonly string[], title: number | null, ocr: Draft['ocr'] = {}): Structured {
  let text = '';
  const lines = texts.map((line, i): Structured['lines'][number] => {
    const start = text.length;
    text += `${line}\n`;
    const kind = i === title ? 'title' : /^第[一二三四五六七八九十]{1,3}条/.test(line) ? 'article' : 'paragraph';
    return { start, end: start + line.length, kind, ...(ocr[i] !== undefined && { ocr: ocr[i] }) };
  });
  const line = title === null ? undefined : lines[title];
  const found = line ? { text: text.slice(line.start, line.end), start: line.start, end: line.end } : null;
  return { text, lines, outline: [], removed: [], title: found };
}

const blank: Extracted = { format: 'txt', blocks: [], pages: null, encoding: null, declaredTitle: null, declared: {} };

/** Metadata of a document with these lines. */
export function metadataOf(lines: readonly string[], draft: Draft = {}): ReturnType<typeof readMetadata> {
  const { file = 'documents/a.txt', title = 0, declared = {}, declaredTitle = null, given, ocr } = draft;
  return readMetadata({
    structured: structuredOf(lines, title, ocr),
    extracted: { ...blank, declared, declaredTitle },
    file,
    ...(given && { given }),
  });
}
