// Blocks that the markup itself marks as navigation, footer or links: they go where their words do not speak against it.
import type { RemovalReason } from '../blocks.js';
import { attachment, bodyOf, isNamed, type Line, type Reasons, titleLike } from './body.js';
import { type Draft, type Source, type TextBlock, takeOut, textBlocks } from './draft.js';
import { isFooterMark, isMenuBar, isProse } from './phrases.js';

/** A page with less text than this outside of links and menus is a list: they are its text. */
const MIN_PLAIN = 80;
const MIN_PROSE = 40;
/** So many links together may be the document's annexes; more are a list of other pages. */
const MAX_LINKED = 3;
/** A menu: so many lines one after the other that the markup marks, each of them no longer than this. */
const MIN_MENU = 4;
const MENU_ITEM = 8;
/** No line of a shell, a page that shows nothing but its frame, is longer. */
const SHELL_LINE = 14;
const SHELL_SHARE = 0.7;
const MIN_FOOTER = 3;
/** What no site says about itself. */
const ownWords = /附件|特此|施行|执行|印发|通知|此件|抄送|第.{1,4}条/u;
const annexes = /附件|附[:：]|下载/u;
/** A site's news beside the text: 10-19 某局召开会议 */
const dated = /^[[【(]?(?:\d{4}[-/.])?\d{1,2}[-/.]\d{1,2}[\]】)]?\s*\p{Script=Han}/u;
/** How a site talks to who comes by; a document above its first line does not. */
const addressesVisitor = /欢迎[您你]|[您你]的(?:声音|意见|建议)|(?:敬请|请)[您你](?:登录|关注|留言|提出)/u;
/** Says when, by whom or under what number a page was issued: its place may be a site's, the words are the document's. */
const says =
  /来源|发布|时间|日期|文号|字号|[文布]机关|索引号|[〔﹝［【[（(]\d{4}[〕﹞］】\])）]|^\d{4}[年.-]\d{1,2}[月.-]\d{1,2}日?$/u;

type Zone = 'above' | 'amid' | 'below';
interface Place {
  /** against the document's own text */
  readonly zone: Zone;
  /** how many lines of links, and how many lines with any hint, stand there one after the other */
  readonly links: number;
  readonly run: number;
  /** whether the run is introduced as annexes */
  readonly annexes: boolean;
  /** whether a line without a hint, above the text, may be the title */
  readonly titled: boolean;
  /** whether the file is called by the line */
  readonly isTitle: boolean;
  /** whether the run of a footer's lines that it stands in has a footer's mark */
  readonly marked: boolean;
}

/** Why a hinted block is to go; null where it stays. */
function reasonFor({ kind, text, hint }: TextBlock, place: Place): RemovalReason | null {
  const { zone, links, titled } = place;
  if (place.isTitle && zone === 'above') return null;
  if (hint === 'footer' && zone === 'below' && place.marked && place.run >= MIN_FOOTER && !ownWords.test(text))
    return 'footer';
  if (isMenuItem(text, place)) return hint === 'footer' ? 'footer' : 'navigation';
  if (hint === 'navigation' && zone === 'above' && (dated.test(text) || addressesVisitor.test(text)))
    return 'navigation';
  if (text.length >= MIN_PROSE && (isProse(text) || (hint !== 'footer' && /[，,]/u.test(text)))) return null;
  const listed = links > MAX_LINKED;
  const counted = /^\d{1,2}[.、．]/u.test(text) && (place.annexes || place.run <= MAX_LINKED);
  if (zone !== 'above' && (attachment.test(text) || counted)) return null;
  if (hint === 'footer') return 'footer';
  // The title may stand in a page's header, an annex may be a link below the text.
  const named = titleLike.test(text) && !(zone === 'above' && titled);
  if (hint === 'links') return (zone === 'amid' ? listed : !named || listed) ? 'related' : null;
  if (says.test(text) || (kind === 'heading' && (zone === 'amid' || !titled))) return null;
  return named && zone !== 'below' ? null : 'navigation';
}

/** A section of the site among others of its kind: 招生计划, 开放时间 may be titles elsewhere. */
function isMenuItem(text: string, { zone, run, annexes }: Place): boolean {
  if (zone === 'amid' || annexes) return false;
  if (text.length <= MENU_ITEM) return run >= MIN_MENU && /^[\p{L}\s]+$/u.test(text);
  // Or all of them in one line.
  const items = text.split(/[\s|｜]+/u);
  return items.length >= MIN_MENU && items.every((item) => item.length <= MENU_ITEM && /^\p{L}*$/u.test(item));
}

const section =
  /(?:概况|简介|概览|公告|新闻|动态|资讯|下载|服务|指南|首页|联系我们|中心|之窗|专栏|专题|导航|地图|信息|公开)$/u;
const school = /(?:学校|中学|小学|幼儿园|学院|大学|一中|二中)$/u;

/** Nothing but a site's frame: short lines, nearly all of them marked as such, none that could be a document's name. */
function isShell(lines: readonly Line[]): boolean {
  const shown = lines.filter(({ block }) => block.hint !== 'footer');
  const short = shown.every(
    ({ block: { text } }) => text.length <= SHELL_LINE && !/附件|\.[a-z]{3,4}$|\d{4}/u.test(text),
  );
  const share = shown.filter(({ block }) => block.hint).length / Math.max(1, shown.length);
  const count = (sign: RegExp): number => shown.filter(({ block }) => sign.test(block.text)).length;
  // A list of schools is as short, and is what its page is about.
  return lines.length >= MIN_MENU && short && share >= SHELL_SHARE && count(section) >= 3 && count(school) < 5;
}

const plainlyFrame = ({ text, hint }: TextBlock, place: Place): boolean =>
  (hint === 'navigation' && isMenuItem(text, place)) || (hint === 'footer' && place.marked);

export function hinted(draft: Draft, { format, title }: Source): Draft {
  const plain = draft.reduce((sum, { block }) => {
    if (!block) return sum;
    return sum + (block.kind === 'table' ? MIN_PLAIN : block.hint ? 0 : block.text.length);
  }, 0);
  const lines = textBlocks(draft);
  if (plain < MIN_PLAIN && isShell(lines)) {
    return takeOut(
      draft,
      new Map(lines.map(({ at, block }) => [at, block.hint === 'footer' ? 'footer' : 'navigation'])),
    );
  }

  const isList = plain < MIN_PLAIN;
  const unhinted = lines.filter(({ block }) => !block.hint);
  const { first, last } = bodyOf(unhinted);
  const table = draft.findIndex(({ block }) => block?.kind === 'table');
  const from = unhinted[first]?.at ?? Math.max(0, table);
  const to = unhinted[last]?.at ?? Number.POSITIVE_INFINITY;
  const titled = unhinted.some(
    ({ at, block }) => at < from && (block.kind === 'heading' || titleLike.test(block.text)),
  );
  /** Whether a line outside of the page's frame already bears the name that the file is called by. */
  const hasTitle = unhinted.some(({ at, block }) => at <= from && isNamed(block.text, title));
  /** Of several lines of a frame that bear it, menus first, the last is the title. */
  const bears = ({ at, block }: Line): boolean => at <= from && isNamed(block.text, title);
  const namesake = hasTitle ? -1 : lines.findLastIndex(bears);
  const links = runsOf(lines, ({ hint }) => hint === 'links');
  const runs = runsOf(lines, ({ hint }) => hint !== undefined);
  const marks = new Map<Run, boolean>();
  const reasons: Reasons = new Map();
  lines.forEach(({ at, block }, i) => {
    // Links lead away from a web page; in an office's file they are its own words.
    if (!block.hint || (block.hint === 'links' && format !== 'html')) return;
    const zone: Zone = isList ? 'above' : at <= from ? 'above' : at < to ? 'amid' : 'below';
    const run = runs[i] ?? { from: i, length: 0 };
    const marked = marks.get(run) ?? hasMark(draft, lines.slice(run.from, run.from + run.length));
    marks.set(run, marked);
    const introduced = [lines[run.from - 1], lines[run.from]].some(
      (line) => annexes.test(line?.block.text ?? '') && !isMenuBar(line?.block.text ?? ''),
    );
    const isTitle = i === namesake || (namesake < 0 && !hasTitle && isNamed(block.text, title));
    const place: Place = {
      zone,
      links: links[i]?.length ?? 0,
      run: run.length,
      annexes: introduced,
      titled,
      isTitle,
      marked,
    };
    const reason = reasonFor(block, place);
    // Of a list of links the list stays, and all that is not plainly the frame's.
    if (reason && (!isList || plainlyFrame(block, place))) reasons.set(at, reason);
  });
  return takeOut(draft, reasons);
}

/** Whether a footer's mark stands among the lines or, taken out already, right after them. */
function hasMark(draft: Draft, lines: readonly Line[]): boolean {
  const after = draft[(lines.at(-1)?.at ?? -1) + 1];
  return lines.some(({ block }) => isFooterMark(block.text)) || (after?.block === null && after.reason === 'footer');
}

interface Run {
  readonly from: number;
  readonly length: number;
}

/** For every line the run of lines of a kind that it is in; lines of one run share it. */
function runsOf(lines: readonly Line[], isOne: (block: TextBlock) => boolean): (Run | undefined)[] {
  const runs: (Run | undefined)[] = lines.map(() => undefined);
  for (let from = 0; from < lines.length; from++) {
    let end = from;
    for (let line = lines[end]; line && isOne(line.block); line = lines[++end]);
    runs.fill(end > from ? { from, length: end - from } : undefined, from, Math.max(end, from + 1));
    from = Math.max(from, end - 1);
  }
  return runs;
}
