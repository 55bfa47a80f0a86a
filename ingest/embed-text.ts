// The text that is embedded for a passage: document title, heading path and table header in front of its own text.
import type { Chunk } from './blocks.js';
import { tokenBound } from './chunk.js';

/** Limit of the model (512) less its two special tokens. */
const MAX_TOKENS = 510;
const MAX_TITLE = 60;
const MAX_CONTEXT = 120;
/** Of a long path of headings the lowest stay, so that a table's header has its place. */
const MAX_PATH_ABOVE_TABLE = 30;

/** Never more than the model's tokens: the context in front gives way, the passage is whole. */
export function embedText(
  title: string,
  { heading, tableHeader }: Pick<Chunk, 'heading' | 'tableHeader'>,
  passage: string,
): string {
  const path = heading.join(' ');
  const above = tableHeader ? path.slice(-MAX_PATH_ABOVE_TABLE).trim() : path;
  const context = [title.slice(0, MAX_TITLE), above, tableHeader ?? ''].filter(Boolean).join('\n');
  const room = Math.min(MAX_CONTEXT, MAX_TOKENS - tokenBound(passage));
  let shown = context.slice(0, Math.max(0, room));
  while (tokenBound(shown) > room && shown.length > 0) shown = shown.slice(0, -1);
  return shown ? `${shown}\n${passage}` : passage;
}
