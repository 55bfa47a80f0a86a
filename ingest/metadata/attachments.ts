// What is attached to a document, by the names that its text lists: 附件：1.… 2.…
import { isComplete } from '../structure/title-words.js';
import { isBody } from './bodies.js';
import { datesIn } from './calendar.js';
import { type Evidence, type Found, withoutExtension, writtenLines } from './evidence.js';
import { plain } from './lines.js';

const most = 60;
const longestLine = 300;
const longestName = 120;

const numeral = '(?:[\\d０-９]{1,2}|[一二三四五六七八九十]{1,3})';
const listBegins = /^附\s?件?\s*[：:]\s*(.*)$/u;
const item = new RegExp(`^(?:附件\\s*)?${numeral}\\s*[.．、:：]\\s*(.+)$`, 'u');
const between = /(?:^|\s+|(?<=[》）)；;。]))(?=[\d０-９]{1,2}\s*[.．、](?![\d０-９]))/u;
const heading = new RegExp(`^附\\s?件\\s*${numeral}?\\s*[：:]?$`, 'u');
const titled = new RegExp(`^附\\s?件\\s*${numeral}\\s*[：:.．、\\s]\\s*(.+)$`, 'u');

/** A name without its extension, the mark that ends its line, a link's words, and the quotation marks around it. */
const named = (text: string): string =>
  withoutExtension(
    text
      .trim()
      .replace(/\s*[（(]?\s*(?:点击)?下载\s*[）)]?$/u, '')
      .replace(/[。；;，,、]$/u, '')
      .trim(),
  )
    .replace(/^[《〈]([^《》]+)[》〉]$/u, '$1')
    .trim();

const isName = (name: string): boolean =>
  name.length >= 2 && name.length <= longestName && !/[。：:]$|^[见如]/u.test(name);

/** A name that its line was too short for goes on in the next one. */
function withRest(name: string, next: string | undefined): string {
  const ends = isComplete(name) || /[）)》。；;]$|\.[a-z]{3,4}$/iu.test(name);
  if (ends || name.length < 10 || next === undefined || next.length > 40) return name;
  const apart = item.test(next) || heading.test(next) || isBody(plain(next)) || datesIn(plain(next)).length > 0;
  return !apart && isComplete(named(name + next)) ? name + next : name;
}

/** The list above or below the signature. */
function listed(lines: readonly string[]): string[] {
  const at = lines.findIndex((line) => line.length <= longestLine && listBegins.test(line));
  if (at < 0) return [];
  const names: string[] = [];
  const own = listBegins.exec(lines[at] ?? '')?.[1] ?? '';
  const parts = own.split(between).filter((part) => part.trim() !== '');
  parts.forEach((part, i) => {
    const text = item.exec(part.trim())?.[1] ?? part;
    names.push(named(i === parts.length - 1 ? withRest(text, lines[at + 1]) : text));
  });
  for (let next = at + 1; next < Math.min(lines.length, at + 1 + 2 * most); next++) {
    const line = lines[next] ?? '';
    const text = line.length <= longestName ? item.exec(line)?.[1] : undefined;
    if (text !== undefined) names.push(named(withRest(text, lines[next + 1])));
    else if (!names.at(-1)?.endsWith(named(line))) break;
  }
  return names;
}

/** The titles of what follows: 附件1, with its title behind it or in the next line. A file that begins with 附件 is one itself. */
function headed(lines: readonly string[]): string[] {
  const prose = lines.findIndex((line) => /。/u.test(line));
  if (prose < 0) return [];
  return lines.flatMap((line, i) => {
    if (i <= prose || line.length > longestName) return [];
    const behind = titled.exec(line)?.[1];
    if (behind !== undefined) return /[。；]/u.test(behind) ? [] : [named(withRest(behind, lines[i + 1]))];
    const title = heading.test(line) ? lines[i + 1] : undefined;
    return title === undefined || title.length > 80 || heading.test(title) || /[。；]/u.test(title)
      ? []
      : [named(withRest(title, lines[i + 2]))];
  });
}

/** Names in the list 附件：1.… 2.…; where there is none, the titles under the headings 附件1, 附件2. */
export function findAttachments(evidence: Evidence): Found<string[]> | null {
  const lines = writtenLines(evidence);
  for (const [read, origin] of [
    [listed, 'text'],
    [headed, 'headings'],
  ] as const) {
    const value = [...new Set(read(lines).filter(isName))].slice(0, most);
    if (value.length > 0) return { value, origin };
  }
  return null;
}
