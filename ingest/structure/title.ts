// The document's own title: a line, or several that layout cut apart, near the top.
import { normalForm } from '../../services/domain/text.js';
import { type Item, joined } from './item.js';
import { markerOf } from './markers.js';
import {
  bareTitle,
  editionLine,
  isComplete,
  isLetterhead,
  MAX_TITLE,
  organisation,
  withObject,
} from './title-words.js';

const MAX_TOP = 40;
/** Below so many rows a table is the document, and no line after it its title. */
const MAX_ROWS = 8;
const MAX_LINE = 60;
const MAX_PARTS = 4;
/** How far down a line may stand that the page repeats above, or that an order names before it. */
const MAX_DOWN = 20;

export interface FoundTitle {
  /** places of the items that make up the title, one after the other */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const isShort = ({ text, row }: Item): boolean => !row && text.length <= MAX_LINE && !/[。；，,：:]$/u.test(text);
const balanced = (text: string): boolean => (text.match(/《/gu)?.length ?? 0) <= (text.match(/》/gu)?.length ?? 0);

/** Whether the line after `head` may go on with the same title. */
function goesOn(head: string, next: Item, first: boolean): boolean {
  const line = bareTitle(next.text);
  if (!isShort(next) || markerOf(line) !== null || isLetterhead(next.text) || isLetterhead(head)) return false;
  if (editionLine.test(line) || /^[—―─-]{2}/u.test(line)) return true;
  if (isComplete(head)) return false;
  if (!balanced(head) || withObject.test(head) || /[和与及的、]$/u.test(head) || /^(?:关于|印发|转发)/u.test(line))
    return true;
  // 临江市市属学校 / 校车运行管理办法: the first line says whose, the second is no name of its own.
  const region = /^.{2,8}[省市县区州旗]/u;
  return (
    first &&
    head.length <= 20 &&
    region.test(head) &&
    !region.test(line) &&
    (!organisation.test(head) || isComplete(line))
  );
}

/** The whole title that begins at a line, when one does. */
function titleAt(items: readonly Item[], from: number): FoundTitle | null {
  const parts: string[] = [];
  let found: FoundTitle | null = null;
  for (let to = from; to < items.length && to < from + MAX_PARTS; to++) {
    const item = items[to];
    if (
      !item ||
      (to > from
        ? !goesOn(joined(parts), item, from === 0)
        : item.row || item.text.length > MAX_TITLE || /[。；，,：:]$/u.test(item.text))
    )
      break;
    const part = bareTitle(item.text);
    parts.push(part);
    const text = joined(parts);
    if (isComplete(text) || (found && editionLine.test(part))) found = { from, to, text };
  }
  return found;
}

/** A numbered line is the text's first; 附件1 above the title is not. */
function opensText(text: string, at: number): boolean {
  const marker = markerOf(text);
  return marker !== null && !(marker.kind === 'annex' && at <= 2);
}

/** The lines above the text: up to the first long paragraph or numbered line. The rows of an official table may be among them. */
function topOf(items: readonly Item[]): readonly Item[] {
  const end = items.slice(0, MAX_TOP).findIndex(({ text, row, marked }, i) => {
    if (row) return false;
    const prose = text.length > MAX_TITLE || (text.length > 40 && /[。；]/u.test(text));
    return prose || (marked === undefined && opensText(text, i));
  });
  return items.slice(0, end < 0 ? MAX_TOP : end);
}

/** The name of what an order or notice puts into force: 《临江市校车管理办法》已经… 现予公布. */
function announced(items: readonly Item[]): string | null {
  const prose = items.find(
    ({ text, row }) => !row && /^.{0,20}《.{4,80}?》.{0,40}(?:已经|已于|经|现予|现将|予以)/u.test(text),
  );
  return /《([^《》]{4,80})》/u.exec(prose?.text.slice(0, 120) ?? '')?.[1] ?? null;
}

/** The parts of what the file calls itself: 关于…的通知 - 通知公告 - 临澜市教育局 */
const namesIn = (declared: string | null): string[] => {
  const name = (declared ?? '').slice(0, 300);
  return [name, ...name.split(/\s*[-_|｜—–>«»]+\s*/u)]
    .map(bareTitle)
    .filter((part) => part.length >= 6 && !organisation.test(part) && !isLetterhead(part));
};

/**
 * Where the title stands. In order: the line that the page repeats, or that the file calls itself, the file's own first heading, the first line or lines
 * that end in a kind of document, the name that an order announces, such a line below a note, and a short first line.
 */
export function findTitle(
  items: readonly Item[],
  repeated: readonly string[],
  declared: string | null = null,
): FoundTitle | null {
  const head = items.slice(0, MAX_DOWN);
  const top = topOf(items);
  const whole = (at: number): FoundTitle =>
    titleAt(items, at) ?? { from: at, to: at, text: bareTitle(items[at]?.text ?? '') };
  const lineOf = (keys: ReadonlySet<string>): number =>
    head.findIndex(({ text, row }) => !row && text.length <= MAX_TITLE && keys.has(normalForm(bareTitle(text))));

  const again = lineOf(
    new Set(repeated.filter((text) => !isLetterhead(text)).map((text) => normalForm(bareTitle(text)))),
  );
  if (again >= 0) return whole(again);
  const called = lineOf(new Set(namesIn(declared).map(normalForm)));
  if (called >= 0) return whole(called);

  const level = Math.min(
    9,
    ...top.filter(({ text }) => /\p{L}{2}/u.test(text) && !isLetterhead(text)).map(({ marked }) => marked ?? 9),
  );
  const marked =
    level > 3
      ? -1
      : top.findIndex(
          (item) => item.marked === level && isShort(item) && /\p{L}{2}/u.test(item.text) && !isLetterhead(item.text),
        );
  const nameIn = (lines: readonly Item[]): number =>
    lines.findIndex(({ text, row }, at) => {
      const line = bareTitle(text);
      return !row && !isLetterhead(text) && line.length > 4 && !/^[—―─-]{2}/u.test(line) && titleAt(lines, at) !== null;
    });
  const named = nameIn(top);
  const mark = bareTitle(top[marked]?.text ?? '');
  const isName = !organisation.test(mark); // a body in large type is the letterhead
  if (marked >= 0 && (named < 0 || (marked <= named && (isName || marked === named)) || (mark.length >= 10 && isName)))
    return whole(marked);
  if (named >= 0) return whole(named);

  const name = announced(head);
  const published = name === null ? -1 : lineOf(new Set([normalForm(name)]));
  if (published >= 0) return whole(published);

  // A note stands above the title: on to the first numbered line.
  const opening = head.findIndex(({ text, row }) => !row && markerOf(text) !== null);
  const noted = nameIn(head.slice(0, Math.max(0, opening)));
  if (noted >= 0) return whole(noted);

  const first = top.findIndex(
    ({ text, row }) => !row && /\p{L}{2}/u.test(text) && !isLetterhead(text) && markerOf(text)?.kind !== 'annex',
  );
  const line = top[first];
  if (
    !line ||
    items.length < 2 ||
    top.slice(0, first).filter(({ row }) => row).length > MAX_ROWS ||
    !isShort(line) ||
    bareTitle(line.text).length < 4
  )
    return null;
  const below = top[first + 1];
  const subtitled = below && /^[—―─-]{2}/u.test(below.text) && isShort(below);
  return subtitled
    ? { from: first, to: first + 1, text: joined([line.text, below.text].map(bareTitle)) }
    : whole(first);
}
