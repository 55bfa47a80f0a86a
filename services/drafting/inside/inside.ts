// Everything that is wrong inside a draft, by itself: numbering, its own articles, short forms, totals, headings, two values
// of one indicator, replaced names. Places count in the text that is given.
import type { OutlineEntry } from '../../domain/document.js';
import type { Target } from '../../domain/target.js';
import { type TermUse, termsIn } from '../terms.js';
import { emptyHeadingsIn } from './headings.js';
import { indicatorsIn } from './indicators.js';
import { type InsideNote, linesOf } from './note.js';
import { numberingIn } from './numbering.js';
import { ownArticlesIn } from './own-articles.js';
import { percentIn } from './percent.js';
import { shortFormsIn } from './short-forms.js';
import { tableTotalsIn, totalsIn } from './totals.js';

export interface InsideSource {
  readonly text: string;
  readonly outline: readonly OutlineEntry[];
  readonly targets: readonly Target[];
  /** the year of the draft's date; null for a draft of now */
  readonly year: number | null;
}

export function inside({ text, outline, targets, year }: InsideSource): InsideNote[] {
  const lines = linesOf(text);
  return [
    ...numberingIn(lines),
    ...ownArticlesIn(text, lines),
    ...shortFormsIn(text),
    ...totalsIn(text),
    ...percentIn(text),
    ...tableTotalsIn(lines),
    ...emptyHeadingsIn(text, outline),
    ...indicatorsIn(text, targets),
    ...firstOf(termsIn(text, year)).map(
      ({ start, end, old, now, since, source }): InsideNote => ({
        kind: 'term',
        level: 'note',
        start,
        end,
        message: 'replaced',
        values: { draft: old, now, since, source },
        confidence: 0.85,
      }),
    ),
  ];
}

/** Said once: whoever replaces a name replaces it everywhere. */
const firstOf = (uses: readonly TermUse[]): TermUse[] =>
  [...new Map(uses.toReversed().map((use) => [use.old, use])).values()].toReversed();
