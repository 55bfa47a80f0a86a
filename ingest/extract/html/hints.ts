// Which parts of a page are its frame, by tags, roles and the names that sites give them. Only a hint: clean judges.
import type { Hint } from '../../blocks.js';
import { type DomElement, type DomNode, isElement } from './dom.js';

/** What names are put together with: navBox, foot_con, menu-list. */
const within =
  '(?:box|list|bar|wrap|wrapper|con|cont|content|inner|main|area|left|right|center|top|info|text|txt|bg)?\\d{0,2}';
const called = (names: string): RegExp => new RegExp(`(?:^|[^a-z])${names}${within}(?:$|[^a-z\\d])`);
/** Many sites write such names in pinyin: daohang 导航, caidan 菜单, dangqianweizhi 当前位置, fenxiang 分享. */
const navigationName = called(
  '(?:top|main|left|right|sub|site|side|second|mobile|head|header|foot|footer|float)?(?:nav|navi|navbar|navigation|menus?|menubar|breadcrumbs?|crumbs?|sidebar|banner|toolbar|searchbox|searchbar|pager|pagination|share|sharebar|daohang|caidan|(?:dangqian)?weizhi|dqwz|mianbaoxie|fenxiang|sousuo)',
);
const headerName = called('(?:page|site|top)?(?:header|toubu|yemei)');
/** dibu 底部, yejiao 页脚, banquan 版权, yqlj 友情链接 */
const footerName = called(
  '(?:page|site|web)?(?:footer|foot|copyright|bottom|dibu|yejiao|banquan(?:xinxi)?|bqxx|yqlj|youqinglianjie|friend[-_]?links?)',
);
const framed =
  'nav, header, footer, aside, [role="navigation"], [role="banner"], [role="contentinfo"], [role="search"], [id], [class]';

/** A part with more of the page's text than this is no frame, whatever it is called. */
const largestShare = 0.4;
/** Text lengths are counted for so many parts of a page, which is more than real pages have. */
const mostCounted = 400;

function namedAs(element: DomElement): Hint | 'header' | null {
  const tag = element.localName;
  const role = element.getAttribute('role');
  if (tag === 'nav' || tag === 'aside' || role === 'navigation' || role === 'search') return 'navigation';
  if (tag === 'footer' || role === 'contentinfo') return 'footer';
  if (tag === 'header' || role === 'banner') return 'header';
  const names = `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`
    .slice(0, 200)
    .replace(/([a-z])(?=[A-Z])/g, '$1-')
    .toLowerCase();
  if (navigationName.test(names)) return 'navigation';
  if (footerName.test(names)) return 'footer';
  return headerName.test(names) ? 'header' : null;
}

const isInside = (element: DomNode, outer: ReadonlyMap<DomNode, Hint>, tags: ReadonlySet<string>): boolean => {
  for (let at = element.parentNode; at; at = at.parentNode) {
    if (outer.has(at) || (isElement(at) && tags.has(at.localName))) return true;
  }
  return false;
};
const articleTags = new Set(['article', 'main']);

/** The outermost parts of the page that look like its frame. */
export function frameHints(document: DomElement): ReadonlyMap<DomNode, Hint> {
  const hints = new Map<DomNode, Hint>();
  // A document itself has no text content; its root elements have.
  const whole = Array.from(document.children).reduce((sum, root) => sum + (root.textContent?.length ?? 0), 0);
  let counted = 0;
  for (const element of Array.from(document.querySelectorAll(framed))) {
    const name = namedAs(element);
    if (!name || counted >= mostCounted || element.localName === 'body' || element.localName === 'html') continue;
    counted++;
    // An article's header holds its title; so may a site's.
    if (name === 'header' && (isInside(element, hints, articleTags) || element.querySelector('h1, h2'))) continue;
    if (isInside(element, hints, new Set()) || (element.textContent?.length ?? 0) > largestShare * whole) continue;
    hints.set(element, name === 'header' ? 'navigation' : name);
  }
  return hints;
}

/** Written out as not to be shown. */
export const isHidden = (element: DomElement): boolean =>
  element.hasAttribute('hidden') ||
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style')?.slice(0, 500) ?? '');
