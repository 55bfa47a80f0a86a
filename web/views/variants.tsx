// The variants of a wording: in order of first use, what changed marked, and a picture of the years they are used in.

import { toldCoverage } from '../../services/domain/messages/coverage.js';
import type { VariantsRequest } from '../../services/domain/query.js';
import type { Occurrence } from '../../services/domain/result.js';
import type { Variant, VariantsResponse } from '../../services/domain/variants.js';
import { href, passageHref, variantsParams } from '../links.js';
import type { Given } from '../parameters.js';
import { variantsFiles } from '../take-away.js';
import { ChangedParts } from './changed-parts.js';
import { Chart } from './chart.js';
import { plainCited } from './cite.js';
import { DeskViews } from './desk-views.js';
import { TakeAs } from './take-away.js';
import { VariantsForm } from './variants-form.js';
import { count, shortened, type View } from './view.js';
import { Narrowings } from './wording-filters.js';

export type Against = 'asked' | 'before';

export interface FoundVariants {
  readonly request: VariantsRequest;
  readonly against: Against;
  readonly response: VariantsResponse;
  readonly wide: string;
  readonly narrow: string;
  /** opens the lines of a variant, of one year or of all */
  readonly linesHref: (variant: Variant, year?: number) => string;
}

type Props = FoundVariants & { readonly view: View };
/** So many regions are named. */
const REGIONS = 5;

const Use = ({ view, name, one }: { readonly view: View; readonly name: string; readonly one: Occurrence }) => (
  <span class="end">
    {name}
    <a lang="zh-CN" href={passageHref(one.document.id, one.passage, one.match.slice(0, 200))}>
      {plainCited(view, one.document, one)}
    </a>{' '}
    <span class="when">{one.document.date ?? one.document.year ?? view.say('undated')}</span>
  </span>
);

function Regions({ view, variant }: { readonly view: View; readonly variant: Variant }) {
  const { say } = view;
  const named = variant.regions.slice(0, REGIONS);
  return (
    <>
      {say('variantsRegions')}
      <span lang="zh-CN">{named.map(({ value }) => value ?? say('notStated')).join('、')}</span>
      {variant.regions.length > REGIONS && say('variantsMoreRegions', { count: variant.regions.length })}
    </>
  );
}

function One({ view, request, against, variant, linesHref }: Props & { readonly variant: Variant }) {
  const { say } = view;
  const { text, edits, documents, occurrences, first, latest, parts, before } = variant;
  const shown = against === 'asked' ? parts : before?.parts;
  return (
    <li>
      <p class="words" lang="zh-CN">
        {shown ? <ChangedParts parts={shown} /> : text}
      </p>
      <p class="uses">
        <span>{edits === 0 ? say('variantsAsked') : say('variantsEdits', { edits })}</span>
        {against === 'before' && !before && <span>{say('variantsEarliest')}</span>}
        <a href={linesHref(variant)}>
          {say('variantsUses', { documents: count(documents), occurrences: count(occurrences) })}
        </a>
        <span>
          <Regions view={view} variant={variant} />
        </span>
        {edits > 0 && (
          <a href={href('/variants', { ...variantsParams(request, against), q: text })} rel="nofollow">
            {say('variantsFrom')}
          </a>
        )}
      </p>
      <Use view={view} name={say('wordingFirst')} one={first} />
      {occurrences > 1 && <Use view={view} name={say('wordingLatest')} one={latest} />}
    </li>
  );
}

function Figures({ view, response, linesHref }: Props) {
  const { say } = view;
  return (
    <table class="report">
      <thead>
        <tr>
          <th scope="col">{say('variantsNumber')}</th>
          <th scope="col">{say('measure_documents')}</th>
        </tr>
      </thead>
      <tbody>
        {response.variants.map((variant, i) => (
          <tr key={variant.text}>
            <th scope="row" lang="zh-CN">
              {i + 1}. {shortened(variant.text, 30)}
            </th>
            <td>
              {variant.years.map(({ value, documents }, n) => (
                <span key={value}>
                  {n > 0 && (view.language === 'zh' ? '，' : ', ')}
                  <a href={linesHref(variant, value)}>{value}</a>: {count(documents)}
                </span>
              ))}
              {variant.years.length === 0 && say('undated')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer(props: Props) {
  const { view, request, against, response, wide, narrow } = props;
  const { say } = view;
  const { variants, total, documents, occurrences } = response;
  return (
    <section id="hits" aria-label={say('variantsTitle')}>
      <Narrowings
        view={view}
        request={request}
        without={(change) => href('/variants', { ...variantsParams(request, against), ...change })}
      />
      <p class="summary" role="status">
        <strong>
          {total === 0
            ? say('variantsNone')
            : say('variantsCounts', {
                total: count(total),
                documents: count(documents),
                occurrences: count(occurrences),
              })}
        </strong>{' '}
        {total > variants.length && say('variantsMost', { shown: count(variants.length) })}
      </p>
      {total > 0 && (
        <>
          <Chart view={view} svg={wide} narrow={narrow} caption={say('variantsCaption')}>
            <Figures {...props} />
          </Chart>
          <p class="note">{say('variantsLegend')}</p>
          <ol class="variants">
            {variants.map((variant) => (
              <One key={variant.text} {...props} variant={variant} />
            ))}
          </ol>
        </>
      )}
      <p class="searched">{toldCoverage(response.coverage, view.language)}</p>
      <p class="take-away">
        {total > 0 && <TakeAs view={view} files={variantsFiles(request, against, view.language)} />}
        <a
          href={href('/api/wording/variants', { ...variantsParams(request, against), against: undefined })}
          rel="nofollow"
        >
          {view.say('asJson')}
        </a>
      </p>
    </section>
  );
}

export function Variants(props: {
  readonly view: View;
  readonly given: Given;
  readonly found: FoundVariants | undefined;
  readonly error: string | undefined;
}) {
  const { view, given, found } = props;
  return (
    <div class="list wording">
      <h1>{view.say('variantsTitle')}</h1>
      <DeskViews view={view} given={given} />
      <p class="note">{view.say('variantsIs')}</p>
      <VariantsForm {...props} />
      {found && <Answer view={view} {...found} />}
    </div>
  );
}
