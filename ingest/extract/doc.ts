// doc (Word 97 to 2003) → blocks, by word-extractor.
import WordExtractor from 'word-extractor';
import type { Block, Extracted } from '../blocks.js';
import { blockText } from './block-text.js';
import { namesColumns } from './column-names.js';
import { declaredIn } from './declared.js';
import { mendDeletions } from './doc-deletions.js';
import { damaged, encrypted, unsupported } from './failure.js';
import { readOleDirectory } from './ole.js';

mendDeletions();

/** First two bytes of the stream WordDocument, and its flag for encryption: [MS-DOC] 2.5.2 FibBase. */
const word97 = 0xa5ec;
const encryptedFlag = 0x0100;

/** @throws AppError ENCRYPTED, UNSUPPORTED_TYPE for what word-extractor cannot read */
function checkHeader(bytes: Uint8Array): void {
  const { streams, head } = readOleDirectory(bytes);
  const stream = streams.find(({ name }) => name === 'WordDocument');
  const fib = stream && head(stream, 12);
  if (!fib) return;
  if (fib.readUInt16LE(0) !== word97) throw unsupported('word95');
  if (fib.readUInt16LE(10) & encryptedFlag) throw encrypted();
}

/** word-extractor ends each cell with a tab and each row with a tab and a line break; a cell's own paragraphs lie between. */
function createTableReader() {
  const blocks: Block[] = [];
  let pending: string[] = [];
  let rows: string[][] = [];
  const closeTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows, header: namesColumns(rows) });
    rows = [];
  };
  const closePending = (): void => {
    for (const line of pending) {
      const text = blockText(line);
      if (text !== '') blocks.push({ kind: 'paragraph', text });
    }
    pending = [];
  };
  const tabs = (line: string): number => line.split('\t').length - 1;
  return {
    add(line: string): void {
      if (!line.endsWith('\t')) {
        pending.push(line);
        return;
      }
      let row = line;
      const expected = rows[0]?.length;
      while (pending.length > 0 && (expected === undefined ? tabs(pending.at(-1) ?? '') > 0 : tabs(row) < expected)) {
        row = `${pending.pop()}\n${row}`;
      }
      if (pending.some((rest) => rest.trim() !== '')) closeTable();
      closePending();
      const cells = row
        .slice(0, -1)
        .split('\t')
        .map((cell) => cell.split('\n').map(blockText).filter(Boolean).join('\n'));
      if (cells.some(Boolean)) rows.push(cells);
    },
    finish(): Block[] {
      closeTable();
      closePending();
      return blocks;
    },
  };
}

function bodyBlocks(body: string): Block[] {
  const reader = createTableReader();
  for (const line of body.split('\n')) reader.add(line);
  return reader.finish();
}

const lines = (text: string): string[] => [...new Set(text.split('\n').map(blockText).filter(Boolean))];

/** Headers and footers of pages come once each, as hinted paragraphs; those that are page numbers alone do not come. */
const frameBlocks = (text: string): Block[] =>
  lines(text)
    .filter((line) => /[\p{L}]/u.test(line) && !/^(?:第\s*)?[\d\s-]*(?:页|頁)?$/.test(line))
    .map((line) => ({ kind: 'paragraph', text: line, hint: 'footer' }));

/** @throws AppError ENCRYPTED, UNSUPPORTED_TYPE, DAMAGED */
export async function readDoc(bytes: Uint8Array): Promise<Extracted> {
  checkHeader(bytes);
  const raw = { filterUnicode: false };
  let document: Awaited<ReturnType<WordExtractor['extract']>>;
  try {
    document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (cause) {
    throw damaged('structure', cause);
  }
  const paragraphs = (text: string): Block[] =>
    text
      .split('\n')
      .map(blockText)
      .filter(Boolean)
      .map((line) => ({ kind: 'paragraph', text: line }));
  const blocks = [
    ...frameBlocks(document.getHeaders({ ...raw, includeFooters: false })),
    ...bodyBlocks(document.getBody(raw)),
    ...paragraphs(document.getTextboxes({ ...raw, includeHeadersAndFooters: false })),
    ...paragraphs(document.getFootnotes(raw)),
    ...paragraphs(document.getEndnotes(raw)),
    ...frameBlocks(document.getFooters(raw)),
  ];
  return { format: 'doc', blocks, pages: null, encoding: null, declaredTitle: null, declared: declaredIn(blocks) };
}
