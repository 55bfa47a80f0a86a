// One indicator and unit as a table: years as columns, regions as rows, each value a link to its sentence. A phone shows
// the cells one under another, each with its year.
import { toldValue } from '../../services/domain/messages/targets.js';
import type {
  StatedTarget,
  TargetCell,
  TargetRow,
  TargetSeries,
  TargetsRequest,
} from '../../services/domain/target-table.js';
import { statedHref, targetsHref } from '../links.js';
import { count, type View } from './view.js';

/** Where the sentences of a cell are listed. */
export const cellAnchor = (unit: number, row: number, year: number | null): string =>
  `c${unit}-${row}-${year ?? 'none'}`;

export const toldYear = (view: View, year: number | null): string =>
  year === null ? view.say('forNoYear') : view.say('yearHeading', { year });
export const toldRegion = (view: View, region: TargetRow['region']): string => region?.name ?? view.say('forNoRegion');

interface Props {
  readonly view: View;
  readonly request: TargetsRequest;
  readonly indicator: string;
  readonly series: TargetSeries;
  /** the place of the unit on the page */
  readonly unit: number;
}

/** Values told alike, once: the newest document's leads to its sentence, the others stand in the list below. */
function alike({ stated }: TargetCell, view: View): [string, StatedTarget[]][] {
  const groups = new Map<string, StatedTarget[]>();
  for (const one of stated) {
    const told = toldValue(one, view.language);
    groups.set(told, [...(groups.get(told) ?? []), one]);
  }
  return [...groups];
}

function Cell(
  props: Props & { readonly row: number; readonly region: TargetRow['region']; readonly cell: TargetCell },
) {
  const { view, request, series, unit, row, region, cell } = props;
  const { say } = view;
  const all = {
    unit: series.unit,
    forYear: cell.year ?? 'none',
    forYearFrom: undefined,
    forYearTo: undefined,
    forRegion: region?.name ?? 'none',
    perCell: 500,
  };
  return (
    <ul>
      {alike(cell, view).map(([told, [first, ...others]]) =>
        first ? (
          <li key={told}>
            <a class="value" href={statedHref(first)} title={first.document.title}>
              {told}
            </a>
            {cell.year === null && first.document.year !== null && (
              <span class="times"> {say('statedIn', { year: first.document.year })}</span>
            )}
            {others.length > 0 && (
              <>
                {' '}
                <a class="times" href={`#${cellAnchor(unit, row, cell.year)}`}>
                  {say('cellTimes', { count: count(others.length + 1) })}
                </a>
              </>
            )}
          </li>
        ) : null,
      )}
      {cell.more > 0 && (
        <li>
          <a class="times" href={targetsHref(request, all)} rel="nofollow">
            {say('cellMore', { count: count(cell.more) })}
          </a>
        </li>
      )}
    </ul>
  );
}

export function SeriesTable(props: Props) {
  const { view, indicator, series } = props;
  const { say } = view;
  const caption = say('tableOf', { indicator, unit: series.unit });
  return (
    <section class="scroll" aria-label={caption}>
      <table class="values">
        <caption lang="zh-CN">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say('region')}</th>
            {series.years.map((year) => (
              <th key={year} scope="col">
                {toldYear(view, year)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.rows.map(({ region, cells }, row) => (
            <tr key={region?.code ?? 'none'}>
              <th scope="row" lang={region ? 'zh-CN' : undefined}>
                {toldRegion(view, region)}
              </th>
              {series.years.map((year) => {
                const cell = cells.find((one) => one.year === year);
                return (
                  <td key={year} data-label={toldYear(view, year)}>
                    {cell && <Cell {...props} row={row} region={region} cell={cell} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
