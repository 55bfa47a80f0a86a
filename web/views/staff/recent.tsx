// What was searched for lately: a frame that the script fills from this browser's own store; without it, nothing is kept.
import type { View } from '../view.js';

export const Recent = ({ view: { say } }: { readonly view: View }) => (
  <section
    class="recent"
    id="recent"
    aria-labelledby="recent-title"
    hidden
    data-none={say('recentNone')}
    data-clear={say('recentClear')}
    data-off={say('recentOff')}
    data-on={say('recentOn')}
  >
    <h2 id="recent-title">{say('recent')}</h2>
    <p class="note">{say('recentKept')}</p>
  </section>
);
