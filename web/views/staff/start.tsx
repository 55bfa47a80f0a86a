// The staff's door before anything is asked: the form with its filters, and what was searched for lately in this browser.
import type { Health } from '../../../services/domain/archive.js';
import { SearchRequest } from '../../../services/domain/query.js';
import { searchHref } from '../../links.js';
import type { Given } from '../../parameters.js';
import { Degraded } from '../degraded.js';
import { Empty } from '../public/empty.js';
import { SearchForm } from '../search-form.js';
import type { View } from '../view.js';
import { Keys } from './keys.js';
import { Recent } from './recent.js';

const examples = [1, 2, 3] as const;

interface StartProps {
  readonly view: View;
  readonly health: Health;
  readonly given: Given;
  readonly error?: string | undefined;
}

export function Start({ view, health, given, error }: StartProps) {
  const { say } = view;
  return (
    <div class="results start">
      <h1>{say('staffTitle')}</h1>
      <p class="lead">{say('staffLead')}</p>
      <SearchForm view={view} given={given} error={error} />
      <p class="note">
        {say('modesInOneLine')} <Keys view={view} />
      </p>
      {health.documents === 0 ? (
        <Empty view={view} pending={health.pending} />
      ) : (
        <>
          <Degraded view={view} degraded={health.degraded} />
          <Recent view={view} />
          <section class="examples" aria-labelledby="examples">
            <h2 id="examples">{say('tryThese')}</h2>
            <ul>
              {examples.map((n) => (
                <li key={n}>
                  <a
                    lang="zh-CN"
                    href={searchHref(SearchRequest.parse({ q: say(`example${n}`), families: 'collapse' }))}
                  >
                    {say(`example${n}`)}
                  </a>
                  <span>{say(`example${n}Note`)}</span>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  );
}
