// The home page: one question box, what the archive holds, three examples.
import type { Health } from '../../services/domain/archive.js';
import { href } from '../links.js';
import type { Given } from '../parameters.js';
import { SearchForm } from './search-form.js';
import { count, type View } from './view.js';

const examples = [1, 2, 3] as const;

function Holdings({ view, health }: { readonly view: View; readonly health: Health }) {
  const { say } = view;
  if (health.documents === 0) return <p class="notice">{say('archiveEmpty')}</p>;
  const { yearFrom: from, yearTo: to } = health;
  const years =
    from === null || to === null ? '' : from === to ? say('holdsYear', { from }) : say('holdsYears', { from, to });
  return (
    <p class="holdings">
      {say('holds', { documents: count(health.documents), passages: count(health.passages) })}
      {years}
      {view.language === 'zh' ? '。' : '.'}
      {health.pending > 0 && ` ${say('pending', { count: count(health.pending) })}`}
    </p>
  );
}

export function Home(props: {
  readonly view: View;
  readonly health: Health;
  readonly given: Given;
  readonly error?: string;
}) {
  const { view, health, given, error } = props;
  const { say } = view;
  return (
    <div class="home">
      <h1>
        <span class="name">{say('siteName')}</span>
        <span class="motto">{say('motto')}</span>
      </h1>
      <p class="lead">{say('siteIs')}</p>
      <SearchForm view={view} given={given} error={error} />
      <p class="note">{say('modesInOneLine')}</p>
      <section class="examples" aria-labelledby="examples">
        <h2 id="examples">{say('tryThese')}</h2>
        <ul>
          {examples.map((n) => (
            <li key={n}>
              <a lang="zh-CN" href={href('/', { q: say(`example${n}`) })}>
                {say(`example${n}`)}
              </a>
              <span>{say(`example${n}Note`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <Holdings view={view} health={health} />
    </div>
  );
}
