// The tokens of an RTF file. A reader of our own: rtf-stream-parser's sets aside whatever length \bin names, and joins
// lines in quadratic time.

export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** a control word or, as one sign, a control symbol */
  | { readonly kind: 'word'; readonly word: string; readonly param: number | null }
  /** a character of the text, in the encoding that is in force */
  | { readonly kind: 'byte'; readonly byte: number };

const newline = (byte: number): boolean => byte === 0x0a || byte === 0x0d;
const isLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const longestWord = 32;
const longestNumber = 10;

function word(bytes: Uint8Array, from: number): { word: string; param: number | null; end: number } {
  let end = from;
  let name = '';
  for (; end < bytes.length && isLetter(bytes[end] ?? 0) && name.length < longestWord; end++) {
    name += String.fromCharCode(bytes[end] ?? 0);
  }
  let digits = '';
  if (bytes[end] === 0x2d) {
    digits = '-';
    end++;
  }
  for (; end < bytes.length && isDigit(bytes[end] ?? 0) && digits.length < longestNumber; end++) {
    digits += String.fromCharCode(bytes[end] ?? 0);
  }
  if (bytes[end] === 0x20) end++;
  return { word: name, param: /\d/.test(digits) ? Number(digits) : null, end };
}

/** @param pairs whether characters of two bytes may stand unescaped; the second may look like a brace or backslash */
export function* tokensOf(bytes: Uint8Array, pairs: boolean): Generator<Token> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at++] ?? 0;
    if (byte === 0x7b) yield { kind: 'open' };
    else if (byte === 0x7d) yield { kind: 'close' };
    else if (byte === 0x5c) {
      const next = bytes[at] ?? 0;
      if (isLetter(next)) {
        const { end, ...control } = word(bytes, at);
        at = control.word === 'bin' ? end + Math.max(0, control.param ?? 0) : end;
        if (control.word !== 'bin') yield { kind: 'word', ...control };
      } else if (next === 0x27) {
        const code = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
        at += 3;
        if (Number.isFinite(code)) yield { kind: 'byte', byte: code };
      } else {
        at++;
        if (next === 0x5c || next === 0x7b || next === 0x7d) yield { kind: 'byte', byte: next };
        else yield { kind: 'word', word: newline(next) ? 'par' : String.fromCharCode(next), param: null };
      }
    } else if (!newline(byte)) {
      yield { kind: 'byte', byte };
      const trail = bytes[at] ?? 0;
      if (pairs && byte >= 0x81 && trail >= 0x40) {
        at++;
        yield { kind: 'byte', byte: trail };
      }
    }
  }
}
