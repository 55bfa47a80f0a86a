// The units of two texts side by side, in the order of the second; what is the same is told in one line unless asked for.
import { placeOf, wordsOf } from '../../../services/comparison/told.js';
import type { Compared, Comparison, UnitChange } from '../../../services/domain/comparison.js';
import { count, type View } from '../view.js';
import { placeHref, Together, ValuesInLine, Words } from './parts.js';

/** A unit with its place in the whole comparison, which its anchor and the links to it are made from. */
export interface Placed {
  readonly change: UnitChange;
  readonly at: number;
}
export const anchorOf = (at: number): string => `u${at + 1}`;

/** 甲 第五条, leading to the place. */
function Where(props: CellProps) {
  const { view, document, side, change } = props;
  const units = change[side];
  const labels = units.flatMap(({ label }) => label ?? []).join('、');
  const to = placeHref(document, units[0]?.start ?? 0);
  return (
    <span>
      {view.say(side === 'a' ? 'compareA' : 'compareB')}{' '}
      <a href={to} lang={labels ? 'zh-CN' : undefined}>
        {labels || view.say('compareThere')}
      </a>
    </span>
  );
}

interface CellProps {
  readonly view: View;
  readonly document: Compared;
  readonly side: 'a' | 'b';
  readonly change: UnitChange;
}

function Cell(props: CellProps) {
  const { view, side, change } = props;
  const units = change[side];
  if (units.length === 0) {
    return <p class="nothing">{`${view.say(side === 'a' ? 'compareA' : 'compareB')}${view.say('absent')}`}</p>;
  }
  const words = wordsOf(change, side);
  return (
    <div class="cell">
      <p class="where">
        <Where {...props} />
      </p>
      <p class="words" lang="zh-CN">
        <Words parts={words} whole={change.parts === undefined} />
      </p>
    </div>
  );
}

function Row({
  view,
  comparison,
  placed,
}: {
  readonly view: View;
  readonly comparison: Comparison;
  readonly placed: Placed;
}) {
  const { say } = view;
  const { change, at } = placed;
  return (
    <li id={anchorOf(at)} class={`unit ${change.kind}`} data-change={change.kind === 'same' ? undefined : ''}>
      <p class="told">
        <span class="sign">{say(`unit_${change.kind}`)}</span> <strong lang="zh-CN">{placeOf(change)}</strong>
        {change.renumbered && change.kind !== 'split' && change.kind !== 'merged' && (
          <span class="reason">{say('compareRenumbered')}</span>
        )}
        <ValuesInLine view={view} values={change.values} />
      </p>
      {change.parts && (
        <div class="cell together">
          <p class="where">
            <Where view={view} document={comparison.a} side="a" change={change} />{' '}
            <Where view={view} document={comparison.b} side="b" change={change} />
          </p>
          <p class="words" lang="zh-CN">
            <Together parts={change.parts} />
          </p>
        </div>
      )}
      <div class={change.parts ? 'two apart' : 'two'}>
        <Cell view={view} document={comparison.a} side="a" change={change} />
        <Cell view={view} document={comparison.b} side="b" change={change} />
      </div>
    </li>
  );
}

/** `placed` in order; a gap between two of them is what is the same and left out. */
export function Units(props: {
  readonly view: View;
  readonly comparison: Comparison;
  readonly placed: readonly Placed[];
  /** places before the first and past the last, of the whole comparison */
  readonly from: number;
  readonly to: number;
}) {
  const { view, comparison, placed, from, to } = props;
  const gap = (before: number, until: number) =>
    until > before && (
      <li class="left-out" key={`gap ${before}`}>
        {view.say('compareSameUnits', { count: count(until - before) })}
      </li>
    );
  let next = from;
  return (
    <ol class="units">
      {placed.map((one) => {
        const left = gap(next, one.at);
        next = one.at + 1;
        return (
          <>
            {left}
            <Row key={one.at} view={view} comparison={comparison} placed={one} />
          </>
        );
      })}
      {gap(next, to)}
    </ol>
  );
}
