// In which order the hits stand: links, and, by date, what that order is made of.
import { type SearchRequest, SearchSort, SORTED_BY_DATE } from '../../../services/domain/query.js';
import { searchHref } from '../../links.js';
import { count, type View } from '../view.js';

interface Props {
  readonly view: View;
  readonly request: SearchRequest;
}

interface NotesProps extends Props {
  /** hits put in order by date */
  readonly sorted: number | undefined;
}

export const Sorting = ({ view, request }: Props) => (
  <nav class="grouping sorting" aria-label={view.say('sort')}>
    {SearchSort.options.map((sort) => (
      <a
        key={sort}
        href={searchHref(request, { sort: sort === 'relevance' ? undefined : sort })}
        aria-current={request.sort === sort ? 'true' : undefined}
        rel="nofollow"
      >
        {view.say(`sort_${sort}`)}
      </a>
    ))}
  </nav>
);

export function OrderNotes({ view, request, sorted = 0 }: NotesProps) {
  const { say } = view;
  const { year, yearFrom, yearTo, sort } = request;
  const ofYears = [year, yearFrom, yearTo].some((one) => one !== undefined);
  if (sort === 'relevance' && !ofYears) return null;
  const anyYear = { year: undefined, yearFrom: undefined, yearTo: undefined, sort: 'newest' };
  return (
    <p class="note order-notes">
      {sort !== 'relevance' && say('sortedByDate', { count: count(sorted), most: count(SORTED_BY_DATE) })}{' '}
      {ofYears && (
        <>
          {say('yearsLeaveOut')}{' '}
          <a href={searchHref(request, anyYear)} rel="nofollow">
            {say('yearsWithUndated')}
          </a>
        </>
      )}
    </p>
  );
}
