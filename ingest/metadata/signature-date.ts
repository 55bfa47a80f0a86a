// The date that a document is signed with, at its end or where its first part ends.
import { bodiesIn, isBody } from './bodies.js';
import { type DateMention, datesIn } from './calendar.js';
import type { Evidence, Found } from './evidence.js';
import { type EvidenceLine, withoutRelease } from './lines.js';

const compact = (text: string): string => text.replace(/[\s()（）【】[\]]/gu, '');

/** What stands on a line beside its only date; null for lines with no date or with several. */
function besideDate({ text: whole, kind }: EvidenceLine): { mention: DateMention; beside: string } | null {
  const text = withoutRelease(whole);
  if (text.length > 60 || kind === 'row') return null;
  const [mention, ...more] = datesIn(text);
  if (!mention || more.length > 0) return null;
  return { mention, beside: compact(text.slice(0, mention.start) + text.slice(mention.end)) };
}

const officer =
  /^((?:[\p{Script=Han}]{2,14})?(?:国务院总理|总理|国家主席|主席|省长|市长|区长|县长|州长|主任|部长|局长|校长|院长)):?([\p{Script=Han}·]{2,6})$/u;

/** 市长 某某: orders are signed by who heads the body. Null for other lines. */
export function officerOf(line: string): string | null {
  const found = line.length <= 40 ? officer.exec(compact(line)) : null;
  return found && `${found[1]} ${found[2]}`;
}

/** Whether a line can be the one above a signature's date: bodies, or 市长：某某. */
const signs = (line: EvidenceLine | undefined): boolean => {
  if (!line || line.text.length > 60) return false;
  const name = compact(line.text);
  return isBody(name) || officerOf(line.text) !== null || bodiesIn(line.text).length > 0;
};

/** So many last lines are the end, where a date alone on its line is a signature even without a body beside it. */
const nearEnd = 8;

/** The first date that is signed, with a body beside it; else the first alone on its line in the head or at the end. */
export function signature({ lines, head }: Evidence): Found<string> | null {
  let unsigned: string | null = null;
  for (const [i, line] of lines.entries()) {
    const found = besideDate(line);
    if (!found?.mention.chinese) continue;
    const { date } = found.mention;
    const alone = found.beside === '';
    const behind = found.mention.end >= withoutRelease(line.text).length - 1 && isBody(found.beside);
    if (behind || (alone && (signs(lines[i - 1]) || signs(lines[i + 1])))) return { value: date, origin: 'signature' };
    if (alone && (i < head.length || i >= lines.length - nearEnd)) unsigned ??= date;
  }
  return unsigned === null ? null : { value: unsigned, origin: 'signature' };
}

/** 某某办公室 2014年11月5日印发, at the foot of the last page */
export function printed({ lines }: Evidence): Found<string> | null {
  for (const line of lines) {
    const found = besideDate(line);
    if (found && /^.{0,36}印发$/u.test(found.beside)) return { value: found.mention.date, origin: 'signature' };
  }
  return null;
}
