// Two documents or versions compared: what changed, in figures and words, then unit by unit side by side.
import { placeOf, toldCounts } from '../../../services/comparison/told.js';
import type { Comparison, UnitChange } from '../../../services/domain/comparison.js';
import { compareHref, href, transmissionHref } from '../../links.js';
import { comparisonFiles } from '../../take-away.js';
import { Pagination } from '../pagination.js';
import { TakeAs } from '../take-away.js';
import { count, type View } from '../view.js';
import { nameOf, Side, Values } from './parts.js';
import { anchorOf, type Placed, Units } from './units.js';

interface Props {
  readonly view: View;
  readonly comparison: Comparison;
  readonly show: 'changes' | 'all';
  readonly page: number;
}

export const UNITS_PER_PAGE = 300;
const MAX_VALUES = 400;

export const shownUnits = ({ units }: Comparison, show: Props['show']): Placed[] =>
  units.map((change, at) => ({ change, at })).filter(({ change }) => show === 'all' || change.kind !== 'same');

function Counts({ view, comparison }: Pick<Props, 'view' | 'comparison'>) {
  const { say } = view;
  const { counts, articles } = comparison;
  const hasArticles = Object.values(articles).some((n) => n > 0);
  return (
    <>
      {hasArticles && <p class="counts">{say('compareArticles', { counts: toldCounts(articles, view.language) })}</p>}
      <p class={hasArticles ? 'note' : 'counts'}>
        {say('compareUnits', { counts: toldCounts(counts, view.language) })}
      </p>
    </>
  );
}

export function Compare({ view, comparison, show, page }: Props) {
  const { say } = view;
  const { a, b, relation, similarity, units, truncated, comparedTo } = comparison;
  const [nameA, nameB] = [nameOf(a), nameOf(b)];
  const shown = shownUnits(comparison, show);
  const placed = shown.slice((page - 1) * UNITS_PER_PAGE, page * UNITS_PER_PAGE);
  const pages = Math.ceil(shown.length / UNITS_PER_PAGE);
  const pageOf = (at: number): number => Math.floor(shown.findIndex((one) => one.at === at) / UNITS_PER_PAGE) + 1;
  const linkTo = (at: number): string =>
    pages <= 1 || pageOf(at) === page
      ? `#${anchorOf(at)}`
      : compareHref(nameA, nameB, { show, page: pageOf(at) }, anchorOf(at));
  const values = units.flatMap((change, at) =>
    change.values.map((value) => ({ value, href: linkTo(at), place: placeOf(change) })),
  );
  const same = units.every(({ kind }: UnitChange) => kind === 'same');
  const filter = (kind: Props['show'], key: 'compareOnlyChanges' | 'compareAll') => (
    <a href={compareHref(nameA, nameB, { show: kind })} aria-current={show === kind ? 'true' : undefined}>
      {say(key)}
    </a>
  );
  return (
    <div class="compare">
      <h1>{say('compareTitle')}</h1>
      <ul class="sides">
        <Side view={view} name={say('compareA')} document={a} />
        <Side view={view} name={say('compareB')} document={b} />
      </ul>
      <p class="actions">
        {relation && <span>{say(`relation_${relation}`)}</span>}
        <span>{say('similarity', { percent: Math.floor(similarity * 100) })}</span>
        <a href={compareHref(nameB, nameA)}>{say('compareSwap')}</a>
        <a href={compareHref(nameA, undefined)}>{say('compareOther')}</a>
        {(relation === null || relation === 'similar') && (
          <a href={transmissionHref(nameA, nameB)}>{say('transmissionLink')}</a>
        )}
        <TakeAs view={view} files={comparisonFiles(nameA, nameB, show, view.language)} />
        <a href={href('/api/compare', { a: nameA, b: nameB })}>{say('documentJson')}</a>
      </p>
      {same && <p class="notice">{say('compareSame')}</p>}
      {!same && (
        <section aria-label={say('compareSummary')}>
          <Counts view={view} comparison={comparison} />
          {comparedTo !== null && <p class="notice">{say('compareCut', { count: count(comparedTo) })}</p>}
          {truncated && <p class="note">{say('compareTruncated')}</p>}
          <h2>{say('compareNumbers', { count: count(values.length) })}</h2>
          {values.length === 0 ? (
            <p>{say('compareNoNumbers')}</p>
          ) : (
            <details open={values.length <= 20}>
              <summary>{say('compareNumbersList')}</summary>
              <Values
                view={view}
                values={values.slice(0, MAX_VALUES)}
                names={[say('compareA'), say('compareB')]}
                kinds={['number', 'date', 'strength', 'reference']}
              />
              {values.length > MAX_VALUES && <p class="note">{say('compareMore', { count: count(MAX_VALUES) })}</p>}
            </details>
          )}
        </section>
      )}
      <h2>{say('compareSideBySide')}</h2>
      <p class="filter">
        {filter('changes', 'compareOnlyChanges')}
        {filter('all', 'compareAll')}
        <span class="note">{say('compareLegend')}</span>
      </p>
      {!same && (
        <details class="jumps">
          <summary>{say('compareJump')}</summary>
          <ul>
            {placed
              .filter(({ change }) => change.kind !== 'same')
              .map(({ change, at }) => (
                <li key={at}>
                  <a href={`#${anchorOf(at)}`} lang="zh-CN">
                    {placeOf(change)}
                  </a>{' '}
                  <span class="reason">{say(`unit_${change.kind}`)}</span>
                </li>
              ))}
          </ul>
        </details>
      )}
      <Units
        view={view}
        comparison={comparison}
        placed={placed}
        from={page > 1 ? (placed[0]?.at ?? 0) : 0}
        to={page < pages ? (placed.at(-1)?.at ?? 0) + 1 : units.length}
      />
      <Pagination view={view} page={page} pages={pages} to={(to) => compareHref(nameA, nameB, { show, page: to })} />
    </div>
  );
}
