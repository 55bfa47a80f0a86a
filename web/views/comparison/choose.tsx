// Which two documents are compared: one may be given, and those that go with it are offered.
import type { Counterpart, Counterparts } from '../../../services/domain/comparison.js';
import { compareHref, documentPath, transmissionHref } from '../../links.js';
import { Facts } from '../facts.js';
import type { View } from '../view.js';
import { PairForm, Picks, type Side } from './pair-form.js';

const hows = ['family', 'edition', 'matter', 'similar'] as const;

function Offered({ view, id, one }: { readonly view: View; readonly id: string; readonly one: Counterpart }) {
  const { say } = view;
  const { document, standing } = one;
  return (
    <li>
      <a href={documentPath(document.id)} lang="zh-CN">
        {document.title}
      </a>
      <Facts view={view} document={document} />
      <p class="facts">
        <a href={compareHref(id, document.id)}>{say('compareLink')}</a>
        {standing && (
          <a href={standing === 'superior' ? transmissionHref(document.id, id) : transmissionHref(id, document.id)}>
            {say(standing === 'superior' ? 'transmissionFrom' : 'transmissionTo')}
          </a>
        )}
      </p>
    </li>
  );
}

export function Choose(props: {
  readonly view: View;
  readonly path: '/compare' | '/transmission';
  readonly sides: readonly Side[];
  readonly counterparts: Counterparts | null;
}) {
  const { view, path, sides, counterparts } = props;
  const { say } = view;
  const document = counterparts?.document;
  return (
    <div class="compare">
      <h1>{say(path === '/compare' ? 'compareTitle' : 'transmissionTitle')}</h1>
      <PairForm view={view} path={path} sides={sides} />
      <Picks view={view} path={path} sides={sides} />
      {!document && (
        <p>
          {say('compareHow')} <a href="/documents">{say('navDocuments')}</a>{' '}
          {path === '/compare' && <a href="/transmission">{say('transmissionTitle')}</a>}
        </p>
      )}
      {document && (
        <>
          <p>
            {say('compareA')}{' '}
            <a href={documentPath(document.id)} lang="zh-CN">
              {document.title}
            </a>
          </p>
          {counterparts.versions.length > 1 && (
            <section class="family" aria-labelledby="own-versions">
              <h2 id="own-versions">{say('compareOwnVersions')}</h2>
              <ul>
                {counterparts.versions.slice(0, -1).map(({ version, ingestedAt }) => (
                  <li key={version}>
                    {say('compareVersion', { version })} <time dateTime={ingestedAt}>{ingestedAt.slice(0, 10)}</time>{' '}
                    <a href={compareHref(`${document.id}@${version}`, document.id)}>{say('compareWithNewest')}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {hows.map((how) => {
            const own = counterparts.counterparts.filter((one) => one.how === how);
            if (own.length === 0) return null;
            return (
              <section key={how} class="family" aria-labelledby={`how-${how}`}>
                <h2 id={`how-${how}`}>{say(`how_${how}`)}</h2>
                <ul>
                  {own.map((one) => (
                    <Offered key={one.document.id} view={view} id={document.id} one={one} />
                  ))}
                </ul>
              </section>
            );
          })}
          {counterparts.counterparts.length === 0 && <p>{say('compareNobody')}</p>}
        </>
      )}
    </div>
  );
}
