// Indicators as links: a list with counts, or a short line of names.
import type { IndicatorCount, TargetsRequest } from '../../services/domain/target-table.js';
import { targetsHref } from '../links.js';
import { count, type View } from './view.js';

interface Props {
  readonly view: View;
  readonly request: TargetsRequest;
  readonly indicators: readonly IndicatorCount[];
}

const hrefOf = (request: TargetsRequest, indicator: string): string =>
  targetsHref(request, { q: undefined, indicator });

/** 2016–2025, or the year. */
const years = ({ yearFrom, yearTo }: IndicatorCount): string =>
  yearFrom === null ? '—' : yearFrom === yearTo ? String(yearFrom) : `${yearFrom}–${yearTo}`;

export const IndicatorList = ({ view, request, indicators }: Props) => (
  <table class="indicators">
    <thead>
      <tr>
        {(
          [
            'indicator',
            'indicatorDocuments',
            'indicatorTargets',
            'indicatorYears',
            'indicatorRegions',
            'indicatorUnits',
          ] as const
        ).map((key) => (
          <th key={key} scope="col">
            {view.say(key)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {indicators.map((one) => (
        <tr key={one.indicator}>
          <th scope="row" lang="zh-CN">
            <a href={hrefOf(request, one.indicator)}>{one.indicator}</a>
          </th>
          <td data-label={view.say('indicatorDocuments')}>{count(one.documents)}</td>
          <td data-label={view.say('indicatorTargets')}>{count(one.targets)}</td>
          <td data-label={view.say('indicatorYears')}>{years(one)}</td>
          <td data-label={view.say('indicatorRegions')}>{one.regions === 0 ? '—' : count(one.regions)}</td>
          <td data-label={view.say('indicatorUnits')} lang="zh-CN">
            {one.units.join('、')}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

export const IndicatorLinks = ({ view, request, indicators, title }: Props & { readonly title: string }) => (
  <nav class="indicator-links" aria-label={title}>
    <h3>{title}</h3>
    <ul lang="zh-CN">
      {indicators.map((one) => (
        <li key={one.indicator}>
          <a href={hrefOf(request, one.indicator)}>{one.indicator}</a>{' '}
          <span class="count" title={view.say('indicatorDocuments')}>
            {count(one.documents)}
          </span>
        </li>
      ))}
    </ul>
  </nav>
);
