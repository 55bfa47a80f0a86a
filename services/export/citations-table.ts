// Citations as tables: what the archive cites, and what one document cites and what cites it, each with its sentence.
import type { CitationRequest, Cited, DocumentCitations, Repeal, Resolution } from '../domain/citation.js';
import type { DocumentSummary } from '../domain/document.js';
import { toldState } from '../domain/messages/citations.js';
import { type ExportKey, sayExportIn } from '../domain/messages/export.js';
import type { Language } from '../domain/messages/language.js';
import { sayIn } from '../domain/messages/web.js';
import type { Range } from '../domain/passage.js';
import { type Column, type Table, type TakingDeps, tableOf, upTo } from './taken.js';

const titles = (documents: readonly { readonly title: string }[]): string =>
  documents.map(({ title }) => title).join('；');
const repealing = (repeals: readonly Repeal[]): string => titles(repeals.map(({ document }) => document));

/** What is known of a document that is cited, or that cites, where it is held. */
const held: readonly (readonly [ExportKey, (document: DocumentSummary) => string | null])[] = [
  ['issuer', ({ issuer }) => issuer],
  ['date', ({ date, year }) => date ?? String(year ?? '')],
  ['status', ({ status }) => status],
  ['region', ({ region }) => region],
];
const heldColumns = <Row>(language: Language, of: (row: Row) => DocumentSummary | null): Column<Row>[] =>
  held.map(([name, value]) => {
    const fact = (row: Row): string => {
      const document = of(row);
      return (document && value(document)) ?? '';
    };
    return [sayExportIn(language)(name), fact];
  });

/** Everything that the documents within the filters cite, most cited first. */
export async function citationsTable(
  request: Omit<CitationRequest, 'size'>,
  { archive, cite, limit, language }: TakingDeps<'citationOverview'>,
): Promise<Table> {
  const say = sayExportIn(language);
  const { mostCited } = await archive.citationOverview({ ...request, size: limit + 1 }); // one more tells that there are more
  const columns: Column<Cited>[] = [
    [say('title'), ({ title }) => title],
    [say('number'), ({ number }) => number ?? ''],
    [say('citationState'), ({ state, document }) => toldState(state, document, language)],
    ...heldColumns<Cited>(language, ({ document }) => document),
    [say('newer'), ({ newer }) => newer?.title ?? ''],
    [say('repealedBy'), ({ repealedBy }) => repealing(repealedBy)],
    [say('citing'), ({ citing }) => String(citing)],
    [say('citedPlaces'), ({ places }) => String(places)],
    [say('citedBySome'), ({ by }) => titles(by)],
    [say('link'), ({ document }) => (document ? cite(document).link : '')],
    [say('file'), ({ document }) => document?.file ?? ''],
  ];
  const { rows, warnings } = upTo(mostCited, { limit, language });
  return { language, title: say('titleCitations'), warnings, ...tableOf(columns, rows) };
}

/** A place where one document cites another. */
interface CitingPlace {
  readonly relation: string;
  /** the document at the other end: what is cited, or what cites */
  readonly other: DocumentSummary | null;
  readonly title: string;
  readonly number: string | null;
  readonly words: string;
  readonly articles: readonly string[];
  /** of what is cited */
  readonly resolution: Resolution | null;
  readonly sentence: string;
  /** the document in which the words stand, and where */
  readonly citing: DocumentSummary;
  readonly at: Range;
}

function placesOf({ document, cites, citedBy }: DocumentCitations, language: Language): CitingPlace[] {
  const say = sayIn(language);
  const out = cites.flatMap(({ resolution, words, articles, sentence, start, end, title, number }): CitingPlace[] => {
    if (!resolution) return []; // no document, or this one
    const other = resolution.document;
    const named = { title: other?.title ?? title ?? number ?? '', number: other?.number ?? number };
    const at = { start, end };
    const relation = say('citesRelation');
    return [{ relation, other, ...named, words, articles, resolution, sentence: sentence.text, citing: document, at }];
  });
  const back = citedBy.flatMap(({ document: other, places }) =>
    places.map(({ words, sentence, start, end }): CitingPlace => {
      const { title, number } = other;
      const relation = say('citedByRelation');
      const at = { start, end };
      return { relation, other, title, number, words, articles: [], resolution: null, sentence, citing: other, at };
    }),
  );
  return [...out, ...back];
}

/** Each place where the document cites another, in the order of its text, then each where another cites it. */
export async function documentCitationsTable(
  id: string,
  { archive, cite, limit, language }: TakingDeps<'citations'>,
): Promise<Table> {
  const say = sayExportIn(language);
  const shown = await archive.citations(id);
  const columns: Column<CitingPlace>[] = [
    [say('relation'), ({ relation }) => relation],
    [say('title'), ({ title }) => title],
    [say('number'), ({ number }) => number ?? ''],
    [
      say('citationState'),
      ({ resolution }) => (resolution ? toldState(resolution.state, resolution.document, language) : ''),
    ],
    ...heldColumns<CitingPlace>(language, ({ other }) => other),
    [say('newer'), ({ resolution }) => resolution?.newer?.title ?? ''],
    [say('repealedBy'), ({ resolution }) => repealing(resolution?.repealedBy ?? [])],
    [say('candidates'), ({ resolution }) => titles(resolution?.candidates ?? [])],
    [say('citedWords'), ({ words }) => words],
    [say('articles'), ({ articles }) => articles.join(say('and'))],
    [say('sentence'), ({ sentence }) => sentence],
    [say('citation'), ({ citing, at }) => cite(citing, at).plain],
    [say('link'), ({ citing, at }) => cite(citing, at).link],
    [say('file'), ({ other }) => other?.file ?? ''],
  ];
  const { rows, warnings } = upTo(placesOf(shown, language), { limit, language });
  const title = say('titleDocumentCitations', { title: shown.document.title });
  return { language, title, warnings, ...tableOf(columns, rows) };
}
