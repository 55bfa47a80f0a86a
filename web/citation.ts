// One line that says where words come from, ready to paste: 机关：《标题》（文号），日期，第几条，第几页.
import type { DocumentSummary } from '../services/domain/document.js';
import type { Passage } from '../services/domain/passage.js';
import { inTitleMarks } from '../services/domain/title-marks.js';

const article = /^\s*(第[〇零一二三四五六七八九十百千\d]{1,8}条(?:之[一二三四五六七八九十]{1,3})?)/;

/** 2021-03-02 → 2021年3月2日 */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The article that a passage is, or lies in. */
const articleOf = (passage: Pick<Passage, 'heading' | 'text'>): string | undefined =>
  article.exec(passage.text.slice(0, 40))?.[1] ?? article.exec(passage.heading.at(-1)?.slice(0, 40) ?? '')?.[1];

export function citation(
  document: Pick<DocumentSummary, 'title' | 'number' | 'issuer' | 'date' | 'year'>,
  passage?: Pick<Passage, 'heading' | 'text' | 'page'>,
): string {
  const issuer = document.issuer ? `${document.issuer}：` : '';
  const number = document.number ? `（${document.number}）` : '';
  const date = document.date ? chineseDate(document.date) : document.year ? `${document.year}年` : '日期未载';
  const place = passage && [articleOf(passage), passage.page === null ? undefined : `第${passage.page}页`];
  return [`${issuer}${inTitleMarks(document.title)}${number}`, date, ...(place ?? [])].filter(Boolean).join('，');
}
