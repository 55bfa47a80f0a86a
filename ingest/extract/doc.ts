// doc (Word 97 to 2003; Word 6 and 95 as plain text; wps of Kingsoft, which is the same) → blocks.
import type { Block, Extracted } from '../blocks.js';
import { blockText } from './block-text.js';
import { declaredIn } from './declared.js';
import { type Characters, readCharacters } from './doc/characters.js';
import { places, readFib, type Story, type WordFile } from './doc/fib.js';
import { characterRuns, paragraphRuns } from './doc/formatting.js';
import { readLists } from './doc/lists.js';
import { type DocParagraph, type ParagraphSource, readParagraphs } from './doc/paragraphs.js';
import { readPieces } from './doc/pieces.js';
import { readDocStyles } from './doc/styles.js';
import { createTableReader } from './doc/tables.js';
import { readWord95, word95 } from './doc/word95.js';
import { asDamaged, encrypted, unsupported } from './failure.js';
import { createCounter } from './numbering/counter.js';
import { type OleDirectory, readOleDirectory } from './ole.js';

/** First two bytes of the stream WordDocument, and its flag for encryption: [MS-DOC] 2.5.2 FibBase. */
const word97 = 0xa5ec;
const encryptedFlag = 0x0100;
const mostUnread = 100;
/** A heading longer than this is body text in a heading's style. */
const longestHeading = 200;

function paragraphBlocks({ text, hidden, heading, isContents }: DocParagraph): Block[] {
  const lines = text.split('\n').map(blockText).filter(Boolean);
  const unseen = blockText(hidden);
  // A heading that is broken into lines is still one heading.
  const shown: Block[] =
    heading !== null && lines.length > 0 && text.length <= longestHeading
      ? [{ kind: 'heading', level: heading, text: blockText(lines.join('\n')) }]
      : lines.map((line) => ({ kind: 'paragraph', text: line, ...(isContents && { hint: 'navigation' }) }));
  return unseen === '' ? shown : [...shown, { kind: 'paragraph', text: unseen, hint: 'navigation' }];
}

function storyBlocks(paragraphs: readonly DocParagraph[]): Block[] {
  const reader = createTableReader();
  const blocks: Block[] = [];
  for (const paragraph of paragraphs) {
    const { properties, endsCell } = paragraph;
    const inTable = endsCell || properties.inTable === true || (properties.depth ?? 0) > 0;
    for (const block of inTable ? reader.add(paragraph) : [...reader.finish(), ...paragraphBlocks(paragraph)]) {
      blocks.push(block);
    }
  }
  return [...blocks, ...reader.finish()];
}

/** Where each story lies in the text. */
function storyRanges({ stories }: WordFile): (story: Story) => readonly [from: number, to: number] {
  const ranges = new Map<string, readonly [number, number]>();
  let at = 0;
  for (const [story, length] of Object.entries(stories)) {
    ranges.set(story, [at, at + length]);
    at += length;
  }
  return (story) => ranges.get(story) ?? [0, 0];
}

/** Headers and footers of pages come once each, as hinted paragraphs; those that are page numbers alone do not come. */
function frameBlocks(file: WordFile, source: ParagraphSource, start: number, kinds: readonly number[]): Block[] {
  const table = file.structure(places.headers);
  const found = new Set<string>();
  // The first six are what separates notes from the text; then come six kinds for every section, footers third, fourth and last.
  let end = 0;
  for (let i = 6; (i + 2) * 4 <= table.length; i++) {
    const [from, to] = [table.readUInt32LE(i * 4), table.readUInt32LE((i + 1) * 4)];
    if (from < end || to <= from || !kinds.includes(i % 6)) continue;
    end = to;
    for (const { text } of readParagraphs(source, start + from, start + to)) {
      for (const line of text.split('\n').map(blockText)) {
        if (/\p{L}/u.test(line) && !/^(?:第\s*)?[\d\s-]*(?:页|頁)?$/.test(line)) found.add(line);
      }
    }
  }
  return Array.from(found, (text) => ({ kind: 'paragraph', text, hint: 'footer' }));
}

function readWord97(file: WordFile): Block[] {
  const characters: Characters = readCharacters(readPieces(file), characterRuns(file));
  const source: ParagraphSource = {
    characters,
    runs: paragraphRuns(file),
    style: readDocStyles(file),
    lists: readLists(file),
    counter: createCounter(),
    data: file.data,
  };
  const range = storyRanges(file);
  const story = (name: Story, notes = false): Block[] => storyBlocks(readParagraphs(source, ...range(name), notes));
  const [headers] = range('headers');
  return [
    ...frameBlocks(file, source, headers, [0, 1, 4]),
    ...story('body'),
    ...story('textBoxes'),
    ...story('footnotes', true),
    ...story('endnotes', true),
    ...frameBlocks(file, source, headers, [2, 3, 5]),
  ];
}

/** Objects of other programs: each lies in a storage of its own. */
const objectsIn = ({ streams }: OleDirectory): number =>
  streams.filter(({ name, isStorage }) => isStorage && /^_\d{6,12}$/.test(name)).length;

/** @throws AppError ENCRYPTED, UNSUPPORTED_TYPE, DAMAGED */
export async function readDoc(bytes: Uint8Array, format: 'doc' | 'wps' = 'doc'): Promise<Extracted> {
  const ole = readOleDirectory(bytes);
  try {
    const word = ole.read('WordDocument') ?? Buffer.alloc(0);
    const magic = word.readUInt16LE(0);
    if (magic !== word97 && magic !== word95) throw unsupported('word95');
    if (word.readUInt16LE(10) & encryptedFlag) throw encrypted();
    const blocks = magic === word95 ? readWord95(word) : readWord97(readFib(ole, word));
    const objects = Math.min(objectsIn(ole), mostUnread);
    return {
      format,
      blocks,
      pages: null,
      encoding: null,
      declaredTitle: null,
      declared: declaredIn(blocks),
      ...(objects > 0 && {
        unread: Array.from({ length: objects }, () => ({ reason: 'object', page: null }) as const),
      }),
    };
  } catch (error) {
    throw asDamaged(error);
  }
}
