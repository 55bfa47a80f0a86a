// The parts of a Word 97 to 2003 file, as its header (Fib) names them: [MS-DOC] 2.5.
import { damaged } from '../failure.js';
import type { OleDirectory } from '../ole.js';

export interface WordFile {
  /** the stream WordDocument */
  readonly word: Buffer;
  /** the stream Data, empty where there is none */
  readonly data: Buffer;
  /** A structure of the table stream by where the header says where it lies; empty when it is absent. */
  structure(at: number): Buffer;
  /** the table stream from a structure's end on, for what is appended to it */
  after(at: number): Buffer;
  /** characters of each story, in the order in which they follow one another in the text */
  readonly stories: Readonly<Record<Story, number>>;
}

/** Places in the header of pairs of an offset and a length in the table stream. */
export const places = {
  styles: 0xa2,
  headers: 0xf2,
  characters: 0xfa,
  paragraphs: 0x102,
  pieces: 0x1a2,
  lists: 0x2e2,
  listOverrides: 0x2ea,
} as const;

const storyPlaces = {
  body: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  macros: 0x58,
  comments: 0x5c,
  endnotes: 0x60,
  textBoxes: 0x64,
  headerTextBoxes: 0x68,
} as const;
export type Story = keyof typeof storyPlaces;

const tableFlag = 0x0200;

/** @throws AppError DAMAGED when the table stream is missing; RangeError when the header is cut short */
export function readFib(ole: OleDirectory, word: Buffer): WordFile {
  const table = ole.read(word.readUInt16LE(10) & tableFlag ? '1Table' : '0Table');
  if (!table) throw damaged('structure');
  const end = (at: number): number => word.readUInt32LE(at) + word.readUInt32LE(at + 4);
  return {
    word,
    data: ole.read('Data') ?? Buffer.alloc(0),
    structure: (at) => (at + 8 > word.length ? Buffer.alloc(0) : table.subarray(word.readUInt32LE(at), end(at))),
    after: (at) => table.subarray(end(at)),
    stories: Object.fromEntries(
      Object.entries(storyPlaces).map(([story, at]) => [story, word.readUInt32LE(at)]),
    ) as WordFile['stories'], // built from the record of the same keys
  };
}
