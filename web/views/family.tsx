// A document's family: its versions, copies and drafts, which is in force and why, and its editions by year.
import type { DocumentSummary } from '../../services/domain/document.js';
import type { Family as FamilyType, Related } from '../../services/domain/family.js';
import { compareHref, documentPath } from '../links.js';
import { Dated, StatusBadge } from './facts.js';
import { count, type View } from './view.js';

interface Props {
  readonly view: View;
  readonly family: FamilyType;
}

const dated = ({ date, year }: DocumentSummary): string => date ?? String(year ?? '');
/** The older of two documents stands on the left. */
const comparison = (one: DocumentSummary, other: DocumentSummary): string =>
  dated(one) <= dated(other) ? compareHref(one.id, other.id) : compareHref(other.id, one.id);

const Title = ({ document }: { readonly document: DocumentSummary }) => (
  <a href={documentPath(document.id)} lang="zh-CN">
    {document.title}
  </a>
);

const percent = (share: number): number => Math.floor(share * 100);

function Member({ view, family, related }: Props & { readonly related: Related }) {
  const { document, relation, similarity, numbers } = related;
  const { say } = view;
  return (
    <li>
      <Title document={document} />{' '}
      {family.inForce.id === document.id && <strong class="in-force">{say('inForceMark')}</strong>}
      <p class="facts">
        <StatusBadge view={view} document={document} />
        <Dated view={view} document={document} />
        {document.number && <span lang="zh-CN">{document.number}</span>}
        <span>{say(`relation_${relation ?? 'none'}`)}</span>
        <span>{say('similarity', { percent: percent(similarity) })}</span>
        {numbers !== null && (
          <span>{numbers === 0 ? say('numbersSame') : say('numbersDiffer', { count: count(numbers) })}</span>
        )}
        <a href={comparison(family.document, document)}>{say('compareLink')}</a>
      </p>
    </li>
  );
}

export function Family({ view, family }: Props) {
  const { say } = view;
  const { document, members, more, inForce, series } = family;
  return (
    <>
      {members.length > 0 && (
        <section class="family" aria-labelledby="family">
          <h2 id="family">{say('familyTitle')}</h2>
          <p class="note">
            {say(`inForce_${inForce.ground}`, { of: inForce.of })}{' '}
            {inForce.id === document.id && (
              <strong class="in-force">{`${say('inForceMark')}：${say('familyThis')}`}</strong>
            )}
          </p>
          <ul>
            {members.map((related) => (
              <Member key={related.document.id} view={view} family={family} related={related} />
            ))}
          </ul>
          {more > 0 && <p class="note">{say('familyMore', { count: count(more) })}</p>}
        </section>
      )}
      {series.length > 0 && (
        <section class="family" aria-labelledby="series">
          <h2 id="series">{say('seriesTitle')}</h2>
          <ul>
            {series.map(({ document: edition, year }) => (
              <li key={edition.id}>
                {say('yearHeading', { year })}{' '}
                {edition.id === document.id ? (
                  <strong>{say('familyThis')}</strong>
                ) : (
                  <>
                    <Title document={edition} /> <a href={comparison(document, edition)}>{say('compareLink')}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
