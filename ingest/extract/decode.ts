// Bytes → text: by byte order mark, by being valid UTF-8, by shape (UTF-16, UTF-32), by declaration, by plausibility.
import iconv from 'iconv-lite';
import { AppError } from '../../services/domain/errors.js';
import { decodeMixed } from './decode-mixed.js';
import { chineseShare, scriptShare } from './plausibility.js';

export interface Decoded {
  readonly text: string;
  /** a WHATWG label, e.g. utf-8, gb18030, big5, utf-16le; or utf-32le, utf-32be; two where lines differ */
  readonly encoding: string;
}

/** How much of a text may be unreadable (bytes cut or damaged in places) before the encoding counts as wrong. */
const tolerated = 0.01;
/** Below this share of frequent characters, bytes are not taken for Chinese in that encoding; see chineseShare. */
const plausible = 0.2;
const sniffed = 65_536;

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
];

/** Line ends as \n, byte order marks and control characters (NUL among them) away. */
const tidy = (text: string): string =>
  text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[\0-\x08\x0b\x0e-\x1f\x7f\u200b\ufeff]/g, '');

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    text += code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
  }
  return text;
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding.startsWith('utf-32')) return decodeUtf32(bytes, encoding === 'utf-32le');
  // Node's own Big5 lacks the characters of Hong Kong.
  if (encoding === 'big5') {
    return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 'big5-hkscs');
  }
  return new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);
}

/** Unreadable places in proportion to the characters beyond ASCII. */
function unreadable(text: string): number {
  let bad = 0;
  let beyond = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) bad++;
    else if (unit >= 0x80) beyond++;
  }
  return bad === 0 ? 0 : bad / (bad + beyond);
}

/** UTF-16 or UTF-32 without a mark: told by where the zero bytes lie, or (UTF-16 without ASCII) by what it reads as. */
function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sniffed);
  const zeros = [0, 0, 0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 4]!++; // i % 4 is in bounds
  const share = zeros.map((count) => count / Math.max(1, sample.length / 4));
  const [a = 0, b = 0, c = 0, d = 0] = share;
  if (d > 0.95 && c > 0.8 && a < 0.2) return 'utf-32le';
  if (a > 0.95 && b > 0.8 && d < 0.2) return 'utf-32be';
  const even = (a + c) / 2;
  const odd = (b + d) / 2;
  if (odd > 0.4 && even < 0.1) return 'utf-16le';
  if (even > 0.4 && odd < 0.1) return 'utf-16be';
  const byReading = ['utf-16le', 'utf-16be'].map((encoding) => ({
    encoding,
    score: chineseShare(decodeAs(sample.subarray(0, sample.length & ~1), encoding)),
  }));
  byReading.sort((x, y) => y.score - x.score);
  return byReading[0] && byReading[0].score > 0.5 ? byReading[0].encoding : null;
}

const asLatin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** What an html page or xml prolog says about itself; gb2312 and gbk are read as gb18030, which holds both. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = asLatin(bytes.subarray(0, sniffed));
  const found =
    /<\?xml[^>]{0,100}encoding=["']([\w-]{2,30})/i.exec(head) ??
    /<meta[^>]{0,300}charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{2,30})/i.exec(head);
  try {
    const label = new TextDecoder(found?.[1] ?? '?').encoding;
    return label === 'gbk' ? 'gb18030' : label;
  } catch {
    return null; // no declaration, or one that names no encoding
  }
}

/** Encodings of seven bits, which would pass for ASCII: told by how they shift into Chinese or Japanese. */
function shiftedEncoding(bytes: Uint8Array): string | null {
  const sample = asLatin(bytes.subarray(0, sniffed));
  if (/[\x80-\xff]/.test(sample)) return null;
  if (/\x1b\$\)[AEG]/.test(sample)) return 'ISO-2022-CN';
  if (/\x1b\$\)C/.test(sample)) return 'ISO-2022-KR';
  if (/\x1b\$[@B]/.test(sample)) return 'ISO-2022-JP';
  return (sample.match(/~\{(?:[\x21-\x77][\x21-\x7e]){1,200}~\}/g)?.length ?? 0) >= 3 ? 'HZ-GB-2312' : null;
}

/** Bytes beyond ASCII that stand alone between ASCII letters: a Western text in windows-1252. */
function looksWestern(bytes: Uint8Array): boolean {
  const sample = asLatin(bytes.subarray(0, sniffed));
  const high = sample.match(/[\x80-\xff]/g)?.length ?? 0;
  const alone = sample.match(/(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])/g)?.length ?? 0;
  return alone / Math.max(1, high) > 0.9 && high / sample.length < 0.2;
}

/** The encoding that an unreadable text is probably in, for the message. */
function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sniffed);
  const scripts: readonly (readonly [name: string, label: string, script: RegExp])[] = [
    ['EUC-KR', 'euc-kr', /[\uac00-\ud7af]/],
    ['EUC-JP', 'euc-jp', /[\u3040-\u30ff]/],
    ['Shift_JIS', 'shift_jis', /[\u3040-\u30ff]/],
    ['windows-1251', 'windows-1251', /[\u0430-\u044f]/],
  ];
  const candidates = scripts
    .map(([name, label, script]) => {
      const text = decodeAs(sample, label);
      // Names and addresses in Japanese may hold no kana, but many of the characters that Chinese has as well.
      const share = Math.max(scriptShare(text, script), chineseShare(text));
      return { name, share: unreadable(text) > 0.05 ? 0 : share };
    })
    .sort((x, y) => y.share - x.share);
  // CNS 11643 as EUC: pairs of high bytes, its frequent characters from C4 on; planes beyond the first after 8E.
  const pairs = asLatin(sample).match(/[\xa1-\xfe]{2}|\x8e[\xa1-\xa7][\xa1-\xfe]{2}/g) ?? [];
  const inPlanes = pairs.filter((pair) => /^(?:\x8e|[\xa1-\xa4\xc4-\xfd])/.test(pair)).length;
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  if (pairs.join('').length >= 0.98 * high && inPlanes > 0.9 * pairs.length) return 'EUC-TW';
  const best = candidates[0];
  return best && best.share > 0.25 ? best.name : '?';
}

/**
 * Reads bytes as text. Places that cannot be read (up to one in a hundred) come out as U+FFFD, never left out.
 * @throws AppError ENCODING_UNKNOWN {encoding}: the best guess, or ?
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const mark = marks.find(({ bytes: start }) => start.every((byte, i) => bytes[i] === byte));
  if (mark) return { text: tidy(decodeAs(bytes, mark.encoding)), encoding: mark.encoding };
  const wide = wideEncoding(bytes);
  if (wide) return { text: tidy(decodeAs(bytes, wide)), encoding: wide };

  const shifted = shiftedEncoding(bytes);
  if (shifted) throw new AppError('ENCODING_UNKNOWN', { encoding: shifted });
  const utf8 = decodeAs(bytes, 'utf-8');
  if (unreadable(utf8) <= tolerated) return { text: tidy(utf8), encoding: 'utf-8' };

  const mixed = decodeMixed(bytes);
  if (mixed !== null) return { text: tidy(mixed), encoding: 'utf-8, gb18030' };
  const declared = declaredEncoding(bytes);
  const candidates = ['gb18030', 'big5']
    .map((encoding) => {
      const text = decodeAs(bytes, encoding);
      return { encoding, text, bad: unreadable(text), share: chineseShare(text) };
    })
    .filter(
      (candidate) => candidate.bad <= tolerated && (candidate.share > plausible || candidate.encoding === declared),
    )
    .sort((x, y) => y.share - x.share);
  const best = candidates[0];
  if (best && best.share > plausible) return { text: tidy(best.text), encoding: best.encoding };
  if (declared && declared !== 'utf-8') {
    const text = decodeAs(bytes, declared);
    if (unreadable(text) <= tolerated) return { text: tidy(text), encoding: declared };
  }
  if (looksWestern(bytes)) return { text: tidy(decodeAs(bytes, 'windows-1252')), encoding: 'windows-1252' };
  throw new AppError('ENCODING_UNKNOWN', { encoding: guess(bytes) });
}

/** Whether bytes are no text in any encoding: control characters in numbers that no text has. */
export function looksBinary(bytes: Uint8Array): boolean {
  if (marks.some(({ bytes: start }) => start.every((byte, i) => bytes[i] === byte)) || wideEncoding(bytes))
    return false;
  const sample = bytes.subarray(0, sniffed);
  let controls = 0;
  let zeros = 0;
  for (const byte of sample) {
    if (byte === 0) zeros++;
    else if (byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1a && byte !== 0x1b) controls++;
  }
  return controls / sample.length > 0.01 || zeros / sample.length > 0.05;
}
