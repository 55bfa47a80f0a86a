// The lists of a Word file, for the counter that .docx uses too. [MS-DOC] 2.9.131 (LFO), 2.9.147 (LSTF), 2.9.150 (LVL).
import { type Level, type List, levelCount } from '../numbering/counter.js';
import { places, type WordFile } from './fib.js';

/** Formats of numbers by their code: [MS-OSHARED] 2.2.1.3, in the names that WordprocessingML has for them. */
const formats =
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand koreanDigital koreanCounting koreanLegal koreanDigital2'.split(
    ' ',
  );
const numberInDash = 0x39;
const noFormat = 0xff;
const suffixes = ['tab', 'space', 'nothing'];
const listBytes = 28;
const overrideBytes = 16;

const formatOf = (code: number): string =>
  code === noFormat ? 'none' : code === numberInDash ? 'numberInDash' : (formats[code] ?? 'decimal');

/** Reads one thing after another, as they lie in the file. */
function createCursor(bytes: Buffer) {
  let at = 0;
  return {
    skip(length: number): void {
      at += length;
    },
    take(length: number): Buffer {
      const taken = bytes.subarray(at, at + length);
      if (taken.length < length) throw new RangeError('the list table is cut short');
      at += length;
      return taken;
    },
  };
}
type Cursor = ReturnType<typeof createCursor>;

function readLevel(cursor: Cursor): Level {
  const head = cursor.take(28);
  const flags = head[5] ?? 0;
  cursor.skip((head[24] ?? 0) + (head[25] ?? 0));
  const text = cursor.take(cursor.take(2).readUInt16LE(0) * 2).toString('utf16le');
  return {
    start: head.readInt32LE(0),
    format: formatOf(head[4] ?? 0),
    // Numbers of the levels stand in the text as characters 0 … 8.
    text: text.slice(0, 100).replace(/[\0-\x08]/g, (place) => `%${place.charCodeAt(0) + 1}`),
    suffix: suffixes[head[15] ?? 0] ?? 'tab',
    restart: flags & 0x08 ? (head[26] ?? 0) : null,
    legal: (flags & 0x04) !== 0,
    styleId: null,
  };
}

function readDefinitions(file: WordFile): Map<number, Level[]> {
  const table = file.structure(places.lists);
  const count = table.length < 2 ? 0 : Math.min(table.readUInt16LE(0), Math.floor((table.length - 2) / listBytes));
  const cursor = createCursor(count === 0 ? table : file.after(places.lists));
  const definitions = new Map<number, Level[]>();
  for (let i = 0; i < count; i++) {
    const head = table.subarray(2 + i * listBytes, 2 + (i + 1) * listBytes);
    const isSimple = (head[26] ?? 0) & 1;
    const levels = Array.from({ length: isSimple ? 1 : levelCount }, () => readLevel(cursor));
    definitions.set(head.readInt32LE(0), levels);
  }
  return definitions;
}

function readOverrides(cursor: Cursor, count: number): Pick<List, 'starts'> & { levels: Map<number, Level> } {
  const starts = new Map<number, number>();
  const levels = new Map<number, Level>();
  cursor.skip(4);
  for (let i = 0; i < count; i++) {
    const head = cursor.take(8);
    const flags = head[4] ?? 0;
    const at = flags & 0x0f;
    const formatted = flags & 0x20 ? readLevel(cursor) : null;
    if (formatted) levels.set(at, formatted);
    if (flags & 0x10) starts.set(at, formatted ? formatted.start : head.readInt32LE(0));
  }
  return { starts, levels };
}

/** @returns the list by the index that paragraphs have, from 1. A table that is cut short ends the lists. */
export function readLists(file: WordFile): (List | undefined)[] {
  const lists: (List | undefined)[] = [undefined];
  const table = file.structure(places.listOverrides);
  if (table.length < 4) return lists;
  try {
    const definitions = readDefinitions(file);
    const count = Math.min(table.readUInt32LE(0), Math.floor((table.length - 4) / overrideBytes));
    const cursor = createCursor(table.subarray(4 + count * overrideBytes));
    for (let i = 0; i < count; i++) {
      const head = table.subarray(4 + i * overrideBytes, 4 + (i + 1) * overrideBytes);
      const definition = head.readInt32LE(0);
      const { starts, levels } = readOverrides(cursor, head[12] ?? 0);
      const own = definitions.get(definition) ?? [];
      lists.push({
        id: String(i),
        definition: String(definition),
        levels: Array.from({ length: levelCount }, (_, at) => levels.get(at) ?? own[at]),
        starts,
      });
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return lists;
}
