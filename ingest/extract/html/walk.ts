// Walks a page in reading order and writes down its blocks. No recursion but into tables: pages nest without bound.
import type { Block, Hint } from '../../blocks.js';
import { blockText } from '../block-text.js';
import { type DomElement, type DomNode, isElement, isText } from './dom.js';
import { isHidden } from './hints.js';
import { createListMarker } from './list-marker.js';
import { parseMarkup } from './parse.js';
import { readTable } from './table.js';
import { blockTags, controlTags, headingLevel, unseenTags } from './tags.js';

/** What an open element passes on to what lies in it. */
interface Frame {
  readonly node: DomElement;
  readonly isBlock: boolean;
  readonly level: number | null;
  readonly hint: Hint | null;
  readonly linked: boolean;
  readonly preformatted: boolean;
}

/** A heading longer than this is a page whose body was put into a heading's tag. */
const longestHeading = 200;
const linkShare = 0.8;

type Hints = ReadonlyMap<DomNode, Hint>;

/** Collects inline text and closes it into blocks. */
function createWriter() {
  const blocks: Block[] = [];
  let text = '';
  let length = 0;
  let linked = 0;
  return {
    blocks,
    add(part: string, isLinked: boolean): void {
      const visible = part.trim().length;
      text += part;
      length += visible;
      if (isLinked) linked += visible;
    },
    close(frame: Frame | undefined): void {
      const content = blockText(text);
      const mostlyLinks = linked > 0 && linked >= linkShare * length;
      text = '';
      length = 0;
      linked = 0;
      if (content === '') return;
      const hint = frame?.hint ?? (mostlyLinks ? 'links' : null);
      const level = frame?.level ?? null;
      const mark = hint ? { hint } : {};
      blocks.push(
        level !== null && content.length <= longestHeading
          ? { kind: 'heading', level, text: content, ...mark }
          : { kind: 'paragraph', text: content, ...mark },
      );
    },
  };
}

const cellText = (cell: DomElement): string =>
  readBlocks(cell, new Map())
    .map((block) => (block.kind === 'table' ? block.rows.flat().join(' ') : block.text))
    .join('\n');

function openFrame(node: DomElement, outer: Frame | undefined, hints: Hints): Frame {
  const tag = node.localName;
  const own = hints.get(node) ?? (controlTags.has(tag) || isHidden(node) ? 'navigation' : null);
  return {
    node,
    isBlock: blockTags.has(tag),
    level: headingLevel(tag) ?? outer?.level ?? null,
    hint: outer?.hint ?? own,
    linked: outer?.linked || tag === 'a',
    preformatted: outer?.preformatted || tag === 'pre' || tag === 'textarea',
  };
}

/** Links side by side are the items of a menu, which the page's style sets apart. */
function followsLink(node: DomElement): boolean {
  const before = node.previousSibling;
  return before !== null && isElement(before) && before.localName === 'a';
}

const withHint = (blocks: readonly Block[], hint: Hint | null): readonly Block[] =>
  hint ? blocks.map((block) => (block.kind === 'table' ? block : { ...block, hint })) : blocks;

/** The blocks of everything below `root`. */
export function readBlocks(root: DomNode, hints: Hints): Block[] {
  const writer = createWriter();
  const marker = createListMarker();
  const open: Frame[] = [];
  let node = root.firstChild;
  for (;;) {
    const frame = open.at(-1);
    if (!node) {
      if (!frame) break;
      if (frame.isBlock) writer.close(frame);
      open.pop();
      node = frame.node.nextSibling;
    } else if (isText(node)) {
      const lines = frame?.preformatted ? (node.nodeValue ?? '').split('\n') : [node.nodeValue ?? ''];
      lines.forEach((line, i) => {
        if (i > 0) writer.close(frame);
        writer.add(line, frame?.linked ?? false);
      });
      node = node.nextSibling;
    } else if (!isElement(node) || unseenTags.has(node.localName)) {
      node = node.nextSibling;
    } else if (node.localName === 'br') {
      // A heading that is broken into lines is still one heading.
      if (frame?.level) writer.add('\n', false);
      else writer.close(frame);
      node = node.nextSibling;
    } else {
      const inner = openFrame(node, frame, hints);
      if (inner.isBlock) writer.close(frame);
      const table: Block[] | null = node.localName === 'table' && !inner.hint ? readTable(node, cellText) : null;
      if (table) {
        writer.blocks.push(...table);
        node = node.nextSibling;
      } else if (node.localName === 'iframe') {
        // A frame whose page is written into this one; others lie outside of the file.
        const inside = node.getAttribute('srcdoc');
        if (inside)
          writer.blocks.push(...withHint(readBlocks(parseMarkup(inside, 'text/html'), new Map()), inner.hint));
        node = node.nextSibling;
      } else {
        if (node.localName === 'li') writer.add(marker(node), false);
        if (node.localName === 'a' && followsLink(node)) writer.add(' ', false);
        open.push(inner);
        node = node.firstChild;
      }
    }
  }
  writer.close(undefined);
  return writer.blocks;
}
