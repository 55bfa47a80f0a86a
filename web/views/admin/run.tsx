// One run: what became of each file, why, what to do, and once more.
import type { QueueState, RunFile, RunFileStatus, RunReport } from '../../../services/domain/intake.js';
import { compareHref, documentPath, href } from '../../links.js';
import { Pagination } from '../pagination.js';
import { count, type View } from '../view.js';
import { AdminFrame, type AdminView, FormKey } from './frame.js';
import { Absent, outcomes, runPath } from './run-parts.js';

export interface RunProps extends AdminView {
  readonly run: RunReport;
  readonly queue: QueueState;
  readonly status: RunFileStatus | undefined;
  readonly page: number;
  readonly size: number;
}

export const runHref = (id: number, status: string | undefined, page: number): string =>
  href(runPath(id), { status, page: page === 1 ? undefined : page });

/** A named failure, a duplicate's partner, a new version: what stands beside the outcome. */
function Outcome({ view, file }: { readonly view: View; readonly file: RunFile }) {
  const { say } = view;
  const { status, documentId, version, code, message, of, passages, members, unread } = file;
  return (
    <>
      <span class={`outcome is-${status}`}>{say(status)}</span>{' '}
      {status === 'failed' && (
        <>
          {message} <span class="code">{code}</span>
        </>
      )}
      {status === 'unchanged' && say('outcomeAsBefore')}
      {status === 'duplicate' && of && (
        <span>
          {say('outcomeSameAs')}
          {documentId ? (
            <a href={documentPath(documentId)} lang="zh-CN">
              {of}
            </a>
          ) : (
            <span lang="zh-CN">{of}</span>
          )}
        </span>
      )}
      {members !== undefined && say('outcomeMembers', { count: count(members) })}
      {status === 'indexed' && members === undefined && say('outcomePassages', { count: count(passages ?? 0) })}
      {version !== undefined && documentId && (
        <span>
          {' '}
          {say('outcomeVersion', { version })}{' '}
          <a href={compareHref(`${documentId}@${version - 1}`, `${documentId}@${version}`)}>{say('outcomeChanges')}</a>
        </span>
      )}
      {unread !== undefined && <span class="warned"> {say('outcomeUnread', { count: unread })}</span>}
    </>
  );
}

function Retry({ view, formKey, file }: AdminView & { readonly file: string }) {
  const { say } = view;
  return (
    <form action="/admin/retry" method="post">
      <FormKey formKey={formKey} />
      <input type="hidden" name="file" value={file} />
      <button type="submit" class="quiet" aria-label={say('runRetryOne', { name: file })}>
        {say('runRetry')}
      </button>
    </form>
  );
}

function Files({ view, formKey, run }: RunProps) {
  const { say } = view;
  return (
    <table class="report files">
      <caption class="hidden">{say('runTitle', { id: run.id })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('file')}</th>
          <th scope="col">{say('outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {run.files.map((file) => (
          <tr key={file.file}>
            <th scope="row" class="path" lang="zh-CN">
              {file.documentId && file.status !== 'duplicate' ? (
                <a href={documentPath(file.documentId)}>{file.file}</a>
              ) : (
                file.file
              )}
            </th>
            <td>
              <Outcome view={view} file={file} />{' '}
              {file.status === 'failed' && run.finishedAt && <Retry view={view} formKey={formKey} file={file.file} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Chips({ view, run, status }: RunProps) {
  const { say } = view;
  const total = Object.values(run.counts).reduce((sum, n) => sum + n, 0);
  const shown = outcomes.filter((one) => run.counts[one] > 0 || one === status);
  return (
    <nav aria-label={say('runFilter')}>
      <ul class="chips">
        <li>
          <a href={runHref(run.id, undefined, 1)} aria-current={status === undefined ? 'true' : undefined}>
            {say('runsAll')} {count(total)}
          </a>
        </li>
        {shown.map((one) => (
          <li key={one}>
            <a href={runHref(run.id, one, 1)} aria-current={status === one ? 'true' : undefined}>
              {say(one)} {count(run.counts[one])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The part that the script keeps up to date. */
export function RunState(props: RunProps) {
  const { view, formKey, run, queue, status, page, size } = props;
  const { say } = view;
  const total = Object.values(run.counts).reduce((sum, n) => sum + n, 0);
  const done = total - run.counts.waiting;
  const finished = run.finishedAt !== null || total === 0;
  const seconds = Math.round(run.summary?.seconds ?? 0);
  return (
    <div data-run={finished ? 'done' : 'going'}>
      <p class="summary" data-told>
        {finished
          ? say('runDone', { total: count(total), seconds: count(seconds) })
          : say('runGoing', { done: count(done), total: count(total) })}
        {run.counts.failed > 0 && ` ${say('runFailedSome', { count: count(run.counts.failed) })}`}
      </p>
      {!finished && (
        <>
          <progress class="sent" max={total} value={done} aria-label={say('outcome')} />
          <p class="note">
            <a href={runHref(run.id, status, page)} data-reload={say('runReloads')}>
              {say('runReload')}
            </a>
          </p>
          <Absent view={view} queue={queue} />
        </>
      )}
      <Chips {...props} />
      {finished && run.counts.failed > 1 && (
        <form action="/admin/retry" method="post" class="retry-all">
          <FormKey formKey={formKey} />
          <input type="hidden" name="run" value={run.id} />
          <button type="submit">{say('runRetryFailed', { count: count(run.counts.failed) })}</button>
        </form>
      )}
      {run.files.length > 0 ? <Files {...props} /> : <p class="nothing">{say('runNothing')}</p>}
      <Pagination
        view={view}
        page={page}
        pages={Math.ceil(run.total / size)}
        to={(to) => runHref(run.id, status, to)}
      />
    </div>
  );
}

export function RunPage(props: RunProps) {
  const { view, formKey, run } = props;
  return (
    <AdminFrame view={view} formKey={formKey}>
      <h1>{view.say('runTitle', { id: run.id })}</h1>
      <div data-follow data-lost={view.say('runLost')}>
        <RunState {...props} />
      </div>
      <p class="hidden" role="status" data-follow-told />
    </AdminFrame>
  );
}
