// What a file is, told from its bytes; the name only decides between md and txt.

import type { Format } from '../../services/domain/document.js';
import { AppError } from '../../services/domain/errors.js';
import { looksBinary } from './decode.js';
import { encrypted, unsupported } from './failure.js';
import { isOle, readOleDirectory } from './ole.js';
import { openZip, zipEntries } from './zip.js';

const sniffed = 65_536;
/** More than any real office file has. */
export const zipLimits = { maxEntries: 10_000, maxBytes: 128 * 1024 * 1024 };

const magics: readonly { readonly start: string; readonly at?: number; readonly type: string }[] = [
  { start: 'GIF8', type: 'image' },
  { start: 'WEBP', at: 8, type: 'image' },
  { start: '8BPS', type: 'image' },
  { start: 'AT&TFORM', type: 'djvu' },
  { start: 'Rar!', type: 'rar' },
  { start: '7z\xbc\xaf', type: '7z' },
  { start: '\x1f\x8b', type: 'gz' },
  { start: 'BZh', type: 'bz2' },
  { start: '\xfd7zXZ', type: 'xz' },
  { start: 'ustar', at: 257, type: 'tar' },
  { start: 'ITSF', type: 'chm' },
  { start: 'CAJ', type: 'caj' },
  { start: '%!PS', type: 'ps' },
  { start: '\x7fELF', type: 'executable' },
  { start: 'MZ', type: 'executable' },
  { start: '\xca\xfe\xba\xbe', type: 'executable' },
  { start: '\0asm', type: 'executable' },
  { start: 'SQLite format 3', type: 'database' },
  { start: 'Standard Jet DB', at: 4, type: 'database' },
  { start: 'RIFF', type: 'audioVideo' },
  { start: 'ID3', type: 'audioVideo' },
  { start: 'OggS', type: 'audioVideo' },
  { start: 'ftyp', at: 4, type: 'audioVideo' },
  { start: '\xdb\xa5', type: 'word95' },
  { start: '\x31\xbe\0\0', type: 'word95' },
  { start: '\x09\x08\x10\0', type: 'xls' },
  { start: '\x01\xfe\x32', type: 'works' },
];

const pictures: readonly { readonly start: string; readonly format: Format }[] = [
  { start: '\x89PNG', format: 'png' },
  { start: '\xff\xd8\xff', format: 'jpg' },
  { start: 'II*\0', format: 'tiff' },
  { start: 'MM\0*', format: 'tiff' },
  { start: 'II+\0', format: 'tiff' },
  { start: 'MM\0+', format: 'tiff' },
];

/** Magic letters that a text could begin with as well. */
const asciiMagic = /^(?!%!PS|\{)[\x20-\x7e]+$/;

const oleTypes: readonly (readonly [stream: string, type: string])[] = [
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
  ['MatOST', 'works'],
  ['CONTENTS', 'works'],
  ['__properties_version1.0', 'email'],
  ['VisioDocument', 'vsd'],
  ['HwpSummaryInformation', 'hwp'],
];

function detectOle(bytes: Uint8Array, fileName: string): Format {
  // Streams within storages belong to objects that the file holds.
  const names = new Set(readOleDirectory(bytes).streams.flatMap(({ name, isTop }) => (isTop ? [name] : [])));
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) throw encrypted();
  if (names.has('WordDocument')) return /\.wps$/i.test(fileName) ? 'wps' : 'doc'; // Kingsoft's own files are Word's
  throw unsupported(oleTypes.find(([stream]) => names.has(stream))?.[1] ?? 'ole');
}

/** Zips that are one document, or one program, by a name that such a zip always holds. */
const zipTypes: readonly (readonly [name: RegExp, type: string])[] = [
  [/^word\/.*\.(?:xml|rels|bin)$/, 'docx'],
  [/^xl\/.*\.(?:xml|rels|bin)$/, 'xlsx'],
  [/^ppt\/.*\.(?:xml|rels|bin)$/, 'pptx'],
  [/^visio\/.*\.(?:xml|rels)$/, 'vsdx'],
  [/^OFD\.xml$/i, 'ofd'],
  [/^META-INF\/container\.xml$/, 'epub'],
  [/^content\.xml$/, 'odt'],
  [/^Index\/Document\.iwa$/, 'pages'],
  [/^META-INF\/MANIFEST\.MF$/, 'executable'],
  [/^\[Content_Types\]\.xml$/, 'docx'], // an office file whose parts have names of their own
];
const zipType = (names: readonly string[]): string =>
  zipTypes.find(([known]) => names.some((name) => known.test(name)))?.[1] ?? 'zip';
const isZip = (head: string): boolean => /^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head);

/** Whether it is a zip of files, and not a document that is kept as a zip; a damaged one is left to whoever reads it. */
export function isArchive(bytes: Uint8Array): boolean {
  if (!isZip(Buffer.from(bytes.subarray(0, 4)).toString('latin1'))) return false;
  try {
    const entries = zipEntries(bytes, zipLimits.maxEntries);
    return zipType(entries.map(({ rawName }) => rawName.toString('utf8').replaceAll('\\', '/'))) === 'zip';
  } catch {
    return false;
  }
}

function detectZip(bytes: Uint8Array): Format {
  const zip = openZip(bytes, zipLimits);
  const type = zipType(zip.names);
  if (zip.encrypted) throw encrypted();
  if (type === 'docx' || type === 'ofd') return type;
  throw unsupported(type);
}

const structuralTag = /<(?:!doctype\s+html|html|head|body)\b/i;
const commonTag =
  /<\/?(?:meta|title|div|p|table|tr|td|span|br|a|ul|li|h[1-6]|font|script|style|center)\b[^<>]{0,300}>/gi;

const startsWithCommonTag =
  /^\s*(?:<!--[\s\S]{0,5000}?-->\s*)?<(?:meta|title|div|p|table|span|br|a|ul|h[1-6]|font|script|style|center)\b/i;

/** Whether markup makes up the file, as against a text that has, or talks about, some. */
function looksLikeHtml(head: string, isMarkdown: boolean): boolean {
  const startsWithTag = /^\s*</.test(head);
  const tags = head.match(commonTag) ?? [];
  if (structuralTag.test(head)) return startsWithTag || tags.length >= 5;
  return !isMarkdown && tags.length >= 3 && startsWithCommonTag.test(head);
}

/** A page saved as one file is a mail that was sent to no one. */
function mailOrPage(head: string): 'mht' | 'email' | null {
  if (!/^(?:MIME-Version|From|To|Received|Date|Subject|X-[\w-]{1,40}):/i.test(head)) return null;
  const end = head.search(/\n\r?\n/);
  const headers = end < 0 ? head : head.slice(0, end);
  if (!/^Content-Type:/im.test(headers)) return null;
  const sent = /^(?:To|Cc|Received|Message-ID|Delivered-To):/im.test(headers);
  return !sent && /^Content-Type:\s{0,20}(?:multipart\/(?:related|alternative)|text\/html)/im.test(headers)
    ? 'mht'
    : 'email';
}

function detectText(bytes: Uint8Array, fileName: string): Format {
  if (looksBinary(bytes)) throw unsupported('binary');
  const isMarkdown = /\.(md|markdown)$/i.test(fileName);
  // Tags are ASCII in every encoding that is read; without the zeros, in UTF-16 and UTF-32 too.
  const head = Buffer.from(bytes.subarray(0, sniffed))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^[\xef\xbb\xbf\xfe\xff]+/, '');
  if (/^\s*<\?xml/.test(head) && /<(?:w:wordDocument|pkg:package)\b/.test(head)) throw unsupported('wordXml');
  if (/^\s*(?:<\?xml[^>]*>\s*)?<svg\b/i.test(head)) throw unsupported('image');
  const mail = mailOrPage(head);
  if (mail === 'email') throw unsupported(mail);
  if (mail) return mail;
  if (looksLikeHtml(head, isMarkdown) || /^\s*<\?xml\s/.test(head)) return 'html';
  return isMarkdown ? 'md' : 'txt';
}

/** Nothing but a byte order mark, white space and zeros. */
function isBlank(bytes: Uint8Array): boolean {
  const marks = [
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0xfe, 0xff],
  ];
  const mark = marks.find((start) => start.every((byte, i) => bytes[i] === byte)) ?? [];
  return bytes.subarray(mark.length).every((byte) => byte <= 0x20);
}

/** @throws AppError EMPTY_FILE, UNSUPPORTED_TYPE, ENCRYPTED, DAMAGED */
export function detectFormat(bytes: Uint8Array, fileName: string): Format {
  const head = Buffer.from(bytes.subarray(0, 1100)).toString('latin1');
  if (isBlank(bytes)) throw new AppError('EMPTY_FILE');
  if (isOle(bytes)) return detectOle(bytes, fileName);
  if (isZip(head)) return detectZip(bytes);
  const pdf = head.slice(0, 1024 + 5).indexOf('%PDF-');
  if (pdf === 0 || (pdf > 0 && !structuralTag.test(head.slice(0, pdf)))) return 'pdf';
  if (/^\s*\{\\rtf/.test(head.replace(/^\xef\xbb\xbf/, ''))) return 'rtf';
  const picture = pictures.find(({ start }) => head.startsWith(start));
  if (picture) return picture.format;
  const magic = magics.find(({ start, at = 0 }) => head.startsWith(start, at));
  if (magic && (!asciiMagic.test(magic.start) || looksBinary(bytes))) throw unsupported(magic.type);
  if (/^BM/.test(head) && looksBinary(bytes)) throw unsupported('image');
  return detectText(bytes, fileName);
}
