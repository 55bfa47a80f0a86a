// The hits of a page; by date, those without one stand apart, under a heading that says so.
import type { SearchRequest } from '../../../services/domain/query.js';
import type { Hit as HitType } from '../../../services/domain/result.js';
import { Hit } from '../hit.js';
import type { View } from '../view.js';
import type { Leg } from '../why.js';

interface HitListProps {
  readonly view: View;
  readonly request: SearchRequest;
  readonly hits: readonly HitType[];
  readonly asked: readonly Leg[];
}

const isUndated = ({ document: { date, year } }: HitType): boolean => date === null && year === null;

function List({ view, request, hits, asked, start }: HitListProps & { readonly start: number }) {
  if (hits.length === 0) return null;
  return (
    <ol class="hits" start={start}>
      {hits.map((hit) => (
        <li key={`${hit.document.id} ${hit.passage.id}`}>
          <Hit view={view} hit={hit} q={request.q} asked={asked} />
        </li>
      ))}
    </ol>
  );
}

export function HitList(props: HitListProps) {
  const { view, request, hits } = props;
  const first = (request.page - 1) * request.size + 1;
  if (request.sort === 'relevance') return <List {...props} start={first} />;
  const dated = hits.filter((hit) => !isUndated(hit));
  const undated = hits.filter(isUndated);
  return (
    <>
      <List {...props} hits={dated} start={first} />
      {undated.length > 0 && (
        <section class="undated-part" aria-labelledby="undated">
          <h2 id="undated">{view.say('undatedHere')}</h2>
          <p class="note">{view.say('undatedNote')}</p>
          <List {...props} hits={undated} start={first + dated.length} />
        </section>
      )}
    </>
  );
}
