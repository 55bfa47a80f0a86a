// Two documents compared, for a Word document: which they are, how much changed, the numbers, dates, obligations and
// references that did, and unit by unit what either says.
import { around, type Parts, placeOf, type Side, toldCounts, toldValues, wordsOf } from '../comparison/told.js';
import type { Compared, Comparison, UnitChange } from '../domain/comparison.js';
import type { ChangedValue } from '../domain/family.js';
import { sayExportIn } from '../domain/messages/export.js';
import type { Language } from '../domain/messages/language.js';
import { sayIn } from '../domain/messages/web.js';
import { shortened } from '../domain/shortened.js';
import { inTitleMarks } from '../domain/title-marks.js';
import { today } from '../today.js';
import { type Taken, type TakingDeps, upTo, written } from './taken.js';

/** Something that both sides say, each in its way; a side without words has nothing there. */
interface Pair {
  /** where, and what became of it */
  readonly told: string;
  readonly a: Parts;
  readonly b: Parts;
}
export interface CitedSide {
  readonly cited: string;
  readonly link: string;
}
export interface Unit extends Pair {
  /** what was left out before it, as it is the same */
  readonly leftOut: string | null;
  /** where each side's words stand, where every row has its own citations */
  readonly cited?: Readonly<Record<Side, readonly CitedSide[]>>;
}
interface SideTold extends CitedSide {
  /** 甲 */
  readonly name: string;
  /** 甲　《标题》 and its date, over its column on every page */
  readonly head: string;
}

export interface TakenComparison extends Taken {
  /** which relation, how much changed, and when this was made: a line each */
  readonly lines: readonly string[];
  readonly sides: Readonly<Record<Side, SideTold>>;
  /** what stands over the changed values, and over the rows, with what their marks mean */
  readonly over: Readonly<Record<'values' | 'rows' | 'legend', string>>;
  readonly values: readonly { readonly name: string; readonly pairs: readonly Pair[] }[];
  readonly rows: readonly Unit[];
  /** what was left out after the last, as it is the same */
  readonly leftOut: string | null;
}

export interface ComparisonRequest {
  readonly a: string;
  readonly b: string;
  readonly show: 'changes' | 'all';
}

const valueKinds = ['number', 'date', 'strength', 'reference'] as const satisfies readonly ChangedValue['kind'][];

export async function takenComparison(
  { a, b, show }: ComparisonRequest,
  deps: TakingDeps<'compare'>,
): Promise<TakenComparison> {
  const { archive, limit, language } = deps;
  const [say, here] = [sayIn(language), sayExportIn(language)];
  const comparison = await archive.compare(a, b);
  const shown = comparison.units.flatMap((change, at) =>
    show === 'all' || change.kind !== 'same' ? [{ change, at }] : [],
  );
  const { rows, warnings } = upTo(shown, { limit, language });
  const last = rows.length < shown.length ? shown[rows.length - 1]?.at : comparison.units.length - 1;
  const leftOut = (from: number, to: number): string | null =>
    to > from ? say('compareSameUnits', { count: written(to - from) }) : null;
  const values = comparison.units.flatMap((change) =>
    change.values.map((value) => ({ value, place: placeOf(change) })),
  );
  return {
    language,
    title: titleOf(comparison, language),
    lines: [...told(comparison, language), here('made', { date: today() })],
    warnings: [
      ...warnings,
      ...(comparison.comparedTo === null ? [] : [say('compareCut', { count: written(comparison.comparedTo) })]),
      ...(comparison.truncated ? [say('compareTruncated')] : []),
    ],
    sides: { a: sideTold('compareA', comparison.a, deps), b: sideTold('compareB', comparison.b, deps) },
    over: {
      values: say('compareNumbers', { count: values.length }),
      rows: say('compareSideBySide'),
      legend: say('compareLegend'),
    },
    values: valuesOf(values, language),
    rows: rows.map(({ change, at }, i) => ({
      told: unitTold(change, language),
      a: wordsOf(change, 'a'),
      b: wordsOf(change, 'b'),
      leftOut: leftOut((rows[i - 1]?.at ?? -1) + 1, at),
    })),
    leftOut: leftOut((rows.at(-1)?.at ?? -1) + 1, (last ?? -1) + 1),
  };
}

/** Which document it is, by what the reader calls it. */
export function sideTold(
  name: 'compareA' | 'compareB' | 'transmissionSuperior' | 'transmissionLocal',
  document: Compared,
  { cite, language }: Pick<TakingDeps<never>, 'cite' | 'language'>,
): SideTold {
  const say = sayIn(language);
  const { plain, link } = cite(document, undefined, document.version);
  const version = document.version === null ? '' : ` · ${say('compareVersion', { version: document.version })}`;
  const status = document.status === '未知' ? '' : ` · ${document.status}`;
  const when = document.date ?? document.year ?? '';
  const head = `${say(name)}　${inTitleMarks(shortened(document.title, 24))}\n${when}`.trim();
  return { name: say(name), head, cited: `${plain}${version}${status}`, link };
}

function titleOf({ a, b }: Comparison, language: Language): string {
  const say = sayExportIn(language);
  const [first, second] = [inTitleMarks(a.title), inTitleMarks(b.title)];
  return first === second ? say('titleVersions', { a: first }) : say('titleComparison', { a: first, b: second });
}

function told({ relation, similarity, counts, articles, units }: Comparison, language: Language): string[] {
  const say = sayIn(language);
  const alike = say('similarity', { percent: Math.floor(similarity * 100) });
  const one = relation === null ? alike : `${say(`relation_${relation}`)}${say('listComma')}${alike}`;
  if (units.every(({ kind }) => kind === 'same')) return [one, say('compareSame')];
  const hasArticles = Object.values(articles).some((n) => n > 0);
  return [
    one,
    ...(hasArticles ? [say('compareArticles', { counts: toldCounts(articles, language) })] : []),
    say('compareUnits', { counts: toldCounts(counts, language) }),
  ];
}

/** 修改　第五条 → 第七条　100→200 */
function unitTold(change: UnitChange, language: Language): string {
  const say = sayIn(language);
  const renumbered = change.renumbered && change.kind !== 'split' && change.kind !== 'merged';
  return [
    say(`unit_${change.kind}`),
    placeOf(change),
    renumbered ? say('compareRenumbered') : '',
    toldValues(change.values, language),
  ]
    .filter((part) => part !== '')
    .join('　');
}

/** By kind, each where it stands on either side. */
export function valuesOf(
  changed: readonly { readonly value: ChangedValue; readonly place: string }[],
  language: Language,
): TakenComparison['values'] {
  const say = sayIn(language);
  const words = (value: ChangedValue, side: Side): Parts => {
    const { before, value: own, after } = around(value, side);
    if (own === null) return [{ kind: 'same', text: `${say('absent')} ${after}` }];
    return [
      { kind: 'same', text: before },
      { kind: side === 'a' ? 'removed' : 'added', text: own },
      { kind: 'same', text: after },
    ];
  };
  const pairs = changed.map(({ value, place }) => ({
    kind: value.kind,
    told: place,
    a: words(value, 'a'),
    b: words(value, 'b'),
  }));
  return valueKinds
    .map((kind) => ({ name: say(`kind_${kind}`), pairs: pairs.filter((pair) => pair.kind === kind) }))
    .filter((group) => group.pairs.length > 0);
}
