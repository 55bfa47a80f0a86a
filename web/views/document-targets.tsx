// What one document states, sentence by sentence: indicator, value, year and region.
import { toldValue } from '../../services/domain/messages/targets.js';
import type { DocumentTargets as Stated, StatedTarget } from '../../services/domain/target-table.js';
import { documentPath, href, statedHref } from '../links.js';
import { CiteFolded } from './cite.js';
import { Facts } from './facts.js';
import { Pagination } from './pagination.js';
import { bySentence, isRow, Sentence } from './target-sources.js';
import { toldYear } from './target-table.js';
import { count, type View } from './view.js';

/** The link from a document's page to what it states; nothing where it states nothing. */
export const DocumentTargetsLink = ({
  view,
  id,
  total,
}: {
  readonly view: View;
  readonly id: string;
  readonly total: number;
}) =>
  total === 0 ? null : (
    <a href={href('/targets', { document: id })}>{view.say('documentTargets', { count: count(total) })}</a>
  );

/** Indicator, value, year and region; the last two where they are stated. */
const Value = ({ view, stated }: { readonly view: View; readonly stated: StatedTarget }) => (
  <li>
    <a lang="zh-CN" href={href('/targets', { indicator: stated.indicator })}>
      {stated.indicator}
    </a>
    <a class="value" href={statedHref(stated)}>
      {toldValue(stated, view.language)}
    </a>
    {stated.year !== null && <span>{toldYear(view, stated.year)}</span>}
    {stated.region !== null && <span lang="zh-CN">{stated.region}</span>}
  </li>
);

export function DocumentTargets(props: {
  readonly view: View;
  readonly stated: Stated;
  readonly page: number;
  readonly pages: number;
}) {
  const { view, stated, page, pages } = props;
  const { document, targets, total, unread } = stated;
  const { say } = view;
  return (
    <div class="list targets">
      <h1 lang="zh-CN">{say('documentTargetsTitle', { title: document.title })}</h1>
      <Facts view={view} document={document} />
      <p>
        <a href={documentPath(document.id)}>{say('fullText')}</a> · <a href="/targets">{say('indicatorsEvery')}</a>
      </p>
      {total === 0 && <p class="notice">{say(unread ? 'documentUnread' : 'documentTargetsNone')}</p>}
      <ul class="by-sentence">
        {bySentence(targets).map((values) => (
          <li key={values[0].start}>
            <p lang="zh-CN">
              {isRow(values[0]) && <span class="row-of">{say('tableRow')}</span>}
              <Sentence values={values} />
            </p>
            <ul>
              {values.map((one) => (
                <Value key={one.start} view={view} stated={one} />
              ))}
            </ul>
            <CiteFolded view={view} document={document} passage={values[0]} />
          </li>
        ))}
      </ul>
      <Pagination
        view={view}
        page={page}
        pages={pages}
        to={(to) => href('/targets', { document: document.id, page: to })}
      />
    </div>
  );
}
