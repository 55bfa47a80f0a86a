// What became of the draft's own earlier version: in figures, and each change with the edit shown.
import { placeOf, toldCounts } from '../../../services/comparison/told.js';
import type { Revision } from '../../../services/domain/check.js';
import { isChange, partsOf } from '../../../services/export/revision-told.js';
import { documentPath } from '../../links.js';
import { Together, ValuesInLine } from '../comparison/parts.js';
import { count, type View } from '../view.js';

/** Beyond them a page is no longer read; the JSON and /compare have all. */
const MOST = 300;

export function Revised({ view, revision }: { readonly view: View; readonly revision: Revision }) {
  const { say } = view;
  const { earlier, units, counts, comparedTo } = revision;
  const changed = units.filter(isChange);
  const title = <span lang="zh-CN">{earlier.title}</span>;
  return (
    <section aria-labelledby="revision">
      <h2 id="revision">{say('checkRevision')}</h2>
      <p>
        {say('checkRevisionOf')}
        {earlier.documentId ? <a href={documentPath(earlier.documentId)}>{title}</a> : title} {earlier.date}
      </p>
      <p class="counts">{changed.length === 0 ? say('checkRevisionSame') : toldCounts(counts, view.language)}</p>
      {comparedTo !== null && <p class="notice">{say('compareCut', { count: count(comparedTo) })}</p>}
      {changed.length > 0 && (
        <details>
          <summary>{say('checkRevisionList', { n: count(changed.length) })}</summary>
          <ol class="changes">
            {changed.slice(0, MOST).map((change, i) => (
              <li key={`${i} ${change.kind}`} class={`change ${change.kind}`} data-change>
                <p class="told">
                  <span class="badge">{say(`unit_${change.kind}`)}</span>{' '}
                  <strong lang="zh-CN">{placeOf(change)}</strong>{' '}
                  {change.renumbered && <span class="note">{say('compareRenumbered')}</span>}{' '}
                  <ValuesInLine view={view} values={change.values} />
                </p>
                <p class="words" lang="zh-CN">
                  <Together parts={partsOf(change)} whole={change.parts === undefined} />
                </p>
              </li>
            ))}
          </ol>
          {changed.length > MOST && <p class="note">{say('checkMore', { n: changed.length - MOST })}</p>}
        </details>
      )}
    </section>
  );
}
