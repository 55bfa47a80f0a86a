// What the members of a zip are called: decoded from whatever the packer wrote, cleaned for showing, each one different.
// A name is shown and compared; it never becomes a path on this machine.
import iconv from 'iconv-lite';
import { ignored } from '../../source.js';
import { extraField, type ZipEntry } from '../zip.js';

const longest = 500;
const directory = 0o040000;
const link = 0o120000;
/** Info-ZIP: the name in UTF-8, after a version and a checksum. */
const unicodePath = 0x7075;

const decode = (encoding: string, bytes: Buffer): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-8 without its flag (as macOS writes it) is believed where it reads as Chinese: 联通 in GBK is valid UTF-8 as well. */
export function decodeName({ rawName, isUtf8, extra }: Pick<ZipEntry, 'rawName' | 'isUtf8' | 'extra'>): string {
  const field = extraField(extra, unicodePath);
  const stated = field && field.length > 5 ? decode('utf-8', field.subarray(5)) : null;
  if (stated) return stated;
  const utf8 = decode('utf-8', rawName);
  if (utf8 !== null && (isUtf8 || /^[\x20-\x7e]*$|\p{Script=Han}/u.test(utf8))) return utf8;
  const chinese = decode('gb18030', rawName);
  if (chinese !== null && !/[\p{Co}\p{Cc}\ufffd]/u.test(chinese)) return chinese;
  return utf8 ?? iconv.decode(rawName, 'cp437');
}

/** Parts of a path that lead nowhere else: no root, no drive, no `..`. */
export const nameParts = (name: string): string[] =>
  name
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .map((part) => part.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');

const isSystemFile = (parts: readonly string[]): boolean => parts[0] === '__MACOSX' || parts.some(ignored);

/** The files of an archive by name: folders, links and files of the system left out, equal names told apart. */
export function nameFiles(entries: readonly ZipEntry[]): { readonly name: string; readonly entry: ZipEntry }[] {
  const taken = new Set<string>();
  return entries.flatMap((entry, i) => {
    const decoded = decodeName(entry);
    const parts = nameParts(decoded);
    if (/[/\\]$/.test(decoded) || entry.unixType === directory || entry.unixType === link) return [];
    if (isSystemFile(parts)) return [];
    const name = parts.join('/').slice(-longest) || String(i + 1);
    const free = taken.has(name) ? name.replace(/(\.[^./]*)?$/, ` (${i + 1})$1`) : name;
    taken.add(free);
    return [{ name: free, entry }];
  });
}
