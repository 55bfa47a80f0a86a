// Differences in numbers, dates and words that are none of substance: how a thing is written, when a text was passed,
// where it stood on the net, articles that are numbered anew.
import { normalForm } from '../domain/text.js';
import type { ValueChange } from './changes.js';
import { isStated } from './tokens.js';

/** Characters changed beside a value beyond which the place was rewritten; fewer where a word was put in or taken out. */
const MAX_BESIDE = 12;
const MAX_BESIDE_ALONE = 4;

/** 今年, 每年底: put in or left out, they say nothing of how long. */
const relative = /^deadline [今明本当每]?年/u;

/** 一 put in or taken out, 2019年12月31日 for 2019年, 及时 for 立即: words, not values; and a run that was rewritten as a whole. */
export function isTrivial({ kind, draft, source, beside }: ValueChange): boolean {
  if (![draft, source].some((token) => token !== null && isStated(token))) return true;
  if (kind === 'deadline' && !(draft && source) && relative.test((draft ?? source)?.key ?? '')) return true;
  if (draft && source) {
    const [one, other] = [source.key, draft.key].map((key) => key.replace(/^\w+ /u, ''));
    const vaguer =
      kind === 'deadline' && one && other && (one.startsWith(`${other}年`) || other.startsWith(`${one}年`));
    return Boolean(vaguer) || beside > MAX_BESIDE;
  }
  if (kind === 'number' && ((draft ?? source)?.key === 'number 1' || beside > 0)) return true;
  if (kind === 'reference' || kind === 'limit') return true;
  return beside > MAX_BESIDE_ALONE;
}

const day = /\d{2,4}[.年/-]\s*\d{1,2}[.月/-]\s*\d{1,2}日?/u;
const passed = /通[过過]|公布|修[订正訂]|批准|核[备備定]|[发發]布|印发|来源|日期|时间|施行|点击|浏览/u;
const ofTheNet = /https?:|www\.|\d{1,2}:\d{2}:\d{2}|【[^】]{2,8}】/u;
const binding = /应当|不得|必须/u;

/** A sentence may name a page where something is done; a line that is no sentence says where the text itself stood. */
const aSentence = /^[^|]{24,}[。；;]$/u;
export const isOfTheNet = (text: string): boolean => ofTheNet.test(text) && !aSentence.test(text.trim());
/** When a text was passed or put on the net. */
export const isHistory = (text: string): boolean =>
  isOfTheNet(text) || (text.length < 160 && day.test(text) && passed.test(text) && !binding.test(text));

const ownArticle =
  /(?:本(?:法|条例|办法|规定|细则|意见|规则|章程|程序|标准)|(?<!》|[）)])(?<=[照据反合足]))(?:第[^，。；]{1,8}[条款项][、和或及至]?)*$/u;
const numbered = /^\s*第[一二三四五六七八九十百零〇\d]{1,7}条/u;

/** Whether two clauses stand under numbers of articles, and whether under the same. */
export function standsElsewhere(draftText: string, sourceText: string): boolean | null {
  const [one, other] = [numbered.exec(draftText)?.[0], numbered.exec(sourceText)?.[0]];
  return one === undefined || other === undefined ? null : one.trim() !== other.trim();
}

/**
 * 本条例第十七条: where the clauses themselves stand under other numbers, so do the articles that they name. Of a clause
 * without one, `isKept` tells whether the draft has kept the source's numbers everywhere.
 */
export function isRenumbered(
  { kind, draft }: ValueChange,
  draftText: string,
  sourceText: string,
  isKept: () => boolean,
): boolean {
  if (kind !== 'reference' || !draft || !/^reference [一二三四五六七八九十百零〇\d]+条/u.test(draft.key)) return false;
  if (!ownArticle.test(draftText.slice(0, draft.start))) return false;
  return standsElsewhere(draftText, sourceText) ?? !isKept();
}

const ends = /废止|失效|停止(?:执行|施行|使用)|不再(?:执行|施行)/u;

/** A draft that repeals the document it was made from has that in the place of what the document repealed. */
export function isSucceeded(
  { kind, draft, source }: ValueChange,
  draftText: string,
  sourceText: string,
  titles: readonly string[],
): boolean {
  if (kind !== 'reference' || !draft || !source || !ends.test(draftText) || !ends.test(sourceText)) return false;
  const name = nameIn(draftText.slice(draft.start, draft.end));
  return name !== '' && titles.some((title) => normalForm(title).replace(note, '').includes(name));
}

const note = /[（(〔][^（）()〔〕]*(?:修[订正]|试行|版)[^（）()〔〕]*[）)〕]/u;
const nameIn = (reference: string): string => normalForm(/《([^》]*)》/u.exec(reference)?.[1]?.replace(note, '') ?? '');

/** The rules that the draft itself carries out, as its title says; or the same rules in a newer version. */
export function isOwnSubject(
  { kind, draft, source }: ValueChange,
  draftText: string,
  sourceText: string,
  title: string,
): boolean {
  if (kind !== 'reference' || !draft || !source) return false;
  const name = nameIn(draftText.slice(draft.start, draft.end));
  if (name === '') return false;
  const was = sourceText.slice(source.start, source.end);
  return (
    normalForm(title).includes(name) || (name === nameIn(was) && note.test(draftText.slice(draft.start, draft.end)))
  );
}
