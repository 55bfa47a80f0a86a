// The form of the drafting desk: the draft, pasted or as a file, its earlier version, and what it is compared with.
import { carriedNames } from '../../draft-form.js';
import type { View } from '../view.js';

interface FieldsProps {
  readonly view: View;
  readonly given: Readonly<Record<string, string>>;
}

export const checkFormId = 'check';

export function ScopeFields({ view, given }: FieldsProps) {
  const { say } = view;
  const names = ['region', 'yearFrom', 'yearTo', 'types', 'leaveOut', 'onlyInForce'];
  const field = (name: 'region' | 'yearFrom' | 'yearTo' | 'types', label: string) => (
    <p class="field">
      <label for={`c-${name}`}>{label}</label>
      <input id={`c-${name}`} name={name} value={given[name]} maxLength={name === 'types' ? 4_000 : 200} />
    </p>
  );
  return (
    <details class="filters" open={names.some((name) => given[name])}>
      <summary>{say('checkScope')}</summary>
      <div class="fields">
        {field('region', say('checkRegion'))}
        {field('yearFrom', say('yearFrom'))}
        {field('yearTo', say('yearTo'))}
        {field('types', say('checkTypes'))}
        <p class="field wide">
          <label for="c-leaveOut">{say('checkLeaveOut')}</label>
          <textarea id="c-leaveOut" name="leaveOut" rows={2} spellcheck={false} lang="zh-CN">
            {`\n${given.leaveOut ?? ''}`}
          </textarea>
        </p>
        <p class="field check-box">
          <label>
            <input type="checkbox" name="onlyInForce" value="true" checked={given.onlyInForce === 'true'} />{' '}
            {say('checkInForce')}
          </label>
        </p>
      </div>
    </details>
  );
}

/** `text` is what the earlier version was, where it was handed in. */
export function EarlierFields({ view, given, text }: FieldsProps & { readonly text: string }) {
  const { say } = view;
  return (
    <details class="filters" open={text !== '' || given.earlier !== undefined}>
      <summary>{say('checkEarlier')}</summary>
      <p class="note">{say('checkEarlierNote')}</p>
      <p class="field">
        <label for="c-earlier">{say('checkEarlierName')}</label>
        <input id="c-earlier" name="earlier" value={given.earlier} maxLength={500} lang="zh-CN" />
      </p>
      <p class="field">
        <label for="c-earlierFile">{say('checkEarlierFile')}</label>
        <input id="c-earlierFile" type="file" name="earlierFile" />
      </p>
      <p class="field">
        <label for="c-earlierText">{say('checkEarlierText')}</label>
        <textarea id="c-earlierText" name="earlierText" rows={4} spellcheck={false} lang="zh-CN">
          {`\n${text}`}
        </textarea>
      </p>
    </details>
  );
}

/** The draft's box and the file's; `text` is what was there before. */
export const DraftFields = ({
  view,
  text,
  rows,
}: {
  readonly view: View;
  readonly text: string;
  readonly rows: number;
}) => (
  <>
    <p class="field">
      <label for="c-text">{view.say('checkText')}</label>
      <textarea id="c-text" name="text" rows={rows} spellcheck={false} lang="zh-CN">
        {`\n${text}`}
      </textarea>
    </p>
    <p class="field">
      <label for="c-file">{view.say('checkFile')}</label>
      <input id="c-file" type="file" name="file" />
    </p>
  </>
);

export const Carried = ({ carried }: { readonly carried: Readonly<Record<string, string | undefined>> }) => (
  <>
    {carriedNames.map((name) => carried[name] && <input key={name} type="hidden" name={name} value={carried[name]} />)}
  </>
);

export function CheckForm(props: {
  readonly view: View;
  readonly given: Readonly<Record<string, string>>;
  readonly text: string;
  readonly error: string | undefined;
}) {
  const { view, given, text, error } = props;
  const { say } = view;
  return (
    <div class="check">
      <h1>{say('checkTitle')}</h1>
      <p class="lead">{say('checkLead')}</p>
      {error && (
        <p class="error" id="error" role="alert">
          {error}
        </p>
      )}
      <form
        id={checkFormId}
        action="/check"
        method="post"
        enctype="multipart/form-data"
        data-checking={say('checkBusy')}
      >
        {/* Enter in a field presses the first button of a form, which is then no switch of language. */}
        <button type="submit" class="hidden" tabIndex={-1} aria-hidden="true">
          {say('checkButton')}
        </button>
        <Carried carried={given} />
        <DraftFields view={view} text={text} rows={14} />
        <EarlierFields view={view} given={given} text={given.earlierText ?? ''} />
        <ScopeFields view={view} given={given} />
        <p>
          <button type="submit">{say('checkButton')}</button>
        </p>
      </form>
    </div>
  );
}
