// What stands beside every document: its status, issuer, number, date, region and type.
import type { DocumentSummary } from '../../services/domain/document.js';
import { chineseDate } from '../citation.js';
import type { View } from './view.js';

const tones: Record<DocumentSummary['status'], string> = {
  现行: 'good',
  试行: 'good',
  已修订: 'warn',
  已废止: 'bad',
  征求意见: 'warn',
  未知: 'plain',
};

export const StatusBadge = ({ view, status }: { readonly view: View; readonly status: DocumentSummary['status'] }) => (
  <span class={`badge ${tones[status]}`}>{view.say(`status_${status}`)}</span>
);

/** The date; a document without one is said to have none. */
export function Dated(props: { readonly view: View; readonly document: Pick<DocumentSummary, 'date' | 'year'> }) {
  const { view, document } = props;
  const { date, year } = document;
  if (date) return <time dateTime={date}>{view.language === 'zh' ? chineseDate(date) : date}</time>;
  return <span class="undated">{year === null ? view.say('undated') : view.say('yearOnly', { year })}</span>;
}

/** One line: 效力 · 发文机关 · 文号 · 日期 · 地区 · 文种. */
export const Facts = ({ view, document }: { readonly view: View; readonly document: DocumentSummary }) => (
  <p class="facts">
    <StatusBadge view={view} status={document.status} />
    {document.issuer && <span lang="zh-CN">{document.issuer}</span>}
    {document.number && <span lang="zh-CN">{document.number}</span>}
    <Dated view={view} document={document} />
    {document.region && <span lang="zh-CN">{document.region}</span>}
    {document.type && <span lang="zh-CN">{document.type}</span>}
  </p>
);
