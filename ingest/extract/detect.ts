// What a file is, told from its bytes; the name only decides between md and txt.

import type { Format } from '../../services/domain/document.js';
import { AppError } from '../../services/domain/errors.js';
import { looksBinary } from './decode.js';
import { encrypted, unsupported } from './failure.js';
import { isOle, readOleDirectory } from './ole.js';
import { openZip } from './zip.js';

const sniffed = 65_536;
/** More than any real office file has. */
export const zipLimits = { maxEntries: 10_000, maxBytes: 128 * 1024 * 1024 };

const magics: readonly { readonly start: string; readonly at?: number; readonly type: string }[] = [
  { start: '\x89PNG', type: 'image' },
  { start: '\xff\xd8\xff', type: 'image' },
  { start: 'GIF8', type: 'image' },
  { start: 'II*\0', type: 'image' },
  { start: 'MM\0*', type: 'image' },
  { start: 'WEBP', at: 8, type: 'image' },
  { start: '8BPS', type: 'image' },
  { start: 'AT&TFORM', type: 'djvu' },
  { start: '{\\rtf', type: 'rtf' },
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

function detectOle(bytes: Uint8Array): Format {
  const names = new Set(readOleDirectory(bytes).streams.map((stream) => stream.name));
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) throw encrypted();
  if (names.has('WordDocument')) return 'doc';
  throw unsupported(oleTypes.find(([stream]) => names.has(stream))?.[1] ?? 'ole');
}

function detectZip(bytes: Uint8Array): Format {
  const zip = openZip(bytes, zipLimits);
  if (zip.encrypted) throw encrypted();
  const has = (start: string): boolean => zip.names.some((name) => name.startsWith(start));
  if (has('word/')) return 'docx';
  if (has('xl/')) throw unsupported('xlsx');
  if (has('ppt/')) throw unsupported('pptx');
  if (has('visio/')) throw unsupported('vsdx');
  if (zip.names.includes('OFD.xml')) throw unsupported('ofd');
  if (zip.names.includes('META-INF/container.xml')) throw unsupported('epub');
  if (zip.names.includes('mimetype') && zip.names.includes('content.xml')) throw unsupported('odt');
  throw unsupported('zip');
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
  if (/^(?:MIME-Version:|From:|Received:|Date:|Subject:)/i.test(head) && /^Content-Type:/im.test(head)) {
    throw unsupported(/^Content-Type:\s*multipart\/related/im.test(head) ? 'mht' : 'email');
  }
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
  if (isOle(bytes)) return detectOle(bytes);
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return detectZip(bytes);
  const pdf = head.slice(0, 1024 + 5).indexOf('%PDF-');
  if (pdf === 0 || (pdf > 0 && !structuralTag.test(head.slice(0, pdf)))) return 'pdf';
  const magic = magics.find(({ start, at = 0 }) => head.startsWith(start, at));
  if (magic && (!asciiMagic.test(magic.start) || looksBinary(bytes))) throw unsupported(magic.type);
  if (/^BM/.test(head) && looksBinary(bytes)) throw unsupported('image');
  return detectText(bytes, fileName);
}
