// The form of the drafting desk: the draft, pasted or as a file, and what it is compared with.
import type { View } from '../view.js';

interface ScopeProps {
  readonly view: View;
  readonly given: Readonly<Record<string, string>>;
  /** whether it stands in the report's form */
  readonly open?: boolean;
}

export function ScopeFields({ view, given, open = false }: ScopeProps) {
  const { say } = view;
  const field = (name: 'region' | 'yearFrom' | 'yearTo' | 'types' | 'leaveOut', label: string) => (
    <p class="field">
      <label for={`c-${name}`}>{label}</label>
      <input id={`c-${name}`} name={name} value={given[name]} maxLength={name === 'leaveOut' ? 4_000 : 200} />
    </p>
  );
  return (
    <details
      class="filters"
      open={open || ['region', 'yearFrom', 'yearTo', 'types', 'leaveOut', 'onlyInForce'].some((name) => given[name])}
    >
      <summary>{say('checkScope')}</summary>
      <div class="fields">
        {field('region', say('checkRegion'))}
        {field('yearFrom', say('yearFrom'))}
        {field('yearTo', say('yearTo'))}
        {field('types', say('checkTypes'))}
        {field('leaveOut', say('checkLeaveOut'))}
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
      <textarea id="c-text" name="text" rows={rows} spellcheck={false}>
        {`\n${text}`}
      </textarea>
    </p>
    <p class="field">
      <label for="c-file">{view.say('checkFile')}</label>
      <input id="c-file" type="file" name="file" />
    </p>
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
      <form action="/check" method="post" enctype="multipart/form-data" data-checking={say('checkBusy')}>
        <DraftFields view={view} text={text} rows={14} />
        <ScopeFields view={view} given={given} />
        <p>
          <button type="submit">{say('checkButton')}</button>
        </p>
      </form>
    </div>
  );
}
