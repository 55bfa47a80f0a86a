// Every occurrence of a wording, as far as the limit goes, page after page.
import { toldCoverage } from '../domain/messages/coverage.js';
import { sayExportIn } from '../domain/messages/export.js';
import type { Language } from '../domain/messages/language.js';
import type { WordingRequest } from '../domain/query.js';
import type { WordingResponse } from '../domain/result.js';
import { today } from '../today.js';
import { AT_A_TIME, type Row, referencesOf, type TakenList } from './list.js';
import { cutWarnings, type TakingDeps, written } from './taken.js';
import { toldWording } from './told.js';

export async function wordingList(
  request: WordingRequest,
  { archive, cite, limit, language }: TakingDeps<'wording'>,
): Promise<TakenList> {
  const rows: Row[] = [];
  let first: WordingResponse | undefined;
  for (let page = 1; rows.length < limit; page++) {
    const size = AT_A_TIME.wording;
    const answer = await archive.wording({ ...request, removed: request.removed && page === 1, page, size });
    first ??= answer;
    for (const { document, passage, start, end, before, match, after } of answer.hits) {
      rows.push({
        document,
        citation: cite(document, { start, end }),
        heading: passage.heading,
        pieces: [
          { text: before, found: false },
          { text: match, found: true },
          { text: after, found: false },
        ],
        ocr: passage.ocr,
        also: [],
      });
    }
    if (answer.hits.length < size) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const kept = rows.slice(0, limit);
  return {
    kind: 'wording',
    language,
    title: sayExportIn(language)('titleWording', { q: request.q.slice(0, 60) }),
    ...lines(request, first, kept.length, language),
    rows: kept,
    references: referencesOf(kept, (document) => cite(document).gbt7714),
  };
}

function lines(
  request: WordingRequest,
  first: WordingResponse | undefined,
  rows: number,
  language: Language,
): Pick<TakenList, 'lines' | 'warnings'> {
  const say = sayExportIn(language);
  const asked = toldWording(request, language);
  if (!first) return { lines: asked, warnings: [] };
  const { documents, occurrences, removed, coverage } = first;
  const counts = { documents: written(documents), total: written(occurrences) };
  return {
    lines: [
      ...asked,
      occurrences === 0 ? say('none') : say('occurrences', counts),
      ...(removed ? [say('removed', { occurrences: written(removed.occurrences) })] : []),
      toldCoverage(coverage, language),
      say('made', { date: today() }),
    ],
    warnings: rows < occurrences ? cutWarnings(rows, language) : [],
  };
}
