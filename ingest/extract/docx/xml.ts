// The parts of a Word file as trees that can be edited, and the few reading helpers for them.

import type { DomElement, DomNode } from '../html/dom.js';
import { parseMarkup } from '../html/parse.js';

/** linkedom's elements, as far as they are used; names carry the prefix that Word writes (w:p). */
export interface XmlElement extends DomElement {
  readonly tagName: string;
  readonly children: ArrayLike<XmlElement>;
  readonly parentElement: XmlElement | null;
  readonly ownerDocument: XmlDocument;
  textContent: string | null;
  getElementsByTagName(name: string): ArrayLike<XmlElement>;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  insertBefore(node: DomNode, before: DomNode | null): void;
  replaceWith(...nodes: DomNode[]): void;
  remove(): void;
}
export interface XmlDocument extends XmlElement {
  createElement(name: string): XmlElement;
  createTextNode(text: string): DomNode;
}

const wordNamespace =
  /xmlns:([\w.-]{1,30})=["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;

/** A part as a tree, its Word elements named w:… whatever prefix the file uses. */
export function parsePart(bytes: Uint8Array): XmlDocument {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  let xml = new TextDecoder(encoding).decode(bytes);
  const prefix = wordNamespace.exec(xml.slice(0, 20_000))?.[1] ?? 'w';
  if (prefix !== 'w' && !xml.includes('<w:')) {
    const quoted = prefix.replace(/[.-]/g, '\\$&');
    xml = xml.replace(new RegExp(`(<\\/?|\\s|xmlns:)${quoted}(?=[:=])`, 'g'), '$1w');
  }
  return parseMarkup(xml, 'text/xml') as XmlDocument; // the same object, seen with more of its methods
}

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  Array.from(element.children).filter((child) => child.tagName === name);
export const child = (element: XmlElement | undefined | null, name: string): XmlElement | undefined =>
  element ? Array.from(element.children).find((candidate) => candidate.tagName === name) : undefined;
export const all = (element: XmlElement, name: string): XmlElement[] => Array.from(element.getElementsByTagName(name));
/** The attribute w:val of a child, as w:numId in w:numPr. */
export const value = (element: XmlElement | undefined | null, name: string): string | null =>
  child(element, name)?.getAttribute('w:val') ?? null;
/** A property that is on by being there, unless it says otherwise. */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off|none)$/.test(element.getAttribute('w:val') ?? '');
