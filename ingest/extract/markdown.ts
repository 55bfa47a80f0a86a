// Markdown → blocks: headings, tables, paragraphs; the marks themselves left out.
import type { Block } from '../blocks.js';
import { blockText } from './block-text.js';
import { paragraphsOf, widthOf } from './wrapped.js';

/** Comments away, without a pattern that runs on where one is never closed. */
function withoutComments(text: string): string {
  let out = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return out + text.slice(from);
    out += text.slice(from, start);
    from = end + 3;
  }
}

/** The fields of a front matter between two lines of ---, and the text after it. */
export function frontMatter(text: string): { readonly declared: Record<string, string>; readonly body: string } {
  const found = /^\s*---[ \t]*\n([\s\S]{0,20000}?)\n---[ \t]*(?:\n|$)/.exec(text);
  const lines = found?.[1]?.split('\n') ?? [];
  const fields = lines.flatMap((line) => {
    const field = /^([^\s:：#][^:：]{0,59})[:：][ \t]*(.{1,500})$/.exec(line);
    return field?.[1] && field[2] ? [[field[1].trim(), field[2].trim().replace(/^(["'])(.*)\1$/, '$2')] as const] : [];
  });
  if (!found || fields.length === 0) return { declared: {}, body: text };
  return { declared: Object.fromEntries(fields), body: text.slice(found[0].length) };
}

/** The words of a line without its marks. Masked years (20**年) are no emphasis. */
export const plain = (text: string): string =>
  blockText(
    text
      .replace(/!\[([^\]\n]{0,300})\]\([^()\n]{0,1000}\)/g, '$1')
      .replace(/\[([^\]\n]{1,300})\]\([^()\n]{0,1000}\)/g, '$1')
      .replace(/(?<![\d*])\*\*(?=[^\s*])([^*\n]{1,1000}?)\*\*(?!\*)/g, '$1')
      .replace(/`([^`\n]{1,1000})`/g, '$1')
      .replace(/<\/?(?:p|br|div|span|b|i|u|strong|em|sup|sub|font|center|a|img)\b[^<>\n]{0,500}>/gi, ' ')
      .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, '$1'),
  );

const heading = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const rule = /^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$|^ {0,3}={3,}[ \t]*$/;
const fence = /^ {0,3}(?:```|~~~)/;
const delimiter = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,200}\|?[ \t]*$/;

/** The line of dashes under a table's header. */
const isDelimiter = (line: string): boolean => line.length < 1000 && line.includes('|') && delimiter.test(line);

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell.replace(/<br\s*\/?>/gi, ' ')));

export function markdownBlocks(text: string): Block[] {
  const bare = withoutComments(text);
  const lines = bare.split('\n');
  const width = widthOf(bare);
  const blocks: Block[] = [];
  let running: string[] = [];
  const close = (): void => {
    for (const paragraph of paragraphsOf(running.join('\n'), width)) {
      const words = plain(paragraph);
      if (words !== '') blocks.push({ kind: 'paragraph', text: words });
    }
    running = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const title = heading.exec(line);
    if (title?.[1]) {
      close();
      const words = plain(title[2] ?? '').replace(/ #{1,6}$/, '');
      if (words !== '') blocks.push({ kind: 'heading', level: title[1].length, text: words });
    } else if (line.includes('|') && isDelimiter(lines[i + 1] ?? '')) {
      close();
      const rows = [cells(line)];
      for (i += 2; (lines[i] ?? '').includes('|'); i++) rows.push(cells(lines[i] ?? ''));
      i--;
      blocks.push({ kind: 'table', rows, header: true });
    } else if (!rule.test(line) && !fence.test(line)) {
      running.push(line.replace(/^ {0,3}(?:>[ \t]?)+/, '').replace(/^([ \t]*)[-*+][ \t]+/, '$1'));
    }
  }
  close();
  return blocks;
}
