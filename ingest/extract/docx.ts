// docx → blocks: the parts are prepared (docx/prepare.ts), mammoth turns them into html, and that is read like any page.
import mammoth from 'mammoth';
import type { Block, Extracted, Hint } from '../blocks.js';
import { blockText } from './block-text.js';
import { declaredIn } from './declared.js';
import { looksBinary } from './decode.js';
import { zipLimits } from './detect.js';
import { type ChunkReader, takeInChunks } from './docx/chunks.js';
import { createNumberer } from './docx/numbering.js';
import { openPackage, packParts } from './docx/package.js';
import { contentsStyle, headingStyle, hiddenStyle, prepare } from './docx/prepare.js';
import { readStyles } from './docx/styles.js';
import { all, type XmlDocument, type XmlElement } from './docx/xml.js';
import { asDamaged } from './failure.js';
import type { DomNode } from './html/dom.js';
import { parseMarkup } from './html/parse.js';
import { readBlocks } from './html/walk.js';
import { readHtml } from './html.js';
import { readMht } from './mht.js';
import { readRtf } from './rtf.js';
import { openZip } from './zip.js';

const styleMap = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.${headingStyle(level)} => h${level}:fresh`),
  `p.${contentsStyle} => p.contents:fresh`,
  `p.${hiddenStyle} => p.hidden:fresh`,
];

const deepestChunk = 2;
const mostUnread = 100;

/** Notes stand at the end, each with its number; the marks that point to and from them would cut through wordings. */
function settleNotes(page: XmlElement): void {
  const links = Array.from(page.querySelectorAll('a')) as XmlElement[]; // elements of a page can be edited as well
  for (const link of links) {
    if (/^(?:foot|end)note-ref-/.test(link.getAttribute('id') ?? '')) link.remove();
    if (/^#(?:foot|end)note-ref-/.test(link.getAttribute('href') ?? '')) link.remove();
  }
  const notes = Array.from(page.querySelectorAll('li')) as XmlElement[];
  notes
    .filter((note) => /^(?:foot|end)note-/.test(note.getAttribute('id') ?? ''))
    .forEach((note, i) => {
      note.parentElement?.setAttribute('style', 'list-style: none');
      const first = (note.querySelector('p') ?? note) as XmlElement;
      first.insertBefore((page as XmlDocument).createTextNode(`[${i + 1}] `), first.firstChild);
    });
}

/** Paragraphs of page headers and footers, each text once, those of page numbers alone left out. */
function frameBlocks(parts: readonly XmlDocument[]): Block[] {
  const texts = parts.flatMap((part) =>
    all(part, 'w:p').map((paragraph) =>
      blockText(
        all(paragraph, 'w:t')
          .map((text) => text.textContent ?? '')
          .join(''),
      ),
    ),
  );
  return [...new Set(texts)]
    .filter((text) => /\p{L}/u.test(text) && !/^[第共页頁Page of\d\s/-]*$/.test(text))
    .map((text) => ({ kind: 'paragraph', text, hint: 'footer' }));
}

async function bodyBlocks(parts: Readonly<Record<string, XmlDocument | null>>): Promise<Block[]> {
  const { value } = await mammoth.convertToHtml(
    { buffer: packParts(parts) },
    { styleMap, includeDefaultStyleMap: false, includeEmbeddedStyleMap: false, externalFileAccess: false },
  );
  const page = parseMarkup(`<html><body>${value}</body></html>`, 'text/html') as XmlElement; // editable, as above
  settleNotes(page);
  const hints = new Map<DomNode, Hint>(
    Array.from(page.querySelectorAll('p.contents, p.hidden')).map((entry) => [entry, 'navigation']),
  );
  return readBlocks(page, hints);
}

/** A file taken in whole: most are pages; a Word file may take in others, but not without end. */
const readChunk =
  (depth: number): ChunkReader =>
  async (bytes) => {
    try {
      const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
      if (start.startsWith('PK')) return depth < deepestChunk ? (await read(bytes, depth + 1)).blocks : null;
      if (start === '{\\rtf') return readRtf(bytes).blocks;
      if (/^mime-/i.test(start)) return (await readMht(bytes)).blocks;
      return looksBinary(bytes) ? null : readHtml(bytes).blocks;
    } catch {
      return null; // told as a part that could not be read
    }
  };

/** @throws AppError ENCRYPTED, DAMAGED */
export const readDocx = (bytes: Uint8Array): Promise<Extracted> => read(bytes, 0);

async function read(bytes: Uint8Array, depth: number): Promise<Extracted> {
  try {
    const file = openPackage(openZip(bytes, zipLimits));
    const styles = readStyles(file.part('styles'));
    const numberer = createNumberer(file.part('numbering'), styles);
    const notes = { footnotes: file.part('footnotes'), endnotes: file.part('endnotes') };
    let objects = await takeInChunks(file.document, file.linked, readChunk(depth));
    for (const part of [file.document, notes.footnotes, notes.endnotes]) {
      if (part) objects += prepare(part, styles, numberer, part === file.document ? file.linked : () => null);
    }
    const unnumbered = createNumberer(null, styles);
    for (const part of [...file.headers, ...file.footers]) prepare(part, styles, unnumbered, () => null);
    const blocks = [
      ...frameBlocks(file.headers),
      ...(await bodyBlocks({ document: file.document, ...notes })),
      ...frameBlocks(file.footers),
    ];
    return {
      format: 'docx',
      blocks,
      pages: null,
      encoding: null,
      declaredTitle: file.title,
      declared: declaredIn(blocks),
      ...(objects > 0 && {
        unread: Array.from(
          { length: Math.min(objects, mostUnread) },
          () => ({ reason: 'object', page: null }) as const,
        ),
      }),
    };
  } catch (error) {
    throw asDamaged(error);
  }
}
