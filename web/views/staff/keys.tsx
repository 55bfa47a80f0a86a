// The single keys of the staff's door, told in a panel that `?` opens, where they can be turned off. Only with the script.
import type { WebKey } from '../../../services/domain/messages/web.js';
import type { View } from '../view.js';

const keys: readonly (readonly [keys: readonly string[], what: WebKey])[] = [
  [['/'], 'key_slash'],
  [['j'], 'key_j'],
  [['k'], 'key_k'],
  [['Enter'], 'key_enter'],
  [['x'], 'key_x'],
  [['c'], 'key_c'],
  [['f'], 'key_f'],
  [['s'], 'key_s'],
  [['[', ']'], 'key_pages'],
  [['?'], 'key_help'],
  [['Esc'], 'key_esc'],
];

export const Keys = ({ view: { say } }: { readonly view: View }) => (
  <>
    <button type="button" class="quiet keys-open" id="keys-open" hidden aria-haspopup="dialog">
      {say('keysOpen')} <kbd>?</kbd>
    </button>
    <dialog class="keys" id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{say('keysTitle')}</h2>
      <dl>
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{say(what)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <label>
          <input type="checkbox" id="keys-on" /> {say('keysOn')}
        </label>
        <button type="submit">{say('keysClose')}</button>
      </form>
    </dialog>
  </>
);
