// What a site puts around the document that a page shows: menus, buttons, related links, footers, spam.
// A line goes where its words can be nothing else; where they could be the document's, its place has to agree.
import { attachment, bodyOf, isNamed, type Line, type Reasons, titleLike } from './body.js';
import { compact, cutOut, type Draft, type Source, takeOut, textBlock, textBlocks } from './draft.js';
import {
  buttonsIn,
  contactsIn,
  isAdvert,
  isBreadcrumb,
  isClock,
  isCounter,
  isFooterCompany,
  isFooterMark,
  isMenu,
  isMenuBar,
  isNeighbour,
  isProse,
  isRelatedHeader,
  isSection,
  isShare,
  isSlogan,
  isTrail,
  stepsOf,
} from './phrases.js';
import { siteWord } from './site-words.js';

/** A footer lies in so many last lines, and goes on for so many after its first mark; a list of links is no longer than this. */
const MAX_TAIL = 40;
const MAX_AFTER_MARK = 12;
const MAX_RELATED = 15;

/** Lines that are noise by their own words, some only outside the document's body. */
function byWords(lines: readonly Line[], reasons: Reasons, name: string | null): void {
  const { first, last } = bodyOf(lines);
  lines.forEach(({ at, block: { text } }, i) => {
    const outside = i < first || i > last;
    const site = outside && !isNamed(text, name) ? siteWord(text, i < first ? 'above' : 'below') : null;
    if (isAdvert(text) || (outside && isSlogan(text))) reasons.set(at, 'advert');
    else if (isBreadcrumb(text)) reasons.set(at, 'navigation');
    else if (isShare(text, outside) || isCounter(text)) reasons.set(at, 'share');
    else if (isNeighbour(text)) reasons.set(at, 'related');
    else if (outside && isMenuBar(text)) reasons.set(at, 'navigation');
    else if (isMenu(text) && (outside || /[|｜·].*[|｜·]/u.test(text))) reasons.set(at, 'navigation');
    else if (site) reasons.set(at, site);
    else if (i < first && i < 12 && (isTrail(text) || isClock(text))) reasons.set(at, 'navigation');
  });
}

const MAX_SECTION = 8;

/** The section's name above the title, which the breadcrumb ends in: 首页 > 政务公开 > 中考政策 / 中考政策 */
function sectionNames(lines: readonly Line[], reasons: Reasons, name: string | null): void {
  const { first } = bodyOf(lines);
  const top = lines.slice(0, first);
  const steps = new Set(
    top
      .filter(({ at, block }) => reasons.get(at) === 'navigation' && isBreadcrumb(block.text))
      .flatMap(({ block }) => stepsOf(block.text)),
  );
  const isTitle = ({ block: { kind, text } }: Line): boolean =>
    text.length > MAX_SECTION && (kind === 'heading' || titleLike.test(text) || isNamed(text, name));
  const title = top.findLastIndex((line) => !reasons.has(line.at) && isTitle(line));
  for (const { at, block } of top.slice(0, Math.max(0, title))) {
    const text = compact(block.text);
    const known = text.length <= MAX_SECTION && (steps.has(text) || isSection(text));
    if (known && !reasons.has(at) && !titleLike.test(text) && !isNamed(text, name)) reasons.set(at, 'navigation');
  }
}

/** Short lines in one run with a menu's words are the menu's too. */
function menus(lines: readonly Line[], reasons: Reasons, name: string | null): void {
  const isMenuLine = ({ at }: Line): boolean => reasons.get(at) === 'navigation';
  const isShort = ({ block: { text } }: Line): boolean =>
    text.length <= 8 && /^\p{L}+$/u.test(text) && !titleLike.test(text) && !isNamed(text, name);
  const { first, last } = bodyOf(lines);
  for (const zone of [lines.slice(0, first), lines.slice(last + 1)]) {
    for (let i = 0; i < zone.length; i++) {
      let end = i;
      let known = 0;
      for (let line = zone[end]; line && (isMenuLine(line) || isShort(line)); line = zone[++end]) {
        if (isMenuLine(line)) known++;
      }
      if (known >= 2 && end - i >= 4) for (const { at } of zone.slice(i, end)) reasons.set(at, 'navigation');
      i = Math.max(i, end - 1);
    }
  }
}

const MAX_AGAIN = 10;
/** A menu's words, standing once more above or below the text: the section's name beside it, a list of sections below. */
function menusAgain(lines: readonly Line[], reasons: Reasons, name: string | null): void {
  const words = new Set(
    lines
      .filter(({ at }) => reasons.get(at) === 'navigation')
      .flatMap(({ block: { text } }) => [compact(text), ...stepsOf(text), ...text.split(/[|｜·•\s]+/u)])
      .filter((word) => word.length >= 2 && word.length <= MAX_AGAIN),
  );
  const { first, last } = bodyOf(lines);
  lines.forEach(({ at, block: { text } }, i) => {
    const outside = i > last || (i < first && !titleLike.test(text));
    if (outside && !reasons.has(at) && words.has(compact(text)) && !isNamed(text, name)) reasons.set(at, 'navigation');
  });
}

/** A footer: the lines around 备案 and 版权所有 at the end, as long as they are of a footer's kind. */
function footer(lines: readonly Line[], reasons: Reasons): void {
  for (const { at, block } of lines) if (isFooterMark(block.text)) reasons.set(at, 'footer');
  const { last } = bodyOf(lines);
  const tail = Math.max(last + 1, lines.length - MAX_TAIL);
  const mark = lines.findIndex(({ block }, i) => i >= tail && isFooterMark(block.text));
  if (mark < 0) return;
  for (let i = mark - 1; i >= tail; i--) {
    const line = lines[i];
    if (!line) break;
    if (reasons.has(line.at)) continue;
    const below = reasons.get(lines[i + 1]?.at ?? -1);
    const address = below === 'footer' && /邮编|邮政编码/u.test(line.block.text) && contactsIn(line.block.text) >= 2;
    if (!address && !isFooterCompany(line.block.text)) break;
    reasons.set(line.at, 'footer');
  }
  const after = lines.slice(mark + 1);
  for (const { at, block } of after) {
    // A page whose text says nothing in sentences may go on below.
    if (reasons.has(at) || (last < 0 && after.length > MAX_AFTER_MARK && !isFooterCompany(block.text))) continue;
    if (block.text.length <= 200) reasons.set(at, 'footer');
  }
}

/** 相关阅读 and its list, where the list runs to the end of the document or to its footer. */
function related(lines: readonly Line[], reasons: Reasons): void {
  const isLink = ({ block: { text } }: Line): boolean =>
    text.length <= 60 && !isProse(text) && !attachment.test(text) && !/^[一二三四五六七八九十]{1,3}、/u.test(text);
  let links = 0;
  let plain = 0;
  let end = lines.length;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (!line) break;
    if (isRelatedHeader(line.block.text) && (links > 0 || i === lines.length - 1)) {
      for (const { at } of lines.slice(i, end)) if (!reasons.has(at)) reasons.set(at, 'related');
      end = i;
      links = 0;
      plain = 0;
    } else if (!reasons.has(line.at)) {
      // What the markup calls links may go on for longer; a list that only looks like one may not.
      if (!isLink(line) || (!line.block.hint && ++plain > MAX_RELATED)) break;
      links++;
    }
  }
}

export function webPage(draft: Draft, { title }: Source): Draft {
  const lines = textBlocks(draft);
  const reasons: Reasons = new Map();
  byWords(lines, reasons, title);
  sectionNames(lines, reasons, title);
  menus(lines, reasons, title);
  menusAgain(lines, reasons, title);
  footer(lines, reasons);
  related(lines, reasons);
  return takeOut(draft, reasons).flatMap((part) => {
    const block = textBlock(part);
    return block ? cutOut(block, buttonsIn(block.text), 'share') : [part];
  });
}
