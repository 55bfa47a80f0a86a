// Bytes of RTF text → characters, by code page.
import iconv from 'iconv-lite';

const doubled: Readonly<Record<number, string>> = { 932: 'shift_jis', 936: 'gb18030', 949: 'cp949', 950: 'big5hkscs' };

export const isDoubled = (page: number): boolean => page in doubled;

/**
 * `documentPage` is tried first where a font names no code page but a Western one stands for "any": writers other than
 * Word set Chinese text in such fonts.
 */
export function decodeBytes(bytes: readonly number[], fontPage: number | null, documentPage: number): string {
  const buffer = Buffer.from(bytes);
  if (bytes.every((byte) => byte < 0x80)) return buffer.toString('latin1');
  const page = fontPage ?? documentPage;
  const text = iconv.decode(buffer, doubled[page] ?? (iconv.encodingExists(`cp${page}`) ? `cp${page}` : 'cp1252'));
  return fontPage === null && isDoubled(page) && text.includes('\ufffd') ? iconv.decode(buffer, 'cp1252') : text;
}

/** A file that holds UTF-8 as it is, which RTF does not know, with those characters written as RTF writes them. */
export function withoutUtf8(bytes: Uint8Array): Uint8Array {
  if (bytes.every((byte) => byte < 0x80)) return bytes;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return Buffer.from(
      text.replace(
        /[\u0080-\uffff]+/g,
        (run) => `{\\uc0 ${Array.from({ length: run.length }, (_, i) => `\\u${run.charCodeAt(i)} `).join('')}}`,
      ),
      'latin1',
    );
  } catch {
    return bytes;
  }
}
