// The saved questions: a list that the browser fills in, and what to do without a script.
import type { View } from './view.js';

const feedOf = (page: string): string =>
  `/feed/${page.startsWith('/wording?') ? 'wording' : 'search'}.atom?${page.slice(page.indexOf('?') + 1)}`;

/** Parameters that a page has and a feed does not. */
function plainFeed(page: string): string {
  const [path, query] = feedOf(page).split('?', 2);
  const params = new URLSearchParams(query);
  for (const name of ['page', 'size', 'group', 'families', 'sort', 'removed']) params.delete(name);
  return `${path}?${params}`;
}

const nameOf = (page: string): string => new URLSearchParams(page.slice(page.indexOf('?') + 1)).get('q') ?? '';

export function Saved({ view, of }: { readonly view: View; readonly of: string | undefined }) {
  const { say } = view;
  return (
    <div class="list saved">
      <h1>{say('savedTitle')}</h1>
      <p class="note">{say('savedIs')}</p>
      {of !== undefined && (
        <section class="keep" aria-labelledby="keep">
          <h2 id="keep" lang="zh-CN">
            {nameOf(of)}
          </h2>
          <p data-without-script>{say('savedBookmark')}</p>
          <ul>
            <li>
              <a href={of}>{say('savedOpen')}</a>
            </li>
            <li>
              <a href={plainFeed(of)} type="application/atom+xml">
                {say('feed')}
              </a>
            </li>
          </ul>
        </section>
      )}
      <div
        id="saved"
        data-empty={say('savedNone')}
        data-remove={say('savedRemove')}
        data-rename={say('savedName')}
        data-open={say('savedOpen')}
        data-feed={say('feed')}
        data-new={say('savedNew')}
        data-nothing-new={say('savedNothingNew')}
        data-search={say('navSearch')}
        data-wording={say('navWording')}
        data-failed={say('savedFailed')}
      >
        <p>{say('savedNeedsScript')}</p>
      </div>
    </div>
  );
}
