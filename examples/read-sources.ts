// Reads examples/source/*.txt: front matter that describes a document, and its text, one paragraph a line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../config/root.js';
import { Status } from '../services/domain/document.js';
import { type Mark, markOf } from './numbering.js';

export const sourceFolder = join(projectRoot, 'examples', 'source');

const yesNo = z.enum(['yes', 'no']).transform((value) => value === 'yes');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What stands above a source's text; examples/README.md describes each field. */
export const Header = z.strictObject({
  folder: z.enum(['documents', 'drafts']).default('documents'),
  file: z.string().regex(/^[^\\]+\.(docx|doc|pdf|html|txt|md)$/),
  title: z.string(),
  note: z.string().optional(),
  speaker: z.string().optional(),
  issuer: z.string().transform((names) => names.split('、')),
  number: z.string().optional(),
  date: isoDate,
  type: z.string(),
  region: z.string().default('云州省临澜市'),
  status: Status.default('未知'),
  to: z.string().optional(),
  head: z.string().optional(),
  attachments: z.string().optional(),
  signed: yesNo.default(true),
  items: z.enum(['nested', 'continuous']).default('nested'),
  literal: yesNo.default(false),
  site: z.enum(['old', 'modern']).default('modern'),
  index: z.string().optional(),
  published: isoDate.optional(),
  encoding: z.enum(['utf-8', 'gb18030']).default('utf-8'),
  print: z.enum(['text', 'scan']).default('text'),
});
export type Header = z.infer<typeof Header>;

/** A paragraph without its mark, or a table whose first row is its header. */
export type SourceBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly mark: Mark | null; readonly text: string }
  | { readonly kind: 'paragraph' | 'centred'; readonly mark: Mark | null; readonly text: string }
  | { readonly kind: 'attachment'; readonly mark: null; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export interface Source {
  /** name of the file in examples/source */
  readonly name: string;
  readonly header: Header;
  readonly blocks: readonly SourceBlock[];
}

function blockOf(line: string): SourceBlock {
  const [, hashes = '', rest = line] = /^(#{1,2}) (.*)$/u.exec(line) ?? [];
  const mark = markOf(rest);
  const text = rest.slice(mark?.literal.length ?? 0);
  if (hashes === '') return { kind: 'paragraph', mark, text };
  if (text.startsWith('附件')) return { kind: 'attachment', mark: null, text };
  return { kind: 'heading', level: hashes === '#' ? 1 : 2, mark, text };
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** An attachment's name and a table's caption stand in the middle of the line. */
function centre(blocks: readonly SourceBlock[]): SourceBlock[] {
  return blocks.map((block, i) => {
    if (block.kind !== 'paragraph' || block.mark) return block;
    const named = blocks[i - 1]?.kind === 'attachment';
    const caption = blocks[i + 1]?.kind === 'table' && block.text.length < 30 && !block.text.endsWith('。');
    return named || caption ? { ...block, kind: 'centred' } : block;
  });
}

export function parseSource(name: string, content: string): Source {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(content) ?? [];
  const fields = front.split('\n').map((line) => {
    const colon = line.indexOf(': ');
    return [line.slice(0, colon), line.slice(colon + 2)] as const;
  });
  const blocks: SourceBlock[] = [];
  let rows: string[][] | null = null;
  for (const line of body.split('\n').filter((text) => text !== '')) {
    if (!line.startsWith('|')) {
      rows = null;
      blocks.push(blockOf(line));
    } else if (rows) {
      rows.push(cellsOf(line));
    } else {
      rows = [cellsOf(line)];
      blocks.push({ kind: 'table', rows });
    }
  }
  return { name, header: Header.parse(Object.fromEntries(fields)), blocks: centre(blocks) };
}

/** Every source, by name. */
export const readSources = (folder = sourceFolder): Source[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseSource(name, readFileSync(join(folder, name), 'utf8')));
