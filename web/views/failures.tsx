// The report for whoever looks after the archive: what failed and what to do, what was read in part, what is there twice.
import type { ComponentChildren } from 'preact';
import type { Duplicate, FailedFile, PartlyRead, ReportCounts } from '../../services/domain/report.js';
import { documentPath, href } from '../links.js';
import { AdminFrame, FormKey } from './admin/frame.js';
import { runPath } from './admin/run-parts.js';
import { Pagination } from './pagination.js';
import { count, type View } from './view.js';
import { When } from './when.js';

export const reportViews = ['failed', 'partial', 'duplicate'] as const;
export type ReportView = (typeof reportViews)[number];

export interface ReportAddress {
  readonly list: ReportView;
  readonly code?: string | undefined;
  readonly page: number;
}
export const reportHref = ({ list, code, page }: ReportAddress): string =>
  href('/failures', { list: list === 'failed' ? undefined : list, code, page: page === 1 ? undefined : page });

export interface ReportProps {
  readonly view: View;
  readonly address: ReportAddress;
  readonly counts: ReportCounts;
  readonly codes: readonly { readonly code: string; readonly count: number }[];
  /** rows of the list that is shown, of the page that is shown */
  readonly failed: readonly FailedFile[];
  readonly partial: readonly PartlyRead[];
  readonly duplicates: readonly Duplicate[];
  readonly pages: number;
  /** for the form that tries again: only of whoever is signed in */
  readonly formKey?: string | undefined;
  /** no admin token is set: nobody can sign in */
  readonly closed: boolean;
  /** files that were queued just now, and the run that tries them */
  readonly queued?: { readonly files: number; readonly run: number } | undefined;
}

function Table(props: { readonly caption: string; readonly heads: readonly string[]; children: ComponentChildren }) {
  return (
    <table class="report">
      <caption class="hidden">{props.caption}</caption>
      <thead>
        <tr>
          {props.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

function Codes({ view, address, counts, codes }: ReportProps) {
  const { say } = view;
  if (codes.length < 2) return null;
  const entries = [{ code: undefined, count: counts.failed }, ...codes];
  return (
    <nav aria-label={say('reportCodes')}>
      <ul class="chips">
        {entries.map(({ code, count: n }) => (
          <li key={code ?? ''}>
            <a
              href={reportHref({ list: 'failed', code, page: 1 })}
              aria-current={address.code === code ? 'true' : undefined}
            >
              {code ?? say('reportAll')} {count(n)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A table whose rows can be picked and tried once more by whoever is signed in. */
function Retryable({
  view,
  address,
  formKey,
  closed,
  children,
}: ReportProps & { readonly children: ComponentChildren }) {
  const { say } = view;
  if (formKey === undefined)
    return (
      <>
        <p class="note">
          {closed ? (
            <>
              {say('reportNoToken')} <code>npm run --silent yanju -- retry</code>
            </>
          ) : (
            <>
              {say('reportSignIn')} <a href={href('/sign-in', { next: reportHref(address) })}>{say('signIn')}</a>
            </>
          )}
        </p>
        {children}
      </>
    );
  return (
    <form action="/failures" method="post">
      <FormKey formKey={formKey} />
      <input type="hidden" name="list" value={address.list} />
      {address.code && <input type="hidden" name="code" value={address.code} />}
      <div class="retry">
        <button type="submit" name="which" value="chosen">
          {say('reportRetryChosen')}
        </button>
        <button type="submit" name="which" value="all">
          {address.code
            ? say('reportRetryCode', { code: address.code })
            : say(address.list === 'partial' ? 'reportRetryPartial' : 'reportRetryAll')}
        </button>
      </div>
      {children}
    </form>
  );
}

/** The box of row `i`, called by the name that stands beside it. */
const Pick = ({ file, i }: { readonly file: string; readonly i: number }) => (
  <td>
    <input type="checkbox" name="file" value={file} id={`f${i}`} aria-labelledby={`n${i}`} />
  </td>
);

function Failed(props: ReportProps) {
  const { view, failed, formKey } = props;
  const canRetry = formKey !== undefined;
  const { say } = view;
  const table = (
    <Table
      caption={say('reportFailed')}
      heads={[...(canRetry ? [say('reportChoose')] : []), say('file'), say('reportWhy'), say('reportWhen')]}
    >
      {failed.map(({ file, code, message, at }, i) => (
        <tr key={file}>
          {canRetry && <Pick file={file} i={i} />}
          <th scope="row" class="path" lang="zh-CN" id={`n${i}`}>
            {canRetry ? <label for={`f${i}`}>{file}</label> : file}
          </th>
          <td>
            {message} <span class="code">{code}</span>
          </td>
          <td>
            <When at={at} />
          </td>
        </tr>
      ))}
    </Table>
  );
  return (
    <>
      <Codes {...props} />
      <Retryable {...props}>{table}</Retryable>
    </>
  );
}

function Partial(props: ReportProps) {
  const { view, partial, formKey } = props;
  const canRetry = formKey !== undefined;
  const { say } = view;
  return (
    <>
      <p class="note">{say('reportPartialNote')}</p>
      <Retryable {...props}>
        <Table
          caption={say('reportPartial')}
          heads={[...(canRetry ? [say('reportChoose')] : []), say('file'), say('reportUnread'), say('reportWhen')]}
        >
          {partial.map(({ file, documentId, unread, at }, i) => (
            <tr key={file}>
              {canRetry && <Pick file={file} i={i} />}
              <th scope="row" class="path" lang="zh-CN" id={`n${i}`}>
                <a href={documentPath(documentId)}>{file}</a>
              </th>
              <td>{count(unread)}</td>
              <td>
                <When at={at} />
              </td>
            </tr>
          ))}
        </Table>
      </Retryable>
    </>
  );
}

const Duplicates = ({ view, duplicates }: ReportProps) => (
  <Table
    caption={view.say('reportDuplicate')}
    heads={[view.say('file'), view.say('reportSameAs'), view.say('reportWhen')]}
  >
    {duplicates.map(({ file, of, documentId, at }) => (
      <tr key={file}>
        <th scope="row" class="path" lang="zh-CN">
          {file}
        </th>
        <td class="path" lang="zh-CN">
          {documentId ? <a href={documentPath(documentId)}>{of}</a> : of}
        </td>
        <td>
          <When at={at} />
        </td>
      </tr>
    ))}
  </Table>
);

const lists = { failed: Failed, partial: Partial, duplicate: Duplicates };
const names = { failed: 'reportFailed', partial: 'reportPartial', duplicate: 'reportDuplicate' } as const;
const nothing = { failed: 'reportNoneFailed', partial: 'reportNonePartial', duplicate: 'reportNoneDuplicate' } as const;

export function Failures(props: ReportProps) {
  const { view, address, counts, pages, queued } = props;
  const { say } = view;
  const List = lists[address.list];
  const rows = { failed: props.failed, partial: props.partial, duplicate: props.duplicates }[address.list];
  const total = counts[address.list];
  const shown = (
    <>
      <h1>{say('reportTitle')}</h1>
      <p class="summary">
        {say('reportCounts', {
          indexed: count(counts.indexed),
          duplicate: count(counts.duplicate),
          failed: count(counts.failed),
        })}
      </p>
      {queued !== undefined && (
        <p class="notice" role="status">
          {say('reportQueued', { count: count(queued.files) })} <a href={runPath(queued.run)}>{say('reportSeeRun')}</a>
        </p>
      )}
      <nav aria-label={say('reportLists')}>
        <ul class="chips">
          {reportViews.map((list) => (
            <li key={list}>
              <a href={reportHref({ list, page: 1 })} aria-current={list === address.list ? 'page' : undefined}>
                {say(names[list])} {count(counts[list])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2>{say(names[address.list])}</h2>
      {rows.length > 0 && <List {...props} />}
      {rows.length === 0 &&
        (total === 0 ? (
          <p class="notice">{say(nothing[address.list])}</p>
        ) : (
          <p class="nothing">
            {say('pastLastPage', { page: address.page })}{' '}
            <a href={reportHref({ list: address.list, page: 1 })}>{say('firstPage')}</a>
          </p>
        ))}
      <Pagination view={view} page={address.page} pages={pages} to={(page) => reportHref({ ...address, page })} />
    </>
  );
  return props.formKey === undefined ? (
    <div class="list">{shown}</div>
  ) : (
    <AdminFrame view={view} formKey={props.formKey}>
      {shown}
    </AdminFrame>
  );
}
