// Judges the sentence marked as the answer: right when it overlaps the gold text of the passage that was found.
import type { Archive } from '../domain/archive.js';
import { SearchRequest } from '../domain/query.js';
import { normalText, originalRange } from '../domain/text.js';
import { sentences } from '../search/answer/sentences.js';
import type { DocumentQuery } from './queries.js';

/** null where no passage with the gold text is among the first ten, or where it has no more than two sentences. */
export async function judgeAnswer({ query, gold_passage }: DocumentQuery, archive: Archive): Promise<boolean | null> {
  const { hits } = await archive.search(SearchRequest.parse({ q: query, size: 10 }));
  const wanted = normalText(gold_passage).text;
  for (const { passage, highlights } of hits) {
    const normal = normalText(passage.text);
    const at = normal.text.indexOf(wanted);
    if (at === -1 || wanted === '') continue;
    if (sentences(passage.text).length <= 2) return null;
    const gold = originalRange(normal, at, at + wanted.length);
    return highlights.some(({ kind, start, end }) => kind === 'answer' && start < gold.end && gold.start < end);
  }
  return null;
}
