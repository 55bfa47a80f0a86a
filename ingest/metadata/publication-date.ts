// The day on which a page or a system published a document, which may be later than the document's own date.
import { type DateMention, datesIn, datesInName, firstDate } from './calendar.js';
import { declaredAs, type Evidence, type Found } from './evidence.js';
import { signature } from './signature-date.js';

const publishedKeys =
  '发布日期 发布时间 公开日期 公开时间 pubdate publishdate publish-date firstpublishedtime article:published_time publishtime'.split(
    ' ',
  );
/** When a system made its record; the nearest to the document's own date that some catalogues have. */
const recordedKeys = ['生成日期', '生成时间'];
/** A field that ran into the next one still says which date follows it: 来源：　日期：2014-04-29 */
const runTogether = /发布(?:日期|时间) ?[:：] ?((?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2})/u;
function besideOthers({ declared }: Evidence): Found<string> | null {
  for (const value of declared.values()) {
    const date = firstDate(runTogether.exec(value)?.[1] ?? '');
    if (date) return { value: date, origin: 'declared: 发布日期' };
  }
  return null;
}

const pageLine =
  /^(?:发布|更新|发表|公开|时间|日期|来源|信息来源|作者|点击|浏览|阅读|责任编辑|编辑|字号|字体|文号|本站|【|\d+评论|:|：)/u;

/** 发布时间：, 日期： and the like, but not the days that a notice sets. */
const labelled =
  /(?<!报名|截止|考试|执行|施行|实施|生效|会议|活动|培训|申报|出生|登记|办理|受理|开始|结束)(?:日期|时间) ?[:：] ?$/u;

const ownLabel = /(?:成文|印发|发文|制发|签发|通过)(?:日期|时间) ?[:：] ?$/u;
const isOwn = (text: string, { chinese, start, end }: DateMention): boolean =>
  ownLabel.test(text.slice(0, start)) ||
  (chinese && `${text.slice(0, start)}${text.slice(end)}`.replace(/[\s()]/gu, '') === '');

const ofSite = /(?:网|网站|\.(?:cn|com|net|org))$/u;

/** The line under a page's title: 2018-03-06, 发布时间：2015年10月20日 来源：…, 2019/6/12 18:57:19发布 */
function pagesOwn(
  { head }: Evidence,
  isOther: (text: string, mention: DateMention) => boolean = () => false,
): Found<string> | null {
  for (const { text, kind } of head.slice(0, 15)) {
    if (text.length > 120 || kind === 'row') continue;
    const [mention] = datesIn(text);
    if (!mention || isOther(text, mention)) continue;
    if (labelled.test(text.slice(0, mention.start))) return { value: mention.date, origin: 'published line' };
    const before = text.slice(0, mention.start).trim();
    const after = text
      .slice(mention.end)
      .replace(/^ ?\d{1,2}[:时点]\d{1,2}(?:[:分]\d{0,2}(?:\.\d)?)?秒?/u, '')
      .trim();
    if (
      (before === '' || pageLine.test(before) || ofSite.test(before)) &&
      (after === '' || pageLine.test(after) || pageLine.test(before))
    ) {
      return { value: mention.date, origin: 'published line' };
    }
  }
  return null;
}

function nameDate({ name }: Evidence): Found<string> | null {
  const [date] = datesInName(name);
  return date ? { value: date, origin: 'file name' } : null;
}

const puts = /(?:现予|予以)(?:公布|发布|颁布)/u;

/** The day on which a rule was made known: 2006年1月11日…公告公布 in its head, or the day of the order that puts it into the world. */
export function madeKnown(evidence: Evidence): Found<string> | null {
  const declared = declaredAs(evidence, ['公布日期', '颁布日期'], firstDate);
  if (declared) return declared;
  for (const { text } of evidence.head) {
    if (text.length > 120) continue;
    const dates = datesIn(text);
    const found = dates.find(({ end }, i) =>
      /^[^,，。]{0,40}(?:公布|发布|颁布)[)]?$/u.test(text.slice(end, dates[i + 1]?.start).trim()),
    );
    if (found?.chinese) return { value: found.date, origin: 'head' };
  }
  return evidence.head.some(({ text }) => puts.test(text)) ? signature(evidence) : null;
}

/**
 * The day of publication that the page or the file states, apart from any date of the document's own. 2021年3月5日 alone
 * on its line, under the bodies, is how a document is signed, and no line of a page.
 */
export const findPublished = (evidence: Evidence): Found<string> | null =>
  madeKnown(evidence) ??
  declaredAs(evidence, publishedKeys, firstDate) ??
  besideOthers(evidence) ??
  pagesOwn(evidence, isOwn);

/** Pages are put up again and moved; the earliest day that is stated comes closest to the document's own. */
export function publication(evidence: Evidence): Found<string> | null {
  const stated = [
    declaredAs(evidence, recordedKeys, firstDate),
    declaredAs(evidence, publishedKeys, firstDate),
    besideOthers(evidence),
    pagesOwn(evidence),
    nameDate(evidence),
  ].filter((found) => found !== null);
  return stated.sort((a, b) => a.value.localeCompare(b.value))[0] ?? null;
}
