// The parts of an OFD file: looked up inside the zip only, parsed without any entity, names compared without their prefix.
import type { DomElement } from '../html/dom.js';
import { parseMarkup } from '../html/parse.js';
import type { ZipReader } from '../zip.js';

const mostDepth = 64;

export const nameOf = ({ localName }: DomElement): string => localName.slice(localName.indexOf(':') + 1);
export const childrenNamed = (element: DomElement | undefined, name: string): DomElement[] =>
  element ? Array.from(element.children).filter((child) => nameOf(child) === name) : [];
export const child = (element: DomElement | undefined, ...path: string[]): DomElement | undefined =>
  path.reduce<DomElement | undefined>((at, name) => childrenNamed(at, name)[0], element);
export const textOf = (element: DomElement | undefined): string => element?.textContent?.trim() ?? '';

/** Elements of these names below `root`, in order; those of `through` are looked into. */
export function within(
  root: DomElement | undefined,
  names: readonly string[],
  through: readonly string[],
): DomElement[] {
  const found: DomElement[] = [];
  const open = root ? [{ element: root, depth: 0 }] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, depth } = next;
    if (depth > 0 && names.includes(nameOf(element))) found.push(element);
    else if (depth < mostDepth && (depth === 0 || through.includes(nameOf(element)))) {
      for (const inner of Array.from(element.children).reverse()) open.push({ element: inner, depth: depth + 1 });
    }
  }
  return found;
}

/** The name in the zip that `location` means, written in the part `from`; a leading slash counts from the top. */
export function resolve(location: string, from: string): string {
  const parts = location.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of location.trim().split(/[/\\]/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The root element of a part; undefined where there is none. @throws AppError DAMAGED, ENCRYPTED */
export function readPart(zip: ZipReader, name: string): DomElement | undefined {
  const known = zip.names.includes(name) ? name : zip.names.find((one) => one.toLowerCase() === name.toLowerCase());
  const bytes = known === undefined ? null : zip.read(known);
  if (!bytes) return undefined;
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return Array.from(parseMarkup(new TextDecoder(encoding).decode(bytes), 'text/xml').children)[0];
}

/** Numbers in an attribute: a box, a matrix. */
export const numbersIn = (text: string | null): number[] =>
  (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
