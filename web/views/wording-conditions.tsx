// Conditions of the wording desk: what must stand near, what must not, and how near that is.
import type { Given } from '../parameters.js';
import type { View } from './view.js';

interface Props {
  readonly view: View;
  readonly given: Given;
}

const distances = [10, 30, 100];
function Scope({ view, given, name }: Props & { readonly name: 'near' | 'withoutIn' }) {
  const { say } = view;
  const chosen = given[name] ?? 'paragraph';
  const others = /^\d+$/.test(chosen) ? [Number(chosen)] : [];
  return (
    <p class="field">
      <label for={`w-${name}`}>{say(name === 'near' ? 'wordingNear' : 'wordingWithoutIn')}</label>
      <select id={`w-${name}`} name={name}>
        {(['sentence', 'paragraph', 'document'] as const).map((scope) => (
          <option key={scope} value={scope} selected={chosen === scope}>
            {say(`scope_${scope}`)}
          </option>
        ))}
        {[...new Set([...distances, ...others])].map((n) => (
          <option key={n} value={String(n)} selected={chosen === String(n)}>
            {say('scopeCharacters', { n })}
          </option>
        ))}
      </select>
    </p>
  );
}

const Phrases = ({ view, given, name }: Props & { readonly name: 'with' | 'without' }) => (
  <p class="field">
    <label for={`w-${name}`}>{view.say(name === 'with' ? 'wordingWith' : 'wordingWithout')}</label>
    <textarea id={`w-${name}`} name={name} rows={2} aria-describedby={`wh-${name}`}>
      {given[name]}
    </textarea>
    <small id={`wh-${name}`}>{view.say('wordingLines')}</small>
  </p>
);

export const WordingConditions = (props: Props) => (
  <>
    <Phrases {...props} name="with" />
    <Scope {...props} name="near" />
    <Phrases {...props} name="without" />
    <Scope {...props} name="withoutIn" />
  </>
);
