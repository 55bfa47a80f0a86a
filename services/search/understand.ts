// What a query says besides its words: phrases that must stand as they are, and a region, years or a kind that it names.

import type { SearchResponse } from '../domain/result.js';
import { normalForm } from '../domain/text.js';
import { readNumber } from '../language/chinese-numbers.js';
import type { Synonym } from '../language/everyday.js';
import { arabicYears } from '../language/numerals.js';
import { indexForm } from '../language/segment.js';
import { findRegion, type Region } from '../regions/regions.js';

export interface Understood {
  /** in quotation marks or 《》: a hit holds each, in its text or its document's title; in normal form */
  readonly phrases: readonly string[];
  readonly region: Region | null;
  /** closed */
  readonly years: { readonly from: number; readonly to: number } | null;
  /** a kind of document that the query ends with */
  readonly type: string | null;
}

const MAX_PHRASES = 8;
const MAX_YEAR = 9999;
/** Pairs of marks; a mark without its partner is a character like any other. */
const quoted = /“([^“”]+)”|"([^"]+)"|「([^「」]+)」|『([^『』]+)』|《([^《》]+)》|〈([^〈〉]+)〉/gu;

const phrasesIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(quoted)]
      .slice(0, MAX_PHRASES)
      .map(([, ...groups]) => normalForm(groups.find((group) => group !== undefined) ?? ''))
      .filter((phrase) => phrase !== ''),
  ),
];

const count = (text: string): number => readNumber(text) ?? Number(text);

const year = '(?<![\\d.])((?:19|20)\\d{2})(?!\\d)';
/** A year that something is to be reached by or counted from says nothing of when a document was made. */
const target = '(?<![到至于起])';
const range = new RegExp(`${year}年?(?:[-—–~～至到])${year}`, 'u');
const since = new RegExp(`${year}年?(?:以来|来|以后|之后|后|起|至今)|自${year}年`, 'u');
const until = new RegExp(`${year}年?(?:以前|之前|前)`, 'u');
const single = new RegExp(`${target}${year}`, 'u');
const recent = /(?:最近|近|过去|这)([一二两三四五六七八九十]|\d{1,2})年/u;

function yearsIn(query: string, now: number): Understood['years'] {
  const text = arabicYears(query);
  const span = range.exec(text);
  if (span) {
    const [from, to] = [Number(span[1]), Number(span[2])];
    return from <= to ? { from, to } : null;
  }
  const after = since.exec(text);
  if (after) return { from: Number(after[1] ?? after[2]), to: MAX_YEAR };
  const before = until.exec(text);
  if (before) return { from: 0, to: Number(before[1]) };
  const last = recent.exec(text);
  if (last) return { from: now - count(last[1] ?? '1') + 1, to: now };
  const named = /今年|本年(?![级龄])/u.test(text)
    ? now
    : /去年|(?<!以)上一?年(?![级龄纪满限])/u.test(text)
      ? now - 1
      : /前年/u.test(text)
        ? now - 2
        : null;
  const own = named ?? (Number(single.exec(text)?.[1]) || null);
  return own === null ? null : { from: own, to: own };
}

/** Kinds that are no everyday words: 办法, 意见, 规定 and 计划 mean their kind only where a title's words stand before them. */
const kinds =
  /(?:通知|通告|公告|公报|通报|批复|条例|细则|工作要点|工作计划|工作报告|(?<=(?:管理|实施|处理|暂行|试行))办法|(?<=(?:实施|指导|工作|若干))意见|(?<=(?:管理|工作|若干))规定|(?<=(?:实施|工作))方案)$/u;

/** As answers show it; years that are open on one side have no number there. */
export const presentUnderstood = (
  { phrases, region, years, type }: Understood,
  issuer: string | null,
  synonyms: readonly Synonym[],
): SearchResponse['understood'] => ({
  phrases: [...phrases],
  region: region?.name ?? null,
  yearFrom: years?.from || null,
  yearTo: years === null || years.to === MAX_YEAR ? null : years.to,
  type,
  issuer,
  synonyms: synonyms.map(({ everyday, official }) => ({ everyday, official: [...official] })),
});

export const asTyped: Understood = { phrases: [], region: null, years: null, type: null };

/** @param now the present year, for 最近三年 and 去年 */
export function understand(text: string, now: number): Understood {
  const read = indexForm(text);
  return {
    phrases: phrasesIn(text),
    region: findRegion(read),
    years: yearsIn(read, now),
    type: kinds.exec(read)?.[0] ?? null,
  };
}
