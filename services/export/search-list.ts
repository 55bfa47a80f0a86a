// Every hit of a search, as far as they are ranked and the limit goes, page after page.
import type { Citing } from '../citation/citing.js';
import { toldCoverage } from '../domain/messages/coverage.js';
import { sayExportIn } from '../domain/messages/export.js';
import type { Language } from '../domain/messages/language.js';
import type { SearchRequest } from '../domain/query.js';
import type { Highlight, Hit, SearchResponse } from '../domain/result.js';
import { today } from '../today.js';
import { AT_A_TIME, type Piece, type Row, referencesOf, type TakenList } from './list.js';
import { type TakingDeps, written } from './taken.js';
import { toldSearch } from './told.js';

/** The text cut where words of the query begin and end. */
export function piecesOf(text: string, highlights: readonly Highlight[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const matches = highlights.filter(({ kind }) => kind === 'match').sort((a, b) => a.start - b.start);
  for (const { start, end } of matches) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    if (from > at) pieces.push({ text: text.slice(at, from), found: false });
    pieces.push({ text: text.slice(from, end), found: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false });
  return pieces;
}

const rowsOf = ({ document, passage, highlights, passages, family }: Hit, cite: Citing): Row[] =>
  (passages ?? [{ passage, highlights }]).map((shown, i) => ({
    document,
    citation: cite(document, shown.passage),
    heading: shown.passage.heading,
    pieces: piecesOf(shown.passage.text, shown.highlights),
    ocr: shown.passage.ocr,
    also: i === 0 ? (family?.members ?? []).map((member) => member.document.title) : [],
  }));

export async function searchList(
  request: SearchRequest,
  { archive, cite, limit, language }: TakingDeps<'search'>,
): Promise<TakenList> {
  const rows: Row[] = [];
  const seen = new Set<string>();
  let first: SearchResponse | undefined;
  let hits = 0;
  for (let page = 1; rows.length < limit; page++) {
    const answer = await archive.search({ ...request, page, size: AT_A_TIME.search });
    first ??= answer;
    for (const hit of answer.hits) {
      const key = `${hit.document.id} ${hit.passage.id}`;
      if (seen.has(key) || rows.length >= limit) continue; // an ingest meanwhile moves hits from page to page
      seen.add(key);
      hits++;
      rows.push(...rowsOf(hit, cite));
    }
    if (answer.hits.length < AT_A_TIME.search) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const full = rows.length >= limit;
  const kept = rows.slice(0, limit);
  return {
    kind: 'search',
    language,
    title: sayExportIn(language)('titleSearch', { q: request.q.slice(0, 60) }),
    ...lines(request, first, { hits, rows: kept.length, full }, language),
    rows: kept,
    references: referencesOf(kept, (document) => cite(document).gbt7714),
  };
}

function lines(
  request: SearchRequest,
  first: SearchResponse | undefined,
  listed: { readonly hits: number; readonly rows: number; readonly full: boolean },
  language: Language,
): Pick<TakenList, 'lines' | 'warnings'> {
  const say = sayExportIn(language);
  const asked = toldSearch(request, language);
  if (!first) return { lines: asked, warnings: [] };
  const folded = first.collapsed?.folded ?? 0;
  const unit = request.group === 'document' ? 'documents' : 'passages';
  const total = say(first.totalIsExact ? unit : `${unit}About`, { total: written(first.total) });
  const found = first.total === 0 ? say('none') : total;
  return {
    lines: [
      ...asked,
      folded > 0 ? `${found}${language === 'zh' ? '，' : '; '}${say('folded', { count: written(folded) })}` : found,
      toldCoverage(first.coverage, language),
      say('made', { date: today() }),
    ],
    warnings: [
      ...(listed.hits < first.total - folded ? [say('cut', { rows: written(listed.rows) })] : []),
      ...(listed.full ? [say('limit')] : []),
      ...(first.degraded.length > 0 ? [say('degraded', { what: first.degraded.join(', ') })] : []),
    ],
  };
}
