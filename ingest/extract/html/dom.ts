// The few DOM types that are used; linkedom's own types lean on the browser library, which is not loaded.

export interface DomNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly previousSibling: DomNode | null;
  readonly parentNode: DomNode | null;
  readonly textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly innerHTML: string;
  readonly children: ArrayLike<DomElement>;
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement>;
}

export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;
export const isCdata = (node: DomNode): boolean => node.nodeType === 4;
export const isComment = (node: DomNode): boolean => node.nodeType === 8;
/** Text or CDATA. */
export const isText = (node: DomNode): boolean => node.nodeType === 3 || node.nodeType === 4;

/** The first `length` characters of the text below `root`, or all of it where it is shorter. */
export function leadingText(root: DomNode, length: number): string {
  let text = '';
  for (let node = root.firstChild; node && text.length < length; node = node.firstChild ?? after(node, root)) {
    if (isText(node)) text += (node.nodeValue ?? '').slice(0, length);
  }
  return text.slice(0, length);
}

/** The next node in document order that does not lie inside `node`, within `root`. */
export function after(node: DomNode, root: DomNode): DomNode | null {
  let at: DomNode | null = node;
  while (at && at !== root) {
    if (at.nextSibling) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}
