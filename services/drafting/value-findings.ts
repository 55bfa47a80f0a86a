// Numbers, deadlines, words of obligation and references changed in clauses that are otherwise their source's. A value
// that an equally good source has is no finding; another year's, or another region's, is at most a note.
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import { changesBetween, type ValueChange } from './changes.js';
import type { ArchiveSentence } from './index/sentence-index.js';
import { likenessOf, pairsOf } from './likeness.js';
import { isCopy, type MainSources } from './main-sources.js';
import { isHistory, isOfTheNet, isOwnSubject, isRenumbered, isSucceeded, isTrivial } from './no-values.js';
import type { ClauseMatch } from './reuse.js';
import { byWeight, type Comparable, type Scope } from './scope.js';
import { thresholds } from './thresholds.js';
import { type Tie, tieTo } from './tie.js';
import { frameOf, type Token, tokensOf } from './tokens.js';
import { type Weighed, weigh } from './weigh.js';

export interface ValueFinding extends Weighed {
  readonly match: ClauseMatch;
  readonly change: ValueChange;
  readonly sentence: ArchiveSentence;
  readonly sourceText: string;
}

interface Compared {
  readonly sentence: ArchiveSentence;
  readonly text: string;
  readonly changes: readonly ValueChange[];
  readonly frame: number;
}

/** Sources of one clause that are compared value by value. */
const MAX_COMPARED = 40;
/** So many different values among sources that are otherwise alike: the place is one that everybody fills in anew. */
const VARIABLE = 3;

export interface ValueDeps {
  readonly scope: Scope;
  readonly main: MainSources;
  /** clauses of the whole draft */
  readonly clauses: number;
  textOf(sentence: ArchiveSentence): string;
  /** the clause is beside the line that stands in its place, whose words are the same */
  readonly isInPlace: boolean;
  /** whether the draft has kept the numbers of a source's articles */
  keepsNumbers(document: SnapshotDocument): boolean;
}

export function valueFindings(
  match: ClauseMatch,
  { scope, main, clauses, textOf, isInPlace, keepsNumbers }: ValueDeps,
): ValueFinding[] {
  if (match.label !== 'edited' || (match.clause.isHeading && !isInPlace) || isOfTheNet(match.clause.text)) return [];
  const draft = tokensOf(match.clause.text);
  const frame = frameOf(draft);
  if (frame.length < thresholds.leastFrame && !isInPlace) return [];
  const compared = compare(match, draft, frame, { main, textOf, scope });
  const good = equallyGood(compared, main);
  const [first] = good;
  if (!first) return [];
  const weighted = good.toSorted(
    (a, b) =>
      Number(main.has(b.sentence.document)) - Number(main.has(a.sentence.document)) ||
      byWeight(scope.of(a.sentence.document), scope.of(b.sentence.document)) ||
      b.frame - a.frame ||
      a.changes.length - b.changes.length, // 处5万元以上20万元以下 and 处50万元以上100万元以下 in one document
  );
  const [best] = weighted;
  if (!best) return [];
  const { document } = best.sentence;
  const tie = tieTo(document, { main, clauses, sameMatter: scope.of(document).sameMatter });
  if (!isInPlace && (best.frame < plainly[tie].frame || frame.length < plainly[tie].length)) return [];
  return best.changes.flatMap((change): ValueFinding[] => {
    if (isTrivial(change)) return [];
    const others = weighted.slice(1).filter(({ sentence }) => sentence.document !== document);
    const agreeing = others.filter(({ changes }) => !changes.some((other) => sameSlot(other, change)));
    const values = new Set(
      weighted.map(({ changes }) => changes.find((other) => sameSlot(other, change))?.source?.key ?? 'the draft’s'),
    );
    if (tie !== 'own' && values.size >= VARIABLE) return [];
    const { text } = match.clause;
    const history = isHistory(text);
    if (!isCopy(document, main) && history) return [];
    if (
      isRenumbered(change, text, best.text, () => keepsNumbers(document)) ||
      isOwnSubject(change, text, best.text, scope.title) ||
      isSucceeded(
        change,
        text,
        best.text,
        [document, ...main.keys()].map(({ metadata }) => metadata.title),
      )
    )
      return [];
    const weighed = weigh({
      change,
      frame: best.frame,
      // its own dates are what a later version has of its own
      best: { ...standing(document, { scope, main }), ...(history && { revised: scope.of(document).revised }) },
      agreeing: agreeing.map(({ sentence }) => scope.of(sentence.document)),
      tie,
      copy: isCopy(document, main),
      context: match.clause.text,
    });
    return weighed ? [{ ...weighed, match, change, sentence: best.sentence, sourceText: best.text }] : [];
  });
}

/** A document that nearly all of the draft was taken from is no other year’s, and no earlier version, for its date alone. */
function standing(document: SnapshotDocument, { scope, main }: Pick<ValueDeps, 'scope' | 'main'>): Comparable {
  const of = scope.of(document);
  if (!isCopy(document, main)) return of;
  const standing = of.standing === 'inferior' ? 'same' : of.standing; // a copy is of the same place, whatever its head says
  return { ...of, standing, otherYear: of.otherYear && !of.byDate, revised: of.revised && !of.laterOnly };
}

function compare(
  match: ClauseMatch,
  draft: readonly Token[],
  frame: string,
  { textOf, scope, main }: Pick<ValueDeps, 'textOf' | 'scope' | 'main'>,
): Compared[] {
  const pairs = pairsOf(frame);
  const found: Compared[] = [];
  for (const { wording } of match.candidates) {
    const sentences = wording.sentences.toSorted(
      (a, b) =>
        Number(main.has(b.document)) - Number(main.has(a.document)) ||
        byWeight(scope.of(a.document), scope.of(b.document)),
    );
    const [shown] = sentences;
    if (!shown || found.length >= MAX_COMPARED) break;
    const text = textOf(shown);
    const tokens = tokensOf(text);
    const { both, ofDraft } = likenessOf(pairs, pairsOf(frameOf(tokens)));
    const share = Math.max(both, ofDraft >= 0.95 ? 0.95 * ofDraft : 0);
    if (share < thresholds.frame) continue;
    const difference = changesBetween(tokens, draft);
    if (!difference) continue;
    for (const sentence of sentences.slice(0, 8)) {
      found.push({
        sentence,
        text: sentence === shown ? text : textOf(sentence),
        changes: difference.changes,
        frame: share,
      });
    }
  }
  return found;
}

/** The draft's own main source stands beside the best even where another is a little nearer. */
function equallyGood(compared: readonly Compared[], main: MainSources): Compared[] {
  const best = compared.reduce((most, { frame }) => Math.max(most, frame), 0);
  return compared.filter(
    ({ frame, sentence }) =>
      frame >= best - thresholds.equallyGood ||
      (main.has(sentence.document) && frame >= best - 2 * thresholds.equallyGood),
  );
}

/** How plainly a clause must be the source's, by what ties the two documents. */
const plainly: Readonly<Record<Tie, { frame: number; length: number }>> = {
  own: { frame: 0, length: thresholds.leastFrame },
  kin: { frame: thresholds.strangerFrame, length: 1.5 * thresholds.leastFrame },
  fragment: { frame: thresholds.strangerFrame, length: thresholds.leastFrame },
  stranger: { frame: 0.95, length: 2.5 * thresholds.leastFrame },
};

const sameSlot = (a: ValueChange, b: ValueChange): boolean => a.at.start < b.at.end && b.at.start < a.at.end;
