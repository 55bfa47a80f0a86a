// Previous, next and the page numbers between.
import type { View } from './view.js';

/** First, last, and two on either side of the present page; null stands for a gap. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const near = [1, page - 2, page - 1, page, page + 1, page + 2, pages];
  const kept = [...new Set(near)].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);
  return kept.flatMap((n, i) => (i > 0 && n - (kept[i - 1] ?? n) > 1 ? [null, n] : [n]));
}

export function Pagination(props: {
  readonly view: View;
  readonly page: number;
  readonly pages: number;
  readonly to: (page: number) => string;
}) {
  const { view, page, pages, to } = props;
  if (pages <= 1) return null;
  return (
    <nav class="pagination" aria-label={view.say('pages')}>
      {page > 1 && (
        <a rel="prev" href={to(page - 1)}>
          {view.say('previous')}
        </a>
      )}
      <ol>
        {pageNumbers(page, pages).map((n, i) =>
          n === null ? (
            <li key={`gap-${i}`} class="gap" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={n}>
              <a
                href={to(n)}
                aria-current={n === page ? 'page' : undefined}
                aria-label={view.say('pageNumber', { page: n })}
              >
                {n}
              </a>
            </li>
          ),
        )}
      </ol>
      {page < pages && (
        <a rel="next" href={to(page + 1)}>
          {view.say('next')}
        </a>
      )}
    </nav>
  );
}
