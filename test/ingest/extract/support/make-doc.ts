// The least that is a Word 97 file: a compound file of two streams, text in UTF-16 in one piece.
// [MS-CFB] for the container, [MS-DOC] 2.5 (Fib) and 2.9.178 (piece table) for what is in it.

const sector = 512;
const endOfChain = 0xfffffffe;
const free = 0xffffffff;

function padded(content: Buffer): Buffer {
  const size = Math.max(4096, Math.ceil(content.length / sector) * sector);
  return Buffer.concat([content, Buffer.alloc(size - content.length)]);
}

function directoryEntry(name: string, type: number, start: number, size: number, child: number, right: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, 'utf16le');
  entry.writeUInt16LE(name.length * 2 + 2, 64);
  entry[66] = type;
  entry[67] = 1;
  entry.writeUInt32LE(free, 68);
  entry.writeUInt32LE(right, 72);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

/** A compound file of the given streams. */
export function makeOle(streams: Readonly<Record<string, Buffer>>): Buffer {
  const contents = Object.entries(streams).map(([name, content]) => ({ name, content: padded(content) }));
  const sectors: number[] = [];
  let next = 0;
  const placed = contents.map(({ name, content }) => {
    const start = next;
    const count = content.length / sector;
    for (let i = 0; i < count; i++) sectors.push(i === count - 1 ? endOfChain : next + i + 1);
    next += count;
    return { name, content, start };
  });
  const directoryStart = next;
  sectors.push(endOfChain);
  const fatStart = next + 1;
  sectors.push(0xfffffffd);
  const fat = Buffer.alloc(sector, 0xff);
  for (const [i, value] of sectors.entries()) fat.writeUInt32LE(value, i * 4);
  const entries = [
    directoryEntry('Root Entry', 5, endOfChain, 0, 1, free),
    ...placed.map(({ name, content, start }, i) =>
      directoryEntry(name, 2, start, content.length, free, i + 2 <= placed.length ? i + 2 : free),
    ),
  ];
  const header = Buffer.alloc(sector);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(endOfChain, 60);
  header.writeUInt32LE(endOfChain, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(fatStart, 76);
  const directory = Buffer.concat([...entries, Buffer.alloc(sector)]).subarray(0, sector);
  return Buffer.concat([header, ...placed.map(({ content }) => content), directory, fat]);
}

/** Characters `from` to `to` with the properties given, as the bytes of sprms. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly properties: readonly number[];
}

const textAt = 2048;
/** The page of character properties stands before the text; [MS-DOC] 2.9.33 ChpxFkp. */
const propertiesPage = 2;

function characterProperties(runs: readonly Run[]): Buffer {
  const page = Buffer.alloc(sector);
  let free = sector - 2;
  for (const [i, { from, properties }] of runs.entries()) {
    page.writeUInt32LE(textAt + from * 2, i * 4);
    free = (free - properties.length - 1) & ~1;
    page[free] = properties.length;
    page.set(properties, free + 1);
    page[(runs.length + 1) * 4 + i] = free / 2;
  }
  page.writeUInt32LE(textAt + (runs.at(-1)?.to ?? 0) * 2, runs.length * 4);
  page[sector - 1] = runs.length;
  return page;
}

/** A paragraph's properties: the index of its style, then sprms. */
export interface ParagraphRun extends Run {
  readonly style?: number;
}
/** Characters of the stories after the body, and tables by their place in the header ([MS-DOC] 2.5.6). */
export interface DocParts {
  readonly paragraphs?: readonly ParagraphRun[];
  readonly footnotes?: number;
  readonly tables?: Readonly<Record<number, { readonly content: Buffer; readonly appended?: Buffer }>>;
}

const paragraphPage = 3;

/** [MS-DOC] 2.9.174 PapxFkp. */
function paragraphProperties(runs: readonly ParagraphRun[]): Buffer {
  const page = Buffer.alloc(sector);
  let free = sector - 2;
  for (const [i, { from, properties, style = 0 }] of runs.entries()) {
    page.writeUInt32LE(textAt + from * 2, i * 4);
    const words = Math.ceil((properties.length + 2) / 2);
    free = (free - words * 2 - 2) & ~1;
    page[free + 1] = words;
    page.writeUInt16LE(style, free + 2);
    page.set(properties, free + 4);
    page[(runs.length + 1) * 4 + i * 13] = free / 2;
  }
  page.writeUInt32LE(textAt + (runs.at(-1)?.to ?? 0) * 2, runs.length * 4);
  page[sector - 1] = runs.length;
  return page;
}

/** Paragraphs end with \r, table cells and rows with \x07. `runs` follow one another without a gap. */
export function makeDoc(text: string, flags = 0, runs: readonly Run[] = [], parts: DocParts = {}): Buffer {
  const { paragraphs = [], footnotes = 0, tables = {} } = parts;
  const body = Buffer.from(text, 'utf16le');
  const word = Buffer.alloc(textAt + body.length);
  word.writeUInt16LE(0xa5ec, 0);
  word.writeUInt16LE(0xc1, 2);
  word.writeUInt16LE(0x0200 | flags, 10);
  word.writeUInt32LE(textAt, 0x18);
  word.writeUInt32LE(text.length - footnotes, 0x4c);
  word.writeUInt32LE(footnotes, 0x50);
  body.copy(word, textAt);

  const pieces = Buffer.alloc(21);
  pieces[0] = 2;
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(text.length, 9);
  pieces.writeUInt32LE(textAt, 15);
  const written: Buffer[] = [];
  const put = (place: number, content: Buffer, appended: Buffer = Buffer.alloc(0)): void => {
    word.writeUInt32LE(Buffer.concat(written).length, place);
    word.writeUInt32LE(content.length, place + 4);
    written.push(content, appended);
  };
  const onPage = (page: number): Buffer => {
    const bins = Buffer.alloc(12);
    bins.writeUInt32LE(textAt, 0);
    bins.writeUInt32LE(textAt + body.length, 4);
    bins.writeUInt32LE(page, 8);
    return bins;
  };
  put(0x1a2, pieces);
  if (runs.length > 0) {
    characterProperties(runs).copy(word, propertiesPage * sector);
    put(0x00fa, onPage(propertiesPage));
  }
  if (paragraphs.length > 0) {
    paragraphProperties(paragraphs).copy(word, paragraphPage * sector);
    put(0x0102, onPage(paragraphPage));
  }
  for (const [place, { content, appended }] of Object.entries(tables)) put(Number(place), content, appended);
  return makeOle({ WordDocument: word, '1Table': Buffer.concat(written) });
}
