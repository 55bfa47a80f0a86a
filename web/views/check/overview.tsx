// How much of a draft came from where, what was not checked, and the sources used most.
import { type CheckReport, ClauseLabel } from '../../../services/domain/check.js';
import { sayReportIn } from '../../../services/domain/messages/check-report.js';
import { checkWarnings } from '../../../services/export/check-told.js';
import { documentPath } from '../../links.js';
import { Chart } from '../chart.js';
import { count, type View } from '../view.js';

interface Props {
  readonly view: View;
  readonly report: CheckReport;
  /** charts of the labels, wide and for a phone */
  readonly wide: string;
  readonly narrow: string;
}

export function Overview({ view, report, wide, narrow }: Props) {
  const { say } = view;
  const { labels, labelCharacters, sources, ...summary } = report.summary;
  return (
    <section aria-labelledby="overview">
      <h2 id="overview">{say('checkOverview')}</h2>
      <p>
        {say('checkCompared', {
          characters: count(summary.characters),
          clauses: count(summary.clauses),
          documents: count(summary.compared),
          share: Math.round(100 * summary.reusedShare),
        })}{' '}
        {summary.region && say('checkForRegion', { region: summary.region })}
      </p>
      {checkWarnings(report, sayReportIn(view.language), view.language).map((warning) => (
        <p key={warning} class="notice">
          {warning}
        </p>
      ))}
      <Chart view={view} svg={wide} narrow={narrow} caption={say('labelChart')}>
        <table class="report">
          <thead>
            <tr>
              <th scope="col">{say('label')}</th>
              <th scope="col">{say('checkCharacters')}</th>
              <th scope="col">{say('checkSentences')}</th>
            </tr>
          </thead>
          <tbody>
            {ClauseLabel.options.map((label) => (
              <tr key={label}>
                <th scope="row">{say(`label_${label}`)}</th>
                <td>{count(labelCharacters[label])}</td>
                <td>{count(labels[label])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Chart>
      {sources.length > 0 && (
        <details>
          <summary>{say('checkSourcesUsed')}</summary>
          <ol>
            {sources.map(({ documentId, title, clauses }) => (
              <li key={documentId}>
                <a href={documentPath(documentId)}>{title}</a> {say('checkSentencesOf', { n: clauses })}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
