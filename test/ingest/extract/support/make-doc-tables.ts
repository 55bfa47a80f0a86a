// The tables of lists and styles in a Word 97 file: [MS-DOC] 2.9.147 (LSTF), 2.9.150 (LVL), 2.9.131 (LFO), 2.9.271 (STSH).

export interface DocLevel {
  /** code of the number format, [MS-OSHARED] 2.2.1.3 */
  readonly format: number;
  /** numbers of levels as characters 0 … 8 */
  readonly text: string;
  readonly start?: number;
  /** 0x04 legal, 0x08 begins anew only after the levels below `restart` */
  readonly flags?: number;
  readonly restart?: number;
  readonly suffix?: number;
}

function levelBytes({ format, text, start = 1, flags = 0, restart = 0, suffix = 0 }: DocLevel): Buffer {
  const head = Buffer.alloc(28);
  head.writeInt32LE(start, 0);
  head[4] = format;
  head[5] = flags;
  head[15] = suffix;
  head[26] = restart;
  const length = Buffer.alloc(2);
  length.writeUInt16LE(text.length);
  return Buffer.concat([head, length, Buffer.from(text, 'utf16le')]);
}

/** Definitions of nine levels each; their ids are their places. Levels that are not given are figures. */
export function listTable(definitions: readonly (readonly DocLevel[])[]): { content: Buffer; appended: Buffer } {
  const heads = definitions.map((_, id) => {
    const head = Buffer.alloc(28);
    head.writeInt32LE(id, 0);
    return head;
  });
  const count = Buffer.alloc(2);
  count.writeUInt16LE(definitions.length);
  const levels = definitions.flatMap((given) =>
    Array.from({ length: 9 }, (_, i) => levelBytes(given[i] ?? { format: 0, text: String.fromCharCode(i) })),
  );
  return { content: Buffer.concat([count, ...heads]), appended: Buffer.concat(levels) };
}

export interface DocOverride {
  readonly definition: number;
  readonly starts?: Readonly<Record<number, number>>;
  readonly levels?: Readonly<Record<number, DocLevel>>;
}

/** Lists as paragraphs refer to them, from 1. */
export function overrideTable(lists: readonly DocOverride[]): { content: Buffer } {
  const count = Buffer.alloc(4);
  count.writeUInt32LE(lists.length);
  const heads: Buffer[] = [];
  const data: Buffer[] = [];
  for (const { definition, starts = {}, levels = {} } of lists) {
    const head = Buffer.alloc(16);
    head.writeInt32LE(definition, 0);
    head[12] = Object.keys(starts).length + Object.keys(levels).length;
    heads.push(head);
    data.push(Buffer.alloc(4, 0xff));
    for (const [at, start] of Object.entries(starts)) {
      const one = Buffer.alloc(8);
      one.writeInt32LE(start, 0);
      one[4] = Number(at) | 0x10;
      data.push(one);
    }
    for (const [at, level] of Object.entries(levels)) {
      const one = Buffer.alloc(8);
      one[4] = Number(at) | 0x20;
      data.push(one, levelBytes(level));
    }
  }
  return { content: Buffer.concat([count, ...heads, ...data]) };
}

export interface DocStyleSpec {
  readonly name: string;
  /** number of a style that Word brings along */
  readonly builtIn?: number;
  readonly base?: number;
  readonly sprms?: readonly number[];
}

export function styleTable(styles: readonly DocStyleSpec[]): { content: Buffer } {
  const head = Buffer.alloc(6);
  head.writeUInt16LE(4, 0);
  head.writeUInt16LE(styles.length, 2);
  head.writeUInt16LE(10, 4);
  const all = styles.flatMap(({ name, builtIn = 0xffe, base = 0xfff, sprms = [] }, i) => {
    const fixed = Buffer.alloc(12);
    fixed.writeUInt16LE(builtIn, 0);
    fixed.writeUInt16LE(1 | (base << 4), 2);
    fixed.writeUInt16LE(name.length, 10);
    const properties = Buffer.alloc(4 + sprms.length);
    properties.writeUInt16LE(2 + sprms.length, 0);
    properties.writeUInt16LE(i, 2);
    properties.set(sprms, 4);
    const body = Buffer.concat([fixed, Buffer.from(`${name}\0`, 'utf16le'), properties]);
    const length = Buffer.alloc(2);
    length.writeUInt16LE(body.length);
    return [length, body, Buffer.alloc(body.length % 2)];
  });
  return { content: Buffer.concat([head, ...all]) };
}
