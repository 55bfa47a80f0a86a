// The issuing body that a query names: 上海财经大学, 教育部, 临澜市教育局.
import type { Snapshot } from '../catalogue/snapshot.js';
import type { Metadata } from '../domain/document.js';
import { indexForm } from '../language/segment.js';

/** What bodies' names end with; a query without one names none. */
const body = /大学|学院|学校|[中小]学|[局厅委部院会]|政府|办公室/u;
/** Every place has one: such a name alone tells no body from another. */
const general =
  /^[省市县区州]?(?:教育(?:行政部门|主管部门|[局厅]|委员会|体育局)|人民政府(?:办公[厅室])?|人大常委会|招生办公室|招生考试(?:委员会|院)|学校|大学|学院|[中小]学|高等学校)$/u;
/** 教育部门, 财政部分: the name goes on to another word. */
const goesOn = /^[门分位长]/u;

const plain = (issuer: string): string => indexForm(issuer).replace(/^(?:中华人民共和国|中共)/u, '');

/** Whether a document is of a body or of its departments; `issuer` as `issuerIn` gives it. */
export const isOf = ({ issuers }: Pick<Metadata, 'issuers'>, issuer: string): boolean =>
  issuers.some((name) => plain(name).startsWith(plain(issuer)));

/** The longest name among the documents' issuers that the query (in index form) holds; null where it names none. */
export function issuerIn(query: string, documents: Iterable<Pick<Metadata, 'issuers'>>): string | null {
  if (!body.test(query)) return null;
  const text = query.replace(/\s+/gu, '');
  let longest: string | null = null;
  const seen = new Set<string>();
  for (const { issuers } of documents) {
    for (const issuer of issuers) {
      if (seen.has(issuer)) continue;
      seen.add(issuer);
      const name = plain(issuer);
      if (name.length < 3 || name.length <= (longest === null ? 0 : plain(longest).length) || general.test(name))
        continue;
      const at = text.indexOf(name);
      if (at !== -1 && !goesOn.test(text.slice(at + name.length))) longest = issuer;
    }
  }
  return longest;
}

/** The same of an archive's documents. */
export const issuerNamed = (query: string, snapshot: Snapshot): string | null =>
  issuerIn(
    query,
    [...snapshot.documents().values()].map(({ metadata }) => metadata),
  );
