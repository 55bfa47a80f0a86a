// Files of other kinds that a Word file takes in as parts of its text (w:altChunk): read by their own readers, in their place.
import type { Block } from '../../blocks.js';
import { tableOf, textParagraph } from './edit.js';
import type { LinkedPart } from './objects.js';
import { all, type XmlDocument, type XmlElement } from './xml.js';

/** Reads a taken-in file; null when it is of a kind that cannot be. */
export type ChunkReader = (bytes: Uint8Array) => Promise<readonly Block[] | null>;

const mostChunks = 50;

function elementsOf(document: XmlDocument, blocks: readonly Block[]): XmlElement[] {
  return blocks.map((block) => {
    if (block.kind === 'table') return tableOf(document, block.rows);
    const paragraph = textParagraph(document, block.text);
    if (block.kind === 'paragraph') return paragraph;
    const properties = document.createElement('w:pPr');
    const level = document.createElement('w:outlineLvl');
    level.setAttribute('w:val', String(block.level - 1));
    properties.insertBefore(level, null);
    paragraph.insertBefore(properties, paragraph.firstChild);
    return paragraph;
  });
}

/** @returns how many could not be read */
export async function takeInChunks(document: XmlDocument, linked: LinkedPart, read: ChunkReader): Promise<number> {
  let unread = 0;
  for (const [i, chunk] of all(document, 'w:altChunk').entries()) {
    const bytes = i < mostChunks ? linked(chunk.getAttribute('r:id') ?? '') : null;
    const blocks = bytes && (await read(bytes));
    if (!blocks) unread++;
    chunk.replaceWith(...elementsOf(document, blocks ?? []));
  }
  return unread;
}
