// What can be done with all that was found: a list to take away, a feed of what is new, the question saved.
import { type Files, savedHref, type TakeAway as Taken } from '../take-away.js';
import { shortened, type View } from './view.js';

/** All of it as a file: 导出 CSV Word. */
export const TakeAs = ({ view, files: { csv, docx } }: { readonly view: View; readonly files: Files }) =>
  (csv ?? docx) === undefined ? null : (
    <span class="take-as">
      {view.say('takeAs')}
      {csv !== undefined && (
        <>
          {' '}
          <a href={csv} download rel="nofollow">
            CSV
          </a>
        </>
      )}
      {docx !== undefined && (
        <>
          {' '}
          <a href={docx} download rel="nofollow">
            Word
          </a>
        </>
      )}
    </span>
  );

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
      {!empty && <TakeAs view={view} files={taken} />}
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
