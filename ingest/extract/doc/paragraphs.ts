// A story of a Word file (its body, its notes …) as paragraphs, each with its automatic number and its properties.
import type { Counter, List } from '../numbering/counter.js';
import { levelCount } from '../numbering/counter.js';
import { type Characters, deleted, fieldCode, hidden, shown } from './characters.js';
import { type Formatted, runAt } from './formatting.js';
import { type ParagraphProperties, readParagraph } from './paragraph-properties.js';
import type { DocStyle } from './styles.js';

export interface DocParagraph {
  /** lines break at \n */
  readonly text: string;
  /** what is hidden of it */
  readonly hidden: string;
  readonly properties: ParagraphProperties;
  /** 1 … 9; null for body text */
  readonly heading: number | null;
  readonly isContents: boolean;
  /** ends with the mark of a cell or row */
  readonly endsCell: boolean;
}

export interface ParagraphSource {
  readonly characters: Characters;
  readonly runs: readonly Formatted[];
  readonly style: (index: number) => DocStyle;
  readonly lists: readonly (List | undefined)[];
  readonly counter: Counter;
  readonly data: Buffer;
}

const cellMark = '\x07';
const noteMark = '\x02';

/** @param noteNumbers writes [1], [2] … where a story's notes begin */
export function readParagraphs(source: ParagraphSource, from: number, to: number, noteNumbers = false): DocParagraph[] {
  const { characters, runs, style, lists, counter, data } = source;
  const { text, marks, symbols } = characters;
  const paragraphs: DocParagraph[] = [];
  let note = 0;
  let seen = '';
  let unseen = '';

  const end = (at: number, endsCell: boolean): void => {
    const position = characters.positionOf(at);
    const run = position ? runAt(runs, position.from) : undefined;
    const { properties: bytes } = run ?? { properties: Buffer.alloc(0) };
    const own = style(bytes.length >= 2 ? bytes.readUInt16LE(0) : 0);
    const properties = readParagraph(own.properties, bytes.subarray(2), data);
    const list = properties.list ? lists[properties.list] : undefined;
    const rowEnd = endsCell && properties.endsRow;
    const number = list && !rowEnd ? counter.next(list, Math.min(levelCount - 1, properties.level ?? 0)) : '';
    const { outline } = properties;
    paragraphs.push({
      text: number + shown(seen),
      hidden: shown(unseen),
      properties,
      heading:
        outline === undefined || outline === own.properties.outline ? own.heading : outline < 9 ? outline + 1 : null,
      isContents: own.isContents,
      endsCell,
    });
    seen = '';
    unseen = '';
  };
  /** A page break may stand anywhere; the break of a section ends its paragraph. */
  const endsSection = (at: number): boolean => {
    const position = characters.positionOf(at);
    return position !== null && runAt(runs, position.from)?.to === position.to;
  };

  for (let at = from; at < Math.min(to, text.length); at++) {
    const character = text[at] ?? '';
    const mark = marks[at] ?? 0;
    if (character === cellMark) end(at, true);
    else if (mark & (deleted | fieldCode)) continue;
    else if (character === '\r' || (character === '\f' && endsSection(at))) end(at, false);
    else if (character === noteMark && noteNumbers) seen += `[${++note}] `;
    else if (mark & hidden) unseen += symbols.get(at) ?? character;
    else seen += symbols.get(at) ?? character;
  }
  if (seen.trim() !== '' || unseen.trim() !== '') end(Math.min(to, text.length) - 1, false);
  return paragraphs;
}
