// Which version of a family is the newest, and whether that tells which is in force. Pure.
import type { InForce } from '../domain/family.js';
import { type FamilyFacts, isDraft, otherDay } from './relation.js';

export interface MemberFacts extends FamilyFacts {
  /** 施行日期 */
  readonly effectiveOn: string | null;
}

/** Copies of one version, as reprints link them; or a draft. */
export interface Version {
  /** in order of their ids */
  readonly members: readonly MemberFacts[];
  /** YYYY-MM-DD, or YYYY where no more is stated */
  readonly date: string | null;
  readonly draft: boolean;
}

const dateOf = ({ date, year }: MemberFacts): string | null => date ?? (year === null ? null : String(year));

/**
 * The versions of a family; `copies` are pairs that are one version, the closest first. An undated copy may be close
 * to two versions that differ little: it goes with the closest, and those two stay apart.
 */
export function versionsOf(
  members: readonly MemberFacts[],
  copies: readonly { readonly a: string; readonly b: string }[],
): Version[] {
  const groupOf = new Map<string, MemberFacts[]>(members.map((member) => [member.id, [member]]));
  for (const { a, b } of copies) {
    const [one, other] = [groupOf.get(a), groupOf.get(b)];
    if (!one || !other || one === other) continue;
    if (one.some(({ date }) => other.some((member) => otherDay(date, member.date)))) continue;
    one.push(...other);
    for (const member of other) groupOf.set(member.id, one);
  }
  return [...new Set(groupOf.values())].map((group) => ({
    members: group.sort((a, b) => (a.id < b.id ? -1 : 1)),
    date: group.map(dateOf).reduce((newest, date) => ((date ?? '') > (newest ?? '') ? date : newest), null),
    draft: group.every(isDraft),
  }));
}

type Newest = { readonly version: Version } | { readonly why: 'draft' | 'undated' | 'tie' };

/** The newest version that is no draft, when the dates of all of them tell. */
export function newestOf(versions: readonly Version[]): Newest {
  const finals = versions.filter(({ draft }) => !draft);
  const [first, ...others] = finals;
  if (!first) return { why: 'draft' };
  if (others.length === 0) return { version: first };
  if (finals.some(({ date }) => date === null)) return { why: 'undated' };
  const [newest, next] = finals.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  if (!newest || !next) return { why: 'undated' };
  // 2020 and 2020-05-01: either may be the later
  return newest.date?.startsWith(next.date ?? '') ? { why: 'tie' } : { version: newest };
}

/** The copy of a version that stands for it: one that says when it was made. */
export const copyOf = ({ members, date }: Version): MemberFacts | undefined =>
  members.find((member) => dateOf(member) === date) ?? members[0];

/** `today` is YYYY-MM-DD. */
export function inForceOf(versions: readonly Version[], today: string): InForce {
  const of = versions.filter(({ draft }) => !draft).length;
  const unknown = (ground: Extract<InForce, { id: null }>['ground']): InForce => ({ id: null, ground, of });
  const newest = newestOf(versions);
  if ('why' in newest) return unknown(newest.why);
  const { members } = newest.version;
  if (members.some(({ status }) => status === '已废止')) return unknown('repealed');
  if (members.some(({ effectiveOn }) => effectiveOn !== null && effectiveOn > today)) return unknown('pending');
  const stated = members.find(({ status }) => status === '现行');
  if (stated) return { id: stated.id, ground: 'stated', of };
  const copy = copyOf(newest.version);
  return of === 1 || !copy ? unknown('alone') : { id: copy.id, ground: 'newest', of };
}
