// A small archive in memory: the dependency of the application under test. It finds by plain substring, keeps
// the archive's promises (offsets, counts, errors), and makes nothing up.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  exampleComparison,
  exampleCounterparts,
  exampleTransmission,
} from '../../services/api/endpoints/comparison-examples.js';
import {
  exampleCitationOverview,
  exampleCitations,
  exampleDetail,
  exampleDocument,
  exampleDocumentTargets,
  exampleEarlier,
  exampleEarlierText,
  exampleFailures,
  exampleHealth,
  exampleJudgements,
  exampleLedger,
  exampleQueue,
  exampleRunReport,
  exampleSearch,
  exampleTargets,
  exampleText,
  exampleTimeline,
  exampleVariants,
} from '../../services/api/endpoints/examples.js';
import { exampleCheck } from '../../services/api/endpoints/examples-check.js';
import { exampleElsewhere, exampleVersions } from '../../services/api/endpoints/reading-examples.js';
import { placing } from '../../services/citation/place.js';
import { compareTexts } from '../../services/comparison/compare-texts.js';
import type { Archive, Run } from '../../services/domain/archive.js';
import type { DocumentDetail, DocumentSummary } from '../../services/domain/document.js';
import { AppError } from '../../services/domain/errors.js';
import type { Judgement } from '../../services/domain/judgement.js';
import type { Passage } from '../../services/domain/passage.js';
import type { Occurrence } from '../../services/domain/result.js';
import { normalForm, normalText, occurrencesOf, originalRange } from '../../services/domain/text.js';

interface Held {
  readonly detail: DocumentDetail;
  readonly text: string;
  readonly original: Buffer | null;
}

export interface ArchiveFixture extends Archive {
  /** what was uploaded, by name */
  readonly uploads: Map<string, Uint8Array>;
}

const summaryOf = (detail: DocumentDetail): DocumentSummary => {
  const { id, title, number, issuer, region, date, year, type, status, file, newer } = detail;
  return { id, title, number, issuer, region, date, year, type, status, file, newer };
};

const withoutOriginal: Held = {
  detail: {
    ...exampleDetail,
    id: 'lj2019ywjy',
    title: '临江市义务教育阶段招生入学工作的通知',
    type: '通知',
    date: '2019-05-06',
    year: 2019,
    file: '临江市教育局/2019/招生“入学”通知.html',
  },
  text: '临江市义务教育阶段招生入学工作的通知\n凡年满六周岁的儿童，应当入学接受义务教育。\n',
  original: null,
};

export const originalBytes = Buffer.from(Array.from({ length: 4096 }, (_, i) => i % 256));

export function createArchiveFixture(): ArchiveFixture {
  const held = new Map<string, Held>(
    [{ detail: exampleDetail, text: exampleText.text, original: originalBytes }, withoutOriginal].map((entry) => [
      entry.detail.id,
      entry,
    ]),
  );
  const folder = mkdtempSync(join(tmpdir(), 'yanju-api-'));
  const runs: Run[] = [];
  const uploads = new Map<string, Uint8Array>();
  const judgements: Judgement[] = [];

  const get = (id: string): Held => {
    const found = held.get(id);
    if (!found) throw new AppError('DOCUMENT_NOT_FOUND', { id });
    return found;
  };
  const passageOf = ({ text, detail }: Held): Passage => {
    const start = text.indexOf('\n') + 1;
    const end = text.trimEnd().length;
    return { id: detail.id.length, heading: [], text: text.slice(start, end), start, end, page: null, ocr: null };
  };
  const occurrencesIn = (entry: Held, phrase: string): Occurrence[] => {
    const normal = normalText(entry.text);
    return occurrencesOf(normalForm(phrase), normal.text).map((at) => {
      const { start, end } = originalRange(normal, at, at + normalForm(phrase).length);
      const { text } = entry;
      const around = { before: text.slice(0, start), match: text.slice(start, end), after: text.slice(end) };
      return { document: summaryOf(entry.detail), passage: passageOf(entry), start, end, ...around };
    });
  };

  return {
    uploads,
    async search({ q, mode, page, size }) {
      const hits = [...held.values()]
        .filter((entry) => normalForm(passageOf(entry).text).includes(normalForm(q)))
        .map((entry) => ({
          document: summaryOf(entry.detail),
          passage: passageOf(entry),
          highlights: [],
          score: 1,
          verbatim: true,
          why: { legs: [{ leg: 'keyword' as const, rank: 1, score: 1 }], terms: [q], named: ['verbatim' as const] },
        }));
      return {
        query: q,
        mode,
        understood: { phrases: [], region: null, yearFrom: null, yearTo: null, type: null, issuer: null, synonyms: [] },
        suggestion: null,
        degraded: [],
        adapter: null,
        total: hits.length,
        totalIsExact: true,
        took: 0,
        facets: { region: [], year: [], type: [], issuer: [] },
        answer: null,
        coverage: {
          documents: held.size,
          ocr: 0,
          undated: 0,
          yearFrom: null,
          yearTo: null,
          failed: 0,
          partial: 0,
        },
        hits: hits.slice((page - 1) * size, page * size),
      };
    },
    targets: () => exampleTargets,
    documentTargets: (id) => ({ ...exampleDocumentTargets, document: summaryOf(get(id).detail) }),
    newInSearch: async () => [],
    newInWording: async () => [],
    suggest: ({ q, size }) => ({
      query: q,
      suggestions: [...held.values()]
        .map(({ detail }) => detail.title)
        .filter((title) => q !== '' && title.includes(q))
        .slice(0, size)
        .map((text) => ({ text, kind: 'title' as const, documents: 1 })),
    }),
    prepared: async () => {},
    async wording({ q, page, size }) {
      const hits = [...held.values()].flatMap((entry) => occurrencesIn(entry, q));
      return {
        query: q,
        documents: new Set(hits.map((hit) => hit.document.id)).size,
        occurrences: hits.length,
        first: hits[0] ?? null,
        latest: hits.at(-1) ?? null,
        byYear: [],
        byRegion: [],
        byIssuer: [],
        coverage: exampleSearch.coverage,
        hits: hits.slice((page - 1) * size, page * size),
      };
    },
    wordingDesk: async () => {
      throw new Error('the API does not ask for it');
    },
    timeline: async () => exampleTimeline,
    variants: async () => exampleVariants,
    list(page, size) {
      const all = [...held.values()].map(({ detail }) => summaryOf(detail));
      return { total: all.length, documents: all.slice((page - 1) * size, page * size) };
    },
    warm: () => {},
    citations: async (id) => ({ ...exampleCitations, document: summaryOf(get(id).detail) }),
    citationsInText: () => [],
    citationOverview: async () => exampleCitationOverview,
    detail: (id) => get(id).detail,
    text: (id) => ({ text: get(id).text, removed: id === exampleDocument.id ? exampleText.removed : [] }),
    passages: (id) => [passageOf(get(id))],
    provision: (id, { start, end }) => ({ start, end, text: get(id).text.slice(start, end), whole: true }),
    places: (id) =>
      id === exampleEarlier.id || id === exampleTransmission.local.id // known from comparisons alone
        ? { version: 1, of: placing(exampleEarlierText, []) }
        : { version: 1, of: placing(get(id).text, [passageOf(get(id))]) },
    family(id) {
      const document = summaryOf(get(id).detail);
      const inForce = { id: null, ground: 'alone' as const, of: 1 };
      return { document, members: [], more: 0, inForce, duplicates: [], series: [] };
    },
    similar(id) {
      get(id);
      return { documents: [] };
    },
    async compare(a, b) {
      if (a === exampleComparison.a.id && b === exampleComparison.b.id) return exampleComparison;
      const [one, other] = [get(a), get(b)];
      return {
        a: { ...summaryOf(one.detail), version: null },
        b: { ...summaryOf(other.detail), version: null },
        relation: null,
        similarity: 0,
        containment: 0,
        ...compareTexts({ text: one.text, outline: [] }, { text: other.text, outline: [] }),
      };
    },
    async transmission(superior, local) {
      if (local === exampleTransmission.local.id) return exampleTransmission;
      get(superior);
      get(local);
      return exampleTransmission;
    },
    meant: (typed) => ({ name: typed, total: 1, documents: [] }),
    counterparts(id) {
      get(id);
      return exampleCounterparts;
    },
    versions(id) {
      get(id);
      return exampleVersions;
    },
    version: (id, version = 1) => {
      if (version !== 1) throw new AppError('VERSION_NOT_FOUND', { id, version });
      const removed = id === exampleDocument.id ? exampleText.removed : [];
      return { text: get(id).text, removed, version, outline: get(id).detail.outline, pages: [] };
    },
    async elsewhere({ id }) {
      get(id);
      return exampleElsewhere;
    },
    preview: async (id) => {
      throw new AppError('PREVIEW_UNAVAILABLE', { format: get(id).detail.format });
    },
    pagePicture: async (id) => {
      throw new AppError('PREVIEW_UNAVAILABLE', { format: get(id).detail.format });
    },
    original(id) {
      const { original, detail } = get(id);
      if (!original) throw new AppError('ORIGINAL_MISSING', { id });
      const path = join(folder, id);
      writeFileSync(path, original);
      return { path, name: detail.file.split('/').at(-1) ?? id, bytes: original.length };
    },
    async upload(files) {
      for (const file of files) if ('bytes' in file) uploads.set(file.name, file.bytes);
      const id = runs.length + 1;
      const startedAt = new Date(0).toISOString();
      runs.unshift({ id, startedAt, finishedAt: null, files: files.length, done: 0, lines: [], summary: null });
      return { run: id };
    },
    async remove(id) {
      get(id);
      held.delete(id);
    },
    report: () => ({ counts: exampleFailures.counts, codes: exampleFailures.codes }),
    failures: () => exampleFailures.failures.map((failure) => ({ ...failure, values: {} })),
    partlyRead: () => [],
    duplicates: () => [],
    retry: ({ files }) => ({ run: 1, files: files?.length ?? 1 }),
    runs: (limit) => runs.slice(0, limit),
    run(id) {
      if (id !== exampleRunReport.id) throw new AppError('RUN_NOT_FOUND', { run: id });
      return exampleRunReport;
    },
    recentRuns: () => [],
    queue: () => exampleQueue,
    ledger: () => exampleLedger,
    held: () => [],
    correction: () => ({}),
    correct: () => ({ run: exampleRunReport.id }),
    judge({ query, passage, answers }) {
      if (passage !== exampleSearch.hits[0]?.passage.id) throw new AppError('PASSAGE_NOT_FOUND', { id: passage });
      judgements.push({ ...exampleJudgements.judgements[0]!, query, answers: answers === 'yes' });
    },
    judgements: (page, size) => ({
      total: judgements.length,
      judgements: judgements.slice((page - 1) * size, page * size),
    }),
    forgetJudgements(query) {
      const kept = judgements.filter((judgement) => query !== null && judgement.query !== query);
      const gone = judgements.length - kept.length;
      judgements.splice(0, judgements.length, ...kept);
      return gone;
    },
    check: async (draft) => ({ ...exampleCheck, text: draft.kind === 'text' ? draft.text : exampleCheck.text }),
    async health() {
      const counts = { documents: held.size, passages: held.size, indexed: held.size, pending: 0 };
      const years = { yearFrom: 2019, yearTo: 2023 };
      const { operation } = exampleHealth;
      return {
        status: 'ok',
        degraded: [],
        version: '0.0.0',
        engine: 'embedded',
        index: { state: 'ready' as const, lacking: 0, why: null, command: null },
        adapter: null,
        operation,
        ...counts,
        ...years,
      };
    },
  };
}
