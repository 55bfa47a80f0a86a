// A file as numbered lines, for labelling by hand. It shares nothing with the ingest, so that the numbers stay as they
// are while extraction changes. Labels in noise-labels.tsv count these lines: a change here asks for new labels.
import { extname } from 'node:path';
import iconv from 'iconv-lite';

/**
 * The lines of an html, txt or md file: trimmed, white space collapsed, none empty; line n is at n - 1.
 * Html is broken at block elements and `<br>`. A table's row is one line, cells set apart by ` | `, where its cells are
 * short and hold no table; otherwise every cell is its own lines.
 */
export function pageLines(bytes: Uint8Array, file: string): string[] {
  const html = /^\.html?$/i.test(extname(file));
  const text = decode(bytes, html);
  return html ? htmlLines(text) : text.split(/\r\n|\r|\n/).flatMap(tidy);
}

const collapse = (line: string): string => line.replace(/[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff]+/g, ' ').trim();
const tidy = (line: string): string[] => {
  const text = collapse(line);
  return text === '' ? [] : [text];
};

/** Bytes that are well-formed UTF-8 are read as such whatever the page declares: some were saved anew under an old declaration. */
function decode(bytes: Uint8Array, html: boolean): string {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) return iconv.decode(Buffer.from(bytes), 'utf16');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const named = html ? /<meta[^>]{0,300}charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] : undefined;
    const known = named !== undefined && !/^gb/i.test(named) && iconv.encodingExists(named);
    return iconv.decode(Buffer.from(bytes), known ? named : 'gb18030');
  }
}

/** What is shown nowhere on the page. */
const hidden = [
  /<!--[\s\S]*?-->/g,
  /<(script|style|noscript|template|textarea|iframe|object|svg)\b(?:[^>"']|"[^"]*"|'[^']*')*>[\s\S]*?<\/\1\s*>/gi,
  /<head\b[^>]*>[\s\S]*?<\/head\s*>/i,
  /<title\b[^>]*>[\s\S]*?<\/title\s*>/gi,
];
const tag = /<(\/?)([a-z][a-z0-9:]*)(?:[^>"']|"[^"]*"|'[^']*')*>|<![^>]*>|<\?[^>]*>/gi;
const blocks = new Set(
  (
    'address article aside blockquote body br caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section select summary table tbody td tfoot ' +
    'th thead tr ul'
  ).split(' '),
);
const SHORT_CELL = 60;

interface Row {
  /** lines of each cell; cell 0 takes what stands before the first cell */
  readonly cells: string[][];
  nested: boolean;
}
interface Table {
  row: Row | null;
}

function htmlLines(source: string): string[] {
  const text = hidden.reduce((left, pattern) => left.replace(pattern, ' '), source);
  const lines: string[] = [];
  const tables: Table[] = [];
  let run = '';

  const cell = (): string[] => tables.findLast(({ row }) => row !== null)?.row?.cells.at(-1) ?? lines;
  const endLine = (): void => {
    cell().push(...tidy(decodeEntities(run)));
    run = '';
  };
  const endRow = (): void => {
    const table = tables.at(-1);
    const row = table?.row;
    if (!table || !row) return;
    table.row = null;
    const filled = row.cells.filter((of) => of.length > 0);
    const short = !row.nested && filled.every((of) => of.reduce((sum, line) => sum + line.length, 0) <= SHORT_CELL);
    if (short && filled.length > 1) cell().push(filled.map((of) => of.join(' ')).join(' | '));
    else cell().push(...filled.flat());
  };
  const steps: Record<string, () => void> = {
    table: () => {
      for (const { row } of tables) if (row) row.nested = true;
      tables.push({ row: null });
    },
    '/table': () => {
      endRow();
      tables.pop();
    },
    tr: () => {
      endRow();
      const table = tables.at(-1);
      if (table) table.row = { cells: [[]], nested: false };
    },
    '/tr': endRow,
    td: () => tables.at(-1)?.row?.cells.push([]),
    th: () => tables.at(-1)?.row?.cells.push([]),
  };

  let at = 0;
  for (const match of text.matchAll(tag)) {
    run += text.slice(at, match.index);
    at = match.index + match[0].length;
    const name = match[2]?.toLowerCase();
    if (name === undefined || !blocks.has(name)) {
      if (name === 'option') run += ' ';
      continue;
    }
    endLine();
    steps[`${match[1]}${name}`]?.();
  }
  run += text.slice(at);
  endLine();
  while (tables.length > 0) {
    endRow();
    tables.pop();
  }
  return lines;
}

const entities: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'nbsp:\u00a0 lt:< gt:> amp:& quot:" apos:\' ldquo:“ rdquo:” lsquo:‘ rsquo:’ middot:· mdash:— ndash:– hellip:… ' +
    'times:× copy:© reg:® laquo:« raquo:» bull:• ensp:\u2002 emsp:\u2003 permil:‰ sect:§ deg:° plusmn:± divide:÷ ge:≥ le:≤ ' +
    'yen:¥ rarr:→ larr:← darr:↓ uarr:↑ sbquo:‚ bdquo:„ lsaquo:‹ rsaquo:› zwnj:\u200c zwj:\u200d lang:〈 rang:〉 prime:′ Prime:″'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? entities[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
