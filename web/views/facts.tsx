// What stands beside every document: its status, issuer, number, date, region and type.

import { chineseDate } from '../../services/citation/plain.js';
import type { DocumentSummary } from '../../services/domain/document.js';
import type { View } from './view.js';

export type Tone = 'good' | 'warn' | 'bad' | 'plain';

const tones: Record<DocumentSummary['status'], Tone> = {
  现行: 'good',
  试行: 'good',
  已修订: 'warn',
  已废止: 'bad',
  征求意见: 'warn',
  未知: 'plain',
};

export const toneOf = (status: DocumentSummary['status']): Tone => tones[status];

/** What has been repealed or revised, or has a newer version or edition, is told apart at a glance. */
export const ofThePast = ({ status, newer }: Stated['document']): string =>
  newer !== null || status === '已废止' || status === '已修订' ? ' past' : '';

/** A document of so many years that does not say that it is in force is said to be that old. */
const OLD_YEARS = 5;

/** In years, where that is worth telling; else 0. */
export function oldBy({ year, status, newer }: Pick<DocumentSummary, 'year' | 'status' | 'newer'>): number {
  const age = year === null ? 0 : new Date().getFullYear() - year;
  return age < OLD_YEARS || (status === '现行' && newer === null) ? 0 : age;
}

interface Stated {
  readonly view: View;
  readonly document: Pick<DocumentSummary, 'status' | 'newer'>;
}

/** The status, and before it that there is a newer version or edition: what says 现行 of itself may be an old copy. */
export const StatusBadge = ({ view, document: { status, newer } }: Stated) => (
  <>
    {newer && (
      <span class={`badge ${newer.kind === 'version' ? 'bad' : 'warn'}`}>{view.say(`older_${newer.kind}`)}</span>
    )}
    <span class={`badge ${newer && tones[status] === 'good' ? 'plain' : tones[status]}`}>
      {view.say(`status_${status}`)}
    </span>
  </>
);

/** The date; a document without one is said to have none. */
export function Dated(props: { readonly view: View; readonly document: Pick<DocumentSummary, 'date' | 'year'> }) {
  const { view, document } = props;
  const { date, year } = document;
  if (date) return <time dateTime={date}>{view.language === 'zh' ? chineseDate(date) : date}</time>;
  return <span class="undated">{year === null ? view.say('undated') : view.say('yearOnly', { year })}</span>;
}

function Age({ view, document }: { readonly view: View; readonly document: DocumentSummary }) {
  const age = oldBy(document);
  if (age === 0) return null;
  return <span class="age"> {view.say('age', { count: age })}</span>;
}

/** One line: 效力 · 发文机关 · 文号 · 日期 · 地区 · 文种. */
export const Facts = ({ view, document }: { readonly view: View; readonly document: DocumentSummary }) => (
  <p class="facts">
    <StatusBadge view={view} document={document} />
    {document.issuer && <span lang="zh-CN">{document.issuer}</span>}
    {document.number && <span lang="zh-CN">{document.number}</span>}
    <span class="dated">
      <Dated view={view} document={document} />
      <Age view={view} document={document} />
    </span>
    {document.region && <span lang="zh-CN">{document.region}</span>}
    {document.type && <span lang="zh-CN">{document.type}</span>}
  </p>
);
