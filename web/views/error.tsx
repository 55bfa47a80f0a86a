// What went wrong, in plain words, and where to go from here.
import type { AppError, ErrorCode } from '../../services/domain/errors.js';
import type { WebKey } from '../../services/domain/messages/web.js';
import { documentPath } from '../links.js';
import type { View } from './view.js';

const titles: Partial<Record<ErrorCode, WebKey>> = {
  NOT_FOUND: 'errorNotFound',
  DOCUMENT_NOT_FOUND: 'errorNotFound',
  ORIGINAL_MISSING: 'errorNotFound',
  VERSION_NOT_FOUND: 'errorNotFound',
  RUN_NOT_FOUND: 'errorNotFound',
  QUERY_EMPTY: 'errorRequest',
  QUERY_TOO_LONG: 'errorRequest',
  INVALID_REQUEST: 'errorRequest',
  REGION_UNKNOWN: 'errorRequest',
  STATUS_UNKNOWN: 'errorRequest',
  URI_TOO_LONG: 'errorRequest',
  HEADERS_TOO_LARGE: 'errorRequest',
  METHOD_NOT_ALLOWED: 'errorRequest',
  PAYLOAD_TOO_LARGE: 'errorRequest',
  RANGE_NOT_SATISFIABLE: 'errorRequest',
  RATE_LIMITED: 'errorWait',
  TOKEN_LIMITED: 'errorWait',
  REQUEST_TIMEOUT: 'errorWait',
  NOT_READY: 'errorWait',
  UNAUTHORIZED: 'errorDenied',
  CHANGES_DISABLED: 'errorDenied',
  SIGNED_OUT: 'errorDenied',
  CROSS_SITE: 'errorDenied',
  FORM_STALE: 'errorDenied',
  ENGINE_UNAVAILABLE: 'errorUnavailable',
  ENGINE_TASK_FAILED: 'errorUnavailable',
  MODEL_MISMATCH: 'errorUnavailable',
  CATALOGUE_NEWER: 'errorUnavailable',
};

export const errorTitle = (error: AppError): WebKey => titles[error.code] ?? 'errorInternal';

/** What to make of it, and whether the same address may work later. */
const advice: Partial<Record<WebKey, { readonly what: WebKey; readonly again: boolean }>> = {
  errorNotFound: { what: 'errorNotFoundWhat', again: false },
  errorWait: { what: 'errorWaitWhat', again: true },
  errorUnavailable: { what: 'errorUnavailableWhat', again: true },
  errorInternal: { what: 'errorInternalWhat', again: true },
};

interface ErrorViewProps {
  readonly view: View;
  readonly error: AppError;
  /** by which the log tells of it */
  readonly requestId?: string | undefined;
}

export function ErrorView({ view, error, requestId }: ErrorViewProps) {
  const { say, language } = view;
  const title = errorTitle(error);
  const { what, again = false } = advice[title] ?? {};
  return (
    <div class="prose failure">
      <h1>{say(title)}</h1>
      <p class="lead">{error.in(language)}</p>
      {what && <p>{say(what)}</p>}
      <p class="ways">
        {again && (
          // An error page stands at no path of its own: its address is the one that failed.
          <a class="button" href={view.here.path}>
            {say('errorAgain')}
          </a>
        )}
        <a class={again ? undefined : 'button'} href="/">
          {say('toAsk')}
        </a>
        <a href="/search">{say('toSearch')}</a>
        {error.code === 'ORIGINAL_MISSING' ? (
          <a href={documentPath(String(error.values.id))}>{say('manageRead')}</a>
        ) : (
          <a href="/documents">{say('toList')}</a>
        )}
      </p>
      {(title === 'errorInternal' || title === 'errorUnavailable') && requestId && (
        <p class="request-id">
          {say('errorRequestId')}
          {language === 'zh' ? '：' : ': '}
          <span class="cite-text" data-copy={say('copy')} data-copied={say('copied')}>
            {requestId}
          </span>
        </p>
      )}
      <p class="note">{say('errorCode', { code: error.code })}</p>
    </div>
  );
}
