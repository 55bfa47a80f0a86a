// A Word file's parts, found by the relationships between them, and a lean file of prepared parts for mammoth.
import { strToU8, zipSync } from 'fflate';
import { damaged } from '../failure.js';
import type { ZipReader } from '../zip.js';
import { all, parsePart, type XmlDocument } from './xml.js';

export interface WordPackage {
  readonly document: XmlDocument;
  /** by the last word of the relationship's type: styles, numbering, footnotes, endnotes; null when absent or broken */
  part(type: string): XmlDocument | null;
  /** the part that a relationship of the document leads to; null when it is absent */
  linked(id: string): Uint8Array | null;
  readonly headers: readonly XmlDocument[];
  readonly footers: readonly XmlDocument[];
  readonly title: string | null;
}

const mostFrames = 50;

/** `target` as the name of a member, from the folder of the part that refers to it. It is looked up in the zip, nowhere else. */
function resolve(target: string, folder: string): string {
  const parts = (target.startsWith('/') ? target : `${folder}/${target}`).split('/');
  const path: string[] = [];
  for (const part of parts) {
    if (part === '..') path.pop();
    else if (part !== '' && part !== '.') path.push(part);
  }
  return path.join('/');
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relationships(zip: ZipReader, part: string): Relationship[] {
  const slash = part.lastIndexOf('/');
  const folder = slash < 0 ? '' : part.slice(0, slash);
  const bytes = zip.read(`${folder === '' ? '' : `${folder}/`}_rels/${part.slice(slash + 1)}.rels`);
  if (!bytes) return [];
  return all(parsePart(bytes), 'Relationship').flatMap((element) => {
    const target = element.getAttribute('Target');
    if (!target || element.getAttribute('TargetMode') === 'External') return [];
    const id = element.getAttribute('Id') ?? '';
    return [
      { id, type: (element.getAttribute('Type') ?? '').split('/').at(-1) ?? '', target: resolve(target, folder) },
    ];
  });
}

export function openPackage(zip: ZipReader): WordPackage {
  const main = relationships(zip, '').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const name = zip.names.includes(main) ? main : 'word/document.xml';
  const body = zip.read(name);
  if (!body) throw damaged('noBody');
  const related = relationships(zip, name);
  const read = (path: string | undefined): XmlDocument | null => {
    const bytes = path === undefined ? null : zip.read(path);
    return bytes && parsePart(bytes);
  };
  const frames = (type: string): XmlDocument[] =>
    [...new Set(related.filter((one) => one.type === type).map(({ target }) => target))]
      .slice(0, mostFrames)
      .flatMap((target) => read(target) ?? []);
  const title = read('docProps/core.xml');
  return {
    document: parsePart(body),
    part: (type) => read(related.find((one) => one.type === type)?.target ?? `word/${type}.xml`),
    linked: (id) => zip.read(related.find((one) => one.id === id)?.target ?? ''),
    headers: frames('header'),
    footers: frames('footer'),
    title: (title && all(title, 'dc:title')[0]?.textContent?.trim()) || null,
  };
}

const contentTypes =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>';
const rootRelationships =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const noStyles =
  '<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';

/** A docx of nothing but the given parts. */
export function packParts(parts: Readonly<Record<string, XmlDocument | null>>): Buffer {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes),
    '_rels/.rels': strToU8(rootRelationships),
    'word/styles.xml': strToU8(noStyles),
  };
  for (const [name, part] of Object.entries(parts)) if (part) files[`word/${name}.xml`] = strToU8(part.toString());
  return Buffer.from(zipSync(files, { level: 0 }));
}
