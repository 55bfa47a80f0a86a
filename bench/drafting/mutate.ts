// Changes made to a sentence at random: numbers, deadlines, words of obligation, references; clauses dropped, re-ordered.
// It knows nothing of how the check reads sentences. References: slips.ts.
import type { Random } from './random.js';
import type { Slip, SlipKind } from './slips.js';

/** `same`: written otherwise, and none to be told of. */
export type ChangeKind = 'number' | 'deadline' | 'strength' | 'reference' | 'dropped' | 'reordered' | 'joined' | 'same';
export type ValueWay = 'digits' | 'date' | 'unit' | 'vague' | 'gone' | 'limit' | 'same';
export interface Changed {
  readonly kind: ChangeKind;
  readonly text: string;
  /** the words changed, in `text`; where words were taken out, an empty range */
  readonly start: number;
  readonly end: number;
  /** what a label may be */
  readonly labels: readonly string[];
  /** in what way a reference or a value was changed, where that is counted */
  readonly way?: SlipKind | ValueWay;
}

const counting = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
export const replace = (
  text: string,
  at: number,
  was: string,
  is: string,
  kind: ChangeKind,
  way?: ValueWay,
): Changed => ({
  kind,
  ...(way && { way }),
  text: text.slice(0, at) + is + text.slice(at + was.length),
  start: at,
  end: at + is.length,
  labels: ['edited'],
});
export const places = (text: string, pattern: RegExp): RegExpExecArray[] => {
  // numbers of documents and titles are references
  const hidden = text.replace(/《[^》]*》|[〔（(［[]\d{4}[〕）)］\]]\d*号?/gu, (part) => '\0'.repeat(part.length));
  return [...hidden.matchAll(pattern)];
};

const other = (was: string, random: Random): string => {
  if (/^\d+$/u.test(was)) {
    const value = Number(was);
    const step = value < 10 ? 1 + random.below(3) : Math.max(1, Math.round(value * (0.1 + 0.4 * random.next())));
    const lower = value - step;
    return String(random.next() < 0.5 && lower > 0 ? lower : value + step);
  }
  const value = counting.indexOf(was);
  const choices = counting.slice(2).filter((_, i) => Math.abs(i + 2 - value) >= 1);
  return random.pick(choices) ?? '八';
};

export function number(text: string, random: Random): Changed | null {
  const found = places(
    text,
    /(?<![\d.第A-Za-z年月])(\d{1,6})(?=%|％|元|万元|名|人|所|个(?!月|工作日)|小时|分钟|学时|平方米|周岁|岁|倍|学分|次|分(?!之|别|配|级)|篇)|(?<=[^第一二三四五六七八九十百千万零之几多])([二三四五六七八九十])(?=周岁|倍|万元|千元|小时|名|次|人(?!民))/gu,
  );
  const match = random.pick(found);
  return match ? replace(text, match.index, match[0], other(match[0], random), 'number') : null;
}

export function deadline(text: string, random: Random): Changed | null {
  const found = places(
    text,
    /(?<=(?:20\d\d年)?)(?<![\d.])\d{1,2}(?=月\d{1,2}日)|(?<=[到至在年])20\d\d(?=年)|(?<![\d.第])\d{1,2}(?=(?:个)?(?:工作)?日(?:内|前|之内|以内)|(?:个月|天|年|周)(?:内|以内|之内))|(?<=[^第一二三四五六七八九十百])[二三四五六七八九十](?=(?:个)?(?:工作)?日(?:内|前|之内|以内)|(?:个月|天|年|周)(?:内|以内|之内))|(?<=月)\d{1,2}(?=日(?:前|之前|以前))/gu,
  );
  const match = random.pick(found);
  if (!match) return null;
  const is =
    match[0].startsWith('20') && match[0].length === 4
      ? String(Number(match[0]) + 1 + random.below(3))
      : /^\d/u.test(match[0]) && text[match.index + match[0].length] === '月'
        ? String((Number(match[0]) % 12) + 1)
        : other(match[0], random);
  return replace(text, match.index, match[0], is, 'deadline');
}

const words: Readonly<Record<string, readonly string[]>> = {
  应当: ['可以', '鼓励'],
  必须: ['可以', '原则上应当'],
  可以: ['应当', '必须'],
  不得: ['可以', ''],
  严禁: ['不提倡'],
  禁止: ['允许'],
  鼓励: ['应当'],
  一律: ['原则上'],
};
function strength(text: string, random: Random): Changed | null {
  const match = random.pick(places(text, new RegExp(Object.keys(words).join('|'), 'gu')));
  const is = match && random.pick(words[match[0]] ?? []);
  return match && is !== undefined ? replace(text, match.index, match[0], is, 'strength') : null;
}

const pieces = (text: string): string[] => text.match(/[^，；。！？]+[，；。！？]*/gu) ?? [];

function dropped(text: string, random: Random): Changed | null {
  const parts = pieces(text);
  const at = random.below(parts.length);
  const gone = parts[at] ?? '';
  if (parts.length < 3 || gone.length < 4 || gone.length > 0.45 * text.length) return null;
  const start = parts.slice(0, at).join('').length;
  const edge = at === 0 || at === parts.length - 1;
  const rest = text.slice(0, start) + text.slice(start + gone.length);
  return { kind: 'dropped', text: rest, start, end: start, labels: edge ? ['verbatim', 'edited'] : ['edited'] };
}

function reordered(text: string, random: Random): Changed | null {
  const parts = pieces(text);
  if (parts.length < 3 || parts.length > 12) return null;
  const at = random.below(parts.length - 2);
  const [one = '', two = ''] = [parts[at], parts[at + 1]];
  if (one.length < 4 || two.length < 4 || /第.{1,5}条|[一二三四五六七八九十]、/u.test(one)) return null;
  const start = parts.slice(0, at).join('').length;
  const moved = two + one;
  return {
    kind: 'reordered',
    text: text.slice(0, start) + moved + text.slice(start + moved.length),
    start,
    end: start + moved.length,
    labels: ['edited'],
  };
}

const makers: Readonly<Record<string, (text: string, random: Random) => Changed | null>> = {
  number,
  deadline,
  strength,
  dropped,
  reordered,
};

export type SlipMaker = (text: string, random: Random) => Slip | null;
export function misquoted(text: string, random: Random, slip: SlipMaker): Changed | null {
  const made = slip(text, random);
  return made && { ...made, kind: 'reference', labels: ['edited'] };
}

/** One change of a kind that the sentence allows; null where it allows none. */
export function mutate(text: string, random: Random, slip: SlipMaker): Changed | null {
  for (const make of random.shuffled([...Object.keys(makers), 'reference'])) {
    const changed = make === 'reference' ? misquoted(text, random, slip) : (makers[make]?.(text, random) ?? null);
    if (changed && changed.text !== text) return changed;
  }
  return null;
}
