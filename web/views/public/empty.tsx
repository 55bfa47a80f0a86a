// An archive without documents: what a reader can expect, and, folded, what an administrator does.
import { count, type View } from '../view.js';

export function Empty({ view, pending }: { readonly view: View; readonly pending: number }) {
  const { say } = view;
  return (
    <section class="notice empty" aria-labelledby="empty">
      <h2 id="empty">{say('emptyTitle')}</h2>
      <p>{pending > 0 ? say('emptyPending', { count: count(pending) }) : say('emptyPublic')}</p>
      <details>
        <summary>{say('emptyAdmin')}</summary>
        <p>{say('archiveEmpty')}</p>
        <p>
          <a href="/failures">{say('navReport')}</a>
        </p>
      </details>
    </section>
  );
}
