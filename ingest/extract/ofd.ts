// ofd (GB/T 33190-2016, a zip of XML) → blocks: text with its places → segments → lines → paragraphs, as in a pdf.
import type { UnreadPart } from '../../services/domain/document.js';
import { AppError } from '../../services/domain/errors.js';
import type { Block, Extracted } from '../blocks.js';
import { blockText } from './block-text.js';
import { declaredIn } from './declared.js';
import { zipLimits } from './detect.js';
import { damaged, encrypted } from './failure.js';
import type { DomElement } from './html/dom.js';
import { type OfdPages, readDocument } from './ofd/pages.js';
import { child, childrenNamed, readPart, resolve, textOf, within } from './ofd/xml.js';
import { frameLines } from './pdf/page-frame.js';
import { blocksOf } from './pdf/paragraphs.js';
import { asCharacters } from './pdf/segments.js';
import { openZip } from './zip.js';

const mostDocuments = 100;
const longestValue = 300;

const plain = (element: DomElement | undefined): string =>
  asCharacters(blockText(textOf(element))).slice(0, longestValue);

/** What the file states about itself under names of its maker's own: 文号, 密级. */
function customData(info: DomElement | undefined): Record<string, string> {
  const entries = within(info, ['CustomData'], ['CustomDatas']).map((data) => [
    blockText(data.getAttribute('Name') ?? '').slice(0, 40),
    plain(data),
  ]);
  return Object.fromEntries(entries.filter(([name, value]) => name && value));
}

function blocksOfPages({ pages, frame }: OfdPages): Block[] {
  const lines = pages.flatMap((page) => page.lines);
  const rotated = pages.flatMap(({ rotated, number }): Block[] =>
    rotated.trim() === '' ? [] : [{ kind: 'paragraph', text: blockText(rotated), page: number }],
  );
  return [...blocksOf(lines, new Set([...frameLines(pages), ...frame])), ...rotated];
}

/**
 * A page that cannot be read is named in `unread`, as is one that is a picture: nothing here could show it to OCR.
 * @throws AppError ENCRYPTED, DAMAGED, NO_TEXT
 */
export function readOfd(bytes: Uint8Array): Extracted {
  const zip = openZip(bytes, zipLimits);
  const main = readPart(zip, 'OFD.xml');
  if (
    zip.encrypted ||
    zip.names.some((name) => /(?:^|\/)encryptions\.xml$/i.test(name)) ||
    child(main, 'Encryptions')
  ) {
    throw encrypted();
  }
  const bodies = childrenNamed(main, 'DocBody').slice(0, mostDocuments);
  const blocks: Block[] = [];
  const unread: UnreadPart[] = [];
  let count = 0;
  for (const body of bodies) {
    const root = textOf(child(body, 'DocRoot'));
    const read = readDocument(zip, resolve(root, ''), count + 1);
    count += read.pages.length + read.unread.filter(({ reason }) => reason === 'page').length;
    blocks.push(...blocksOfPages(read));
    unread.push(...read.unread);
  }
  if (unread.filter(({ reason }) => reason === 'page').length === count) throw damaged('noBody');
  if (blocks.length === 0) throw new AppError('NO_TEXT');
  const info = child(bodies[0], 'DocInfo');
  const title = plain(child(info, 'Title'));
  return {
    format: 'ofd',
    blocks,
    pages: count,
    encoding: null,
    declaredTitle: title === '' || /\.\w{2,4}$/.test(title) ? null : title,
    declared: { ...customData(info), ...declaredIn(blocks) },
    ...(unread.length > 0 && { unread }),
  };
}
