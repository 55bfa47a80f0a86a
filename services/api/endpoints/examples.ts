// What the API's description shows as examples: one document of a made-up city, the same in every answer.
import type { DocumentList, Health, Run } from '../../domain/archive.js';
import type { CitationOverview, DocumentCitations } from '../../domain/citation.js';
import type { DocumentDetail, DocumentSummary, DocumentText } from '../../domain/document.js';
import type { Family, Related, SimilarDocuments } from '../../domain/family.js';
import type { LedgerPage, QueueState, RunReport } from '../../domain/intake.js';
import type { JudgementList } from '../../domain/judgement.js';
import type { Passage } from '../../domain/passage.js';
import type { Citation } from '../../domain/place.js';
import type { FailedFiles } from '../../domain/report.js';
import type { Occurrence, SearchResponse, WordingResponse } from '../../domain/result.js';
import type { SuggestResponse } from '../../domain/suggestion.js';
import type { DocumentTargets, StatedTarget, TargetsResponse } from '../../domain/target-table.js';
import type { TimelineResponse } from '../../domain/timeline.js';
import type { VariantsResponse } from '../../domain/variants.js';

const heading = '一、主要目标';
const sentence = '到2025年，学前三年毛入园率达到92%以上。';
const text = `临江市学前教育发展工作要点\n${heading}\n${sentence}\n`;
const start = text.indexOf(sentence);

export const exampleDocument: DocumentSummary = {
  id: 'lj2023xqjy',
  title: '临江市学前教育发展工作要点',
  number: '临教发〔2023〕12号',
  issuer: '临江市教育局',
  region: '临江市',
  date: '2023-03-15',
  year: 2023,
  type: '工作要点',
  status: '现行',
  file: '临江市教育局/2023/学前教育发展工作要点.docx',
  newer: null,
};

const passage: Passage = {
  id: 1,
  heading: [heading],
  text: sentence,
  start,
  end: start + sentence.length,
  page: null,
  ocr: null,
};

const phrase = '毛入园率';
const at = sentence.indexOf(phrase);
const occurrence: Occurrence = {
  document: exampleDocument,
  passage,
  start: start + at,
  end: start + at + phrase.length,
  before: sentence.slice(0, at),
  match: phrase,
  after: sentence.slice(at + phrase.length),
};

export const exampleSearch: SearchResponse = {
  query: phrase,
  mode: 'hybrid',
  understood: { phrases: [], region: null, yearFrom: null, yearTo: null, type: null, issuer: null, synonyms: [] },
  suggestion: null,
  degraded: [],
  adapter: null,
  total: 1,
  totalIsExact: true,
  took: 12,
  facets: {
    region: [{ value: '临江市', count: 1 }],
    year: [{ value: '2023', count: 1 }],
    type: [{ value: '工作要点', count: 1 }],
    issuer: [{ value: '临江市教育局', count: 1 }],
  },
  answer: null,
  coverage: { documents: 34, ocr: 2, undated: 1, yearFrom: 2016, yearTo: 2025, failed: 0, partial: 0 },
  hits: [
    {
      document: exampleDocument,
      passage,
      highlights: [{ start: at, end: at + phrase.length, kind: 'match' }],
      score: 1.7,
      verbatim: true,
      why: {
        legs: [
          { leg: 'keyword', rank: 1, score: 4.2 },
          { leg: 'vector', rank: 3, score: 0.64 },
        ],
        terms: [phrase],
        named: ['verbatim'],
        sentence: { start: 0, end: sentence.length },
      },
    },
  ],
};

export const exampleSuggest: SuggestResponse = {
  query: '毛入',
  suggestions: [{ text: phrase, kind: 'term', documents: 1 }],
};

export const exampleWording: WordingResponse = {
  query: phrase,
  documents: 1,
  occurrences: 1,
  first: occurrence,
  latest: occurrence,
  byYear: [{ value: '2023', documents: 1, occurrences: 1 }],
  byRegion: [{ value: '临江市', documents: 1, occurrences: 1 }],
  byIssuer: [{ value: '临江市教育局', documents: 1, occurrences: 1 }],
  hits: [occurrence],
  coverage: exampleSearch.coverage,
};

export const exampleIndicator = '学前教育毛入园率';
const value = '达到92%以上';
const { id, start: passageStart, end: passageEnd, page, ocr } = passage;
const exampleTarget: StatedTarget = {
  indicator: exampleIndicator,
  comparison: 'at-least',
  value: 92,
  valueTo: null,
  unit: '%',
  year: 2025,
  regionCode: '900100',
  region: '临江市',
  start: start + sentence.indexOf(value),
  end: start + sentence.indexOf(value) + value.length,
  words: value,
  sentence: { start, end: start + sentence.length, text: sentence },
  passage: { id, start: passageStart, end: passageEnd, page, ocr },
  document: exampleDocument,
  copies: [],
  folded: 0,
};

export const exampleTargets: TargetsResponse = {
  query: exampleIndicator,
  named: exampleIndicator,
  total: 1,
  indicators: [
    {
      indicator: '高中阶段毛入学率',
      targets: 3,
      documents: 3,
      years: 2,
      yearFrom: 2020,
      yearTo: 2025,
      regions: 1,
      units: ['%'],
    },
  ],
  table: {
    indicator: exampleIndicator,
    targets: 1,
    folded: 0,
    documents: 1,
    units: [{ unit: '%', targets: 1 }],
    rows: 1,
    series: [
      {
        unit: '%',
        years: [2025],
        rows: [
          { region: { code: '900100', name: '临江市' }, cells: [{ year: 2025, stated: [exampleTarget], more: 0 }] },
        ],
      },
    ],
  },
  unread: 0,
  coverage: exampleSearch.coverage,
};

export const exampleDocumentTargets: DocumentTargets = {
  document: exampleDocument,
  total: 1,
  unread: false,
  targets: [exampleTarget],
};

export const exampleCitation: Citation = {
  plain: '临江市教育局：《临江市学前教育发展工作要点》（临教发〔2023〕12号），2023年3月15日，第3自然段',
  gbt7714:
    '临江市教育局. 临江市学前教育发展工作要点: 临教发〔2023〕12号[A/OL]. (2023-03-15)[2026-11-25]. http://127.0.0.1:3000/documents/lj2023xqjy?v=1&at=21#n3.',
  link: 'http://127.0.0.1:3000/documents/lj2023xqjy?v=1&at=21#n3',
  place: { article: null, clause: null, item: null, paragraphs: { from: 3, to: 3 }, page: null },
};

export const exampleTimeline: TimelineResponse = {
  by: 'year',
  phrases: [{ phrase, documents: 1, occurrences: 1, first: occurrence, latest: occurrence }],
  groups: [{ value: '2023', opens: { dateYear: 2023 }, of: 1, counts: [{ documents: 1, occurrences: 1 }] }],
  coverage: exampleSearch.coverage,
};

export const exampleVariants: VariantsResponse = {
  query: '毛入学率',
  total: 1,
  documents: 1,
  occurrences: 1,
  variants: [
    {
      text: phrase,
      edits: 1,
      documents: 1,
      occurrences: 1,
      first: occurrence,
      latest: occurrence,
      years: [{ value: 2023, documents: 1 }],
      regions: [{ value: '临江市', documents: 1 }],
      parts: [
        { kind: 'same', text: '毛入' },
        { kind: 'removed', text: '学率' },
        { kind: 'added', text: '园率' },
      ],
      before: null,
    },
  ],
  coverage: exampleSearch.coverage,
};

export const exampleList: DocumentList = { total: 1, documents: [exampleDocument] };

export const exampleDetail: DocumentDetail = {
  ...exampleDocument,
  titleYears: [],
  level: null,
  statusBasis: null,
  addressees: ['各区教育局'],
  publishedOn: null,
  effectiveOn: null,
  signature: '临江市教育局',
  attachments: [],
  origins: { title: 'text', region: 'title', date: 'text' },
  format: 'docx',
  version: 1,
  characters: text.length,
  pages: null,
  passages: 1,
  unread: [],
  duplicates: [],
  removed: false,
  ingestedAt: '2024-01-05T08:00:00.000Z',
  outline: [{ level: 1, text: heading, start: text.indexOf(heading) }],
};

/** The same a year before. */
export const exampleEarlierText = text.replace('92%', '90%');
export const exampleEarlier: DocumentSummary = {
  ...exampleDocument,
  id: 'lj2022xqjy',
  number: '临教发〔2022〕9号',
  date: '2022-03-10',
  year: 2022,
  file: '临江市教育局/2022/学前教育发展工作要点.docx',
  newer: { id: exampleDocument.id, title: exampleDocument.title, date: '2023-03-15', year: 2023, kind: 'edition' },
};
const exampleRelated: Related = {
  document: exampleEarlier,
  relation: 'edition',
  similarity: 0.82,
  containment: 0.91,
  numbers: null,
};

export const exampleFamily: Family = {
  document: exampleDocument,
  members: [],
  more: 0,
  inForce: { id: exampleDocument.id, ground: 'stated', of: 1 },
  duplicates: [],
  series: [
    { document: exampleDocument, year: 2023 },
    { document: exampleEarlier, year: 2022 },
  ],
};

export const exampleSimilar: SimilarDocuments = { documents: [exampleRelated] };

export const exampleText: DocumentText = {
  text,
  removed: [{ text: '第1页 共1页', reason: 'page number', at: text.length }],
};

export const exampleRun: Run = {
  id: 7,
  startedAt: '2024-01-05T08:00:00.000Z',
  finishedAt: '2024-01-05T08:00:02.000Z',
  files: 1,
  done: 1,
  lines: [{ file: exampleDocument.file, status: 'indexed', documentId: exampleDocument.id, passages: 1, ms: 840 }],
  summary: { files: 1, indexed: 1, unchanged: 0, duplicate: 0, failed: 0, removed: 0, seconds: 2, passages: 1 },
};

export const exampleFailures: FailedFiles = {
  counts: { indexed: 1, duplicate: 0, failed: 1, partial: 0 },
  codes: [{ code: 'ENCRYPTED', count: 1 }],
  total: 1,
  failures: [
    {
      file: '临江市教育局/2022/招生.docx',
      code: 'ENCRYPTED',
      message: '文件有密码保护。请去掉密码后重新入库。',
      at: '2024-01-05T08:00:01.000Z',
    },
  ],
  partlyRead: [],
};

export const exampleRunReport: RunReport = {
  id: exampleRun.id,
  startedAt: exampleRun.startedAt,
  finishedAt: exampleRun.finishedAt,
  counts: { waiting: 0, indexed: 1, unchanged: 0, duplicate: 0, failed: 0 },
  total: 1,
  files: [
    {
      file: exampleDocument.file,
      status: 'indexed',
      documentId: exampleDocument.id,
      passages: 1,
      version: 2,
      finishedAt: '2024-01-05T08:00:02.000Z',
    },
  ],
  summary: exampleRun.summary,
};

export const exampleQueue: QueueState = {
  pending: 1,
  worker: 'busy',
  stuck: false,
  lastFinishedAt: '2024-01-05T08:00:02.000Z',
  perMinute: 30,
  minutesLeft: 0.1,
  next: [{ file: '临江市教育局/2022/招生.docx', run: 8 }],
};

export const exampleLedger: LedgerPage = {
  total: 1,
  rows: [
    {
      file: '临江市教育局/2022/招生.docx',
      status: 'failed',
      code: 'ENCRYPTED',
      message: '文件有密码保护。请去掉密码后重新入库。',
      documentId: null,
      title: null,
      versions: null,
      of: null,
      archive: null,
      members: null,
      unread: null,
      passages: null,
      at: '2024-01-05T08:00:01.000Z',
    },
  ],
  next: null,
};

export const exampleHealth: Health = {
  status: 'ok',
  degraded: [],
  version: '0.1.0',
  engine: 'embedded',
  index: { state: 'ready', lacking: 0, why: null, command: null },
  documents: 1,
  passages: 1,
  indexed: 1,
  pending: 0,
  yearFrom: 2023,
  yearTo: 2023,
  adapter: null,
  operation: {
    worker: { alive: true, secondsAgo: 2 },
    oldestPendingSeconds: null,
    diskFreeMb: 20_480,
    modelLoaded: true,
  },
};

export const exampleJudgements: JudgementList = {
  total: 1,
  judgements: [
    {
      query: '几岁上幼儿园',
      documentId: exampleDocument.id,
      passageHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      answers: true,
      day: '2024-01-05',
    },
  ],
};

const citedTitle = '云州省学前教育条例';
const citedSentence = `根据《${citedTitle}》第十二条，制定本要点。`;
const notHeld = {
  state: 'missing' as const,
  document: null,
  newer: null,
  repealedBy: [],
};

export const exampleCitations: DocumentCitations = {
  document: exampleDocument,
  cites: [
    {
      start: 2,
      end: 2 + citedTitle.length + 2,
      kind: 'document',
      words: `《${citedTitle}》`,
      title: citedTitle,
      number: null,
      issuer: null,
      articles: ['第十二条'],
      sentence: { start: 0, end: citedSentence.length, text: citedSentence },
      repeals: false,
      resolution: { ...notHeld, candidates: [], passage: null },
    },
  ],
  citedBy: [],
  repealedBy: [],
};

const missing = { title: citedTitle, number: null, ...notHeld, citing: 1, places: 1, by: [exampleDocument] };
export const exampleCitationOverview: CitationOverview = {
  documents: 2,
  citing: 1,
  mentions: {
    document: 1,
    own: 0,
    other: 0,
    states: { current: 0, revised: 0, repealed: 0, missing: 1, ambiguous: 0 },
  },
  mostCited: [missing],
  missing: [missing],
  outdated: [],
};
