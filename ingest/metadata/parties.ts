// To whom a document goes, who signs it, and what is attached: 主送机关, 落款, 附件.
import { bodiesIn, isBody } from './bodies.js';
import { datesIn } from './calendar.js';
import { type Evidence, type Found, withoutExtension } from './evidence.js';
import { plain, withoutRelease } from './lines.js';

const most = 60;
const longestLine = 300;

/** Lines as they are written, without the empty ones. */
const writtenLines = ({ text }: Evidence): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the name of an addressee ends with: a body, or the people that a notice speaks to. */
const addressee =
  /(?:局|委|办|厅|部|院|校|府|会|处|室|科|署|站|所|园|社|团|队|组|区|县|市|州|旗|镇|乡|街道|中心|公司|单位|部门|机构|企业|银行|[大中小]学|人员|同志|师生|学生|同学|家长|考生|教师|老师|教职工|负责人|（[^（）]{1,30}）|\([^()]{1,30}\))$/u;
const noAddressee =
  /如下|下列|以下|通知|意见|规定|要求|根据|按照|为了|包括|附件|来源|时间|日期|电话|地址|主题|抄送|标题|目录|联系|。|《|^[\d（(一二三四五六七八九十]+[、.．)）]/u;
const inBrackets = /[（(][^（）()]{0,30}[）)]/gu;
/** What a name of its own begins with, or has been named by: 各直属学校, 市属高校, 临澜市教育考试院. */
const ofItsOwn =
  /^(?:各|有关|相关|其他|全体|[省市区县州局委厅校院部]内?[属直管政委]|直属|驻|在)|^[\p{Script=Han}]{2,8}[省市区县州盟旗](?=[\p{Script=Han}]{3})/u;
const whole = /[局委办厅部院校府会处室科署站所园社团队组心司位门构业行人学生]$/u;

/**
 * ， sets kinds of addressees apart, and 、 those of one kind, which may share their first or last words: 各区、县教育局;
 * 各区财政局、民政局. Such a list is one name.
 */
function namesIn(written: string): string[] {
  return written.split(/[，,；;]/u).flatMap((kind) => {
    const names: string[] = [];
    for (const part of kind.split('、').map((name) => name.trim())) {
      const before = names.at(-1);
      const opens = before === undefined || (whole.test(before.replace(inBrackets, '')) && ofItsOwn.test(part));
      const closed = before === undefined || (before.match(/[（(]/gu)?.length ?? 0) === (before.match(/[）)]/gu)?.length ?? 0);
      if (opens && closed) names.push(part);
      else names[names.length - 1] = `${before}、${part}`;
    }
    return names;
  });
}

/** The line right below the title that ends in a colon: 各区县教育局，市属各学校： */
export function findAddressees(evidence: Evidence): Found<string[]> | null {
  const end = Math.min(evidence.head.length + 2, 20);
  for (const line of writtenLines(evidence).slice(0, end)) {
    if (line.length > longestLine || !/[：:]$/u.test(line)) continue;
    const written = line.slice(0, -1).trim();
    if (written.length < 3 || noAddressee.test(written)) continue;
    const names = namesIn(written);
    const called = names.every((name) => name !== '' && name.length <= 60 && addressee.test(name));
    if (called && (/各|全体|有关/u.test(written) || names.some((name) => isBody(plain(name))))) {
      return { value: names.slice(0, most), origin: 'head' };
    }
  }
  return null;
}

/** 上 海 市 教 育 委 员 会: a name set wide; two set side by side are two. */
function asSigned(line: string): string {
  const names = bodiesIn(plain(line));
  return names.length > 1 ? names.join('、') : line.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}

const isSigner = (line: string): boolean => {
  const name = plain(line).replace(/[\s()]/gu, '');
  return line.length <= 60 && (isBody(name) || (bodiesIn(plain(line)).length > 0 && !/[，。；：《]/u.test(line)));
};

/** The bodies above the first signed date, as they stand there. */
export function findSignature(evidence: Evidence): Found<string> | null {
  const lines = writtenLines(evidence);
  for (const [i, written] of lines.entries()) {
    if (i === 0 || written.length > 80) continue;
    const line = withoutRelease(plain(written));
    const [mention, ...more] = datesIn(line);
    if (!mention?.chinese || more.length > 0) continue;
    const beside = line.slice(0, mention.start).trim();
    if (line.slice(mention.end).replace(/[\s()]/gu, '') !== '') continue;
    if (beside !== '') {
      if (isSigner(beside) && !/^[(]/u.test(line)) return { value: asSigned(beside), origin: 'signature' };
      continue;
    }
    let first = i;
    while (first > 1 && i - first < 8 && isSigner(lines[first - 1] ?? '')) first--;
    if (first < i) return { value: lines.slice(first, i).map(asSigned).join('、'), origin: 'signature' };
  }
  return null;
}

const listBegins = /^附件[：:]\s*(.*)$/u;
const item = /^(?:附件\s*)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.．、:：]\s*(.+)$/u;
const heading = /^附件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s*[：:]?$/u;

/** A name without its extension, the mark that ends its line, and a link's words around it. */
const named = (text: string): string =>
  withoutExtension(text.replace(/[。；;]$/u, '').trim())
    .replace(/[（(]\s*(?:点击)?下载\s*[）)]$/u, '')
    .trim();

/** Names in the list 附件：1.… 2.…; where there is none, the titles under the headings 附件1, 附件2. */
export function findAttachments(evidence: Evidence): Found<string[]> | null {
  const lines = writtenLines(evidence);
  const at = lines.findIndex((line) => line.length <= longestLine && listBegins.test(line));
  const names: string[] = [];
  if (at >= 0) {
    const own = listBegins.exec(lines[at] ?? '')?.[1] ?? '';
    const onOneLine = own.split(/\s+(?=\d{1,2}\s*[.．、])/u).filter((part) => part !== '');
    for (const part of onOneLine) names.push(named(item.exec(part)?.[1] ?? part));
    for (const line of lines.slice(at + 1, at + 1 + most)) {
      const next = item.exec(line)?.[1];
      if (next === undefined || line.length > 120) break;
      names.push(named(next));
    }
  }
  if (names.length === 0) {
    lines.forEach((line, i) => {
      const title = lines[i + 1];
      if (heading.test(line) && title !== undefined && title.length <= 80 && !heading.test(title))
        names.push(named(title));
    });
  }
  const value = [...new Set(names.filter((name) => name.length >= 2 && name.length <= 120))].slice(0, most);
  return value.length > 0 ? { value, origin: at >= 0 ? 'text' : 'headings' } : null;
}
