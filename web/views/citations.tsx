// /citations: what the archive cites most, what it lacks of that, and what is out of date though cited.
import type { CitationOverview, Cited } from '../../services/domain/citation.js';
import type { DocumentSummary } from '../../services/domain/document.js';
import type { WebKey } from '../../services/domain/messages/web.js';
import { citationsPath } from '../links.js';
import type { Given } from '../parameters.js';
import { citationsFiles } from '../take-away.js';
import { Chart } from './chart.js';
import { bothPictures, DocumentLink, type Pictures, Repeals, StateBadge, TitleLine } from './citation-parts.js';
import { TakeAs } from './take-away.js';
import { count, type View } from './view.js';

const filters = ['region', 'issuer', 'type', 'year', 'yearFrom', 'yearTo', 'status'] as const;

interface Props {
  readonly view: View;
  readonly given: Given;
  readonly error?: string | undefined;
  readonly overview?: CitationOverview | undefined;
  readonly chart?: Pictures | undefined;
}

function Filters({ view, given, error }: Props) {
  const { say } = view;
  const filtered = filters.some((name) => given[name]);
  return (
    <search class="search">
      <form action="/citations" method="get">
        {error && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
        <details class="filters" open={filtered}>
          <summary>{say('citationsFilters')}</summary>
          <div class="fields">
            {filters.map((name) => (
              <p key={name} class="field">
                <label for={`c-${name}`}>{say(name)}</label>
                <input id={`c-${name}`} name={name} value={given[name]} maxLength={200} />
              </p>
            ))}
          </div>
          <p class="actions">
            <button type="submit">{say('citationsApply')}</button>
            {filtered && <a href="/citations">{say('citationsClear')}</a>}
          </p>
        </details>
      </form>
    </search>
  );
}

const pageOf = (document: DocumentSummary | null): string | undefined =>
  document ? citationsPath(document.id) : undefined;

function Entry({ view, cited }: { readonly view: View; readonly cited: Cited }) {
  const { title, number, state, document, newer, repealedBy, citing, by } = cited;
  return (
    <li>
      <h3>
        <TitleLine title={title} number={number} to={pageOf(document ?? newer)} />{' '}
        <StateBadge view={view} state={state} document={document} />
      </h3>
      <p class="facts">
        {view.say('citingCount', { n: count(citing) })}
        {newer && (
          <>
            {' · '}
            {view.say('citationNewer')} <DocumentLink document={newer} />
          </>
        )}
      </p>
      <Repeals view={view} repeals={repealedBy} />
      <details>
        <summary>{view.say('citedCitingColumn')}</summary>
        <ul>
          {by.map((one) => (
            <li key={one.id}>
              <DocumentLink document={one} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function Section(props: {
  readonly view: View;
  readonly title: WebKey;
  readonly note?: WebKey;
  readonly all: readonly Cited[];
}) {
  const { view, title, note, all } = props;
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{view.say(title)}</h2>
      {note && <p class="note">{view.say(note)}</p>}
      <ol class="cited">
        {all.map((cited) => (
          <Entry key={`${cited.title} ${cited.number}`} view={view} cited={cited} />
        ))}
      </ol>
    </section>
  );
}

function Figures({ view, all }: { readonly view: View; readonly all: readonly Cited[] }) {
  const { say } = view;
  return (
    <table class="report">
      <thead>
        <tr>
          <th scope="col">{say('citedTitleColumn')}</th>
          <th scope="col">{say('citedStateColumn')}</th>
          <th scope="col">{say('citedCitingColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ title, number, state, document, newer, citing }) => (
          <tr key={`${title} ${number}`}>
            <th scope="row">
              <TitleLine title={title} number={null} to={pageOf(document ?? newer)} />
            </th>
            <td>
              <StateBadge view={view} state={state} document={document} />
            </td>
            <td>{count(citing)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Citations(props: Props) {
  const { view, overview, chart } = props;
  const { say } = view;
  return (
    <div class="list citations">
      <h1>{say('citationsTitle')}</h1>
      <p class="note">{say('citationsLead')}</p>
      <Filters {...props} />
      {overview && overview.mentions.document === 0 && <p class="nothing">{say('citationsNone')}</p>}
      {overview && overview.mentions.document > 0 && (
        <>
          <p class="summary">
            <span class="total">
              {say('citationsTotal', {
                documents: count(overview.documents),
                citing: count(overview.citing),
                places: count(overview.mentions.document),
              })}
            </span>
            <br />
            {say('citationsStates', overview.mentions.states)}
          </p>
          <p class="take-away">
            <TakeAs view={view} files={citationsFiles(view.here.params, view.language)} />
          </p>
          {chart && (
            <Chart view={view} svg={bothPictures(chart)} caption={say('citationsChart')}>
              <Figures view={view} all={overview.mostCited} />
            </Chart>
          )}
          <Section view={view} title="citationsMissing" note="citationsMissingNote" all={overview.missing} />
          <Section view={view} title="citationsOutdated" all={overview.outdated} />
          <Section view={view} title="citationsMost" all={overview.mostCited} />
        </>
      )}
    </div>
  );
}
