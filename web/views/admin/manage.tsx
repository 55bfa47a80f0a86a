// A document as whoever looks after the archive sees it: what is known of it, to be corrected; and the way out.
import { type DocumentDetail, Level, Status } from '../../../services/domain/document.js';
import type { Correction } from '../../../services/domain/intake.js';
import { originMessages } from '../../../services/domain/messages/web.js';
import { documentPath } from '../../links.js';
import type { View } from '../view.js';
import { AdminFrame, type AdminView, FormKey } from './frame.js';
import { managePath } from './ledger.js';

export interface ManageProps extends AdminView {
  readonly detail: DocumentDetail;
  readonly correction: Correction;
  /** as it was sent, where something was wrong with it */
  readonly given: Readonly<Record<string, unknown>> | undefined;
  readonly error: string | undefined;
}

/** Value and origin at present; what came by hand is not told as read. */
function Present({
  view,
  detail,
  name,
}: {
  readonly view: View;
  readonly detail: DocumentDetail;
  readonly name: Name;
}) {
  const { say, language } = view;
  const key = name === 'issuers' ? 'issuer' : name;
  const value = detail[key];
  const origin = detail.origins[name];
  const from = origin === undefined ? '' : (originMessages[origin]?.[language] ?? origin);
  if (!value) return <small id={`m-${name}-now`}>{say('correctNothing')}</small>;
  return (
    <small id={`m-${name}-now`}>
      {say('correctNow', { value })}
      {from && (language === 'zh' ? `（${from}）` : ` (${from})`)}
    </small>
  );
}

type Name = keyof Correction;

export function Manage(props: ManageProps) {
  const { view, formKey, detail, correction, given, error } = props;
  const { say } = view;
  const shownIn = (name: Name): string => {
    if (given) return String(given[name] ?? '');
    const value = correction[name];
    return Array.isArray(value) ? value.join('、') : (value ?? '');
  };
  const text = (name: Name, label: string, most = 500) => (
    <p class="field">
      <label for={`m-${name}`}>{label}</label>
      <input
        id={`m-${name}`}
        name={name}
        value={shownIn(name)}
        maxLength={most}
        lang="zh-CN"
        autocomplete="off"
        aria-describedby={`m-${name}-now`}
      />
      <Present view={view} detail={detail} name={name} />
    </p>
  );
  const choice = (name: 'level' | 'status', label: string, options: readonly string[]) => (
    <p class="field">
      <label for={`m-${name}`}>{label}</label>
      <select id={`m-${name}`} name={name} aria-describedby={`m-${name}-now`}>
        <option value="">{say('correctAsRead')}</option>
        {options.map((one) => (
          <option key={one} value={one} selected={one === shownIn(name)} lang="zh-CN">
            {one}
          </option>
        ))}
      </select>
      <Present view={view} detail={detail} name={name} />
    </p>
  );
  return (
    <AdminFrame view={view} formKey={formKey}>
      <h1>{say('manageTitle', { title: detail.title })}</h1>
      <p class="path" lang="zh-CN">
        {detail.file}
      </p>
      <p class="links">
        <a href={documentPath(detail.id)}>{say('manageRead')}</a>
        <a href={`/api/documents/${encodeURIComponent(detail.id)}/original`} download>
          {say('manageOriginal')}
        </a>
        <span class="note">{say('manageVersions', { version: detail.version })}</span>
        {!detail.removed && <a href={`${managePath(detail.id)}/remove`}>{say('removeLink')}</a>}
      </p>
      {detail.removed && <p class="notice strong">{say('manageRemoved')}</p>}
      <h2>{say('correctTitle')}</h2>
      <p class="note">{say('correctNote')}</p>
      {error && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
      {!detail.removed && (
        <form action={managePath(detail.id)} method="post" class="correct">
          <FormKey formKey={formKey} />
          {text('title', say('correctDocumentTitle'))}
          {text('number', say('number'), 200)}
          {text('issuers', say('correctIssuers'))}
          {text('region', say('region'), 100)}
          {text('date', say('correctDate'), 10)}
          {text('type', say('type'), 100)}
          {choice('level', say('correctLevel'), Level.options)}
          {choice('status', say('status'), Status.options)}
          <button type="submit">{say('correctSend')}</button>
        </form>
      )}
    </AdminFrame>
  );
}
