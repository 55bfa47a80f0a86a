// The day on which a page or a system published a document, which may be later than the document's own date.
import { datesIn, datesInName, firstDate } from './calendar.js';
import { declaredAs, type Evidence, type Found } from './evidence.js';

const publishedKeys =
  '生成日期 生成时间 发布日期 发布时间 公开日期 公开时间 pubdate publishdate publish-date firstpublishedtime article:published_time publishtime'.split(
    ' ',
  );
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

const ofSite = /(?:网|网站|\.(?:cn|com|net|org))$/u;

/** The line under a page's title: 2018-03-06, 发布时间：2015年10月20日 来源：…, 2019/6/12 18:57:19发布 */
function pagesOwn({ head }: Evidence): Found<string> | null {
  for (const { text, kind } of head.slice(0, 15)) {
    if (text.length > 120 || kind === 'row') continue;
    const [mention] = datesIn(text);
    if (!mention) continue;
    if (labelled.test(text.slice(0, mention.start))) return { value: mention.date, origin: 'published line' };
    const before = text.slice(0, mention.start).trim();
    const after = text
      .slice(mention.end)
      .replace(/^ ?\d{1,2}:\d{2}(?::\d{2})?/u, '')
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

/** The day of publication that the page or the file states, apart from any date of the document's own. */
export const findPublished = (evidence: Evidence): Found<string> | null =>
  declaredAs(evidence, publishedKeys, firstDate) ?? besideOthers(evidence) ?? pagesOwn(evidence);

/** Pages are put up again and moved; the earliest day that is stated comes closest to the document's own. */
export function publication(evidence: Evidence): Found<string> | null {
  const stated = [
    declaredAs(evidence, publishedKeys, firstDate),
    besideOthers(evidence),
    pagesOwn(evidence),
    nameDate(evidence),
  ].filter((found) => found !== null);
  return stated.sort((a, b) => a.value.localeCompare(b.value))[0] ?? null;
}
