// Which lines are headings, of what rank, and what they are called in the outline.
import { annexes, annexLabel, carried } from './annexes.js';
import { articleLabel, findArticles } from './articles.js';
import { findContents } from './contents.js';
import { enumeratedHeadings, type Numbered } from './enumeration.js';
import type { Item } from './item.js';
import { type Marker, type MarkerKind, markerOf } from './markers.js';
import { isLetterhead } from './title-words.js';

export interface Heading {
  readonly label: string;
  readonly article: boolean;
  /** order from the top; absent on headings that only the file's markup tells, which have `marked` */
  readonly rank?: number;
  readonly marked?: number;
}

const ranks: Readonly<Record<MarkerKind, number>> = {
  annex: 0,
  part: 10,
  subpart: 12,
  chapter: 20,
  section: 30,
  article: 40,
  cn: 50,
  'cn-paren': 60,
  number: 70,
  'number-paren': 80,
};
/** 一、 with 条 under it stands where a chapter would. */
const CN_ABOVE_ARTICLES = 25;
const MAX_DIVISION = 60;
const MAX_LABEL = 80;

const isDivision = ({ kind }: Marker): boolean =>
  kind === 'part' || kind === 'subpart' || kind === 'chapter' || kind === 'section';
const enumerated = ({ kind }: Marker): boolean => ranks[kind] >= ranks.cn;

/** 第一章 总则: short, and no sentence. */
const dividesText = (item: Item, marker: Marker): boolean =>
  isDivision(marker) &&
  item.text.length <= MAX_DIVISION &&
  !/[。；，：:,;]/u.test(item.text.slice(marker.length)) &&
  !/[。；，]$/u.test(item.text);

/** 临教发〔2021〕3号, 发布时间：2021-03-05: lines of the letterhead or the page that the file sets as headings. */
const isAboutFile = ({ text }: Item): boolean => isLetterhead(text) && /\d/u.test(text);

/** 总则, 附则 without a number, right above a 条 */
const isBareChapter = (items: readonly Item[], at: number, articles: ReadonlyMap<number, Marker>): boolean =>
  /^(?:总则|分则|附则)$/u.test((items[at]?.text ?? '').replace(/\s/gu, '')) && articles.has(at + 1);

/** Every heading by the place of its item, the title left out. */
export function findHeadings(
  items: readonly Item[],
  title: { from: number; to: number; text: string } | null,
): Map<number, Heading> {
  const contents = findContents(items);
  const listed = (at: number): boolean => contents !== null && at >= contents.from && at < contents.to;
  const isTitle = (at: number): boolean => title !== null && at >= title.from && at <= title.to;
  const markers = items.map((item, at) => (item.row || listed(at) || isTitle(at) ? null : markerOf(item.text)));
  const articles = findArticles(items);
  const annexAt = annexes(items, markers);
  const carriedAt = carried(items, title?.text ?? '', articles);

  const found = new Map<number, Heading>();
  const numbered: (Numbered | null)[] = [];
  let inArticle = false;
  /** the line that is the name of the annex above it */
  let named = -1;
  items.forEach((item, at) => {
    if (isTitle(at) || listed(at) || at === named) return;
    const marker = markers[at] ?? null;
    const put = (heading: Heading): void => {
      found.set(at, { ...heading, ...(item.marked !== undefined && { marked: item.marked }) });
      numbered.push(null);
      inArticle = heading.article;
    };
    const label = item.text.slice(0, MAX_LABEL);
    const article = articles.get(at);
    if (article) put({ label: articleLabel(item.text, article), article: true, rank: ranks.article });
    else if (marker && dividesText(item, marker)) put({ label, article: false, rank: ranks[marker.kind] });
    else if (isBareChapter(items, at, articles))
      put({ label: label.replace(/\s/gu, ''), article: false, rank: ranks.chapter });
    else if (annexAt.has(at)) {
      const name = annexLabel(items, at, marker);
      if (name.length > item.text.length) named = at + 1;
      put({ label: name, article: false, rank: ranks.annex });
    } else if (carriedAt.has(at)) put({ label, article: false, rank: ranks.annex });
    else if (marker?.kind === 'cn' && articles.has(at + 1) && item.text.length <= 40 && !/[。；，]$/u.test(item.text)) {
      put({ label, article: false, rank: CN_ABOVE_ARTICLES });
    } else if (item.marked !== undefined && !isAboutFile(item)) {
      put({ label, article: false, ...(marker && enumerated(marker) && { rank: ranks[marker.kind] }) });
    } else if (!inArticle && marker && enumerated(marker)) numbered.push({ at, marker });
  });
  for (const [at, label] of enumeratedHeadings(items, numbered, (place) => found.has(place))) {
    const marker = markers[at];
    if (marker) found.set(at, { label, article: false, rank: ranks[marker.kind] });
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** Levels by what stands above: 1 at the top, at most 9. */
export function levelsOf(headings: ReadonlyMap<number, Heading>): Map<number, number> {
  const open: Heading[] = [];
  const levels = new Map<number, number>();
  for (const [at, heading] of headings) {
    for (let above = open.at(-1); above; above = open.at(-1)) {
      const below =
        heading.rank !== undefined && above.rank !== undefined
          ? above.rank < heading.rank
          : heading.marked === undefined || (above.marked !== undefined && above.marked < heading.marked);
      if (below && heading.rank !== ranks.annex) break;
      open.pop();
    }
    open.push(heading);
    levels.set(at, Math.min(9, open.length));
  }
  return levels;
}
