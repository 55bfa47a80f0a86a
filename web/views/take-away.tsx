// What can be done with all that was found: a list to take away, a feed of what is new, the question saved.
import { savedHref, type TakeAway as Taken } from '../take-away.js';
import { shortened, type View } from './view.js';

interface TakeAwayProps {
  readonly view: View;
  readonly taken: Taken;
  /** nothing was found: there is no list */
  readonly empty: boolean;
  /** the only screens that show it; without one, all do */
  readonly at?: 'wide' | 'phone';
}

export function TakeAway({ view, taken, empty, at }: TakeAwayProps) {
  const { say } = view;
  return (
    <p class={at ? `take-away on-${at}` : 'take-away'} aria-live="polite">
      {!empty && (
        <span>
          {say('takeAs')}{' '}
          <a href={taken.csv} download rel="nofollow">
            CSV
          </a>{' '}
          <a href={taken.docx} download rel="nofollow">
            Word
          </a>
        </span>
      )}
      <a
        href={savedHref(taken)}
        rel="nofollow"
        data-save={taken.page}
        data-feed={taken.feed}
        data-name={shortened(taken.q, 60)}
        data-kind={taken.kind}
        data-saved={say('saved')}
      >
        {say('save')}
      </a>
      <a href={taken.feed} rel="nofollow" type="application/atom+xml">
        {say('feed')}
      </a>
    </p>
  );
}
