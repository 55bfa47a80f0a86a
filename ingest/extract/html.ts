// html and xml → blocks. What is content and what is the site's frame is not judged here, only hinted at.
import type { Block, Extracted } from '../blocks.js';
import { blockText } from './block-text.js';
import { declaredIn } from './declared.js';
import { decodeText } from './decode.js';
import { after, type DomElement, type DomNode, isElement, isText } from './html/dom.js';
import { frameHints } from './html/hints.js';
import { parseMarkup } from './html/parse.js';
import { readBlocks } from './html/walk.js';

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

const isMarkup = /<(?:p|br|div|span|a|img|table|h[1-6])\b[^>]*>/i;

/** An xml file that is no page (a feed, say): each element's text is a block; markup that it holds as text is read too. */
function readXml(document: DomNode): Block[] {
  const blocks: Block[] = [];
  for (let node = document.firstChild; node; node = node.firstChild ?? after(node, document)) {
    if (!isText(node)) continue;
    // Escaped signs come as text nodes of their own.
    let text = node.nodeValue ?? '';
    while (node.nextSibling && isText(node.nextSibling)) {
      node = node.nextSibling;
      text += node.nodeValue ?? '';
    }
    if (isMarkup.test(text)) blocks.push(...readBlocks(parseMarkup(text, 'text/html'), new Map()));
    else if (blockText(text) !== '') blocks.push({ kind: 'paragraph', text: blockText(text) });
  }
  return blocks;
}

const isPage = (text: string): boolean => !/^\s*<\?xml\s/.test(text) || /<html[\s>]/i.test(text.slice(0, 20_000));

/** @throws AppError ENCODING_UNKNOWN */
export function readHtml(bytes: Uint8Array): Extracted {
  const { text, encoding } = decodeText(bytes);
  return { ...readPage(text), format: 'html', encoding };
}

/** A page that is text already. */
export function readPage(text: string): Omit<Extracted, 'format' | 'encoding'> {
  const page = isPage(text);
  const document = parseMarkup(text, page ? 'text/html' : 'text/xml');
  const blocks = page ? readBlocks(document, frameHints(document)) : readXml(document);
  const title = Array.from(document.querySelectorAll('title')).find((element) => isElement(element));
  return {
    blocks,
    pages: null,
    declaredTitle: blockText(title?.textContent ?? '') || null,
    declared: { ...metaTags(document), ...declaredIn(blocks) },
  };
}
