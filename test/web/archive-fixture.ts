// A small archive in memory behind the Archive port: every answer follows from its documents by plain scanning.

import { exampleHealth, exampleTargets } from '../../services/api/endpoints/examples.js';
import { exampleCheck } from '../../services/api/endpoints/examples-check.js';
import { placing } from '../../services/citation/place.js';
import { compareTexts } from '../../services/comparison/compare-texts.js';
import { transmit } from '../../services/comparison/transmission/transmit.js';
import type { Archive, Health } from '../../services/domain/archive.js';
import type { DocumentDetail, DocumentSummary, OutlineEntry } from '../../services/domain/document.js';
import type { Elsewhere, ElsewhereRequest } from '../../services/domain/elsewhere.js';
import { AppError } from '../../services/domain/errors.js';
import type { JudgementRequest } from '../../services/domain/judgement.js';
import type { Newcomer } from '../../services/domain/news.js';
import type { Passage } from '../../services/domain/passage.js';
import type { SearchRequest } from '../../services/domain/query.js';
import type { Degraded, FacetValue, Highlight, Hit, SearchResponse, Why } from '../../services/domain/result.js';
import { provisionAround } from '../../services/reading/provision.js';
import { unstated } from '../support/metadata.js';
import { citationsInTextOf, citationsOf, overviewOf } from './citations-fixture.js';
import { everyDocument, type FixtureDocument } from './documents-fixture.js';
import { duplicateFiles, failedFiles, partlyReadFiles } from './report-fixture.js';

interface Held {
  readonly detail: DocumentDetail;
  readonly summary: DocumentSummary;
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly cleaned: FixtureDocument['cleaned'];
  /** the first version, where this is the second */
  readonly older: string | undefined;
}

let nextId = 0;

/** Lines become text and outline; every line that is not a heading becomes a passage. */
function hold({ facts, lines, linesPerPage, cleaned, older }: FixtureDocument): Held {
  const outline: OutlineEntry[] = [];
  const passages: Passage[] = [];
  const path: string[] = [];
  let text = '';
  for (const [i, line] of lines.entries()) {
    const start = text.length;
    const page = linesPerPage === undefined ? null : 1 + Math.floor(i / linesPerPage);
    const words = typeof line === 'string' ? line : 'label' in line ? `${line.label} ${line.text}` : line[1];
    text += `${words}\n`;
    if (typeof line !== 'string' && !('label' in line)) {
      const [level] = line;
      outline.push({ level, text: words, start });
      path.length = Math.min(path.length, level - 1);
      path.push(words);
      continue;
    }
    if (typeof line !== 'string') outline.push({ level: 3, text: line.label, start });
    nextId++;
    passages.push({ id: nextId, heading: [...path], text: words, start, end: start + words.length, page, ocr: null });
  }
  const { format, duplicates = [], removed = false, titleYears = [], origins = {}, ...stated } = facts;
  const summary: DocumentSummary = {
    number: null,
    issuer: null,
    region: null,
    date: null,
    year: null,
    type: null,
    newer: null,
    ...stated,
  };
  const detail: DocumentDetail = {
    ...summary,
    ...unstated,
    unread: [],
    format,
    titleYears,
    origins,
    duplicates,
    removed,
    version: older ? 2 : 1,
    characters: text.length,
    pages: passages.at(-1)?.page ?? null,
    passages: passages.length,
    ingestedAt: '2025-06-01T08:00:00.000Z',
    outline,
  };
  return { detail, summary, text, passages, cleaned, older: older?.join('\n') };
}

const matchesFilters = ({ summary, detail }: Held, request: SearchRequest): boolean => {
  const { region, year, yearFrom, yearTo, type, issuer, status } = request;
  const own = summary.year ?? 0;
  return (
    !detail.removed &&
    (region === undefined || (summary.region ?? '').includes(region)) &&
    (year === undefined || own === year || detail.titleYears.includes(year)) &&
    (yearFrom === undefined || own >= yearFrom) &&
    (yearTo === undefined || (summary.year !== null && own <= yearTo)) &&
    (type === undefined || summary.type === type) &&
    (issuer === undefined || (summary.issuer ?? '').includes(issuer)) &&
    (status === undefined || summary.status === status)
  );
};

/** Stands in for a model: everyday words and what documents say instead. */
const official: Readonly<Record<string, string>> = { 六岁: '年满六周岁', 上学: '入学接受', 幼儿园: '学前教育' };
const byMeaning = (words: string): string[] =>
  Object.entries(official).flatMap(([everyday, word]) => (words.includes(everyday) ? [word] : []));

const bigrams = (words: string): string[] => Array.from({ length: words.length - 1 }, (_, i) => words.slice(i, i + 2));

/** The query as it stands, or its bigrams; by meaning also the sentence with most of them. */
function look(
  passage: Passage,
  words: string,
  mode: SearchRequest['mode'],
): { score: number; highlights: Highlight[] } {
  const whole = passage.text.indexOf(words);
  if (whole !== -1) {
    return { score: 100, highlights: [{ start: whole, end: whole + words.length, kind: 'match' }] };
  }
  const wanted = [...bigrams(words), ...(mode === 'keyword' ? [] : byMeaning(words))];
  const highlights = wanted.flatMap((word): Highlight[] => {
    const at = passage.text.indexOf(word);
    return at === -1 ? [] : [{ start: at, end: at + word.length, kind: 'match' }];
  });
  if (mode === 'keyword' || highlights.length === 0) return { score: highlights.length, highlights };
  const start = passage.text.lastIndexOf('。', highlights[0]?.start ?? 0) + 1;
  const end = passage.text.indexOf('。', start) + 1 || passage.text.length;
  return { score: highlights.length, highlights: [...highlights, { start, end, kind: 'answer' }] };
}

function countBy(hits: readonly Hit[], value: (document: DocumentSummary) => string | null): FacetValue[] {
  const counts = new Map<string, number>();
  for (const { document } of hits) {
    const key = value(document);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ value: key, count })).sort((a, b) => b.count - a.count);
}

/** A question that ends in two marks has no answer, one in ？~ only what is near. */
function judged(q: string): SearchResponse['answer'] {
  const verdict = q.endsWith('？？') ? 'none' : q.endsWith('？~') ? 'near' : null;
  return verdict && { verdict, confidence: 0.1, cosine: 0.5, agreement: 0 };
}

function search(held: readonly Held[], request: SearchRequest, degraded: readonly Degraded[]): SearchResponse {
  const quoted = /^[“"].*[”"]$/.test(request.q);
  const words = request.q.replace(/[“”"？~]/g, '').trim();
  const found = held
    .filter((one) => matchesFilters(one, request))
    .flatMap(({ summary, passages }) =>
      passages.map((passage): Hit => {
        const { score, highlights } = look(passage, words, request.mode);
        const verbatim = score === 100;
        const why: Why = {
          legs: [{ leg: 'keyword', rank: 1, score }],
          terms: bigrams(words).filter((word) => passage.text.includes(word)),
          named: verbatim ? ['verbatim'] : [],
        };
        return { document: summary, passage, highlights, score, verbatim, why };
      }),
    )
    .filter(({ score, verbatim }) => (quoted ? verbatim : score >= Math.min(2, words.length)))
    .sort((a, b) => b.score - a.score || a.passage.id - b.passage.id);
  const grouped = new Map<string, Hit>();
  for (const hit of found) {
    const { passage, highlights, score } = hit;
    const first = grouped.get(hit.document.id) ?? { ...hit, passages: [] };
    const passages = [...(first.passages ?? []), { passage, highlights, score }].slice(0, 3);
    grouped.set(hit.document.id, { ...first, passages });
  }
  const hits = request.group === 'document' ? [...grouped.values()] : found;
  return {
    query: request.q,
    mode: request.mode,
    understood: {
      phrases: quoted ? [words] : [],
      region: /海南/.test(request.q) ? '海南省' : null,
      yearFrom: null,
      yearTo: null,
      type: null,
      issuer: null,
      synonyms:
        request.q.includes('幼儿园') && !request.literal ? [{ everyday: '幼儿园', official: ['学前教育'] }] : [],
    },
    suggestion: request.q === '义务较育' ? '义务教育' : null,
    degraded: [...degraded],
    adapter: null,
    total: hits.length,
    totalIsExact: request.mode === 'keyword',
    took: 12.4,
    facets: {
      region: countBy(hits, (document) => document.region),
      year: countBy(hits, (document) => (document.year === null ? null : String(document.year))),
      type: countBy(hits, (document) => document.type),
      issuer: countBy(hits, (document) => document.issuer),
    },
    answer: judged(request.q),
    coverage: {
      documents: held.filter((one) => matchesFilters(one, request)).length,
      ocr: 2,
      undated: 1,
      yearFrom: 2016,
      yearTo: 2025,
      failed: 3,
      partial: 0,
    },
    hits: hits.slice((request.page - 1) * request.size, request.page * request.size),
  };
}

/** Documents that hold the words as they stand. */
const newcomers = (held: readonly Held[], q: string): Newcomer[] =>
  held.flatMap(({ summary, detail, passages }) => {
    const passage = passages.find(({ text }) => text.includes(q));
    if (!passage || detail.removed) return [];
    const at = passage.text.indexOf(q);
    const around = { before: passage.text.slice(0, at), match: q, after: passage.text.slice(at + q.length) };
    const { version, ingestedAt: addedAt } = detail;
    const range = { start: passage.start + at, end: passage.start + at + q.length };
    return [{ document: summary, version, addedAt, passage, excerpt: around, occurrences: null, range }];
  });
const textOf = ({ text, detail }: Held) => ({ text, outline: detail.outline });

/** One black pixel, as WebP. */
const onePixel = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64');

/** Documents that hold the whole stretch. */
function saidElsewhere(held: readonly Held[], own: Held, { start, end }: ElsewhereRequest): Elsewhere {
  const words = own.text.slice(start, end);
  const documents = held.filter(({ summary, text }) => summary.id !== own.summary.id && text.includes(words));
  const hits = documents.map(({ summary, text, passages }) => {
    const at = text.indexOf(words);
    const passage = passages.findLast((one) => one.start <= at);
    const place = { start: at, end: at + words.length, text: words, passage: passage?.id ?? 0, page: null };
    return { document: summary, place, others: [] };
  });
  const shared = [{ start, end }];
  return {
    document: own.summary,
    version: own.detail.version,
    start,
    end,
    text: words,
    documents: hits.length,
    families: hits.length,
    tooShort: false,
    verbatim:
      hits.length === 0 ? [] : [{ shared, characters: words.length, whole: true, documents: hits.length, hits }],
    nearDocuments: 0,
    nearFamilies: 0,
    near: [],
    meaning: [],
  };
}

const unused = (): never => {
  throw new AppError('INTERNAL', { requestId: 'fixture' });
};

export interface FixtureOptions {
  readonly everythingRead?: boolean;
  readonly degraded?: readonly Degraded[];
  readonly documents?: readonly FixtureDocument[];
  /** what every search throws */
  readonly failure?: AppError;
  /** takes what was judged */
  readonly judged?: JudgementRequest[];
}

export function createFixtureArchive({
  degraded = [],
  documents = everyDocument,
  everythingRead = false,
  failure,
  judged = [],
}: FixtureOptions = {}): Archive {
  nextId = 0;
  const failures = everythingRead ? [] : failedFiles;
  const duplicates = everythingRead ? [] : duplicateFiles;
  const partlyRead = everythingRead ? [] : partlyReadFiles;
  const failureCodes = [...new Set(failures.map(({ code }) => code))].map((code) => ({
    code,
    count: failures.filter((one) => one.code === code).length,
  }));
  const reportCounts = {
    indexed: documents.length,
    duplicate: duplicates.length,
    failed: failures.length,
    partial: partlyRead.length,
  };
  const held = documents.map(hold);
  const present = held.filter(({ detail }) => !detail.removed);
  const find = (id: string): Held => {
    const one = held.find(({ summary }) => summary.id === id);
    if (!one) throw new AppError('DOCUMENT_NOT_FOUND', { id });
    return one;
  };
  const years = present.flatMap(({ summary }) => summary.year ?? []);
  const health: Health = {
    status: degraded.length > 0 ? 'degraded' : 'ok',
    degraded: [...degraded],
    version: '0.0.0',
    engine: 'embedded',
    index: { state: 'ready' as const, lacking: 0, why: null, command: null },
    documents: present.length,
    passages: present.reduce((sum, { passages }) => sum + passages.length, 0),
    indexed: null,
    pending: 0,
    yearFrom: years.length > 0 ? Math.min(...years) : null,
    yearTo: years.length > 0 ? Math.max(...years) : null,
    operation: exampleHealth.operation,
    adapter: null,
  };
  return {
    judge(request) {
      if (!present.some(({ passages }) => passages.some(({ id }) => id === request.passage))) {
        throw new AppError('PASSAGE_NOT_FOUND', { id: request.passage });
      }
      judged.push(request);
    },
    judgements: () => ({ total: 0, judgements: [] }),
    forgetJudgements: () => 0,
    search: async (request) => {
      if (failure) throw failure;
      return search(held, request, degraded);
    },
    newInSearch: async (request, most) => {
      if (failure) throw failure;
      return newcomers(held, request.q).slice(0, most);
    },
    newInWording: async ({ q }, most) => newcomers(held, q).slice(0, most),
    wording: async () => unused(),
    wordingDesk: async () => unused(),
    targets: ({ q, indicator }) => {
      const coverage = { ...exampleTargets.coverage, documents: present.length };
      const query = indicator ?? q ?? null;
      if (present.length === 0)
        return { ...exampleTargets, query, named: null, total: 0, indicators: [], table: null, coverage };
      return indicator === undefined ? { ...exampleTargets, query, named: null, table: null } : exampleTargets;
    },
    documentTargets: (id) => ({ document: find(id).summary, total: 0, unread: false, targets: [] }),
    timeline: async () => unused(),
    variants: async () => unused(),
    suggest: ({ q, size }) => ({
      query: q,
      suggestions: present
        .map(({ summary }) => summary.title)
        .filter((title) => title.includes(q))
        .slice(0, size)
        .map((text) => ({ text, kind: 'title' as const, documents: 1 })),
    }),
    prepared: async () => {},
    list: (page, size) => ({
      total: present.length,
      documents: present
        .map(({ summary }) => summary)
        .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
        .slice((page - 1) * size, page * size),
    }),
    warm: () => {},
    citations: async (id) => citationsOf(find(id).summary),
    citationsInText: (id) => citationsInTextOf(find(id).summary, find(id).text),
    citationOverview: async () => overviewOf(present.map(({ summary }) => summary)),
    detail: (id) => find(id).detail,
    text: (id) => ({ text: find(id).text, removed: [...(find(id).cleaned ?? [])] }),
    passages: (id) => [...find(id).passages],
    provision: (id, passage) => provisionAround(find(id).text, find(id).detail.outline, passage),
    places: (id) => ({ version: find(id).detail.version, of: placing(find(id).text, find(id).passages) }),
    family: (id) => ({
      document: find(id).summary,
      members: [],
      more: 0,
      inForce: { id: null, ground: 'alone', of: 1 },
      duplicates: [],
      series: [],
    }),
    similar: () => ({ documents: [] }),
    meant(typed) {
      const known = held.find(({ summary }) => summary.id === typed.replace(/@\d+$/, ''));
      if (known) return { name: typed, total: 1, documents: [] };
      const found = present.map(({ summary }) => summary).filter(({ title }) => title.includes(typed));
      const [only] = found;
      return only && found.length === 1
        ? { name: only.id, total: 1, documents: [] }
        : { name: null, total: found.length, documents: found };
    },
    compare: async (a, b) => ({
      a: { ...find(a).summary, version: null },
      b: { ...find(b).summary, version: null },
      relation: null,
      similarity: 0,
      containment: 0,
      ...compareTexts(textOf(find(a)), textOf(find(b))),
    }),
    transmission: async (superior, local) => ({
      superior: { ...find(superior).summary, version: null },
      local: { ...find(local).summary, version: null },
      order: 'unclear',
      ...transmit(textOf(find(superior)), textOf(find(local))),
    }),
    counterparts: (id) => ({
      document: find(id).summary,
      versions: [
        { version: 1, ingestedAt: '2024-01-05T08:00:00.000Z' },
        { version: 2, ingestedAt: '2024-02-05T08:00:00.000Z' },
      ],
      counterparts: present
        .filter(({ summary }) => summary.id !== id)
        .map(({ summary }) => ({ document: summary, how: 'similar' as const, standing: 'local' as const })),
    }),
    versions: (id) => {
      const { detail, text, older } = find(id);
      const shared = { ingestedAt: detail.ingestedAt, format: detail.format, pages: detail.pages, sameFile: false };
      return [...(older ? [older] : []), text].map((words, i) => ({
        ...shared,
        version: i + 1,
        characters: words.length,
        sameText: false,
      }));
    },
    version: (id, version) => {
      const { detail, text, older, cleaned = [] } = find(id);
      if (version === undefined || version === detail.version) {
        return { version: detail.version, text, removed: [...cleaned], outline: detail.outline, pages: [] };
      }
      if (version !== 1 || older === undefined) throw new AppError('VERSION_NOT_FOUND', { id, version });
      return { version, text: older, removed: [], outline: [], pages: [] };
    },
    elsewhere: async (asked) => saidElsewhere(held, find(asked.id), asked),
    preview: async (id) => ({
      name: id,
      markup: `<!doctype html><title>原件</title><p>原件：${find(id).summary.title}`,
    }),
    pagePicture: async (id, page) => ({ name: `${id}-${page}`, type: 'image/webp', bytes: onePixel }),
    original: (id) => ({ path: '/nowhere', name: find(id).detail.file, bytes: 1 }),
    upload: async () => unused(),
    remove: async () => unused(),
    report: () => ({ counts: reportCounts, codes: failureCodes }),
    failures: (code, page, size) =>
      failures.filter((one) => code === null || one.code === code).slice((page - 1) * size, page * size),
    partlyRead: () => partlyRead,
    duplicates: () => duplicates,
    retry: ({ files, code, list }) => ({
      run: 1,
      files:
        list === 'partial'
          ? partlyRead.filter((one) => (files ?? [one.file]).includes(one.file)).length
          : failures.filter((one) => (files ?? [one.file]).includes(one.file) && (code ?? one.code) === one.code)
              .length,
    }),
    runs: () => [],
    run: unused,
    recentRuns: () => [],
    queue: unused,
    ledger: unused,
    held: () => [],
    correction: () => ({}),
    correct: unused,
    check: async () => exampleCheck,
    health: async () => health,
  };
}
