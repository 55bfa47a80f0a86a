// Places named in a title or in the name of a body, from left to right, each with what makes it certain.
import type { Division } from './divisions.js';
import { names } from './names.js';
import { onlyOne } from './resolve.js';
import { afterShortName, commonNames, commonShortNames, goesOnAfterKind, otherBearer, school } from './words.js';

export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly division: Division;
}

/** What may stand before the name of the place or body that a title begins with. */
const lead =
  /^(?:[\s\d年度月日届期〇零一二三四五六七八九十（）()〔〕[\]【】《〈“"'‘「『#＃·.、,，:：\-—－_]|学年|附件|附|中国(?=[（(])|关于|印发|下发|公布|发布|解读|修订|修改|做好|进一步|最新|政策解读|通知)*/u;

/** Where the first word of a title begins, past its year, brackets and 关于印发. */
export const headStart = (text: string): number => lead.exec(text.slice(0, 60))?.[0].length ?? 0;

interface Candidate {
  readonly end: number;
  readonly divisions: readonly Division[];
  /** an official name, or one with another kind: it needs no context */
  readonly full: boolean;
}

/** The longest name that begins at `start`. */
function longestAt(text: string, start: number): Candidate | null {
  const { full, short, otherKind, longest } = names();
  for (let length = Math.min(longest, text.length - start); length >= 2; length--) {
    const end = start + length;
    const name = text.slice(start, end);
    const goesOn = goesOnAfterKind[name.slice(-1)];
    if (goesOn && length > 2 && goesOn.test(text.slice(end, end + 1))) continue;
    const named = full.get(name) ?? (/[县州]$|地区$/u.test(name) ? otherKind.get(name) : undefined);
    if (named) return { end, divisions: named, full: true };
    const above = short.get(name);
    if (above) return { end, divisions: above.slice(0, 1), full: false };
  }
  return null;
}

/** A place right after the name of a province or city that the table does not have lies in no place of the table. */
const unknownParent = /(?<![全我本各外跨])[省市]$/u;

function standsAlone(text: string, start: number, candidate: Candidate): boolean {
  const name = text.slice(start, candidate.end);
  if (candidate.full) {
    return name.length > 2 && !commonNames.has(name) && !unknownParent.test(text.slice(Math.max(0, start - 2), start));
  }
  const after = text.slice(candidate.end, candidate.end + 14);
  if (afterShortName.test(after)) return true;
  if (commonShortNames.has(name)) return false;
  return school.test(after) || (start <= headStart(text) && !otherBearer.test(after));
}

/** The one division of `candidates` inside `outer`, when it follows it directly: 上海静安区. */
function innerOf(text: string, start: number, { divisions }: Candidate, outer: Mention | null): Division | null {
  if (!outer || !/^[\s·—-]?$/u.test(text.slice(outer.end, start))) return null;
  const inside = divisions.filter(({ path }) => path.slice(0, -1).includes(outer.division.code));
  return inside.length === 1 ? (inside[0] ?? null) : null;
}

/** Places in `text`; a place followed by one inside it (上海静安区) is one mention, of the inner one. */
export function mentions(text: string, hint?: string): Mention[] {
  const found: Mention[] = [];
  let last: Mention | null = null;
  let at = 0;
  while (at < text.length) {
    const candidate = longestAt(text, at);
    if (!candidate) {
      at++;
      continue;
    }
    const { end } = candidate;
    const inner = innerOf(text, at, candidate, last);
    const division = inner ?? onlyOne(candidate.divisions, hint);
    const start: number = inner && last ? last.start : at;
    if (inner && found.at(-1)?.start === start) found.pop();
    if (division && (inner || standsAlone(text, at, candidate))) found.push({ start, end, division });
    last = division && { start, end, division };
    at = end;
  }
  return found;
}
