// Markup → tree, by linkedom.
import { DOMParser } from 'linkedom';
import type { DomElement } from './dom.js';

const doctype = /<!DOCTYPE[^[>]{0,2000}(?:\[[^\]]{0,5000}\]\s*)?>/gi;

/**
 * linkedom's own types need the browser library; what is used of them is in dom.ts.
 * Declarations of a document's type are left out: linkedom loses what follows them, and no entity is ever to be resolved.
 */
export const parseMarkup = (text: string, type: 'text/html' | 'text/xml'): DomElement =>
  new DOMParser().parseFromString(text.replace(doctype, ''), type) as unknown as DomElement;
