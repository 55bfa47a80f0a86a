// What matters of a paragraph's properties: its number, its standing as a heading, its place in a table. [MS-DOC] 2.6.2, 2.6.3.
import { amount, sprms } from './sprms.js';

export interface ParagraphProperties {
  /** index of the list, from 1; 0: none */
  list?: number;
  level?: number;
  /** 0 … 8 for headings, 9 for body text */
  outline?: number;
  /** how deep in tables; 0 or absent: in none */
  depth?: number;
  inTable?: boolean;
  /** ends a row, or a row of a table within a cell; ends a cell of such a table */
  endsRow?: boolean;
  endsInnerRow?: boolean;
  endsInnerCell?: boolean;
  /** of a row's end: repeated on every page; where its cells begin and end, in twips */
  isHeader?: boolean;
  edges?: readonly number[];
}

const mostLists = 0x7fe;
const mostCells = 64;
const hugeProperties = new Set([0x6645, 0x6646]);

function readEdges(operand: Buffer): readonly number[] | undefined {
  const cells = operand[2] ?? 0;
  if (cells === 0 || cells > mostCells || operand.length < 3 + (cells + 1) * 2) return undefined;
  return Array.from({ length: cells + 1 }, (_, i) => operand.readInt16LE(3 + i * 2));
}

/** Properties that lie in the stream Data, because they are too many for a page. */
function elsewhere(data: Buffer, offset: number): Buffer {
  return offset + 2 > data.length ? Buffer.alloc(0) : data.subarray(offset + 2, offset + 2 + data.readUInt16LE(offset));
}

/** `base` with what the sprms say. */
export function readParagraph(
  base: ParagraphProperties,
  bytes: Buffer,
  data: Buffer,
  nested = false,
): ParagraphProperties {
  let read: ParagraphProperties = { ...base };
  for (const sprm of sprms(bytes)) {
    const value = amount(sprm);
    const isOn = (sprm.operand[0] ?? 0) === 1;
    if (sprm.code === 0x460b) read.list = value <= mostLists ? value : 0;
    else if (sprm.code === 0x260a) read.level = value;
    else if (sprm.code === 0x2640) read.outline = value;
    else if (sprm.code === 0x6649) read.depth = value;
    else if (sprm.code === 0x2416) read.inTable = isOn;
    else if (sprm.code === 0x2417) read.endsRow = isOn;
    else if (sprm.code === 0x244b) read.endsInnerCell = isOn;
    else if (sprm.code === 0x244c) read.endsInnerRow = isOn;
    else if (sprm.code === 0x3404) read.isHeader = isOn;
    else if (sprm.code === 0xd608) {
      const edges = readEdges(sprm.operand);
      if (edges) read.edges = edges;
    } else if (hugeProperties.has(sprm.code) && !nested) read = readParagraph(read, elsewhere(data, value), data, true);
  }
  return read;
}
