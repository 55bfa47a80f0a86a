// To whom a document goes, and who signs it: 主送机关, 落款.
import { bodiesIn, isBody } from './bodies.js';
import { datesIn } from './calendar.js';
import { type Evidence, type Found, writtenLines } from './evidence.js';
import { plain, unsure, withoutRelease } from './lines.js';
import { officerOf } from './signature-date.js';

const most = 60;
/** So many lines down from the title a document has begun to speak. */
const mostAbove = 20;
const longestLine = 300;
/** A name may be that of many: 各市、县教育局、发展改革委、财政局… */
const longestName = 160;

/** What the name of an addressee ends with: a body, or the people that a notice speaks to. */
const addressee =
  /(?:局|委|办|厅|部|院|校|府|会|处|室|科|署|站|所|园|社|团|队|组|区|县|市|州|旗|镇|乡|街道|中心|公司|单位|部门|机构|企业|银行|[总分支]行|[大中小]学|人员|同志|师生|学生|同学|家长|考生|教师|老师|教职工|负责人|（[^（）]{1,60}）|\([^()]{1,60}\))$/u;
const noAddressee =
  /如下|下列|以下|通知|意见|规定|要求|根据|按照|为了|包括|附件|来源|时间|日期|电话|地址|主题|抄送|标题|目录|联系|。|《|^[\d（(一二三四五六七八九十]+[、.．)）]/u;
const inBrackets = /[（(][^（）()]{0,30}[）)]/gu;
/** What a name of its own begins with, or has been named by: 各直属学校, 市属高校, 临澜市教育考试院. */
const ofItsOwn =
  /^\p{Script=Han}{0,8}各|^(?:有关|相关|其他|全体|[省市区县州局委厅校院部]内?[属直管政委]|直属|驻|在)|^[\p{Script=Han}]{2,8}[省市区县州盟旗](?=[\p{Script=Han}]{3})/u;
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
      const closed =
        before === undefined || (before.match(/[（(]/gu)?.length ?? 0) === (before.match(/[）)]/gu)?.length ?? 0);
      if (opens && closed) names.push(part);
      else names[names.length - 1] = `${before}、${part}`;
    }
    return names;
  });
}

function addresseesIn(lines: readonly string[]): string[] | null {
  for (const line of lines.slice(0, mostAbove)) {
    if (line.length > longestLine || !/[：:]$/u.test(line)) continue;
    const written = line.slice(0, -1).trim();
    if (written.length < 3 || noAddressee.test(written)) continue;
    const names = namesIn(written);
    const called = names.every((name) => name !== '' && name.length <= longestName && addressee.test(name));
    if (called && (/各|全体|有关/u.test(written) || names.some((name) => isBody(plain(name)))))
      return names.slice(0, most);
  }
  return null;
}

/** The line below the title that ends in a colon: 各区县教育局，市属各学校： The title may be that of what is sent with it. */
export function findAddressees(evidence: Evidence): Found<string[]> | null {
  const lines = writtenLines(evidence);
  const title = evidence.recognisedTitle;
  const below = title === null ? -1 : lines.findIndex((line) => line.includes(title));
  const value = (below > 0 ? addresseesIn(lines.slice(below)) : null) ?? addresseesIn(lines);
  return value && { value, origin: 'head' };
}

/** （代章） behind a name is no part of it. */
const seal = /\s*[(（](?:代|盖|公|印)?章[)）]$/u;

/** 上 海 市 教 育 委 员 会: a name set wide; two set side by side are two. */
function asSigned(line: string): string {
  const names = bodiesIn(plain(line));
  const officer = officerOf(plain(line));
  if (officer !== null) return officer;
  return names.length > 1
    ? names.join('、')
    : line.replace(seal, '').replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}

const isSigner = (line: string): boolean => {
  const name = plain(line)
    .replace(seal, '')
    .replace(/[\s()]/gu, '');
  if (officerOf(plain(line)) !== null) return true;
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
    if (lines[first - 1] === unsure) continue;
    if (first < i) return { value: lines.slice(first, i).map(asSigned).join('、'), origin: 'signature' };
  }
  return null;
}
