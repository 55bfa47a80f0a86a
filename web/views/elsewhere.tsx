// Said elsewhere: where a paragraph's words stand in other documents, word for word, nearly so, and in other words.
import type {
  Elsewhere as Found,
  SharedWording,
  SimilarMeaning,
  SimilarWording,
} from '../../services/domain/elsewhere.js';
import { documentPath, href, passageAnchor } from '../links.js';
import { Dated, StatusBadge } from './facts.js';
import { count, shortened, type View } from './view.js';

interface Props {
  readonly view: View;
  readonly found: Found;
}
type Copy = SimilarWording['others'][number];

const placeHref = ({ document, place }: Copy): string =>
  href(documentPath(document.id), { at: place.start }, passageAnchor(place.passage));

const Source = ({ view, copy }: { readonly view: View; readonly copy: Copy }) => (
  <p class="source">
    <a href={placeHref(copy)} lang="zh-CN">
      {copy.document.title}
    </a>{' '}
    <span class="facts">
      <StatusBadge view={view} document={copy.document} />
      {copy.document.issuer && <span lang="zh-CN">{copy.document.issuer}</span>}
      <Dated view={view} document={copy.document} />
      {copy.place.page !== null && <span>{view.say('pageNumber', { page: copy.place.page })}</span>}
    </span>
  </p>
);

/** Others of its family, under it. */
const Others = ({ view, others }: { readonly view: View; readonly others: readonly Copy[] }) =>
  others.length === 0 ? null : (
    <details class="others">
      <summary>{view.say('elsewhereFamily', { count: count(others.length) })}</summary>
      <ul>
        {others.map((copy) => (
          <li key={copy.document.id}>
            <Source view={view} copy={copy} />
          </li>
        ))}
      </ul>
    </details>
  );

function Shared({ view, found, group }: Props & { readonly group: SharedWording }) {
  const { say } = view;
  const words = group.shared
    .slice(0, 3)
    .map(({ start, end }) => shortened(found.text.slice(start - found.start, end - found.start), 60))
    .join(' … ');
  const listed = group.hits.reduce((sum, { others }) => sum + 1 + others.length, 0);
  return (
    <li>
      <p class="what">
        {group.whole ? (
          say('elsewhereWhole', { documents: count(group.documents) })
        ) : (
          <>
            {say('elsewherePart', { documents: count(group.documents), characters: count(group.characters) })}
            <q lang="zh-CN">{words}</q>
          </>
        )}
      </p>
      <ol>
        {group.hits.map((hit) => (
          <li key={hit.document.id}>
            <Source view={view} copy={hit} />
            <Others view={view} others={hit.others} />
          </li>
        ))}
      </ol>
      {listed < group.documents && (
        <p class="note">{say('elsewhereMore', { count: count(group.documents - listed) })}</p>
      )}
    </li>
  );
}

const Near = ({ view, hit }: { readonly view: View; readonly hit: SimilarWording }) => (
  <li>
    <Source view={view} copy={hit} />
    <p class="difference" lang="zh-CN">
      {hit.parts.map(({ kind, text }, i) => {
        const key = `${i} ${kind}`;
        if (kind === 'removed') return <del key={key}>{text}</del>;
        return kind === 'added' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </p>
    <Others view={view} others={hit.others} />
  </li>
);

const Meaning = ({ view, hit }: { readonly view: View; readonly hit: SimilarMeaning }) => (
  <li>
    <Source view={view} copy={hit} />
    <p class="words" lang="zh-CN">
      {shortened(hit.place.text, 160)}
    </p>
    <Others view={view} others={hit.others} />
  </li>
);

function Summary({ view, found }: Props) {
  const { say } = view;
  if (found.tooShort) return <p>{say('elsewhereShort')}</p>;
  if (found.documents === 0) return <p>{say('elsewhereNone')}</p>;
  const plain = found.families === found.documents;
  return (
    <p>
      {say(plain ? 'elsewhereCountPlain' : 'elsewhereCount', {
        documents: count(found.documents),
        families: count(found.families),
      })}
    </p>
  );
}

/** The findings, beside the paragraph or on a page of their own; `level` is that of their headings. */
export function SaidElsewhere({ view, found, n }: Props & { readonly n: number }) {
  const { say } = view;
  const { verbatim, near, meaning } = found;
  return (
    <section class="elsewhere" lang={view.language === 'zh' ? 'zh-CN' : 'en'} aria-label={say('elsewhereOf', { n })}>
      <Summary view={view} found={found} />
      {verbatim.length > 0 && (
        <ul class="shared">
          {verbatim.map((group) => (
            <Shared key={group.shared.map(({ start }) => start).join()} view={view} found={found} group={group} />
          ))}
        </ul>
      )}
      {near.length > 0 && (
        <>
          <p class="kind">
            <strong>
              {say('elsewhereNear', { documents: count(found.nearDocuments), families: count(found.nearFamilies) })}
            </strong>{' '}
            <span class="note">{say('elsewhereLegend')}</span>
          </p>
          <ul>
            {near.map((hit) => (
              <Near key={hit.document.id} view={view} hit={hit} />
            ))}
          </ul>
          {near.length < found.nearFamilies && <p class="note">{say('elsewhereNearMore', { shown: near.length })}</p>}
        </>
      )}
      {meaning.length > 0 && (
        <details class="meaning">
          <summary>{say('elsewhereMeaning', { count: count(meaning.length) })}</summary>
          <ul>
            {meaning.map((hit) => (
              <Meaning key={hit.document.id} view={view} hit={hit} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The page of its own, for those without JavaScript and for links. */
export const ElsewherePage = ({ view, found, n, back }: Props & { readonly n: number; readonly back: string }) => (
  <div class="elsewhere-page">
    <h1>{view.say('elsewhereTitle')}</h1>
    <p class="source">
      <a href={back} lang="zh-CN">
        {found.document.title}
      </a>{' '}
      <span>{view.say('paragraphNumber', { n })}</span>
    </p>
    <blockquote lang="zh-CN">{found.text}</blockquote>
    <SaidElsewhere view={view} found={found} n={n} />
  </div>
);
