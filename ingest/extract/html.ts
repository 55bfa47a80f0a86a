// html and xml → blocks. What is content and what is the site's frame is not judged here, only hinted at.
import type { Block, Extracted } from '../blocks.js';
import { blockText } from './block-text.js';
import { declaredIn } from './declared.js';
import { decodeText } from './decode.js';
import { type DomElement, isElement } from './html/dom.js';
import { largePictures, textElsewhere } from './html/elsewhere.js';
import { frameHints } from './html/hints.js';
import { parseMarkup } from './html/parse.js';
import { readBlocks } from './html/walk.js';
import { readXml } from './html/xml.js';

const mostMeta = 60;
const longestMeta = 500;
/** Meta tags about the page's technique, not its content. */
const technical =
  /^(?:viewport|robots|generator|renderer|format-detection|theme-color|referrer|msapplication-.*|apple-.*|google-.*|baidu-.*|360-.*|csrf-.*|template.*|progid|originator|x-.*|uctk|\{.*)$/i;

function metaTags(document: DomElement): Record<string, string> {
  const found: Record<string, string> = {};
  for (const meta of Array.from(document.querySelectorAll('meta'))) {
    const name = meta.getAttribute('name') ?? meta.getAttribute('property') ?? '';
    const value = blockText(meta.getAttribute('content') ?? '').slice(0, longestMeta);
    if (name === '' || name.length > 60 || value === '' || technical.test(name) || name in found) continue;
    found[name] = value;
    if (Object.keys(found).length >= mostMeta) break;
  }
  return found;
}

const prolog = /^\s*<\?xml\s[^<>]{0,500}>/;
const isPage = (text: string): boolean => !prolog.test(text) || /<html[\s>]/i.test(text.slice(0, 20_000));

/** A page that shows less than this outside of its frame may keep its text elsewhere. */
const leastShown = 120;
const shown = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    if (block.kind === 'table') return sum + block.rows.flat().join('').length;
    return sum + (block.hint ? 0 : block.text.length);
  }, 0);

/** @throws AppError ENCODING_UNKNOWN */
export function readHtml(bytes: Uint8Array): Extracted {
  const { text, encoding } = decodeText(bytes);
  return { ...readPage(text), format: 'html', encoding };
}

/** A page that is text already. */
export function readPage(text: string): Omit<Extracted, 'format' | 'encoding'> {
  const page = isPage(text);
  const document = parseMarkup(text, page ? 'text/html' : 'text/xml');
  const blocks = page
    ? readBlocks(document, frameHints(document))
    : readXml(document, prolog.exec(text)?.[0].trim() ?? '');
  const nearlyEmpty = page && shown(blocks) < leastShown;
  if (nearlyEmpty) blocks.push(...textElsewhere(document));
  const pictures = nearlyEmpty && shown(blocks) < leastShown ? largePictures(document) : 0;
  const title = Array.from(document.querySelectorAll('title')).find((element) => isElement(element));
  return {
    blocks,
    pages: null,
    declaredTitle: blockText(title?.textContent ?? '') || null,
    declared: { ...metaTags(document), ...declaredIn(blocks) },
    ...(pictures > 0 && {
      unread: Array.from({ length: pictures }, () => ({ reason: 'object', page: null }) as const),
    }),
  };
}
