// Slips of the pen in what a sentence cites, as drafters make them: a title a character or a word off, another year or
// number, an article that is not there or is another, quoted words changed, a repealed document for the one in force.
// It knows nothing of how the check reads citations; what happens to be right is not made.
import { normalForm } from '../../services/domain/text.js';
import type { Random } from './random.js';

export const slipKinds = ['title', 'number', 'beyond', 'otherArticle', 'quote', 'repealed'] as const;
export type SlipKind = (typeof slipKinds)[number];
export interface Slip {
  readonly way: SlipKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the archive says of the documents that a draft may cite. */
export interface Known {
  /** every title that the archive has or writes in 《》, in plain form */
  readonly titles: ReadonlySet<string>;
  /** numbers in 〔〕 that the archive writes, `code〔year〕serial` */
  readonly numbers: readonly string[];
  /** the articles of a title that is held, ascending */
  articlesOf(title: string): readonly number[];
  /** texts held under a title, in normal form */
  textsOf(title: string): readonly string[];
  /** titles repealed by a title, or before a date (null: of any) by anyone */
  repealedBy(title: string): readonly string[];
}
/** The draft that a sentence stands in. */
export interface Around {
  readonly title: string;
  readonly articles: readonly number[];
}

export const plainTitle = (title: string): string =>
  normalForm(title)
    .replace(/^《([^《》]*)》$/u, '$1')
    .replaceAll('中华人民共和国', '')
    .replace(/[([][^()[\]]*[)\]]$/u, '');

const kinds = ['条例', '办法', '规定', '意见', '通知', '规划', '方案', '纲要', '细则', '标准'];
const marked = new RegExp(`《([^《》]{4,60}(?:${kinds.join('|')}|法))》`, 'gu');
const numeral = '[一二三四五六七八九十百零〇\\d]{1,6}';
const word: Readonly<Record<string, string>> = {
  管理: '监督',
  实施: '执行',
  教育: '教学',
  工作: '任务',
  学前: '幼儿',
  幼儿: '儿童',
  发展: '建设',
  改革: '创新',
  建设: '发展',
  保护: '保障',
  保障: '保护',
  教师: '老师',
  学校: '校园',
  专项: '专门',
  加强: '增强',
  推进: '促进',
};
const alike: Readonly<Record<string, string>> = {
  费: '废',
  制: '治',
  法: '发',
  定: '订',
  做: '作',
  校: '较',
  育: '有',
  生: '声',
  师: '帅',
  民: '名',
  地: '的',
  国: '围',
  学: '字',
  安: '按',
  补: '捕',
  助: '住',
  教: '校',
  义: '议',
  务: '物',
};
const spell = (value: number): string => {
  const digits = '零一二三四五六七八九';
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10];
  const ten =
    tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`;
  return `${hundreds > 0 ? `${digits[hundreds]}百` : ''}${ten}${ones > 0 ? digits[ones] : ''}`;
};
const like = (was: string, value: number): string => (/\d/u.test(was) ? String(value) : spell(value));

const put = (way: SlipKind, text: string, at: number, was: string, is: string): Slip => ({
  way,
  text: text.slice(0, at) + is + text.slice(at + was.length),
  start: at,
  end: at + is.length,
});

/** A title with one thing wrong, in one of the ways in which a hand or an ear errs. */
function wrongTitle(title: string, random: Random): string | null {
  const places = [...title].flatMap((character, i) => (/\p{Script=Han}/u.test(character) ? [i] : []));
  const ways = random.shuffled(['kind', 'word', 'alike', 'drop', 'swap']);
  for (const way of ways) {
    if (way === 'kind') {
      const kind = kinds.find((one) => title.endsWith(one));
      const is = random.pick(kinds.filter((one) => one !== kind));
      if (kind && is) return title.slice(0, -kind.length) + is;
    } else if (way === 'word' || way === 'alike') {
      const list = way === 'word' ? word : alike;
      const found = random.pick(Object.keys(list).filter((one) => title.slice(0, -2).includes(one)));
      if (found) return title.replace(found, list[found] ?? found);
    } else {
      const at = random.pick(places.slice(1, -2)) ?? 0;
      if (at === 0) continue;
      return way === 'drop'
        ? title.slice(0, at) + title.slice(at + 1)
        : title.slice(0, at) + (title[at + 1] ?? '') + (title[at] ?? '') + title.slice(at + 2);
    }
  }
  return null;
}

type Maker = (text: string, random: Random, known: Known, around: Around) => Slip | null;

const title: Maker = (text, random, { titles }, around) => {
  const match = random.pick([...text.matchAll(marked)]);
  const was = match?.[1] ?? '';
  const is = match && wrongTitle(was, random);
  if (!match || !is || is === was || titles.has(plainTitle(is)) || normalForm(around.title).includes(normalForm(is)))
    return null;
  return put('title', text, match.index + 1, was, is);
};

const number: Maker = (text, random, { numbers }) => {
  // a number on a line of its own is the document's, not one that it cites
  if (text.length < 30 && !text.includes('《')) return null;
  const match = random.pick([...text.matchAll(/[〔（(［[]((?:19|20)\d{2})[〕）)］\]](\d{1,4})(?=号)/gu)]);
  if (!match) return null;
  const [all, year = '', serial = ''] = match;
  if (random.next() < 0.5) {
    const is = String(Number(year) + (random.next() < 0.5 ? -1 : 1) * (1 + random.below(2)));
    return put('number', text, match.index + 1, year, is);
  }
  const others = numbers.map((one) => one.replace(/^.*〕/u, '')).filter((one) => one !== serial);
  const is = random.pick(others);
  return is === undefined ? null : put('number', text, match.index + all.length - serial.length, serial, is);
};

const cited = new RegExp(
  `(?:《([^《》]{2,60})》(?:[（(][^（）()]{1,40}[）)])?|本(?:法|条例|办法|规定|细则|规则|章程))第(${numeral})条`,
  'gu',
);
const article =
  (slip: 'beyond' | 'otherArticle'): Maker =>
  (text, random, known, around) => {
    const match = random.pick([...text.matchAll(cited)]);
    if (!match) return null;
    const [all, named, was = ''] = match;
    const articles = named === undefined ? around.articles : known.articlesOf(named);
    const most = articles.at(-1) ?? 0;
    if (most < 3) return null;
    const value =
      slip === 'beyond'
        ? most + 1 + random.below(20)
        : random.pick(articles.filter((n) => spell(n) !== was && String(n) !== was));
    if (value === undefined) return null;
    return put(slip, text, match.index + all.length - was.length - 1, was, like(was, value));
  };

const quote: Maker = (text, random, known) => {
  const found = [...text.matchAll(/《([^《》]{2,60})》[^。《》]{0,40}[“"]([^”"]{10,300})[”"]/gu)].filter(
    ([, named = '', words = '']) =>
      known.textsOf(named).some((one) => one.includes(normalForm(words).replace(/[。,;!?]+$/u, ''))),
  );
  const match = random.pick(found);
  if (!match) return null;
  const [all, named = '', words = ''] = match;
  const swaps: readonly (readonly [string, string])[] = [
    ['应当', '可以'],
    ['必须', '应当'],
    ['全面', '逐步'],
    ['加强', '改善'],
    ...Object.entries(word),
  ];
  const swap = random.pick(swaps.filter(([one]) => words.includes(one)));
  if (!swap) return null;
  const is = words.replace(swap[0], swap[1]);
  if (known.textsOf(named).some((one) => one.includes(normalForm(is)))) return null;
  return put('quote', text, match.index + all.length - 1 - words.length + words.indexOf(swap[0]), swap[0], swap[1]);
};

const repealed: Maker = (text, random, known, around) => {
  // where a sentence itself repeals, an old document is what is meant
  if (/废止|失效/u.test(text)) return null;
  const found = [...text.matchAll(marked)].flatMap((match) =>
    known.repealedBy(match[1] ?? '').map((is) => ({ match, is })),
  );
  const choice = random.pick(found.filter(({ is }) => !around.title.includes(is)));
  const was = choice?.match[1] ?? '';
  if (!choice || plainTitle(was) === plainTitle(choice.is)) return null;
  return put('repealed', text, choice.match.index + 1, was, choice.is);
};

const makers: Readonly<Record<SlipKind, Maker>> = {
  title,
  number,
  beyond: article('beyond'),
  otherArticle: article('otherArticle'),
  quote,
  repealed,
};

/** The rarer kinds first, so that each is made where the sentence allows it. */
export function slipIn(text: string, random: Random, known: Known, around: Around): Slip | null {
  // the draft's own name is no citation
  if (normalForm(around.title).includes(normalForm(text))) return null;
  const common = random.shuffled<SlipKind>(['title', 'number', 'beyond', 'otherArticle']);
  const rare = random.shuffled<SlipKind>(['quote', 'repealed']);
  for (const kind of [...rare, ...common]) {
    const made = makers[kind](text, random, known, around);
    if (made && made.text !== text) return made;
  }
  return null;
}
