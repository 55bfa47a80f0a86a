// Where in a page the document itself speaks, and by what its own short lines are known.
import type { RemovalReason } from '../blocks.js';
import { compact, type TextBlock } from './draft.js';
import { isAdvert, isFooterCompany, isFooterMark, isProse, isSlogan } from './phrases.js';

export interface Line {
  /** place in the draft */
  readonly at: number;
  readonly block: TextBlock;
}
/** Places in the draft that are to go, and why. */
export type Reasons = Map<number, RemovalReason>;

const numbered = /^(?:第.{1,8}[章条节]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u;
export const attachment = /附件|下载|表$|\.(?:docx?|pdf|xlsx?|wps|zip|rar)/iu;
export const titleLike =
  /(?:通知|意见|办法|条例|规定|方案|细则|章程|决定|公告|通告|报告|要点|计划|规划|纲要|法)(?:[（(].{0,12}[）)])?$/u;

/** Whether the file itself is called by this line: 招生章程 in <title>招生章程 - 临澜大学</title> */
export const isNamed = (text: string, title: string | null): boolean =>
  title !== null && compact(text).length >= 4 && compact(title.slice(0, 300)).startsWith(compact(text));

/** What only a page's frame says in whole sentences: 建议使用IE8.0以上浏览器，分辨率1024*768，浏览本站。 */
const ofFrame = (text: string): boolean =>
  isFooterMark(text) || isAdvert(text) || isSlogan(text) || (text.length <= 120 && isFooterCompany(text));

const speaks = ({ block: { text } }: Line): boolean =>
  (text.length >= 30 && isProse(text) && !ofFrame(text)) || numbered.test(text);
const isFrame = ({ block: { hint } }: Line): boolean => hint === 'navigation' || hint === 'footer';

/** Lines from which on, and up to which, the document itself speaks; what the markup calls a frame only where nothing else does. */
export function bodyOf(lines: readonly Line[]): { first: number; last: number } {
  const own = (line: Line): boolean => !isFrame(line) && speaks(line);
  const is = lines.some(own) ? own : speaks;
  const first = lines.findIndex(is);
  return { first: first < 0 ? lines.length : first, last: lines.findLastIndex(is) };
}
