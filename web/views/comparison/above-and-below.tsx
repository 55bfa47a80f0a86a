// On a document's page: superior and local documents on its matter, each leading to what became of one in the other.
import type { Counterparts } from '../../../services/domain/comparison.js';
import { compareHref, documentPath, transmissionHref } from '../../links.js';
import { Facts } from '../facts.js';
import { count, type View } from '../view.js';

const MAX_SHOWN = 8;

export function AboveAndBelow({ view, counterparts }: { readonly view: View; readonly counterparts: Counterparts }) {
  const { say } = view;
  const { document, counterparts: all } = counterparts;
  const placed = all.filter(({ standing }) => standing !== null);
  if (placed.length === 0) return null;
  return (
    <details class="family">
      <summary>{`${say('aboveAndBelow')} (${count(placed.length)})`}</summary>
      <ul>
        {placed.slice(0, MAX_SHOWN).map(({ document: other, standing }) => (
          <li key={other.id}>
            <a href={documentPath(other.id)} lang="zh-CN">
              {other.title}
            </a>
            <Facts view={view} document={other} />
            <p class="facts">
              <a
                href={
                  standing === 'superior'
                    ? transmissionHref(other.id, document.id)
                    : transmissionHref(document.id, other.id)
                }
              >
                {say(standing === 'superior' ? 'transmissionFrom' : 'transmissionTo')}
              </a>
            </p>
          </li>
        ))}
      </ul>
      {placed.length > MAX_SHOWN && (
        <p>
          <a href={compareHref(document.id, undefined)}>
            {say('aboveAndBelowMore', { count: count(placed.length - MAX_SHOWN) })}
          </a>
        </p>
      )}
    </details>
  );
}
