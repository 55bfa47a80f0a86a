// Writes every source into the file that it names, and takes away files that no source names any more.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { readSources, type Source } from './read-sources.js';
import { writeDoc } from './write/doc.js';
import { writeDocx } from './write/docx.js';
import { type Fonts, findFonts } from './write/fonts.js';
import { writeHtml } from './write/html.js';
import { writePdf } from './write/pdf.js';
import { writeScan } from './write/scan.js';
import { writeMarkdown, writeTxt } from './write/text.js';

/** The bytes of a source's file; null for a PDF where the fonts are missing, for a doc where LibreOffice is. */
export async function bytesOf(source: Source, fonts: Fonts | null): Promise<Uint8Array | null> {
  switch (extname(source.header.file)) {
    case '.docx':
      return await writeDocx(source);
    case '.pdf':
      return fonts && (await (source.header.print === 'scan' ? writeScan : writePdf)(source, fonts));
    case '.doc':
      return await writeDoc(source);
    case '.html':
      return writeHtml(source);
    case '.md':
      return writeMarkdown(source);
    default:
      return writeTxt(source);
  }
}

export const targetOf = ({ header }: Source): string => join(header.folder, header.file);

function removeOthers(folder: string, sources: readonly Source[]): void {
  const named = new Set(sources.map((source) => join(folder, targetOf(source))));
  for (const part of new Set(sources.map(({ header }) => join(folder, header.folder)))) {
    mkdirSync(part, { recursive: true });
    for (const entry of readdirSync(part, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !named.has(path)) rmSync(path);
    }
  }
}

export interface Written {
  readonly written: readonly string[];
  /** PDF files where fonts are missing, doc where LibreOffice is; what lay there before is left as it is */
  readonly skipped: readonly string[];
  readonly missingFonts: readonly string[];
}

export async function writeDocuments(folder: string, fontFolder: string): Promise<Written> {
  const { fonts, missing } = findFonts(fontFolder);
  const sources = readSources();
  removeOthers(folder, sources);
  const written: string[] = [];
  const skipped: string[] = [];
  for (const source of sources) {
    const target = targetOf(source);
    const bytes = await bytesOf(source, fonts);
    if (bytes) {
      mkdirSync(dirname(join(folder, target)), { recursive: true });
      writeFileSync(join(folder, target), bytes);
    }
    (bytes ? written : skipped).push(target);
  }
  return { written, skipped, missingFonts: missing };
}
