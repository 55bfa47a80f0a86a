// The comments of a Word file: added to its part of comments, or to a new one that the file then knows of.
import { sayReportIn } from '../../../domain/messages/check-report.js';
import type { Language } from '../../../domain/messages/language.js';
import type { Remark } from '../../check.js';
import { sound } from '../page.js';
import type { Parts } from './parts.js';
import { escaped, type WordNames, wordNames } from './scan.js';

const AUTHOR = '言据';
const SMALL = 18;

/** Puts the comments in and says which number the first has. Numbers that the document's own marks have are not used again. */
export function addComments(
  parts: Parts,
  {
    remarks,
    unplaced,
    language,
    names,
  }: {
    readonly remarks: readonly Remark[];
    /** those whose place was not found: they quote the draft */
    readonly unplaced: ReadonlySet<Remark>;
    readonly language: Language;
    readonly names: WordNames;
  },
): number {
  const known = parts.comments();
  const path = known ?? parts.newComments;
  const there = known === null ? null : parts.text(known);
  const own = there === null ? null : wordNames(there);
  const first = nextNumber(parts.document, there);
  const { of, namespace } = own ?? names;
  const date = new Date().toISOString().replace(/\.\d+Z$/u, 'Z');
  const comments = remarks.map((remark, i) => {
    const lines = linesOf(remark, unplaced.has(remark), language).map((line) => paragraph(line, { of, parts, path }));
    return `<${of('comment')} ${of('id')}="${first + i}" ${of('author')}="${AUTHOR}" ${of('date')}="${date}" ${of('initials')}="${AUTHOR}">${lines.join('')}</${of('comment')}>`;
  });
  const root = of('comments');
  if (there !== null && own) {
    parts.put(path, withChildren(there, root, comments.join('')));
  } else {
    const declared = root.includes(':') ? `xmlns:${root.split(':')[0]}` : 'xmlns';
    parts.addComments(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} ${declared}="${namespace}">${comments.join('')}</${root}>`,
    );
  }
  return first;
}

/** Behind what an element holds, whether or not it holds anything yet. */
function withChildren(xml: string, name: string, children: string): string {
  const close = xml.lastIndexOf(`</${name}>`);
  if (close >= 0) return xml.slice(0, close) + children + xml.slice(close);
  return xml.replace(
    new RegExp(`<${name}((?:\\s[^<>]*)?)/>`, 'u'),
    (_, attributes: string) => `<${name}${attributes}>${children}</${name}>`,
  );
}

function nextNumber(document: string, comments: string | null): number {
  let most = -1;
  const mark =
    /<[\w.-]*:?(?:comment|commentRangeStart|commentRangeEnd|commentReference)\s[^>]*?\bid=["'](\d{1,9})["']/gu;
  for (const xml of [document, comments ?? '']) {
    for (const [, id] of xml.matchAll(mark)) most = Math.max(most, Number(id));
  }
  return most + 1;
}

interface Line {
  readonly text: string;
  readonly bold?: boolean;
  readonly link?: string;
}

/** What a comment says: what it is and how sure, why, the source's words, where they stand. */
function linesOf({ head, message, draft, source }: Remark, isUnplaced: boolean, language: Language): Line[][] {
  const say = sayReportIn(language);
  const pieces = source?.pieces ?? [];
  return [
    [{ text: head, bold: true }],
    ...(isUnplaced ? [[{ text: say('notPlaced', { draft }) }]] : []),
    [{ text: message }],
    ...(pieces.length > 0
      ? [[{ text: say('inSource') }, ...pieces.map(({ text, found }) => ({ text, bold: found }))]]
      : []),
    ...(source ? [[{ text: source.cited }]] : []),
    ...(source && /^https?:\/\//u.test(source.link) ? [[{ text: source.link, link: source.link }]] : []),
  ];
}

interface Writing {
  readonly of: WordNames['of'];
  readonly parts: Parts;
  /** of the part of comments */
  readonly path: string;
}

/** The draft's own style may be large and indented: a comment is neither. */
function paragraph(line: readonly Line[], { of, parts, path }: Writing): string {
  const attribute = (local: string, value: string | number): string => ` ${of(local)}="${value}"`;
  const properties = `<${of('pPr')}><${of('spacing')}${attribute('before', 0)}${attribute('after', 0)}${attribute('line', 240)}${attribute('lineRule', 'auto')}/><${of('ind')}${attribute('left', 0)}${attribute('firstLineChars', 0)}${attribute('firstLine', 0)}/><${of('jc')}${attribute('val', 'left')}/></${of('pPr')}>`;
  const runs = line.flatMap(({ text, bold, link }) => {
    const look = `<${of('rPr')}>${bold ? `<${of('b')}/>` : ''}<${of('sz')}${attribute('val', SMALL)}/><${of('szCs')}${attribute('val', SMALL)}/></${of('rPr')}>`;
    const run = sound(text)
      .split(/\r\n|\r|\n/u)
      .map(
        (words, i) =>
          `<${of('r')}>${look}${i > 0 ? `<${of('br')}/>` : ''}<${of('t')} xml:space="preserve">${escaped(words)}</${of('t')}></${of('r')}>`,
      )
      .join('');
    if (!link) return run;
    return `<${of('hyperlink')} xmlns:r="${parts.relationships}" r:id="${parts.link(path, link)}">${run}</${of('hyperlink')}>`;
  });
  return `<${of('p')}>${properties}${runs.join('')}</${of('p')}>`;
}
