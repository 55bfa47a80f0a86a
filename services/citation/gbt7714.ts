// A document as a reference after GB/T 7714—2015.
import type { Cited } from './plain.js';

export interface Consulted {
  /** absolute address; empty where the document has none on the network */
  readonly url: string;
  /** YYYY-MM-DD: the day on which it was read there */
  readonly on: string;
}

/** The standard names three bodies, and says 等 for the rest. */
const NAMED = 3;

/** Bodies as the archive joins them, 甲、乙. */
function responsible(issuer: string): string {
  const bodies = issuer.split('、');
  return [...bodies.slice(0, NAMED), ...(bodies.length > NAMED ? ['等'] : [])].join(', ');
}

/**
 * The form that the standard gives for 电子资源 (4.8), as its appendix shows it on a document of a government office:
 * 主要责任者. 题名: 文号[A/OL]. (发布日期)[引用日期]. 获取和访问路径.
 * Without an address the resource is no electronic one, and what was read where is left out: 责任者. 题名: 文号[A]. 日期.
 * What is not stated is left out, never 佚名 or [出版日期不详]. A place within the document (条, 页) is no part of the
 * reference: the standard puts it beside the mark in the text; the address leads to it.
 */
export function gbt7714({ title, number, issuer, date, year }: Cited, { url, on }: Consulted): string {
  const by = issuer ? `${responsible(issuer)}. ` : '';
  const name = `${title}${number ? `: ${number}` : ''}`;
  const when = date ?? (year === null ? null : String(year));
  if (url === '') return `${by}${name}[A].${when === null ? '' : ` ${when}.`}`;
  return `${by}${name}[A/OL]. ${when === null ? '' : `(${when})`}[${on}]. ${url}.`;
}
