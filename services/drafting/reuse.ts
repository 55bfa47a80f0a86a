// Which sentences of the archive a clause was taken from: word for word, inside a longer one, or edited.
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import type { ClauseLabel } from '../domain/check.js';
import type { DraftClause } from './clauses.js';
import { isCommon, isGeneralFormula } from './formula.js';
import type { ArchiveSentence, SentenceIndex, Wording } from './index/sentence-index.js';
import { type Likeness, likenessOf, pairsOf } from './likeness.js';
import { overSeveralLines } from './several-lines.js';
import { thresholds } from './thresholds.js';

export interface Candidate {
  readonly wording: Wording;
  readonly likeness: Likeness;
}
export interface ClauseMatch {
  readonly clause: DraftClause;
  readonly label: ClauseLabel;
  /** what the label rests on, best first */
  readonly candidates: readonly Candidate[];
  /** sentences that say it; for a verbatim clause all of them, as far as they are looked at */
  readonly sentences: readonly ArchiveSentence[];
  readonly similarity: number;
}

/** Wordings that a clause is compared with closely. */
const MAX_NEAR = 24;
const same: Likeness = { both: 1, ofDraft: 1, ofSource: 1 };

/** How near a source is: as one sentence edited into another, or as a part of it. */
export function nearness({ both, ofDraft, ofSource }: Likeness, draft: number, source: number): number {
  const cut = ofDraft >= thresholds.cutOut && draft >= thresholds.leastPart ? 0.9 * ofDraft : 0;
  const held =
    ofSource >= thresholds.cutOut && source >= Math.max(thresholds.leastPart, 0.3 * draft) ? 0.8 * ofSource : 0;
  return Math.max(both, cut, held);
}

export function matchClause(
  clause: DraftClause,
  index: SentenceIndex,
  isAllowed: (document: SnapshotDocument) => boolean,
): ClauseMatch {
  const { core } = clause;
  if (core.length < 2) return { clause, label: 'formula', candidates: [], sentences: [], similarity: 1 }; // a cell, a number
  const exact = index.same(core, isAllowed);
  if (isGeneralFormula(core) || isCommon(core, exact)) {
    return { clause, label: 'formula', candidates: [], sentences: exact, similarity: 1 };
  }
  if (exact.length > 0) {
    const candidates = [{ wording: { core, sentences: exact }, likeness: same }];
    return { clause, label: 'verbatim', candidates, sentences: exact, similarity: 1 };
  }
  const pairs = pairsOf(core);
  const near = index.near(core, MAX_NEAR, isAllowed).map((wording) => ({
    wording,
    likeness: likenessOf(pairs, pairsOf(wording.core)),
  }));
  const longer = core.length < thresholds.leastPart ? [] : near.filter(({ wording }) => wording.core.includes(core));
  if (longer.length > 0) {
    const sentences = longer.flatMap(({ wording }) => wording.sentences);
    return { clause, label: 'verbatim', candidates: longer, sentences, similarity: 1 };
  }
  const across = acrossLines(core, near, index);
  if (across.length > 0) {
    const candidates = [{ wording: { core, sentences: across }, likeness: same }];
    return { clause, label: 'verbatim', candidates, sentences: across, similarity: 1 };
  }
  const candidates = editedFrom(core, [...overSeveralLines(core, near, index), ...near]);
  const [best] = candidates;
  if (best) {
    const asGood = candidates.filter(({ value }) => value >= best.value - AS_GOOD);
    return {
      clause,
      label: 'edited',
      candidates,
      sentences: asGood.flatMap(({ wording }) => wording.sentences),
      similarity: Math.min(1, best.value),
    };
  }
  const joined = joinedFrom(clause, near);
  return joined ?? { clause, label: 'new', candidates: [], sentences: [], similarity: 0 };
}

/** Wordings so little farther than the best are its sources as well: which is named first is told by where they stand. */
const AS_GOOD = 0.08;

const editedFrom = (core: string, near: readonly Candidate[]): (Candidate & { readonly value: number })[] =>
  near
    .map((candidate) => ({
      ...candidate,
      value: nearness(candidate.likeness, core.length, candidate.wording.core.length),
    }))
    .filter(({ value }) => value >= thresholds.edited)
    .sort((a, b) => b.value - a.value);

/**
 * A clause that stands word for word elsewhere, but not in the documents (`main`) that the draft was made from and that
 * bind it: beside what those have in its place. null where they have nothing like it.
 */
export function besideMain(
  match: ClauseMatch,
  index: SentenceIndex,
  main: ReadonlySet<SnapshotDocument>,
): ClauseMatch | null {
  const { label, sentences, clause, candidates } = match;
  if (label !== 'verbatim' || main.size === 0 || sentences.some(({ document }) => main.has(document))) return null;
  const pairs = pairsOf(clause.core);
  const near = index
    .near(clause.core, MAX_BESIDE, (document) => main.has(document))
    .map((wording) => ({ wording, likeness: likenessOf(pairs, pairsOf(wording.core)) }));
  const theirs = editedFrom(clause.core, near);
  return theirs.length === 0 ? null : { ...match, label: 'edited', candidates: [...theirs, ...candidates] };
}
const MAX_BESIDE = 4;

/** Word for word, but over several lines of the source, whose text came with lines that were never joined. */
function acrossLines(core: string, near: readonly Candidate[], index: SentenceIndex): ArchiveSentence[] {
  if (core.length < 2 * thresholds.leastPart) return [];
  const found = new Map<SnapshotDocument, ArchiveSentence>();
  for (const { wording, likeness } of near) {
    if (likeness.ofSource < thresholds.cutOut) continue;
    for (const sentence of wording.sentences.slice(0, MAX_ACROSS)) {
      const { document, normalStart } = sentence;
      if (found.has(document)) continue;
      const from = Math.max(0, normalStart - core.length);
      const at = document.normal.slice(from, normalStart + 2 * core.length).indexOf(core);
      if (at === -1) continue;
      const lines = index.within(document, Math.min(from + at, normalStart), from + at + core.length);
      found.set(document, {
        ...sentence,
        core,
        start: lines[0]?.start ?? sentence.start,
        end: lines.at(-1)?.end ?? sentence.end,
      });
    }
  }
  return [...found.values()];
}
const MAX_ACROSS = 20;

/** Two sentences of one document that were joined, with a word or two between them. */
function joinedFrom(clause: DraftClause, near: readonly Candidate[]): ClauseMatch | null {
  if (clause.core.length < 2 * thresholds.leastPart) return null;
  const parts = near
    .filter(
      ({ likeness, wording }) => likeness.ofSource >= thresholds.cutOut && wording.core.length >= thresholds.leastPart,
    )
    .sort((a, b) => b.wording.core.length - a.wording.core.length);
  const [first] = parts;
  const documents = new Set(first?.wording.sentences.map(({ document }) => document));
  const second = parts.find(
    ({ wording }) => wording !== first?.wording && wording.sentences.some(({ document }) => documents.has(document)),
  );
  if (!first || !second) return null;
  const covered = first.likeness.ofDraft + second.likeness.ofDraft;
  if (covered < thresholds.cutOut) return null;
  return {
    clause,
    label: 'edited',
    candidates: [first, second],
    sentences: first.wording.sentences,
    similarity: Math.min(1, covered),
  };
}
