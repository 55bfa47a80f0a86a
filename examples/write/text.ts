// Plain text and Markdown, as people save them from an editor.
import iconv from 'iconv-lite';
import { layout, literal, type Printed } from '../layout.js';
import type { Source } from '../read-sources.js';

const flush = new Set<Printed['kind']>(['head', 'number', 'title', 'note', 'to', 'attachment', 'centred']);

export function writeTxt(source: Source): Uint8Array {
  const lines = layout(source).flatMap((block) => {
    if (block.kind === 'table') return block.rows.map((row) => row.join('\t'));
    const text = literal(block.mark) + block.text;
    if (block.kind === 'signature' || block.kind === 'date') return [`${'　'.repeat(20)}${text}`];
    return [flush.has(block.kind) ? text : `　　${text}`];
  });
  return iconv.encode(`${lines.join('\r\n')}\r\n`, source.header.encoding);
}

function markdownOf(block: Printed): string {
  if (block.kind === 'table') {
    const [header = [], ...rows] = block.rows.map((row) => `| ${row.join(' | ')} |`);
    const rule = `|${' --- |'.repeat(block.rows[0]?.length ?? 0)}`;
    return [header, rule, ...rows].join('\n');
  }
  const text = literal(block.mark) + block.text;
  if (block.kind === 'title') return `# ${text}`;
  return block.kind === 'heading' ? `${'#'.repeat(block.level + 1)} ${text}` : text;
}

export const writeMarkdown = (source: Source): Uint8Array =>
  Buffer.from(`${layout(source).map(markdownOf).join('\n\n')}\n`);
