// The targets desk's form: the box in sight; what the value is for, and which documents state it, folded in.
import type { WebKey } from '../../services/domain/messages/web.js';
import type { Given } from '../parameters.js';
import { SearchBox } from './search-box.js';
import { StatusField } from './status-field.js';
import type { View } from './view.js';

const ofValue = ['forRegion', 'forYear', 'forYearFrom', 'forYearTo', 'unit'] as const;
const ofDocument = ['region', 'issuer', 'type', 'year', 'yearFrom', 'yearTo'] as const;
/** What narrows the answer down. */
export const conditions = [...ofValue, ...ofDocument, 'status'] as const;

interface FormProps {
  readonly view: View;
  readonly given: Given;
  readonly error: string | undefined;
}

function Fields(
  props: FormProps & {
    readonly legend: WebKey;
    readonly names: readonly (keyof Given & WebKey)[];
    readonly children?: preact.ComponentChildren;
  },
) {
  const { view, given, legend, names, children } = props;
  return (
    <fieldset class="fields">
      <legend>{view.say(legend)}</legend>
      {names.map((name) => (
        <p key={name} class="field">
          <label for={`t-${name}`}>{view.say(name)}</label>
          <input id={`t-${name}`} name={name} value={given[name]} maxLength={200} />
        </p>
      ))}
      {children}
    </fieldset>
  );
}

export function TargetsForm(props: FormProps) {
  const { view, given, error } = props;
  const { say } = view;
  return (
    <search class="search">
      <form action="/targets" method="get">
        <SearchBox
          view={view}
          id="t-q"
          label={say('targetsLabel')}
          placeholder={say('targetsPlaceholder')}
          value={given.q ?? given.indicator}
          error={error}
        />
        <details class="filters" open={conditions.some((name) => given[name])}>
          <summary>{say('targetsMore')}</summary>
          <Fields {...props} legend="targetsOfValue" names={ofValue} />
          <Fields {...props} legend="targetsOfDocument" names={ofDocument}>
            <StatusField view={props.view} given={props.given} id="t-status" />
          </Fields>
        </details>
      </form>
    </search>
  );
}
