// What became of the draft's earlier version, as the report and the command line tell it.
import { type Parts, placeOf, toldCounts, wordsOf } from '../comparison/told.js';
import type { Revision } from '../domain/check.js';
import { sayReportIn } from '../domain/messages/check-report.js';
import type { Language } from '../domain/messages/language.js';
import { sayIn } from '../domain/messages/web.js';
import { inTitleMarks } from '../domain/title-marks.js';
import { written } from './taken.js';

export interface ToldRevision {
  /** which version, what came of it in figures, and what was not compared: a line each */
  readonly lines: readonly string[];
  readonly changes: readonly {
    /** 修改 · 第五条 */
    readonly told: string;
    readonly parts: Parts;
  }[];
}

/** A report is read; the page has them all. */
const MOST_CHANGES = 500;

export const isChange = ({ kind }: Revision['units'][number]): boolean => kind !== 'same';

export function toldRevision({ earlier, units, counts, comparedTo }: Revision, language: Language): ToldRevision {
  const [say, web] = [sayReportIn(language), sayIn(language)];
  const changed = units.filter(isChange);
  return {
    lines: [
      say('revisionOf', {
        title: `${inTitleMarks(earlier.title)}${earlier.date ? ` ${earlier.date}` : ''}`,
      }),
      changed.length === 0 ? say('revisionSame') : toldCounts(counts, language),
      ...(comparedTo === null ? [] : [say('revisionCut', { n: written(comparedTo) })]),
      ...(changed.length > MOST_CHANGES ? [say('revisionMore', { n: written(changed.length - MOST_CHANGES) })] : []),
    ],
    changes: changed.slice(0, MOST_CHANGES).map((change) => ({
      told: `${web(`unit_${change.kind}`)} · ${placeOf(change)}`,
      parts: partsOf(change),
    })),
  };
}

/** Both sides in one run: what was taken out, what was put in. */
export function partsOf(change: Revision['units'][number]): Parts {
  return change.parts ?? wordsOf(change, change.b.length > 0 ? 'b' : 'a');
}
