// The report on a draft: overview, what is at odds, what is worth knowing, the draft sentence by sentence, and the draft to
// be edited and checked again. One form carries it all, so that nothing needs to be kept on the server.
import { type CheckReport, type Finding, FindingKind } from '../../../services/domain/check.js';
import type { DocumentSummary } from '../../../services/domain/document.js';
import type { DraftForm, Seen } from '../../draft-form.js';
import type { View } from '../view.js';
import { Clauses } from './clauses.js';
import { FindingItem } from './finding.js';
import { Carried, DraftFields, EarlierFields, ScopeFields } from './form.js';
import { Overview } from './overview.js';
import { Revised } from './revised.js';

export interface JudgedFinding {
  readonly finding: Finding;
  /** the finding's, numbered where the same remark is made again */
  readonly key: string;
  /** not found by the check before */
  readonly fresh: boolean;
  /** the reason, '' without one; undefined: not dismissed */
  readonly dismissed: string | undefined;
}

interface Props {
  readonly view: View;
  readonly form: DraftForm;
  readonly report: CheckReport;
  readonly findings: readonly JudgedFinding[];
  /** findings of the check before */
  readonly seen: readonly Seen[];
  /** what the form carries unseen */
  readonly carried: Readonly<Record<string, string>>;
  /** charts of the labels, wide and for a phone */
  readonly wide: string;
  readonly narrow: string;
  readonly documentOf: (id: string) => DocumentSummary | null;
}

export const reportFormId = 'again';

/** So many findings of a kind of level are listed; beyond them a page is no longer read. */
const MOST = 200;

function Since({
  view,
  seen,
  findings,
}: {
  readonly view: View;
  readonly seen: readonly Seen[];
  readonly findings: readonly JudgedFinding[];
}) {
  const { say } = view;
  if (seen.length === 0) return null;
  const now = new Set(findings.map(({ key }) => key));
  const settled = seen.filter(({ key }) => !now.has(key));
  const fresh = findings.filter((one) => one.fresh).length;
  return (
    <div class="since" role="status">
      <p>{say('checkSince', { settled: settled.length, fresh, same: findings.length - fresh })}</p>
      {settled.length > 0 && (
        <details>
          <summary>{say('checkSettled')}</summary>
          <ul>
            {settled.map(({ key, draft }) => (
              <li key={key}>
                <s lang="zh-CN">{draft}</s>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

export function Report(props: Props) {
  const { view, form, report, findings, seen, carried, documentOf } = props;
  const { say } = view;
  const clauses = report.clauses.map((clause, i) => ({ clause, n: i + 1 }));
  const clauseOf = ({ start }: Finding) => clauses.find(({ clause }) => clause.start <= start && start < clause.end);
  const list = (items: readonly JudgedFinding[]) => (
    <>
      <ol class="findings">
        {items.slice(0, MOST).map((judged) => (
          <FindingItem
            key={judged.key}
            view={view}
            judged={judged}
            clause={clauseOf(judged.finding)}
            documentOf={documentOf}
          />
        ))}
      </ol>
      {items.length > MOST && <p class="note">{say('checkMore', { n: items.length - MOST })}</p>}
    </>
  );
  const live = findings.filter(({ dismissed }) => dismissed === undefined);
  const dismissed = findings.filter((one) => one.dismissed !== undefined);
  const conflicts = live.filter(({ finding }) => finding.level === 'conflict');
  const notHeld = live.filter(
    ({ finding }) => finding.level === 'note' && finding.kind === 'reference' && !finding.source,
  );
  const notes = live.filter((one) => one.finding.level === 'note' && !notHeld.includes(one));
  const heading =
    report.text
      .split('\n')
      .map((line) => line.trim())
      .find(Boolean) ?? '';
  const { revision } = report;
  const own = form.draft.kind === 'file' ? form.draft.name : undefined;
  return (
    <div class="check">
      <h1>{say('checkTitle')}</h1>
      <Since view={view} seen={seen} findings={findings} />
      <Overview {...props} />
      <p class="remembered" hidden data-remembered={say('checkRemembered', { n: '{n}' })}>
        <span /> <button type="button">{say('checkApplyRemembered')}</button>
      </p>
      <section aria-labelledby="conflicts">
        <h2 id="conflicts">{say('checkConflicts', { n: conflicts.length })}</h2>
        {conflicts.length === 0 ? <p>{say('checkNone')}</p> : list(conflicts)}
      </section>
      {(notes.length > 0 || notHeld.length > 0) && (
        <section aria-labelledby="notes">
          <h2 id="notes">{say('checkNotes', { n: notes.length + notHeld.length })}</h2>
          {FindingKind.options.map((kind) => {
            const here = notes.filter(({ finding }) => finding.kind === kind);
            return (
              here.length > 0 && (
                <details key={kind} class="of-kind">
                  <summary>{say('checkNotesOf', { kind: say(`checkKind_${kind}`), n: here.length })}</summary>
                  {list(here)}
                </details>
              )
            );
          })}
          {notHeld.length > 0 && (
            <details class="of-kind">
              <summary>{say('checkNotHeld', { n: notHeld.length })}</summary>
              {list(notHeld)}
            </details>
          )}
        </section>
      )}
      {dismissed.length > 0 && (
        <details class="dismissed">
          <summary>{say('checkDismissed', { n: dismissed.length })}</summary>
          {list(dismissed)}
        </details>
      )}
      {revision && <Revised view={view} revision={revision} />}
      <section aria-labelledby="sentences">
        <h2 id="sentences">{say('checkDraftText')}</h2>
        <Clauses view={view} clauses={report.clauses} findings={live} />
      </section>
      <section aria-labelledby="edit" class="edit">
        <h2 id="edit">{say('checkEdit')}</h2>
        <form
          id={reportFormId}
          action="/check"
          method="post"
          enctype="multipart/form-data"
          data-checking={say('checkBusy')}
          data-draft={heading.slice(0, 100)}
        >
          {/* Enter in a field presses the first button of a form: it checks again, and dismisses nothing. */}
          <button type="submit" class="hidden" tabIndex={-1} aria-hidden="true">
            {say('checkAgain')}
          </button>
          <Carried carried={carried} />
          <DraftFields view={view} text={report.text} rows={16} />
          <EarlierFields
            view={view}
            given={form.given}
            text={revision && revision.earlier.documentId === null ? revision.earlier.text : ''}
          />
          <ScopeFields view={view} given={form.given} />
          <p class="buttons">
            <button type="submit">{say('checkAgain')}</button>
            <button type="submit" formaction="/check/report.docx" data-download>
              {say('checkTakeWord')}
            </button>
            <button type="submit" formaction="/check/original.docx" data-download>
              {carried.original && own !== undefined
                ? say('checkTakeOriginal', { name: own })
                : say('checkTakeOriginalOf')}
            </button>
            <button type="submit" formaction="/check/report.json" data-download>
              {say('checkTakeJson')}
            </button>
          </p>
        </form>
      </section>
    </div>
  );
}
