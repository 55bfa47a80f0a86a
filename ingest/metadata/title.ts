// The title: the line recognised in the text, else what the file declares, else the file's name.
import { isBody } from './bodies.js';
import { type Evidence, type Found, withoutExtension } from './evidence.js';
import { folded } from './lines.js';

const longestTitle = 200;

/** Names of programs and templates that stand as titles in files: "Microsoft Word - 1.doc", 无标题, 幻灯片1. */
const untitled =
  /^(?:(?:无|未命名|没有)?标题|无题|未命名|untitled|document\d*|文档\d*|新建.*文档|microsoft .*|powerpoint.*|幻灯片.*|[\d\P{L}]+|首页)$/iu;

/** What a site calls itself and its columns. */
const ofSite =
  /(?:网站?|门户|频道|专栏|栏目|政务|首页|之窗|信息公开|政务公开|公开目录|公告公示|新闻公告|通知公告|标签|系统|政策法规|法律法规|法规规章|政府规章|规范性文件|政策汇编|政策文件|.市文件|公开的文件|在线|平台|基础服务)$|^(?:[\p{Script=Han}]{2,6}市|中国[\p{Script=Han}]{2,4}|政务内容|当前位置)$/u;
const isOfSite = (part: string): boolean => ofSite.test(part) || isBody(part);

/** Signs between a title and the names of columns and sites, spaced, or before a stretch of Chinese alone. */
const between =
  /\s*[_|｜]\s*|\s+[-—–－]+\s+|[-－—–]+(?=[\p{Script=Han}、，]{2,40}\d*(?:[-－—–]|$))|(?<=^.{2,6})[:：](?=《|解读)/u;

/** 中国某地 - 某某通知_政策法规 - 某某市人民政府 → 某某通知 */
function withoutSite(title: string): string {
  const parts = title
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const kept = parts.filter((part) => !isOfSite(part.replace(/\d+$/u, '')));
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined || kept.length === parts.length) return title;
  // What is left keeps its own signs.
  return title.slice(title.indexOf(first), title.lastIndexOf(last) + last.length);
}

/** A title's own number in brackets behind it: …的通知（临教发〔2021〕3号） */
const numberBehind = / ?[(（][^()（）]{1,20}[〔[(（【［﹝][12]\d{3}[〕\])）】］﹞] ?第? ?\d{1,5} ?号[)）]$/u;

/** …法（2014年11月1日第十二届全国人民代表大会常务委员会第十一次会议通过） */
const dateBehind = / ?[(（][^()（）]{0,80}\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日[^()（）]{0,100}[)）]$/u;

const before =
  /^(?:[\s\P{L}]*(?=[\s━—_=*■◆●▲★▼]{2})[\s━—_=*■◆●▲★▼]+|【? ?(?:标 ?题|名 ?称|文件名称|信息名称) ?】? ?[:：]? *(?=[\p{L}《“])|\d{8}(?=[\p{Script=Han}《]))/u;

/** A candidate as a title: without extension, site, label, and the brackets around the whole of it. */
function asTitle(text: string): string | null {
  const bare = withoutSite(withoutExtension(folded(text)).replace(before, ''))
    .replace(numberBehind, '')
    .replace(dateBehind, '')
    .replace(/^《([^《》]+)》$/u, '$1')
    .trim();
  return bare === '' || untitled.test(bare) || !/[\p{L}]{2}/u.test(bare) ? null : bare.slice(0, longestTitle);
}

/** A file's name without the dates, ids and marks that a store of files adds. */
const fromName = (name: string): string =>
  name
    .replace(/^(?:\d{8}|\d{4}-\d{2}-\d{2})[-_\s]*/u, '')
    .replace(/[(（](?:(?:19|20)\d{2}-\d{2}-\d{2}|[A-Za-z\d]+(?:-[A-Za-z\d]+)+)[)）]$/u, '')
    .replace(/[-_][\da-f]{6,40}$/u, '')
    .replace(/[-_](?:docx?|pdf?|html?|wps|txt)$|~\d{1,2}$/iu, '')
    .trim();

/** What a page shows where its title should be: the name of a site or a body, a decree's heading, a line about the page. */
const notOfThis = (title: string, origin: string): boolean =>
  isOfSite(title) ||
  (origin !== 'text' && title.length < 6) ||
  /索 ?引 ?号|(?:阅读|浏览|点击)(?:次数|量|数)|^(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d|繁体/u.test(title) ||
  (/(?:令|公告|文件)(?:第.{1,8}号)?$/u.test(title) && !/关于|的公告$|通知/u.test(title) && title.length <= 40);

const declaredTitles = ['articletitle', '标题', '文件名称', '信息名称', '题名', 'og:title'];

/** A city's statute comes with the province's decision to approve it; the file's name tells which of the two it is. */
const approved = /关于批准《(.{4,80})》的决定$/u;

export function findTitle({ recognisedTitle, declared, declaredTitle, writtenName }: Evidence): Found<string> {
  const candidates = [
    [recognisedTitle, 'text'],
    ...declaredTitles.map((key) => [declared.get(key), `declared: ${key}`]),
    [declaredTitle, 'declared: title'],
    [fromName(writtenName), 'file name'],
  ] as const;
  let second: Found<string> | null = null;
  for (const [text, origin = ''] of candidates) {
    const read = text ? asTitle(text) : null;
    if (read === null) continue;
    const inside = approved.exec(read)?.[1];
    const value = inside !== undefined && writtenName.startsWith(inside) ? inside : read;
    // Names of files are often codes: t20130722_94411.
    const tells = !notOfThis(value, origin) && (origin !== 'file name' || /[\p{Script=Han}]{3}/u.test(value));
    if (tells) return { value, origin };
    second ??= { value, origin };
  }
  return second ?? { value: writtenName.slice(0, longestTitle) || '无题', origin: 'file name' };
}
