// What the archive can do for those who show it: the API, the pages and the command line see it through this.
import { z } from 'zod';
import type { CheckOptions, CheckReport, GivenDraft } from './check.js';
import type { CheckScope } from './check-scope.js';
import type { CitationOverview, CitationRequest, CitedPlace, DocumentCitations } from './citation.js';
import type { Comparison, Counterparts, Meant, Transmission } from './comparison.js';
import {
  type DocumentDetail,
  DocumentSummary,
  type DocumentText,
  type DocumentVersion,
  type VersionText,
} from './document.js';
import type { Elsewhere, ElsewhereRequest } from './elsewhere.js';
import type { Family, SimilarDocuments } from './family.js';
import { IndexCondition } from './index-condition.js';
import type {
  Correction,
  HeldName,
  LedgerPage,
  LedgerRequest,
  QueueState,
  RunLine,
  RunReport,
  RunRequest,
  SentFile,
} from './intake.js';
import type { JudgementList, JudgementRequest } from './judgement.js';
import { LedgerLine, LedgerSummary } from './ledger.js';
import type { Language } from './messages/language.js';
import type { Newcomer } from './news.js';
import { Operation } from './operation.js';
import type { Passage, Provision } from './passage.js';
import type { Places } from './place.js';
import type { PagePicture, Preview } from './preview.js';
import type { SearchRequest, TimelineRequest, VariantsRequest, WordingRequest } from './query.js';
import type { Duplicate, Failure, PartlyRead, ReportCounts, RetryRequest } from './report.js';
import { Degraded, type SearchResponse, type WordingResponse } from './result.js';
import type { SuggestRequest, SuggestResponse } from './suggestion.js';
import type { DocumentTargets, TargetsRequest, TargetsResponse } from './target-table.js';
import type { TimelineResponse, WordingDesk } from './timeline.js';
import type { VariantsResponse } from './variants.js';

export const DocumentList = z.object({ total: z.number().int(), documents: z.array(DocumentSummary) });
export type DocumentList = z.infer<typeof DocumentList>;

/** An adapter that was chosen, and why it is not used where it cannot be; search then goes on without it. */
export const AdapterState = z.object({
  name: z.string(),
  problem: z.enum(['missing', 'invalid', 'unfit']).nullable().meta({
    description: 'unfit：为另一个模型而作 / made for another model; null：在用 / in use',
  }),
});
export type AdapterState = z.infer<typeof AdapterState>;

export const Health = z.object({
  status: z.enum(['ok', 'degraded']),
  degraded: z.array(Degraded),
  version: z.string(),
  engine: z.enum(['embedded', 'meilisearch']).meta({ description: '在用的引擎 / the engine in use' }),
  index: IndexCondition,
  documents: z.number().int(),
  passages: z.number().int(),
  indexed: z
    .number()
    .int()
    .nullable()
    .meta({ description: '引擎中的段数；连不上为 null / passages in the engine; null when out of reach' }),
  pending: z.number().int().meta({ description: '等待入库的文件 / files waiting in the queue' }),
  yearFrom: z.number().int().nullable(),
  yearTo: z.number().int().nullable(),
  adapter: AdapterState.nullable().meta({
    description: '选用的查询适配；没有为 null / the query adapter that was chosen; null without one',
  }),
  operation: Operation,
});
export type Health = z.infer<typeof Health>;

/** One call of ingest: `summary` once it has finished. */
export const Run = z.object({
  id: z.number().int(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  files: z.number().int(),
  done: z.number().int(),
  lines: z.array(LedgerLine),
  summary: LedgerSummary.nullable(),
});
export type Run = z.infer<typeof Run>;

export interface Original {
  /** absolute path of the stored bytes */
  readonly path: string;
  /** the file's own name, for the download */
  readonly name: string;
  readonly bytes: number;
}

/** Every method throws AppError; an unknown document is DOCUMENT_NOT_FOUND. */
export interface Archive {
  search(request: SearchRequest): Promise<SearchResponse>;
  wording(request: WordingRequest): Promise<WordingResponse>;
  /** The same with its years beside the lines, counted once. */
  wordingDesk(request: WordingRequest): Promise<WordingDesk>;
  /** Indicators that the archive states, or the table of one. @throws AppError REGION_UNKNOWN, STATUS_UNKNOWN */
  targets(request: TargetsRequest): TargetsResponse;
  /** Documents that answer a search, newest in the archive first, `most` at most; see services/news/search-news.ts for what counts. */
  newInSearch(request: SearchRequest, most: number): Promise<Newcomer[]>;
  /** Documents that hold a wording, newest in the archive first, `most` at most. */
  newInWording(request: WordingRequest, most: number): Promise<Newcomer[]>;
  /** How often wordings are used by year, region or level of issuer. */
  timeline(request: TimelineRequest): Promise<TimelineResponse>;
  /** What a wording has been and become: stretches of sentences that are nearly the same. */
  variants(request: VariantsRequest): Promise<VariantsResponse>;
  /** What may be meant by what is typed so far; empty while the archive's words are still being gathered. */
  suggest(request: SuggestRequest): SuggestResponse;
  /** Resolves when the archive's words are gathered, for suggestions and "did you mean"; everything else works before. */
  prepared(): Promise<void>;
  /** Begins to work out in the background what would keep the first who ask waiting. */
  warm(): void;
  /** Documents present (not removed), newest date first, undated last. */
  list(page: number, size: number): DocumentList;
  /** What the document cites, and what cites it. */
  citations(id: string): Promise<DocumentCitations>;
  /**
   * The citations in the newest text, in its order, with what each means; costs little. Begins to work out what they mean
   * where that is not known; until it is, and where the text has changed since they were read, there are none.
   */
  citationsInText(id: string): CitedPlace[];
  /** What the documents that pass the filters cite most, what of it is missing, and what is out of date. */
  citationOverview(request: CitationRequest): Promise<CitationOverview>;
  detail(id: string): DocumentDetail;
  text(id: string): DocumentText;
  passages(id: string): Passage[];
  /** The article, or the paragraphs, of the newest text that a passage is part of. */
  provision(id: string, passage: Pick<Passage, 'start' | 'end' | 'heading'>): Provision;
  /** Where ranges of the document's newest text are, as a citation names it. */
  places(id: string): Places;
  /** The document's versions, reprints and drafts, which of them is in force, and its other editions. */
  family(id: string): Family;
  /** Documents alike, closest first; also of others. */
  similar(id: string): SimilarDocuments;
  /** The targets that the document states, in the order of its text. */
  documentTargets(id: string, page: number, size: number): DocumentTargets;
  /** What differs between two documents, numbers first; each is an id or a file, with @2 after it for a version. */
  compare(a: string, b: string): Promise<Comparison>;
  /** What a superior document became in a local one that implements it; both are named as in compare. */
  transmission(superior: string, local: string): Promise<Transmission>;
  /** Which document someone means who typed its id, its path, or words of its title. */
  meant(typed: string): Meant;
  /** What a document may be compared with. */
  counterparts(id: string): Counterparts;
  /** The oldest first. */
  versions(id: string): DocumentVersion[];
  /** A version's text, the newest without a number. @throws AppError VERSION_NOT_FOUND */
  version(id: string, version?: number): VersionText;
  /** Where else the same, or nearly the same, is said. @throws AppError VERSION_NOT_FOUND, INVALID_REQUEST */
  elsewhere(request: ElsewhereRequest): Promise<Elsewhere>;
  /** The file as it came; of the newest version without a number. @throws AppError ORIGINAL_MISSING, VERSION_NOT_FOUND */
  original(id: string, version?: number): Original;
  /** What a page can show of the original. @throws AppError PREVIEW_UNAVAILABLE, PREVIEW_FAILED, and as `original` */
  preview(id: string, version?: number): Promise<Preview>;
  /** A page of an original that is shown as pictures, counted from 1. @throws as `preview` */
  pagePicture(id: string, page: number, version?: number): Promise<PagePicture>;
  /**
   * Queues files for the worker; `name` is the file's path in the archive. `into`: a run of files sent before, which these
   * join. @throws AppError RUN_NOT_FOUND
   */
  upload(files: readonly SentFile[], into?: number): Promise<{ run: number }>;
  /** Takes the document out of the archive: marked as removed, found no more. Its texts and its original stay. */
  remove(id: string): Promise<void>;
  /** A run with a page of its files, each with what became of it. @throws AppError RUN_NOT_FOUND */
  run(id: number, request: RunRequest, language: Language): RunReport;
  /** The newest runs first, by what became of their files. */
  recentRuns(limit: number): RunLine[];
  queue(): QueueState;
  /** The newest outcome of every file that ever came. */
  ledger(request: LedgerRequest, language: Language): LedgerPage;
  /** Documents that are present under these names: what comes under one of them becomes a new version. */
  held(files: readonly string[]): HeldName[];
  /** What was corrected by hand; nothing where that is nothing. */
  correction(id: string): Correction;
  /**
   * States values by hand: the document is read anew with them, and they stand through every later ingest until they are
   * taken back by a correction without them. @throws AppError REGION_UNKNOWN
   */
  correct(id: string, correction: Correction): { run: number };
  /** What became of the files: counts, and failed files by code. */
  report(): {
    readonly counts: ReportCounts;
    readonly codes: readonly { readonly code: string; readonly count: number }[];
  };
  /** By file; of one code where one is given. */
  failures(code: string | null, page: number, size: number): Failure[];
  partlyRead(page: number, size: number): PartlyRead[];
  duplicates(page: number, size: number): Duplicate[];
  /** Queues files once more that failed, were read in part or, by name, were removed. Gives how many it begins with. */
  retry(request: RetryRequest): { run: number; files: number };
  /** The newest runs first. */
  runs(limit: number): Run[];
  /**
   * Keeps a reader's verdict, with the day and without who said it.
   * @throws AppError FEEDBACK_OFF, FEEDBACK_FULL, PASSAGE_NOT_FOUND, QUERY_EMPTY, QUERY_TOO_LONG
   */
  judge(request: JudgementRequest): void;
  judgements(page: number, size: number): JudgementList;
  /** Deletes the judgements of a question, or all; gives how many. */
  forgetJudgements(query: string | null): number;
  /**
   * What a draft takes over, changes and contradicts. Neither it nor its earlier version is kept anywhere.
   * @throws AppError DRAFT_EMPTY, DRAFT_TOO_LONG, REGION_UNKNOWN, DOCUMENT_NOT_FOUND for the earlier version, and what reading a file throws
   */
  check(draft: GivenDraft, scope: CheckScope, options: CheckOptions): Promise<CheckReport>;
  health(): Promise<Health>;
}
