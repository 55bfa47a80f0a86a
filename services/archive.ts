// Puts the archive's parts together behind the interface that the API, the pages and the command line see.
import { version } from '../config/root.js';
import type { Settings } from '../config/settings.js';
import type { Catalogue } from './catalogue/open.js';
import { createSnapshot, type Snapshot } from './catalogue/snapshot.js';
import { placing } from './citation/place.js';
import { compareSteps } from './comparison/compare.js';
import { counterparts } from './comparison/counterparts.js';
import { meant } from './comparison/meant.js';
import { transmissionSteps } from './comparison/transmission/transmission.js';
import type { Archive, Health } from './domain/archive.js';
import { AppError } from './domain/errors.js';
import type { Previewer } from './domain/preview.js';
import type { SearchRequest } from './domain/query.js';
import type { Degraded, SearchResponse } from './domain/result.js';
import { createCheck } from './drafting/create-check.js';
import type { ReadDraftFile } from './drafting/draft.js';
import { elsewhere } from './elsewhere/elsewhere.js';
import type { Embedder } from './embedding/embedder.js';
import type { Engine } from './engine/engine.js';
import { askTargets } from './facts/ask-targets/ask-targets.js';
import { targetsOfDocument } from './facts/ask-targets/show-targets.js';
import { createCitationWeb } from './facts/citations/open-web.js';
import { overviewSteps } from './facts/citations/overview.js';
import { citationsInText, documentCitations } from './facts/citations/show.js';
import { familyOf, similarTo } from './families/read.js';
import { indexCondition } from './index-condition.js';
import { intake } from './intake.js';
import { judging } from './learning/judging.js';
import { searchNews } from './news/search-news.js';
import { wordingNewsSteps } from './news/wording-news.js';
import { operation } from './operation.js';
import { createFewAtOnce } from './process/few-at-once.js';
import { inSlices } from './process/in-slices.js';
import { originals } from './reading/originals.js';
import { provisionAround } from './reading/provision.js';
import { readingVersions } from './reading/versions.js';
import { createCoverage } from './search/coverage.js';
import { createLexicon } from './search/lexicon/lexicon.js';
import type { Reranking } from './search/rerank.js';
import { search } from './search/search.js';
import { today } from './today.js';
import { keepBuilt } from './wording/index/background.js';
import { createWordingIndex } from './wording/index/wording-index.js';
import { timelineSteps } from './wording/timeline.js';
import { variants } from './wording/variants/variants.js';
import { wordingDeskSteps, wordingSteps } from './wording/wording.js';

export interface ArchiveDeps {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  readonly engine: Engine;
  /** null without a model */
  readonly embedder: Embedder | null;
  readonly reranking?: Reranking | null;
  readonly snapshot?: Snapshot;
  /** without one, originals can only be downloaded */
  readonly previewer?: Previewer | null;
  /** reads drafts; without it none can be checked */
  readonly readDraft?: ReadDraftFile;
}

/** Comparisons at once: of the longest texts each holds some hundred megabytes. */
const COMPARISONS = 3;

export function createArchive({
  settings,
  catalogue,
  engine,
  embedder,
  reranking = null,
  snapshot = createSnapshot(catalogue),
  previewer = null,
  readDraft = () => Promise.reject(new AppError('NOT_READY')),
}: ArchiveDeps): Archive {
  const lexicon = createLexicon({ catalogue, snapshot });
  const maxQueryLength = settings.YANJU_MAX_QUERY_CHARS;
  const coverage = createCoverage(catalogue, snapshot);
  const citationWeb = createCitationWeb(catalogue);
  const index = createWordingIndex();
  const indexWording = keepBuilt(index, { catalogue, snapshot });
  /** A model other than the archive's gives no comparable vectors. */
  const usableEmbedder = (): Embedder | null => {
    const fingerprint = catalogue.fingerprint();
    return fingerprint === null || fingerprint === embedder?.fingerprint ? embedder : null;
  };
  const fewAtOnce = createFewAtOnce(COMPARISONS);
  async function sliced<Answer>(work: Generator<void, Answer>): Promise<Answer> {
    const answer = await inSlices(work, () => catalogue.isOpen());
    if (answer === null) throw new Error('the catalogue was closed');
    return answer;
  }
  const counting = { catalogue, snapshot, maxQueryLength, index, coverage };
  /** The index is brought up to the archive behind what is asked, not before it. */
  const worded = <Answer>(work: Generator<void, Answer>): Promise<Answer> =>
    sliced(work).finally(() => void indexWording());
  const checking = createCheck({
    settings,
    catalogue,
    snapshot,
    engine,
    embedder: usableEmbedder,
    readFile: readDraft,
    web: citationWeb.now,
  });
  const indexed = (): Promise<number | null> => engine.size().catch(() => null);

  const ask = (request: SearchRequest): Promise<SearchResponse> => {
    const usable = usableEmbedder();
    return search(request, {
      catalogue,
      coverage,
      snapshot,
      lexicon,
      engine,
      embedder: usable,
      reranking: usable && reranking, // what is ranked without the model is ranked by words alone
      maxQueryLength,
    });
  };

  return {
    search: ask,
    wording: (request) => worded(wordingSteps(request, counting)),
    wordingDesk: (request) => worded(wordingDeskSteps(request, counting)),
    targets: (request) => askTargets(request, { catalogue, snapshot, coverage }),
    newInSearch: (request, most) => searchNews(request, most, { catalogue, snapshot, maxQueryLength, search: ask }),
    newInWording: (request, most) => sliced(wordingNewsSteps(request, most, counting)),
    timeline: (request) => worded(timelineSteps(request, counting)),
    variants: (request) => worded(variants(request, counting)),
    suggest: ({ q, size, kind }) => ({ query: q, suggestions: lexicon.suggest(q, size, kind) }),
    prepared: () => lexicon.prepared(),
    warm() {
      void citationWeb.ready();
      checking.warm();
    },
    list: (page, size) => ({
      total: catalogue.documents.counts().documents,
      documents: catalogue.documents.list(size, (page - 1) * size),
    }),
    citations: async (id) => documentCitations(catalogue, await citationWeb.now(), id),
    citationOverview: async (request) => sliced(overviewSteps(catalogue, await citationWeb.now(), request)),
    citationsInText: (id) => citationsInText(catalogue, citationWeb.ready(), id),
    detail: (id) => catalogue.documents.detail(id),
    text: (id) => catalogue.documents.text(id),
    passages: (id) => catalogue.documents.passages(id),
    provision(id, passage) {
      const { text } = catalogue.documents.text(id);
      return provisionAround(text, catalogue.documents.detail(id).outline, passage);
    },
    places: (id) => ({
      version: catalogue.documents.versionOf(id),
      of: placing(catalogue.documents.text(id).text, catalogue.documents.passages(id)),
    }),
    family: (id) => familyOf(catalogue, id, today()),
    similar: (id) => similarTo(catalogue, id),
    documentTargets: (id, page, size) => targetsOfDocument(id, { page, size }, catalogue),
    compare: (a, b) => fewAtOnce(() => sliced(compareSteps(catalogue, a, b))),
    transmission: (superior, local) => fewAtOnce(() => sliced(transmissionSteps(catalogue, superior, local))),
    meant: (typed) => meant(typed, { catalogue, snapshot }),
    counterparts: (id) => counterparts(catalogue, id),
    ...readingVersions(catalogue),
    elsewhere: (request) => {
      const found = elsewhere(request, { catalogue, snapshot, index, engine, fingerprint: catalogue.fingerprint() });
      void indexWording();
      return found;
    },
    ...originals(catalogue, previewer),
    ...intake(catalogue),
    report: () => ({ counts: catalogue.report.counts(), codes: catalogue.report.codes() }),
    failures: (code, page, size) => catalogue.report.failures(code, { limit: size, offset: (page - 1) * size }),
    partlyRead: (page, size) => catalogue.report.partlyRead({ limit: size, offset: (page - 1) * size }),
    duplicates: (page, size) => catalogue.report.duplicates({ limit: size, offset: (page - 1) * size }),
    check: checking.check,
    ...judging({ settings, catalogue }),
    async health(): Promise<Health> {
      const inEngine = await indexed();
      const chosen = embedder?.adapter?.() ?? null;
      const index = await indexCondition({ catalogue, engine, fingerprint: embedder?.fingerprint ?? null });
      const outOfUse = ['down', 'filling', 'waiting'].includes(index.state);
      const degraded: Degraded[] = [
        ...(usableEmbedder() && index.state !== 'model' ? [] : ['model' as const]),
        ...(inEngine === null || outOfUse ? ['engine' as const] : []),
      ];
      return {
        status: degraded.length === 0 ? 'ok' : 'degraded',
        degraded,
        version,
        engine: engine.name,
        index,
        ...catalogue.documents.counts(),
        indexed: inEngine,
        pending: catalogue.queue.pending(),
        adapter: chosen && { name: chosen.name, problem: chosen.problem },
        operation: operation(catalogue, usableEmbedder()),
      };
    },
  };
}
