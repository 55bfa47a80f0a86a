// The styles of a Word file: what a paragraph has from them. [MS-DOC] 2.9.271 (STSH), 2.9.260 (STD).
import { headingLevelOf } from '../heading-style.js';
import { places, type WordFile } from './fib.js';
import { type ParagraphProperties, readParagraph } from './paragraph-properties.js';

export interface DocStyle {
  readonly properties: ParagraphProperties;
  /** 1 … 9; null for body text */
  readonly heading: number | null;
  /** an entry of a table of contents */
  readonly isContents: boolean;
}

interface Definition {
  /** number of a style that Word brings along; 0xffe for others */
  readonly builtIn: number;
  readonly base: number;
  readonly name: string;
  readonly sprms: Buffer;
}

const noBase = 0xfff;
const paragraphKind = 1;
const longestChain = 12;
const mostStyles = 4096;
const plain: DocStyle = { properties: {}, heading: null, isContents: false };

function readDefinition(bytes: Buffer, baseLength: number): Definition | null {
  if (bytes.length < baseLength + 2) return null;
  const kindAndBase = bytes.readUInt16LE(2);
  const nameLength = bytes.readUInt16LE(baseLength);
  const nameEnd = baseLength + 2 + nameLength * 2;
  const isParagraph = (kindAndBase & 0xf) === paragraphKind && nameEnd + 4 <= bytes.length;
  const length = isParagraph ? bytes.readUInt16LE(nameEnd + 2) : 0;
  return {
    builtIn: bytes.readUInt16LE(0) & 0xfff,
    base: kindAndBase >> 4,
    name: bytes.toString('utf16le', baseLength + 2, nameEnd),
    // The properties begin with the style's own index.
    sprms: length > 2 ? bytes.subarray(nameEnd + 6, nameEnd + 4 + length) : Buffer.alloc(0),
  };
}

function readDefinitions(sheet: Buffer): (Definition | null)[] {
  if (sheet.length < 6) return [];
  const count = Math.min(sheet.readUInt16LE(2), mostStyles);
  const baseLength = sheet.readUInt16LE(4);
  const definitions: (Definition | null)[] = [];
  let at = 2 + sheet.readUInt16LE(0);
  while (definitions.length < count && at + 2 <= sheet.length) {
    const length = sheet.readUInt16LE(at);
    definitions.push(length === 0 ? null : readDefinition(sheet.subarray(at + 2, at + 2 + length), baseLength));
    at += 2 + length + (length % 2);
  }
  return definitions;
}

/** @returns the style by its index */
export function readDocStyles(file: WordFile): (index: number) => DocStyle {
  const definitions = readDefinitions(file.structure(places.styles));
  const known = new Map<number, DocStyle>();
  const read = (index: number, depth: number): DocStyle => {
    const found = known.get(index);
    if (found) return found;
    const definition = definitions[index];
    if (!definition || depth > longestChain) return plain;
    const base = definition.base === noBase ? plain : read(definition.base, depth + 1);
    const properties = readParagraph(base.properties, definition.sprms, file.data);
    const own = readParagraph({}, definition.sprms, file.data).outline;
    const byName =
      definition.builtIn >= 1 && definition.builtIn <= 9 ? definition.builtIn : headingLevelOf(definition.name);
    const style: DocStyle = {
      properties,
      heading: own === undefined ? (byName ?? base.heading) : own < 9 ? own + 1 : null,
      isContents: definition.builtIn >= 19 && definition.builtIn <= 27,
    };
    known.set(index, style);
    return style;
  };
  return (index) => read(index, 0);
}
