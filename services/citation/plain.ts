// One line that says where words come from, ready to paste: 机关：《标题》（文号），日期，第几条第几款第几项，第几页.
import type { DocumentSummary } from '../domain/document.js';
import type { Place } from '../domain/place.js';
import { inTitleMarks } from '../domain/title-marks.js';
import { writeCounting } from '../language/chinese-numbers.js';

export type Cited = Pick<DocumentSummary, 'title' | 'number' | 'issuer' | 'date' | 'year'>;

/** 2021-03-02 → 2021年3月2日 */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 第十二条第二款第三项; where there is no article, the paragraph: 第17自然段. The number of a 项 has no brackets. */
export function placeName({ article, clause, item, paragraphs: { from, to } }: Place): string {
  if (article === null) return from === to ? `第${from}自然段` : `第${from}—${to}自然段`;
  const counted = (n: number | null, unit: string): string => (n === null ? '' : `第${writeCounting(n)}${unit}`);
  return `${article}${counted(clause, '款')}${counted(item, '项')}`;
}

export function plainCitation({ title, number, issuer, date, year }: Cited, place?: Place | null): string {
  const by = issuer ? `${issuer}：` : '';
  const when = date ? chineseDate(date) : year ? `${year}年` : '日期未载';
  const where = place && [placeName(place), place.page === null ? '' : `第${place.page}页`];
  return [`${by}${inTitleMarks(title)}${number ? `（${number}）` : ''}`, when, ...(where ?? [])]
    .filter(Boolean)
    .join('，');
}
