// Everything that is found in a draft, told: changed values, targets, and what is wrong inside it.
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot, SnapshotDocument } from '../catalogue/snapshot.js';
import type { Target } from '../domain/target.js';
import type { CitationWeb } from '../facts/citations/web-of.js';
import { regionsFrom } from '../facts/targets/of-document.js';
import { readTargets } from '../facts/targets/read-targets.js';
import { articlesIn } from './articles.js';
import type { ReadDraft } from './draft.js';
import type { ToldFinding as Finding } from './finding-key.js';
import { inPlace } from './in-place.js';
import type { SentenceIndex } from './index/sentence-index.js';
import { inside } from './inside/inside.js';
import { isCopy } from './main-sources.js';
import { standsElsewhere } from './no-values.js';
import type { PlaceIn } from './places.js';
import { type PlaceDeps, placeOf } from './present.js';
import { type ReferenceDeps, referencesIn } from './references.js';
import { besideMain, type ClauseMatch } from './reuse.js';
import type { Comparable } from './scope.js';
import { targetFindings } from './targets.js';
import { type Tell, tellInside, tellReference, tellTarget, tellValue } from './tell.js';
import { valueFindings } from './value-findings.js';

export interface FindingDeps extends PlaceDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly index: SentenceIndex;
  /** clauses of the whole draft */
  readonly clauses: number;
  readonly placeIn: PlaceIn;
  readonly tell: Tell;
  /** who cites whom in the archive */
  readonly web: CitationWeb;
  isAllowed(document: SnapshotDocument): boolean;
}

/** A little at a time; the weightiest first. `text` is the draft as given, `draft` what was read of it. */
export function* findingsIn(
  draft: ReadDraft,
  text: string,
  matches: readonly ClauseMatch[],
  deps: FindingDeps,
): Generator<void, Finding[]> {
  const { placeIn, tell, scope, index, main } = deps;
  const found: Finding[] = [];
  const targets = targetsOf(draft, scope.region?.code ?? null);
  const stated = targets.flatMap((target) => placeIn(target) ?? []);
  yield;
  const keepsNumbers = numbersKept(matches, deps);
  const binding = new Set([...main.keys()].filter((document) => isBinding(scope.of(document))));
  for (const [i, match] of matches.entries()) {
    const placed = inPlace(i, matches, deps);
    const compared = placed ?? besideMain(match, index, binding) ?? match;
    for (const value of valueFindings(compared, { ...deps, keepsNumbers, isInPlace: placed !== null })) {
      const told = tellValue(value, placeOf(value.sentence, deps), tell);
      // a number that an indicator is to reach is more than a number
      const isTarget = told.kind === 'number' && stated.some((target) => meets(target, told));
      found.push(isTarget ? { ...told, kind: 'target' } : told);
    }
    yield;
  }
  const notes = inside({ ...draft, targets, year: draft.metadata.year });
  for (const note of notes) found.push(...tellInside(note, text, placeIn, tell));
  yield;
  for (const one of referencesIn(draft.text, draft.metadata, referenceDeps(deps))) {
    found.push(...tellReference(one, text, placeIn, deps));
  }
  yield;
  const issued = new Set(matches.flatMap(({ label, clause }) => (label === 'verbatim' ? [clause.start] : [])));
  for (const one of targetFindings(targets, deps)) {
    const [place, sentence] = [placeIn(one.target), placeIn(one.target.sentence)];
    // what a source says word for word is its own target; what was told already is told
    if (!place || !sentence || issued.has(sentence.start) || found.some((other) => meets(other, place))) continue;
    const { document, stated: theirs } = one;
    const source = placeOf({ document, ...theirs.sentence }, deps);
    const words = deps.textOf({ document, start: theirs.start, end: theirs.end });
    found.push(tellTarget(one, place, text.slice(place.start, place.end), source, words, tell));
  }
  return settled(found, issued, matches).sort(byWeight);
}

/** Of a document that the draft was copied from: whether its articles stand under the same numbers in the draft. */
function numbersKept(
  matches: readonly ClauseMatch[],
  { main, textOf }: Pick<PlaceDeps, 'main' | 'textOf'>,
): (document: SnapshotDocument) => boolean {
  const known = new Map<SnapshotDocument, boolean>();
  return (document) => {
    if (!isCopy(document, main)) return false;
    const there = known.get(document);
    if (there !== undefined) return there;
    const pairs = matches.flatMap(({ clause, sentences }) => {
      const theirs = sentences.filter((one) => one.document === document);
      const elsewhere = theirs.map((one) => standsElsewhere(clause.text, textOf(one)));
      return elsewhere.length === 1 && elsewhere[0] !== null ? elsewhere : [];
    });
    const kept = pairs.length >= LEAST_KEPT && !pairs.includes(true);
    known.set(document, kept);
    return kept;
  };
}
const LEAST_KEPT = 5;

const isBinding = ({ standing, otherYear, stale }: Comparable): boolean => standing === 'same' && !otherYear && !stale;

/**
 * Of two findings on the same words the surer one stays; what the archive does not hold is no news where it cites it in
 * the same words.
 */
function settled(found: readonly Finding[], issued: ReadonlySet<number>, matches: readonly ClauseMatch[]): Finding[] {
  const isIssued = (at: number): boolean =>
    matches.some(({ clause }) => issued.has(clause.start) && clause.start <= at && at < clause.end);
  return found.filter((one) => {
    if (one.kind !== 'reference') return true;
    if (one.level === 'note' && one.confidence < 0.5 && isIssued(one.start)) return false;
    return !found.some(
      (other) =>
        other !== one &&
        other.kind === 'reference' &&
        meets(other, one) &&
        (other.level === 'conflict' ? 1 : 0) + other.confidence > (one.level === 'conflict' ? 1 : 0) + one.confidence,
    );
  });
}

function referenceDeps({ catalogue, snapshot, web, isAllowed }: FindingDeps): ReferenceDeps {
  const documents = snapshot.documents();
  return {
    web,
    isAllowed: (id) => {
      const document = documents.get(id);
      return document !== undefined && isAllowed(document);
    },
    articlesOf: (id) => articlesIn(catalogue.documents.text(id).text),
    holds: (id, normal) => documents.get(id)?.normal.includes(normal) ?? true,
  };
}

function targetsOf({ text, outline, metadata }: ReadDraft, regionCode: string | null): Target[] {
  const { title, year } = metadata;
  return readTargets({ text, outline, title, year, regionCode }, regionsFrom(regionCode));
}

const meets = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

const byWeight = (a: Finding, b: Finding): number =>
  (a.level === b.level ? 0 : a.level === 'conflict' ? -1 : 1) || b.confidence - a.confidence || a.start - b.start;
