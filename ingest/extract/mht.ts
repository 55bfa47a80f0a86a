// mht (a web page saved as one file, MIME) → blocks: its html parts, the page itself first, then its frames.
import PostalMime from 'postal-mime';
import type { Block, Extracted } from '../blocks.js';
import { decodeText } from './decode.js';
import { damaged } from './failure.js';
import { readPage } from './html.js';

const mostParts = 50;
const deepest = 20;

/**
 * The parts' own header says text/html; postal-mime would decode these by their declared encodings, which are often
 * wrong. Under a name of no known meaning it hands out their bytes instead. The name is as long, so that nothing moves.
 */
function asBytes(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return Buffer.from(
    text.replace(/^(Content-Type:[ \t]{0,20})text(\/html)/gim, (_whole, name, type) => `${name}page${type}`),
    'latin1',
  );
}

/** @throws AppError DAMAGED, ENCODING_UNKNOWN */
export async function readMht(bytes: Uint8Array): Promise<Extracted> {
  const email = await PostalMime.parse(asBytes(bytes), { maxNestingDepth: deepest });
  const parts = email.attachments
    .filter(({ mimeType }) => mimeType === 'page/html' || mimeType === 'application/xhtml+xml')
    .slice(0, mostParts)
    .flatMap(({ content }) => (typeof content === 'string' ? [] : [decodeText(new Uint8Array(content))]));
  const [first, ...frames] = parts;
  if (!first) throw damaged('noBody');
  const page = readPage(first.text);
  const blocks: Block[] = [...page.blocks];
  for (const frame of frames) blocks.push(...readPage(frame.text).blocks);
  return {
    ...page,
    blocks,
    format: 'mht',
    encoding: first.encoding,
    declaredTitle: page.declaredTitle ?? email.subject ?? null,
  };
}
