// The date of a document: 成文日期, or that of the version at hand; where neither is stated, the day it was published.
import { datesIn, firstDate } from './calendar.js';
import { declaredAs, type Evidence, type Found } from './evidence.js';
import type { EvidenceLine } from './lines.js';
import { publication } from './publication-date.js';
import { printed, signature } from './signature-date.js';

export interface DateFound extends Found<string> {
  /** the day of publication on a page or in a system, which may be later than the document's own */
  readonly published: boolean;
}

const signedKeys = '成文日期 成文时间 制发日期 发文日期 发文时间 印发日期 公布日期 颁布日期 通过日期'.split(' ');
/** 义务教育法(2018-12-29) */
function version({ name }: Evidence): Found<string> | null {
  const found = /[(（]((?:19|20)\d{2}-\d{2}-\d{2})[)）]$/u.exec(name);
  const date = found?.[1] && firstDate(found[1]);
  return date ? { value: date, origin: 'file name' } : null;
}

const enacted = /通过|修订|修正|修改|公布|发布|颁布/u;
const inForce = /^ ?\d{1,2}:\d|^[^,，;；。]{0,6}(?:起)?(?:施行|实施|生效|执行)/u;

/** Dates on which a statute was passed or changed, each with its verb: (2009年11月27日…第十二次会议通过 根据2015年…修正). */
function enactments({ text }: EvidenceLine): string[] {
  if (/已经|业经|现予|现将/u.test(text)) return [];
  const dates = datesIn(text);
  return dates.flatMap((mention, i) => {
    const after = text.slice(mention.end, dates[i + 1]?.start);
    const verb = enacted.test(after) || (text.startsWith('(') && after.includes('印发'));
    return mention.chinese && verb && !inForce.test(after) ? [mention.date] : [];
  });
}

/** （临教发〔2021〕3号 2021年3月5日） */
const numbered = ({ text }: EvidenceLine): string[] =>
  /^[(].{4,30}\d号 ?\d{4}年[\d月]{2,6}日[)]$/u.test(text) ? datesIn(text).map(({ date }) => date) : [];

/** Statutes say in the head when they were passed and changed; the latest is the version at hand. */
function enactment({ head }: Evidence): Found<string> | null {
  const lines = head.filter(({ text }) => /^(?:[(【[]|根据|[\d一二])/u.test(text));
  const latest = lines
    .flatMap((line) => [...enactments(line), ...numbered(line)])
    .sort()
    .at(-1);
  return latest ? { value: latest, origin: 'head' } : null;
}

export function findDate(evidence: Evidence): DateFound | null {
  const own =
    declaredAs(evidence, signedKeys, firstDate) ??
    version(evidence) ??
    enactment(evidence) ??
    signature(evidence) ??
    printed(evidence);
  if (own) return { ...own, published: false };
  const published = publication(evidence);
  return published && { ...published, published: true };
}
