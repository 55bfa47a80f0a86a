// A Word file opened to be added to: its parts as text, by the relationships between them; packed again, every part that was
// not touched is byte for byte what it was.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { escaped } from './scan.js';

export interface Parts {
  /** the document's own part */
  readonly document: string;
  /** path of the part that holds the comments; null where there are none yet */
  comments(): string | null;
  text(path: string): string | null;
  put(path: string, xml: string): void;
  putDocument(xml: string): void;
  /** path that a new part of comments gets */
  readonly newComments: string;
  /** where this file's own kinds of relationship begin: there are two dialects */
  readonly relationships: string;
  /** the id by which a part refers to an address outside */
  link(path: string, address: string): string;
  /** a new part of comments, which the document and the file then know of */
  addComments(xml: string): void;
  pack(): Uint8Array;
}

const MOST_BYTES = 400 * 1024 * 1024;
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const NO_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** Parts are written in UTF-8 nearly always; one that is not is written in it when it is put back. */
function decoded(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!isWide) return strFromU8(bytes).replace(/^\ufeff/u, '');
  const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  return text.replace(/^(<\?xml[^>]*encoding=["'])[^"']+/u, '$1UTF-8');
}

/** null where it is no Word file that can be opened */
export function openParts(bytes: Uint8Array): Parts | null {
  const members = unzipped(bytes);
  if (!members) return null;
  const text = (path: string): string | null => {
    const member = members.get(path);
    return member ? decoded(member) : null;
  };
  const put = (path: string, xml: string): void => {
    members.set(path, strToU8(xml));
  };
  const main = relationships(text('_rels/.rels') ?? '').find(({ type }) => type.endsWith('/officeDocument'));
  const path = main ? resolved(main.target, '') : 'word/document.xml';
  const document = text(path);
  if (document === null) return null;
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const inFolder = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
  const newName = members.has(inFolder('comments.xml')) ? 'comments-yanju.xml' : 'comments.xml';
  const base = main?.type.replace(/\/officeDocument$/u, '') ?? OFFICE_RELATIONSHIPS;
  const relate = (part: string, attributes: (id: string) => string): string => {
    const rels = text(relationshipsPath(part)) ?? NO_RELATIONSHIPS;
    const id = freeId(rels);
    put(
      relationshipsPath(part),
      withLast(rels, 'Relationships', (prefix) => `<${prefix}Relationship ${attributes(id)}/>`),
    );
    return id;
  };

  return {
    document,
    text,
    put,
    putDocument: (xml) => put(path, xml),
    comments() {
      const known = relationships(text(relationshipsPath(path)) ?? '').find(({ type }) =>
        type.endsWith('/relationships/comments'),
      );
      const part = known && resolved(known.target, folder);
      return part !== undefined && members.has(part) ? part : null;
    },
    newComments: inFolder(newName),
    relationships: base,
    link(part, address) {
      const type = `${base}/hyperlink`;
      return relate(part, (id) => `Id="${id}" Type="${type}" Target="${escaped(address)}" TargetMode="External"`);
    },
    addComments(xml) {
      put(inFolder(newName), xml);
      relate(path, (id) => `Id="${id}" Type="${base}/comments" Target="${newName}"`);
      const name = escaped(inFolder(newName));
      const types = text('[Content_Types].xml') ?? '';
      const override = (prefix: string): string =>
        `<${prefix}Override PartName="/${name}" ContentType="${COMMENTS_TYPE}"/>`;
      put('[Content_Types].xml', withLast(types, 'Types', override));
    },
    pack: () => zipSync(Object.fromEntries(members) satisfies Zippable),
  };
}
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** In their order, folders left out. What a header says of a size is what is unpacked at most. */
function unzipped(bytes: Uint8Array): Map<string, Uint8Array> | null {
  let total = 0;
  try {
    const members = unzipSync(bytes, {
      filter({ name, originalSize }) {
        total += originalSize;
        if (total > MOST_BYTES) throw new Error('unpacked, it is too large');
        return !name.endsWith('/');
      },
    });
    return new Map(Object.entries(members));
  } catch {
    return null; // told by the caller
  }
}

interface Relationship {
  readonly type: string;
  readonly target: string;
}

function relationships(xml: string): Relationship[] {
  return [...xml.matchAll(/<(?:[\w.-]+:)?Relationship\s([^>]*)>/gu)].flatMap(([, attributes = '']) => {
    const value = (name: string): string =>
      new RegExp(`(?:^|\\s)${name}=["']([^"']*)["']`, 'u').exec(attributes)?.[1] ?? '';
    return value('TargetMode') === 'External' ? [] : [{ type: value('Type'), target: value('Target') }];
  });
}

const relationshipsPath = (part: string): string => part.replace(/([^/]*)$/u, '_rels/$1.rels');

/** A target as the name of a member. */
function resolved(target: string, folder: string): string {
  const path: string[] = [];
  for (const part of (target.startsWith('/') ? target : `${folder}/${target}`).split('/')) {
    if (part === '..') path.pop();
    else if (part !== '' && part !== '.') path.push(part);
  }
  return path.join('/');
}

function freeId(rels: string): string {
  const taken = [...rels.matchAll(/"rIdYanju(\d{1,9})"/gu)].map(([, n]) => Number(n));
  return `rIdYanju${1 + taken.reduce((most, n) => Math.max(most, n), 0)}`;
}

/** Puts a child last, whatever prefix the part writes its elements with, and even where it has none yet. */
function withLast(xml: string, name: string, child: (prefix: string) => string): string {
  const closed = new RegExp(`</((?:[\\w.-]+:)?)${name}\\s*>\\s*$`, 'u').exec(xml);
  if (closed) return xml.slice(0, closed.index) + child(closed[1] ?? '') + xml.slice(closed.index);
  return xml.replace(
    new RegExp(`<((?:[\\w.-]+:)?)${name}((?:\\s[^<>]*)?)/>`, 'u'),
    (_, prefix: string, attributes: string) => `<${prefix}${name}${attributes}>${child(prefix)}</${prefix}${name}>`,
  );
}
