// The ledger: every file that ever came, with its newest outcome; filtered, a page at a time, or all of it as CSV.
import { type LedgerPage, type LedgerRequest, type LedgerRow, LedgerState } from '../../../services/domain/intake.js';
import { documentPath, href, type Params } from '../../links.js';
import { count, type View } from '../view.js';
import { When } from '../when.js';
import { AdminFrame, type AdminView, FormKey } from './frame.js';

export interface LedgerProps extends AdminView {
  readonly request: LedgerRequest;
  readonly found: LedgerPage;
  /** codes of failures that there are */
  readonly codes: readonly { readonly code: string; readonly count: number }[];
  /** a file that was removed just now */
  readonly removed: string | undefined;
}

export const ledgerParams = ({ size: _, sort, ...rest }: LedgerRequest): Params => ({
  ...rest,
  sort: sort === 'file' ? undefined : sort,
});
export const ledgerHref = (request: LedgerRequest, change: Params = {}): string =>
  href('/admin/ledger', { ...ledgerParams(request), ...change });
export const managePath = (id: string): string => `/admin/documents/${encodeURIComponent(id)}`;

function Filter({ view, request, codes }: LedgerProps) {
  const { say } = view;
  const { status, code, name, from, to, sort } = request;
  const day = (field: 'from' | 'to', label: string, value: string | undefined) => (
    <p class="field">
      <label for={`l-${field}`}>{label}</label>
      <input id={`l-${field}`} name={field} type="date" value={value} />
    </p>
  );
  return (
    <form action="/admin/ledger" method="get" class="ledger-filter">
      <p class="field">
        <label for="l-name">{say('ledgerName')}</label>
        <input id="l-name" name="name" value={name} maxLength={500} />
      </p>
      <p class="field">
        <label for="l-status">{say('ledgerStatus')}</label>
        <select id="l-status" name="status">
          <option value="">{say('ledgerAny')}</option>
          {LedgerState.options.map((one) => (
            <option key={one} value={one} selected={one === status}>
              {say(one)}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="l-code">{say('ledgerCode')}</label>
        <select id="l-code" name="code">
          <option value="">{say('ledgerAny')}</option>
          {[...new Set([...codes.map((one) => one.code), ...(code ? [code] : [])])].map((one) => (
            <option key={one} value={one} selected={one === code}>
              {one}
            </option>
          ))}
        </select>
      </p>
      {day('from', say('ledgerFrom'), from)}
      {day('to', say('ledgerTo'), to)}
      <p class="field">
        <label for="l-sort">{say('ledgerSort')}</label>
        <select id="l-sort" name="sort">
          <option value="file">{say('ledgerByFile')}</option>
          <option value="time" selected={sort === 'time'}>
            {say('ledgerByTime')}
          </option>
        </select>
      </p>
      <button type="submit">{say('ledgerFind')}</button>
    </form>
  );
}

function Why({ view, row }: { readonly view: View; readonly row: LedgerRow }) {
  const { say } = view;
  const { status, message, code, of, documentId, members, unread, passages } = row;
  return (
    <>
      <span class={`outcome is-${status}`}>{say(status)}</span>{' '}
      {message && (
        <>
          {message} <span class="code">{code}</span>
        </>
      )}
      {of && (
        <>
          {say('outcomeSameAs')}
          {documentId ? <a href={documentPath(documentId)}>{of}</a> : of}
        </>
      )}
      {members !== null && say('outcomeMembers', { count: count(members) })}
      {(status === 'indexed' || status === 'partial') &&
        members === null &&
        say('outcomePassages', { count: count(passages ?? 0) })}
      {unread !== null && unread > 0 && <> · {say('outcomeUnread', { count: unread })}</>}
    </>
  );
}

/** What can be done with the file of a row. */
function Actions({ view, formKey, row }: AdminView & { readonly row: LedgerRow }) {
  const { say } = view;
  const { file, status, documentId } = row;
  const again = status === 'failed' || status === 'removed';
  return (
    <>
      {documentId && (status === 'indexed' || status === 'partial' || status === 'removed') && (
        <a href={managePath(documentId)} aria-label={say('ledgerManageOne', { name: file })}>
          {say('ledgerManage')}
        </a>
      )}
      {again && (
        <form action="/admin/retry" method="post">
          <FormKey formKey={formKey} />
          <input type="hidden" name="file" value={file} />
          {status === 'removed' && <input type="hidden" name="removed" value="1" />}
          <button
            type="submit"
            class="quiet"
            aria-label={say(status === 'removed' ? 'ledgerRestoreOne' : 'runRetryOne', { name: file })}
          >
            {say(status === 'removed' ? 'ledgerRestore' : 'runRetry')}
          </button>
        </form>
      )}
    </>
  );
}

function Rows(props: LedgerProps) {
  const { view, found } = props;
  const { say } = view;
  return (
    <table class="report files">
      <caption class="hidden">{say('ledgerTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('file')}</th>
          <th scope="col">{say('outcome')}</th>
          <th scope="col">{say('ledgerAt')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {found.rows.map((row) => (
          <tr key={row.file}>
            <th scope="row" class="path" lang="zh-CN">
              {row.documentId && row.status !== 'duplicate' ? (
                <a href={documentPath(row.documentId)}>{row.file}</a>
              ) : (
                row.file
              )}
              {row.title && row.status !== 'duplicate' && <small class="title">{row.title}</small>}
            </th>
            <td>
              <Why view={view} row={row} />
              {row.versions !== null && row.versions > 1 && row.status !== 'duplicate' && (
                <span class="note"> {say('manageVersions', { version: row.versions })}</span>
              )}
            </td>
            <td>
              <When at={row.at} />
            </td>
            <td>
              <Actions {...props} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Ledger(props: LedgerProps) {
  const { view, formKey, request, found, removed } = props;
  const { say } = view;
  const { status, code, name, from, to } = request;
  const filtered = [status, code, name, from, to].some((value) => value !== undefined);
  return (
    <AdminFrame view={view} formKey={formKey}>
      <h1>{say('ledgerTitle')}</h1>
      <p class="note">{say('ledgerNote')}</p>
      {removed && (
        <p class="notice" role="status">
          {say('removeDone', { file: removed })}
        </p>
      )}
      <Filter {...props} />
      {found.total > 0 && (
        <p class="summary">
          {say('ledgerTotal', { count: count(found.total) })}{' '}
          <a
            href={href('/admin/ledger.csv', { ...ledgerParams(request), after: undefined, lang: view.language })}
            download
          >
            {say('ledgerCsv')}
          </a>
        </p>
      )}
      {found.rows.length > 0 && <Rows {...props} />}
      {found.rows.length === 0 && <p class="notice">{say(filtered ? 'ledgerNone' : 'ledgerEmpty')}</p>}
      {(found.next !== null || request.after !== undefined) && (
        <nav class="pagination" aria-label={say('pages')}>
          {request.after !== undefined && <a href={ledgerHref(request, { after: undefined })}>{say('ledgerFirst')}</a>}
          {found.next !== null && (
            <a rel="next" href={ledgerHref(request, { after: found.next })}>
              {say('ledgerNext')}
            </a>
          )}
        </nav>
      )}
    </AdminFrame>
  );
}
