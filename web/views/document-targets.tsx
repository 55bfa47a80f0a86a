// What one document states, in the order of its text: indicator, value, year and region, and the sentence.
import { toldValue } from '../../services/domain/messages/targets.js';
import type { DocumentTargets as Stated } from '../../services/domain/target-table.js';
import { documentPath, href, statedHref } from '../links.js';
import { Facts } from './facts.js';
import { Pagination } from './pagination.js';
import { Sentence } from './target-sources.js';
import { toldYear } from './target-table.js';
import { count, type View } from './view.js';

const columns = ['indicator', 'statedValue', 'forYear', 'forRegion', 'statedSentence'] as const;

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
      {targets.length > 0 && (
        <table class="indicators stated">
          <thead>
            <tr>
              {columns.map((key) => (
                <th key={key} scope="col">
                  {say(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {targets.map((one) => (
              <tr key={`${one.start} ${one.indicator}`}>
                <th scope="row" lang="zh-CN">
                  <a href={href('/targets', { indicator: one.indicator })}>{one.indicator}</a>
                </th>
                <td data-label={say('statedValue')}>
                  <a href={statedHref(one)}>{toldValue(one, view.language)}</a>
                </td>
                <td data-label={say('forYear')}>{toldYear(view, one.year)}</td>
                <td data-label={say('forRegion')} lang="zh-CN">
                  {one.region ?? say('forNoRegion')}
                </td>
                <td class="sentence" lang="zh-CN">
                  <Sentence values={[one]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pagination
        view={view}
        page={page}
        pages={pages}
        to={(to) => href('/targets', { document: document.id, page: to })}
      />
    </div>
  );
}
