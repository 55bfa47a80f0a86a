// How two documents are related, from what is known of each and how alike their texts are. Pure, and the same both ways round.
import type { Status } from '../domain/document.js';
import type { Relation } from '../domain/family.js';
import type { DocumentName } from './name.js';
import type { Overlap } from './signature.js';

export interface FamilyFacts {
  readonly id: string;
  readonly name: DocumentName;
  readonly number: string | null;
  readonly issuers: readonly string[];
  readonly regionCode: string | null;
  readonly date: string | null;
  readonly year: number | null;
  readonly status: Status;
}

/** Texts that differ only as one copy differs from another: by a header, a footer, a slip of the scanner. */
const SAME_TEXT = 0.9;
/** Texts that are alike beyond what forms and set phrases bring about. */
const ALIKE = 0.5;
/** Two versions of rules share at least so much of the shorter one; parts of one code (民法典 总则, 合同编) share less. */
const SAME_RULES = 0.15;
const MIN_SHARED = 0.3;

export const isDraft = ({ name, status }: FamilyFacts): boolean => name.draft || status === '征求意见';

/** Whether both come from the same place or body; null where one of them does not say. */
export function samePlace(a: FamilyFacts, b: FamilyFacts): boolean | null {
  if (a.regionCode !== null && b.regionCode !== null && a.regionCode !== b.regionCode) return false;
  // 全国人民代表大会 and its 常务委员会, a university and its 教务处: one is part of the other
  const within = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);
  if (a.issuers.some((one) => b.issuers.some((other) => within(one, other)))) return true;
  if (a.regionCode === null || b.regionCode === null) return null;
  return a.issuers.length === 0 || b.issuers.length === 0 ? true : null;
}

/** One text carries the days when it was adopted, published and took effect; they lie within months. */
const DAYS_APART = 150;
export const otherDay = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && Math.abs(Date.parse(a) - Date.parse(b)) > DAYS_APART * 86_400_000;
const conflict = <T>(a: T | null, b: T | null): boolean => a !== null && b !== null && a !== b;
const yearOf = ({ date, year }: FamilyFacts): number | null => (date === null ? year : Number(date.slice(0, 4)));

/** Title and place that editions of one yearly document share; null where it is no such document. */
export function editionOf(facts: FamilyFacts): { key: string; year: number } | null {
  const { name, issuers, regionCode } = facts;
  const year = name.year ?? (name.rule ? null : yearOf(facts));
  const place = regionCode ?? (issuers.length > 0 ? [...issuers].sort().join('、') : null);
  if (year === null || place === null || isDraft(facts) || [...name.edition].length < MIN_TITLE) return null;
  if (/(?:批复|复函|函|答复|名单|公示|修正案|决定|表)(?:\{年\})?$/u.test(name.edition)) return null; // as many in a year as there are occasions
  return { key: `${name.edition}|${place}`, year };
}
const MIN_TITLE = 6;

export function relationOf(a: FamilyFacts, b: FamilyFacts, overlap: Overlap): Relation | null {
  const { resemblance, containment, proportion } = overlap;
  const place = samePlace(a, b);
  const sameText = resemblance >= SAME_TEXT || (containment >= 0.95 && proportion >= 0.7);
  // forms filled in for different matters have title and nearly all of their text in common
  const form = [a, b].some(({ name }) => /表(?:[（(][^（）()]*[）)])*$/u.test(name.base));
  const alike: Relation | null =
    resemblance >= ALIKE || (containment >= 0.8 && proportion >= MIN_SHARED) ? 'similar' : null;
  if (place === false || (form && resemblance < 1)) return alike;

  const [one, other] = [editionOf(a), editionOf(b)];
  if (
    conflict(a.name.year, b.name.year) ||
    (one && other && one.key === other.key && one.year !== other.year && !sameText)
  ) {
    return one && other && one.key === other.key && (alike || containment >= MIN_SHARED) ? 'edition' : alike;
  }
  const sameNumber = a.number !== null && a.number === b.number;
  if (a.name.base !== b.name.base) {
    const named = a.name.base.endsWith(b.name.base) || b.name.base.endsWith(a.name.base);
    const dated = named ? otherDay(a.date, b.date) : conflict(a.date, b.date);
    const compatible = !dated && !conflict(a.number, b.number) && isDraft(a) === isDraft(b);
    if (sameNumber ? alike && containment >= 0.8 : sameText && compatible && place) return 'reprint';
    return alike;
  }
  const enough = place ? SAME_RULES : ALIKE;
  if (isDraft(a) !== isDraft(b)) return containment >= Math.max(enough, MIN_SHARED) ? 'draft' : alike;
  const whole = sameText || (containment >= 0.95 && proportion >= MIN_SHARED); // a notice with what it issues, and that alone
  if (whole && !conflict(a.number, b.number) && !(sameText ? otherDay : conflict)(a.date, b.date)) return 'reprint';
  if (sameNumber && containment >= 0.8) return 'reprint';
  if (a.name.rule) {
    // on one day a body makes one set of rules of a name: what shares little is another part of it
    return containment >= (conflict(a.date, b.date) ? enough : ALIKE) ? 'version' : alike;
  }
  return alike && resemblance >= 0.8 && conflict(a.date, b.date) ? 'version' : alike;
}
