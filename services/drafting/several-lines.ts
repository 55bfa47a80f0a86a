// A clause that is several sentences of a source: lines that were never joined there, or sentences that the draft joined.
import type { ArchiveSentence, SentenceIndex, Wording } from './index/sentence-index.js';
import { type Likeness, likenessOf, pairsOf } from './likeness.js';
import { thresholds } from './thresholds.js';

interface Candidate {
  readonly wording: Wording;
  readonly likeness: Likeness;
}

/** Wordings that begin a run, and documents of each: a bound on the work that one clause can ask for. */
const MAX_WORDINGS = 6;
const MAX_DOCUMENTS = 4;
const MAX_LINES = 12;

/** Runs of sentences that are the clause, edited, more nearly than any of their sentences alone; best first. */
export function overSeveralLines(core: string, near: readonly Candidate[], index: SentenceIndex): Candidate[] {
  if (core.length < 2 * thresholds.leastPart) return [];
  const pairs = pairsOf(core);
  const parts = near
    .filter(
      ({ likeness, wording }) =>
        likeness.ofSource >= thresholds.cutOut &&
        likeness.both < 1 &&
        wording.core.length >= thresholds.leastPart &&
        wording.core.length < 0.9 * core.length,
    )
    .slice(0, MAX_WORDINGS);
  const seen = new Set<string>();
  const found: Candidate[] = [];
  for (const { wording, likeness } of parts) {
    for (const sentence of wording.sentences.slice(0, MAX_DOCUMENTS)) {
      const run = grown(sentence, likeness, { index, pairs, length: core.length });
      const key = run && `${run.sentence.document.id} ${run.sentence.start}`;
      if (!run || !key || seen.has(key)) continue;
      seen.add(key);
      found.push({ wording: { core: run.sentence.core, sentences: [run.sentence] }, likeness: run.likeness });
    }
  }
  return found.sort((a, b) => b.likeness.both - a.likeness.both);
}

interface Growing {
  readonly index: SentenceIndex;
  readonly pairs: ReturnType<typeof pairsOf>;
  readonly length: number;
}

/** The sentence with those before and after it, as long as each makes it more like the clause; null where none does. */
function grown(
  sentence: ArchiveSentence,
  alone: Likeness,
  { index, pairs, length }: Growing,
): { sentence: ArchiveSentence; likeness: Likeness } | null {
  const { document, normalStart } = sentence;
  const lines = index.within(document, Math.max(0, normalStart - length), normalStart + 2 * length);
  let first = lines.findIndex((line) => line.normalStart === normalStart);
  if (first === -1) return null;
  let last = first;
  let best = alone;
  const runOf = (from: number, to: number): ArchiveSentence | null => {
    const [a, b] = [lines[from], lines[to]];
    if (!a || !b) return null;
    const core = document.normal.slice(a.normalStart, b.normalStart + b.core.length);
    return { document, start: a.start, end: b.end, normalStart: a.normalStart, core };
  };
  while (last - first < MAX_LINES) {
    const longer = (
      [
        [first, last + 1],
        [first - 1, last],
      ] as const
    ).flatMap(([from, to]) => {
      const run = runOf(from, to);
      return run ? [{ from, to, likeness: likenessOf(pairs, pairsOf(run.core)) }] : [];
    });
    const [better] = longer.sort((a, b) => b.likeness.both - a.likeness.both);
    if (!better || better.likeness.both <= best.both) break;
    [first, last, best] = [better.from, better.to, better.likeness];
  }
  const run = last > first ? runOf(first, last) : null;
  return run && { sentence: run, likeness: best };
}
