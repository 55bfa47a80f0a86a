// The tags of a part of a Word file, each where it stands: a file is added to by putting text between them, so that every
// other byte of the part stays as it was.

export interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  /** with its prefix */
  readonly name: string;
  /** of the tag itself, `<` and `>` included */
  readonly start: number;
  readonly end: number;
}

const tags =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:[^<>"']+|"[^"]*"|'[^']*')*)>/g;

export function* tagsOf(xml: string): Generator<Tag> {
  for (const match of xml.matchAll(tags)) {
    const { index: start, 1: slash, 2: name, 3: attributes } = match;
    if (name === undefined) continue;
    const kind = slash === '/' ? 'close' : attributes?.endsWith('/') ? 'empty' : 'open';
    yield { kind, name, start, end: start + match[0].length };
  }
}

const wordNamespace =
  /xmlns(?::([\w.-]{1,30}))?=["'](http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;

export interface WordNames {
  /** a Word element's or attribute's name as this part writes it */
  of(local: string): string;
  readonly namespace: string;
}

/** null where the part is none of Word's */
export function wordNames(xml: string): WordNames | null {
  const found = wordNamespace.exec(xml.slice(0, 50_000));
  const [, prefix, namespace] = found ?? [];
  if (!namespace) return null;
  return { namespace, of: (local) => (prefix === undefined ? local : `${prefix}:${local}`) };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export interface Characters {
  readonly text: string;
  /** for every UTF-16 unit of `text`, where it stands in the part; and where the last one ends */
  readonly at: readonly number[];
}

/** What stands between two tags, as a reader sees it. */
export function charactersOf(xml: string, from: number, to: number): Characters {
  let text = '';
  const at: number[] = [];
  for (const match of xml.slice(from, to).matchAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,10}));|[^&]+|&/giu)) {
    const [whole, decimal, hex, name] = match;
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : Number.NaN;
    const isEntity = whole.length > 1 && whole.startsWith('&');
    const read = !isEntity ? whole : code <= 0x10ffff ? String.fromCodePoint(code) : (named[name ?? ''] ?? '\ufffd');
    for (let i = 0; i < read.length; i++) at.push(from + match.index + (isEntity ? 0 : i));
    text += read;
  }
  return { text, at: [...at, to] };
}

const special: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => special[sign] ?? sign);
