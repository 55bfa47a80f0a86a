// The switches of the wording desk: what else counts as the same.
import type { Given } from '../parameters.js';
import type { View } from './view.js';

const switches = [
  ['punctuation', 'ignore', 'wordingPunctuation'],
  ['script', 'fold', 'wordingScript'],
  ['numerals', 'fold', 'wordingNumerals'],
] as const;
const removed = ['removed', 'true', 'wordingRemoved'] as const;

export function WordingSwitches(props: { readonly view: View; readonly given: Given; readonly withRemoved?: boolean }) {
  const { view, given, withRemoved = false } = props;
  return (
    <fieldset class="switches">
      <legend>{view.say('wordingSwitches')}</legend>
      {(withRemoved ? [...switches, removed] : switches).map(([name, value, key]) => (
        <label key={name}>
          <input
            type="checkbox"
            name={name}
            value={value}
            checked={given[name] === value || (given.loose === 'true' && name !== 'removed')}
          />{' '}
          {view.say(key)}
        </label>
      ))}
    </fieldset>
  );
}
