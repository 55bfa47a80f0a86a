// An xml file that is no page (a feed, say) → blocks: each element's text is one. Its tags and comments are handed on as
// markup, attributes that speak as text; markup that it holds as text is read too.
import type { Block } from '../../blocks.js';
import { blockText } from '../block-text.js';
import { after, type DomElement, type DomNode, isCdata, isComment, isElement, isText } from './dom.js';
import { parseMarkup } from './parse.js';
import { readBlocks } from './walk.js';

const hasTags = /<(?:p|br|div|span|a|img|table|h[1-6])\b[^<>]*>/i;
const tag = /<[/!?\w][^<>]{0,2000}>/g;
const speaks = /\p{Script=Han}{2}/u;

function tagsOf(element: DomElement): string {
  const attributes = Array.from(element.attributes, ({ name, value }) => ` ${name}="${value}"`);
  return `<${element.localName}${attributes.join('')}></${element.localName}>`;
}

/** Text that begins at `node`; escaped signs come as text nodes of their own. */
function textFrom(node: DomNode): { text: string; last: DomNode } {
  let text = node.nodeValue ?? '';
  let last = node;
  while (last.nextSibling && isText(last.nextSibling)) {
    last = last.nextSibling;
    text += last.nodeValue ?? '';
  }
  return { text, last };
}

/** @param prolog the file's own <?xml …?> */
export function readXml(document: DomNode, prolog: string): Block[] {
  const blocks: Block[] = [];
  let markup: string[] = [prolog];
  const closeMarkup = (): void => {
    if (markup.length > 0) blocks.push({ kind: 'paragraph', text: blockText(markup.join('')), hint: 'markup' });
    markup = [];
  };
  const add = (text: string): void => {
    if (text === '') return;
    closeMarkup();
    blocks.push({ kind: 'paragraph', text });
  };
  for (let node = document.firstChild; node; node = node.firstChild ?? after(node, document)) {
    if (isComment(node)) markup.push(`<!--${node.nodeValue ?? ''}-->`);
    else if (isElement(node)) {
      markup.push(tagsOf(node));
      for (const { value } of Array.from(node.attributes)) if (speaks.test(value)) add(blockText(value));
    } else if (isText(node)) {
      const literal = isCdata(node);
      const { text, last } = textFrom(node);
      node = last;
      if (literal) markup.push('<![CDATA[]]>');
      if (hasTags.test(text)) {
        const tags = (text.match(tag) ?? []).join('');
        markup.push(literal ? tags : tags.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;')));
        closeMarkup();
        blocks.push(...readBlocks(parseMarkup(text, 'text/html'), new Map()));
      } else add(blockText(text));
    }
  }
  closeMarkup();
  return blocks;
}
