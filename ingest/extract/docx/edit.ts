// Small changes to a Word part's tree, for the files that prepare it.
import type { DomNode } from '../html/dom.js';
import type { XmlDocument, XmlElement } from './xml.js';

export function childNodes(element: XmlElement): DomNode[] {
  const nodes: DomNode[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling) nodes.push(node);
  return nodes;
}

/** Leaves an element's content in its place. */
export const unwrap = (element: XmlElement): void => element.replaceWith(...childNodes(element));

export function closest(element: XmlElement, name: string): XmlElement | null {
  for (let at = element.parentElement; at; at = at.parentElement) if (at.tagName === name) return at;
  return null;
}

function element(document: XmlDocument, name: string, ...content: readonly DomNode[]): XmlElement {
  const made = document.createElement(name);
  for (const node of content) made.insertBefore(node, null);
  return made;
}

export function textElement(document: XmlDocument, text: string): XmlElement {
  const made = element(document, 'w:t', document.createTextNode(text));
  made.setAttribute('xml:space', 'preserve');
  return made;
}
export const textRun = (document: XmlDocument, text: string): XmlElement =>
  element(document, 'w:r', textElement(document, text));
export const textParagraph = (document: XmlDocument, text: string): XmlElement =>
  element(document, 'w:p', textRun(document, text));

export function tableOf(document: XmlDocument, rows: readonly (readonly string[])[]): XmlElement {
  const cell = (text: string): XmlElement => element(document, 'w:tc', textParagraph(document, text));
  return element(document, 'w:tbl', ...rows.map((row) => element(document, 'w:tr', ...row.map(cell))));
}

/** Puts nodes behind the paragraph that `element` stands in. */
export function putAfterParagraph(element: XmlElement, nodes: readonly DomNode[]): void {
  const host = closest(element, 'w:p');
  const next = host?.nextSibling ?? null;
  for (const node of nodes) host?.parentElement?.insertBefore(node, next);
}
