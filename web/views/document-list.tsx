// All documents, newest first, under the year of their date.
import type { DocumentList as ListType } from '../../services/domain/archive.js';
import type { DocumentSummary } from '../../services/domain/document.js';
import { documentPath, href } from '../links.js';
import { Facts } from './facts.js';
import { Pagination } from './pagination.js';
import { count, type View } from './view.js';

export const listHref = (page: number): string => href('/documents', { page: page === 1 ? undefined : page });

interface Group {
  readonly year: string | undefined;
  readonly documents: DocumentSummary[];
}

/** Neighbours of the same year together; the order stays as it came. */
function byYear(documents: readonly DocumentSummary[]): Group[] {
  const groups: Group[] = [];
  for (const document of documents) {
    const year = document.date?.slice(0, 4);
    const last = groups.at(-1);
    if (last && last.year === year) last.documents.push(document);
    else groups.push({ year, documents: [document] });
  }
  return groups;
}

export function DocumentList(props: {
  readonly view: View;
  readonly list: ListType;
  readonly page: number;
  readonly pages: number;
}) {
  const { view, list, page, pages } = props;
  const { say } = view;
  return (
    <div class="list">
      <h1>{say('listTitle')}</h1>
      <p class="summary">
        <span class="total">{say('listTotal', { total: count(list.total) })}</span>{' '}
        <a href="/failures">{say('navReport')}</a> <a href="/compare">{say('compareTitle')}</a>
      </p>
      {list.total === 0 && <p class="notice">{say('archiveEmpty')}</p>}
      {list.total > 0 && list.documents.length === 0 && (
        <p class="nothing">
          {say('pastLastPage', { page })} <a href={listHref(1)}>{say('firstPage')}</a>
        </p>
      )}
      {byYear(list.documents).map(({ year, documents }) => (
        <section key={documents[0]?.id}>
          <h2>{year ? say('yearHeading', { year }) : say('undatedHeading')}</h2>
          <ul>
            {documents.map((document) => (
              <li key={document.id}>
                <h3 lang="zh-CN">
                  <a href={documentPath(document.id)}>{document.title}</a>
                </h3>
                <Facts view={view} document={document} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Pagination view={view} page={page} pages={pages} to={listHref} />
    </div>
  );
}
