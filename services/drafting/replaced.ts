// The documents that a draft takes the place of: those that it says it repeals.
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import { normalForm } from '../domain/text.js';
import { readCitations } from '../facts/citations/read-citations.js';
import type { ReadDraft } from './draft.js';

const plain = (title: string): string => normalForm(title).replace(/^《([^《》]*)》$/u, '$1');
const ends = /^[^。]{0,60}(?:废止|失效|停止执行|不再执行)/u;

/** Whether a document is one of them. One that repeals its own name itself came after that one, as the draft does. */
export function replacedBy({
  text,
  metadata: { title },
}: Pick<ReadDraft, 'text' | 'metadata'>): (document: SnapshotDocument) => boolean {
  const mentions = readCitations(text, title).filter(({ repeals }) => repeals);
  const titles = new Set(mentions.flatMap((one) => (one.title === null ? [] : [plain(one.title)])));
  return ({ metadata, normal }) => {
    const name = plain(metadata.title);
    if (!titles.has(name)) return false;
    const words = `《${name}》`;
    for (let at = normal.indexOf(words); at !== -1; at = normal.indexOf(words, at + 1))
      if (ends.test(normal.slice(at + words.length, at + words.length + 80))) return false;
    return true;
  };
}
