// txt and md → blocks.
import type { Block, Extracted } from '../blocks.js';
import { declaredIn } from './declared.js';
import { decodeText } from './decode.js';
import { frontMatter, markdownBlocks } from './markdown.js';
import { paragraphsOf } from './wrapped.js';

/** @throws AppError ENCODING_UNKNOWN */
export function readText(bytes: Uint8Array, format: 'txt' | 'md'): Extracted {
  const { text, encoding } = decodeText(bytes);
  const { declared, body } = format === 'md' ? frontMatter(text) : { declared: {}, body: text };
  const blocks: Block[] =
    format === 'md'
      ? markdownBlocks(body)
      : paragraphsOf(body).map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph }));
  return {
    format,
    blocks,
    pages: null,
    encoding,
    declaredTitle: declared.title ?? declared.标题 ?? null,
    declared: { ...declared, ...declaredIn(blocks) },
  };
}
