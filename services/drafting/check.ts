// The whole path of a check: read → clauses → reuse → paraphrase → findings → report; and beside it what became of the draft's
// own earlier version. Both are held in memory alone.
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot } from '../catalogue/snapshot.js';
import type { CheckOptions, CheckReport, DraftReading, GivenDraft } from '../domain/check.js';
import type { CheckScope } from '../domain/check-scope.js';
import { AppError } from '../domain/errors.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Engine } from '../engine/engine.js';
import type { CitationWeb } from '../facts/citations/web-of.js';
import { inSlices } from '../process/in-slices.js';
import { clausesIn, clausesOf, type DraftClause } from './clauses.js';
import type { ReadDraft, ReadDraftFile, ReadingOptions } from './draft.js';
import { openEarlier } from './earlier.js';
import { withKeys } from './finding-key.js';
import { findingsIn } from './findings.js';
import type { SentenceIndex } from './index/sentence-index.js';
import { leftOutOf } from './left-out.js';
import { mainSources } from './main-sources.js';
import { findParaphrases, type SentenceVectors } from './paraphrase.js';
import { type PlaceIn, placesIn } from './places.js';
import { createTexts, presentClause, summarise } from './present.js';
import { replacedBy } from './replaced.js';
import { type ClauseMatch, matchClause } from './reuse.js';
import { revisionSince } from './revision.js';
import { scopeOf } from './scope.js';
import { teller } from './tell.js';

export interface CheckDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly engine: Engine;
  readonly embedder: Embedder | null;
  readonly index: SentenceIndex;
  readonly vectors: SentenceVectors;
  readonly readFile: ReadDraftFile;
  /** longest draft, in characters */
  readonly maxCharacters: number;
  /** who cites whom in the archive */
  web(): Promise<CitationWeb>;
  /** resolves when the index is up to the archive */
  indexed(): Promise<void>;
}
/** More clauses than a draft has: lines of one character, made to wear the check out. */
const MAX_CLAUSES = 20_000;
/** What of the time a scan may take to be read; the rest is for the check. */
const SHARE_OF_OCR = 0.7;

/** @throws AppError DRAFT_EMPTY, DRAFT_TOO_LONG, REGION_UNKNOWN, and what reading a file throws */
export async function check(
  given: GivenDraft,
  asked: CheckScope,
  { language, earlier: givenEarlier, withinMs = Number.POSITIVE_INFINITY, onProgress = () => {} }: CheckOptions,
  deps: CheckDeps,
): Promise<CheckReport> {
  const started = performance.now();
  const goesOn = (share = 1): boolean => performance.now() - started < share * withinMs;
  const draft = await read(given, deps, {
    goesOn: () => goesOn(SHARE_OF_OCR),
    onOcr: (done, of) => onProgress({ step: 'ocr', done, of }),
  });
  const text = given.kind === 'text' ? given.text : draft.text;
  const placeIn = placesIn(text, draft.text);
  const clauses = given.kind === 'text' ? clausesIn(text, draft, placeIn) : clausesOf(draft);
  if (clauses.length > MAX_CLAUSES)
    throw new AppError('DRAFT_TOO_LONG', { length: draft.text.length, limit: deps.maxCharacters });
  const earlier = givenEarlier && (await openEarlier(givenEarlier, { ...deps, read: (one) => read(one, deps) }));
  onProgress({ step: 'index', done: 0, of: 1 });
  await deps.indexed();

  const { leftOut, notFound } = leftOutOf(asked.leaveOut, earlier, deps.snapshot);
  const scope = scopeOf(
    { ...asked, leaveOut: leftOut.map(({ id }) => id) },
    draft.metadata,
    replacedBy(draft),
    deps.catalogue,
  );
  const documents = [...deps.snapshot.documents().values()].filter((document) => scope.isAllowed(document));
  const allowed = new Set(documents);
  const isAllowed = allowed.has.bind(allowed);
  const matched = await matchAll(clauses, { ...deps, isAllowed, onProgress });
  const main = mainSources(matched);
  const { matches, complete, degraded } = await findParaphrases(matched, {
    ...deps,
    features: new Map(),
    windowsOf: kept((passage) => deps.catalogue.vectors.windowsOf(deps.embedder?.fingerprint ?? '', passage)),
    isAllowed,
    goesOn: () => goesOn(),
    onDone: (done, of) => onProgress({ step: 'meaning', done, of }),
  });

  const place = { ...createTexts(deps.catalogue), scope, main };
  const { catalogue, snapshot, index } = deps;
  const web = await deps.web();
  const found = {
    ...place,
    catalogue,
    snapshot,
    index,
    web,
    isAllowed,
    placeIn,
    clauses: clauses.length,
    tell: teller(language),
  };
  const findings = withKeys((await inSlices(findingsIn(draft, text, matches, found), always)) ?? []);
  return {
    reading: readingOf(draft, placeIn),
    text,
    clauses: matches.map((match) => presentClause(match, place)),
    findings,
    summary: {
      ...summarise(clauses, matches, findings, place),
      region: scope.region?.name ?? null,
      leftOut: leftOut.map((one) => ({ documentId: one.id, title: one.metadata.title, file: place.fileOf(one) })),
      notFound,
      compared: documents.length,
      complete,
      degraded: [...degraded],
      took: Math.round(performance.now() - started),
    },
    ...(earlier && { revision: await revisionSince(earlier, draft, placeIn) }),
  };
}

function readingOf({ outline, metadata: { title }, ocr, unread }: ReadDraft, placeIn: PlaceIn): DraftReading {
  const placed = outline.flatMap((entry) => {
    const place = placeIn({ start: entry.start, end: entry.start + entry.text.length });
    return place ? [{ ...entry, start: place.start }] : [];
  });
  return { title, outline: placed, ocr, unread: [...unread] };
}

const always = (): boolean => true;

/** Clauses of one draft are near the same passages again and again. */
function kept<Value>(read: (id: number) => Value): (id: number) => Value {
  const known = new Map<number, Value>();
  return (id) => {
    const there = known.get(id);
    if (there !== undefined) return there;
    if (known.size >= MAX_KEPT) known.clear();
    const value = read(id);
    known.set(id, value);
    return value;
  };
}
const MAX_KEPT = 2_000;

async function read(
  given: GivenDraft,
  { readFile, maxCharacters }: CheckDeps,
  options?: ReadingOptions,
): Promise<ReadDraft> {
  const tooLong = (length: number): void => {
    if (length > maxCharacters) throw new AppError('DRAFT_TOO_LONG', { length, limit: maxCharacters });
  };
  if (given.kind === 'text') {
    tooLong(given.text.length);
    if (given.text.trim() === '') throw new AppError('DRAFT_EMPTY');
  }
  const draft =
    given.kind === 'file'
      ? await readFile(given.name, given.bytes, options)
      : await readFile('draft.txt', Buffer.from(given.text, 'utf8'));
  tooLong(draft.text.length);
  return draft;
}

type MatchDeps = Pick<CheckDeps, 'index'> & {
  isAllowed: Parameters<typeof matchClause>[2];
  onProgress: NonNullable<CheckOptions['onProgress']>;
};

async function matchAll(
  clauses: readonly DraftClause[],
  { index, isAllowed, onProgress }: MatchDeps,
): Promise<ClauseMatch[]> {
  const matches: ClauseMatch[] = [];
  await inSlices(
    (function* () {
      for (const clause of clauses) {
        matches.push(matchClause(clause, index, isAllowed));
        if (matches.length % 20 === 0) onProgress({ step: 'reuse', done: matches.length, of: clauses.length });
        yield;
      }
    })(),
    always,
  );
  return matches;
}
