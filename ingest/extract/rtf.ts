// rtf → blocks: a walk over its tokens with one state a group.
import type { UnreadPart } from '../../services/domain/document.js';
import type { Extracted } from '../blocks.js';
import { blockText } from './block-text.js';
import { declaredIn } from './declared.js';
import { damaged } from './failure.js';
import { decodeBytes, isDoubled, withoutUtf8 } from './rtf/bytes.js';
import { tokensOf } from './rtf/tokens.js';
import { codePageOf, marginal, pictograms, seen, signs, symbolCharset, unseen, wrappers } from './rtf/words.js';
import { createRtfWriter, type Place } from './rtf/writer.js';

/** Groups nest a few levels deep in any real file. */
const deepest = 2_000;
const mostObjects = 200;
const longestTitle = 500;

/** What a group passes on to the groups in it, and takes back at its end. */
interface Group {
  place: Place;
  /** text: written down; wrapper: only a group inside is; skip: not at all; the others are tables of the file */
  role: 'text' | 'wrapper' | 'skip' | 'fonts' | 'styles' | 'info' | 'title';
  /** characters that stand in for a \u */
  standIns: number;
  hidden: boolean;
  deleted: boolean;
  /** null: the document's own; 'symbols': pictures, no letters */
  page: number | 'symbols' | null;
  font: number;
  style: number;
}

const initial: Group = {
  place: 'body',
  role: 'text',
  standIns: 1,
  hidden: false,
  deleted: false,
  page: null,
  font: 0,
  style: -1,
};

const documentPageOf = (bytes: Uint8Array): number => {
  const head = Buffer.from(bytes.subarray(0, 4_000)).toString('latin1');
  return Number(/\\ansicpg(\d{3,5})/.exec(head)?.[1] ?? 1252);
};

export function readRtf(file: Uint8Array): Extracted {
  const bytes = withoutUtf8(file);
  const documentPage = documentPageOf(bytes);
  const writer = createRtfWriter();
  const pages = new Map<number, number | 'symbols' | null>();
  const outlines = new Map<number, number>();
  const unread: UnreadPart[] = [];
  const stack: Group[] = [];
  let group: Group = { ...initial };
  let starred = false;
  let opened = false;
  let toSkip = 0;
  let pending: number[] = [];
  let title = '';
  let outline: number | null = null;
  let inTable = false;

  const put = (text: string): void => {
    if (group.role === 'title') title = (title + text).slice(0, longestTitle);
    else if (group.role === 'text' && !group.hidden && !group.deleted) writer.add(text, group.place);
  };
  const flush = (): void => {
    if (pending.length === 0) return;
    const raw = pending;
    pending = [];
    put(
      group.page === 'symbols'
        ? raw.map((byte) => pictograms[byte] ?? '•').join('')
        : decodeBytes(raw, group.page, documentPage),
    );
  };
  const endParagraph = (): void => writer.endParagraph(group.place, { outline, inTable });

  /** The first word of a group may say what the group is for. */
  const enter = (word: string): void => {
    const outer = stack.at(-1)?.role ?? 'text';
    if (word === 'fonttbl') group.role = 'fonts';
    else if (word === 'stylesheet') group.role = 'styles';
    else if (word === 'info') group.role = 'info';
    else if (word === 'title' && outer === 'info') group.role = 'title';
    else if (outer === 'skip' || unseen.has(word) || (starred && !seen.has(word) && outer === 'text'))
      group.role = 'skip';
    else if (wrappers.has(word)) {
      if (word === 'object' && unread.length < mostObjects) unread.push({ reason: 'object', page: null });
      group.role = 'wrapper';
    } else if (outer === 'wrapper' && /^(?:shptxt|ud|result|fldrslt|shpinst)$/.test(word))
      group.role = word === 'shpinst' ? 'wrapper' : 'text';
    if (group.role === 'text' && word === 'footnote') group.place = 'note';
    if (group.role === 'text' && marginal.has(word)) group.place = 'marginal';
  };

  const control = (word: string, param: number | null): void => {
    const on = param !== 0;
    if (group.role === 'fonts' || group.role === 'styles') {
      if (word === 'f' && group.role === 'fonts') group.font = param ?? 0;
      else if (word === 'fcharset') pages.set(group.font, param === symbolCharset ? 'symbols' : codePageOf(param ?? 0));
      else if (word === 's') group.style = param ?? -1;
      else if (word === 'outlinelevel' && group.style >= 0) outlines.set(group.style, param ?? 0);
      return;
    }
    if (word in signs) put(signs[word] ?? '');
    switch (word) {
      case 'u': {
        const code = ((param ?? 0) + 0x10000) % 0x10000;
        // Office keeps the signs of symbol fonts in the private area.
        put(code >= 0xf000 && code <= 0xf0ff ? (pictograms[code & 0xff] ?? '•') : String.fromCharCode(code));
        toSkip = group.standIns;
        return;
      }
      case 'uc':
        group.standIns = Math.min(10, Math.max(0, param ?? 1));
        return;
      case 'f':
        group.page = pages.get(param ?? 0) ?? null;
        return;
      case 'v':
        group.hidden = on;
        return;
      case 'deleted':
        group.deleted = on;
        return;
      case 'plain':
        group.hidden = false;
        return;
      case 'pard':
        outline = null;
        inTable = false;
        return;
      case 's':
        outline = outlines.get(param ?? -1) ?? outline;
        return;
      case 'outlinelevel':
        outline = param !== null && param >= 0 && param <= 8 ? param : null;
        return;
    }
    if (group.role !== 'text') return;
    switch (word) {
      case 'intbl':
        inTable = true;
        return;
      case 'par':
      case 'line':
      case 'sect':
      case 'page':
        endParagraph();
        return;
      case 'cell':
        writer.endCell();
        return;
      case 'row':
        writer.endRow();
        return;
      case 'nestcell':
      case 'nestrow':
        writer.endInner();
        return;
      case 'trhdr':
        writer.markHeader();
    }
  };

  for (const token of tokensOf(bytes, isDoubled(documentPage))) {
    if (token.kind === 'byte') {
      opened = false;
      if (toSkip > 0) toSkip--;
      else if (group.role === 'text' || group.role === 'title') pending.push(token.byte);
      continue;
    }
    flush();
    toSkip = 0;
    if (token.kind === 'open') {
      if (stack.length >= deepest) throw damaged('structure');
      stack.push(group);
      group = { ...group, role: group.role === 'title' ? 'info' : group.role };
      opened = true;
      starred = false;
    } else if (token.kind === 'close') {
      const outer = stack.pop();
      if (!outer) break;
      if (group.place !== outer.place) endParagraph();
      // A style's own number ends with its group, the outline level of the paragraph does not.
      group = outer;
      opened = false;
      if (stack.length === 0) break;
    } else if (token.word === '*' && opened) starred = true;
    else {
      if (opened && token.word !== 'rtf') enter(token.word);
      opened = false;
      control(token.word, token.param);
    }
  }
  flush();
  const blocks = writer.finish({ outline, inTable });
  return {
    format: 'rtf',
    blocks,
    pages: null,
    encoding: null,
    declaredTitle: blockText(title) || null,
    declared: declaredIn(blocks),
    ...(unread.length > 0 && { unread }),
  };
}
