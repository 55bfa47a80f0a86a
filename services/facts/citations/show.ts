// Citations as they are shown: a document's own, and those of others that name it; each with its sentence and what it means.
import type { Catalogue } from '../../catalogue/open.js';
import type {
  Citation,
  CitedBy,
  CitedPlace,
  DocumentCitations,
  Mention,
  Repeal,
  Resolution,
} from '../../domain/citation.js';
import type { DocumentSummary } from '../../domain/document.js';
import { AppError } from '../../domain/errors.js';
import type { Passage, Range } from '../../domain/passage.js';
import { readNumber } from '../../language/chinese-numbers.js';
import type { CitationWeb, RepealedAt, Resolved } from './web-of.js';

const MAX_REPEALS = 5;

/** Texts, summaries and passages of the documents shown, each fetched once. */
export function createDesk(catalogue: Catalogue) {
  const texts = new Map<string, string>();
  const summaries = new Map<string, DocumentSummary | null>();
  const passages = new Map<string, readonly Passage[]>();
  const kept = <T>(map: Map<string, T>, id: string, fetch: () => T): T => {
    const there = map.get(id) ?? fetch();
    map.set(id, there);
    return there;
  };
  return {
    words: (id: string, { start, end }: Range): string =>
      kept(texts, id, () => catalogue.documents.text(id).text)
        .slice(start, end)
        .replace(/\s+/gu, ' ')
        .trim(),
    summary: (id: string): DocumentSummary | null => kept(summaries, id, () => catalogue.documents.summary(id)),
    passages: (id: string): readonly Passage[] => kept(passages, id, () => catalogue.documents.passages(id)),
  };
}
export type Desk = ReturnType<typeof createDesk>;

export const repealsShown = (repeals: readonly RepealedAt[], desk: Desk): Repeal[] =>
  repeals.slice(0, MAX_REPEALS).flatMap(({ by, mention }): Repeal[] => {
    const document = desk.summary(by.id);
    const { start, end } = mention.sentence;
    return document ? [{ document, start, end, text: desk.words(by.id, mention.sentence) }] : [];
  });

const article = /^\s*第([\d〇零○一二三四五六七八九十百千]{1,7})条/u;
const numberIn = (words: string): number | null => readNumber(article.exec(words)?.[1] ?? '');

/** The passage that is the first of the articles cited. */
function passageOf(articles: readonly string[], id: string, desk: Desk): Resolution['passage'] {
  const wanted = numberIn(articles[0] ?? '');
  if (wanted === null) return null;
  const found = desk.passages(id).find(({ text }) => numberIn(text) === wanted);
  return found ? { id: found.id, start: found.start, end: found.end } : null;
}

export function resolutionOf({ match, state, repeals, mention }: Resolved, desk: Desk): Resolution | null {
  if (state === null) return null;
  const document = match.kind === 'one' ? match.document : null;
  const newer = match.kind === 'version' ? match.newer.id : (document?.newer ?? null);
  return {
    state,
    document: document && desk.summary(document.id),
    newer: newer === null ? null : desk.summary(newer),
    repealedBy: repealsShown(repeals, desk),
    candidates: match.kind === 'several' ? match.documents.flatMap(({ id }) => desk.summary(id) ?? []) : [],
    passage: document && passageOf(mention.articles, document.id, desk),
  };
}

const citationOf = (resolved: Resolved, id: string, desk: Desk): Citation => {
  const { mention } = resolved;
  return {
    ...mention,
    words: desk.words(id, mention),
    sentence: { ...mention.sentence, text: desk.words(id, mention.sentence) },
    resolution: resolutionOf(resolved, desk),
  };
};

/** Of a web of a while ago, what still stands in the text; none while what was read is of an older text. */
export function citationsInText(catalogue: Catalogue, web: CitationWeb | null, id: string): CitedPlace[] {
  if (!web || !catalogue.facts.isPresent(id)) return [];
  const desk = createDesk(catalogue);
  const told = ({ start, end, title, number }: Mention): string => `${start} ${end} ${number} ${title}`;
  const there = new Set(catalogue.facts.citations(id).map(told));
  return web.cites(id).flatMap((resolved): CitedPlace[] => {
    const { mention } = resolved;
    const resolution = there.has(told(mention)) ? resolutionOf(resolved, desk) : null;
    const { start, end, title, articles } = mention;
    return resolution ? [{ start, end, title, articles, resolution }] : [];
  });
}

const newestFirst = (a: CitedBy, b: CitedBy): number =>
  (b.document.date ?? '').localeCompare(a.document.date ?? '') || a.document.title.localeCompare(b.document.title);

/** @throws AppError DOCUMENT_NOT_FOUND */
export function documentCitations(catalogue: Catalogue, web: CitationWeb, id: string): DocumentCitations {
  const document = catalogue.documents.summary(id);
  if (!document) throw new AppError('DOCUMENT_NOT_FOUND', { id });
  const desk = createDesk(catalogue);
  const entry = catalogue.families.entry(id);
  const family = entry ? catalogue.families.members(entry.family) : [id];
  const citing = new Map<string, Resolved[]>();
  for (const resolved of web.citing(family)) {
    const there = citing.get(resolved.citing.id);
    if (there) there.push(resolved);
    else citing.set(resolved.citing.id, [resolved]);
  }
  const citedBy = [...citing].flatMap(([other, found]): CitedBy[] => {
    const summary = desk.summary(other);
    const places = found.map(({ mention: { start, end, sentence } }) => ({
      start,
      end,
      words: desk.words(other, { start, end }),
      sentence: desk.words(other, sentence),
    }));
    return summary ? [{ document: summary, places }] : [];
  });
  return {
    document,
    cites: web.cites(id).map((resolved) => citationOf(resolved, id, desk)),
    citedBy: citedBy.sort(newestFirst),
    repealedBy: repealsShown(web.repealsOf(id), desk),
  };
}
