// 文号: the document's own number, from what the file declares, its head, or its name; not one cited in a sentence.
import { declaredAs, type Evidence, type Found } from './evidence.js';

const open = '[〔\\[(【﹝［（]';
const close = '[〕\\])】﹞］）]';
const written = new RegExp(
  `([\\p{Script=Han}A-Za-z]{1,14}(?:[-－][\\p{Script=Han}])?[-－]?) ?${open} ?((?:19|20)\\d{2}) ?${close} ?(?:第 ?)?(\\d{1,5}) ?号`,
  'u',
);
/** 临澜市人民政府令第12号, 教育部公告2021年第3号 */
const order =
  /[\p{Script=Han}]{0,30}(?:令 ?第?|(?:公告|通告) ?(?:[〔[(]?(?:19|20)\d{2}[〕\])]?年?)? ?第) ?([\d一二三四五六七八九十百〇零]{1,6}) ?号/u;
/** 临教发-2021-3号, 临教发_2021_3号: a store of files that allows no brackets in names. */
const unbracketed = /(?<!\p{Script=Han})(\p{Script=Han}{2,10})[-_－ ]{1,2}((?:19|20)\d{2})[-_－ ]{1,2}(\d{1,5}) ?号/u;
const namesOfNumbers = ['发文字号', '发文文号', '发文号', '文件编号', '文号', '字号'];

/** A date runs into the name of the order: 2001年8月15日建设部令第45号 */
const withoutDate = (text: string): string => text.replace(/\d{4}年\d{1,2}月\d{1,2}日/gu, ' ');

/** 临教发〔2021〕3号, whatever brackets it was written with. */
function inStandardForm(text: string): string | null {
  const found = written.exec(text);
  if (found) {
    const [, code = '', year, serial] = found;
    return `${code.replace(/^(?:文号|发文字号|字号|编号)/u, '').replace(/[-－]$/u, '')}〔${year}〕${serial}号`;
  }
  const ordered = order.exec(withoutDate(text));
  return ordered ? ordered[0].replace(/\s+/gu, '') : null;
}

/** Words beside a number that show that the line cites it. */
const cites = /根据|按照|依据|贯彻|落实|执行|转发|精神|规定|要求|《|》|有关|废止|同时|见|[。；;，,]/u;

/** A line of the head that holds the number and little else: （临教发〔2021〕3号）, 文号：…, 京政办发[2003]29号 */
function onItsOwn(line: string): string | null {
  if (line.length > 80) return null;
  const text = withoutDate(line);
  const [found] = [written.exec(text), order.exec(text)]
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index);
  if (!found) return null;
  const beside = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  return beside.replace(/[\s()（）【】]/gu, '').length <= 24 && !cites.test(beside) ? inStandardForm(found[0]) : null;
}

/** 中华人民共和国国务院令 on one line, 第663号 on the next. */
function split(first: string, second: string): string | null {
  const serial = /^第 ?([\d一二三四五六七八九十百〇零]{1,6}) ?号$/u.exec(second);
  return serial && /^[\p{Script=Han}]{2,30}(?:令|公告)$/u.test(first) ? `${first}第${serial[1]}号` : null;
}

/** Where the text begins to speak in sentences it also begins to cite. */
const speaks = (text: string): boolean =>
  (text.length >= 45 && /[。；;]/u.test(text)) || (text.length >= 20 && /^(?:为|根据|按照|现将|依据)/u.test(text));

function fromHead({ head }: Evidence): Found<string> | null {
  for (const [i, { text, kind }] of head.entries()) {
    if (speaks(text)) break;
    if (kind === 'row') continue;
    const value = onItsOwn(text) ?? split(text, head[i + 1]?.text ?? '');
    if (value) return { value, origin: 'head' };
  }
  return null;
}

/** …的通知(东建住保〔2016〕8号): at the end of the name, where a citation never stands. */
function fromName(evidence: Evidence): Found<string> | null {
  const name = evidence.name.replace(unbracketed, '$1〔$2〕$3号');
  const found = written.exec(name) ?? order.exec(name);
  const rest = found && name.slice(found.index + found[0].length);
  if (!found || rest === null || /[\p{Script=Han}]{3}/u.test(rest)) return null;
  // Without a bracket or dash before it, the title runs into the code: …的通知粤府办〔2012〕137号.
  const value = inStandardForm(
    found[0].replace(/^.*(?:的)?(?:通知|意见|办法|决定|通告|公告|函|方案|细则|规定)(?=.)/u, ''),
  );
  return value ? { value, origin: 'file name' } : null;
}

export function findNumber(evidence: Evidence): Found<string> | null {
  return declaredAs(evidence, namesOfNumbers, inStandardForm) ?? fromHead(evidence) ?? fromName(evidence);
}

/** The year in a number: 临教发〔2021〕3号 → 2021 */
export function yearOfNumber(number: string): number | null {
  const found = /〔(\d{4})〕/u.exec(number);
  return found ? Number(found[1]) : null;
}
