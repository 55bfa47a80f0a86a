// The issuing bodies: as declared, as the title begins with them, as the head names them, or as they sign.

import { indexForm } from '../../services/language/segment.js';
import { regionByCode, regionPath } from '../../services/regions/regions.js';
import { bodiesIn, bodiesOfLine, isRelative, leadingBodies, leadingSchool } from './bodies.js';
import { datesIn } from './calendar.js';
import { declaredAs, type Evidence, type Found } from './evidence.js';
import { type EvidenceLine, unsure, withoutRelease } from './lines.js';

type Issuers = Found<string[]>;

const issuerKeys =
  '发文机关 发文机构 发文单位 制发机关 制定机关 颁布单位 发布机关 发布机构 发布单位 发布部门 公开机构 公开部门 责任部门'.split(
    ' ',
  );
const mostIssuers = 20;

const some = (names: readonly string[], origin: string): Issuers | null =>
  names.length > 0 ? { value: [...new Set(names)].slice(0, mostIssuers), origin } : null;

/** A catalogue may name something that is no body by its form (某某信息公开网); it is stated all the same. */
const declaredBodies = (value: string): string[] | null => {
  const names = bodiesIn(value);
  if (names.length > 0) return names;
  if (/^(?:本[站网]|管理员|系统管理员|不详|未知)$/u.test(value)) return null;
  return value.length >= 2 && value.length <= 30 && /^[\p{Script=Han}A-Za-z（）()、 ]+$/u.test(value) ? [value] : null;
};

const term = /第[一二三四五六七八九十百\d]{1,4}届/gu;

/** 某某市人民政府文件, 中华人民共和国国务院令, 某某市人民代表大会常务委员会公告第四号 */
function redHead({ text }: EvidenceLine): string[] {
  if (text.length > 60) return [];
  const found = /^(.{2,40}?)(?:文件|令|命令|公告|通告)(?:[\s(（〔[]*(?:第|\d).{0,16})?$/u.exec(text.replace(term, ''));
  return found?.[1] ? bodiesIn(found[1]) : [];
}

/** 2009年11月27日 某某省第十一届人民代表大会常务委员会第十二次会议通过 */
function enacting({ text }: EvidenceLine): string[] {
  const [mention] = datesIn(text);
  if (!mention || mention.start > 3 || !/通过|公布|发布|颁布|印发/u.test(text)) return [];
  const after = text.slice(mention.end).replace(term, '').trim();
  const found =
    /^([\p{Script=Han}、]{2,40}?)(?:审判委员会|检察委员会)?(?:第[\d一二三四五六七八九十百零]{1,6}次|令|公告|发布|公布|颁布|印发)/u.exec(
      after,
    );
  return found?.[1] ? bodiesIn(found[1]) : [];
}

/** 现在，我代表国务院，向大会报告政府工作 */
function reporting({ text }: EvidenceLine): string[] {
  const found = /^现在[,，]?我(?:受.{2,30}委托|代表)?(?:代表)?(.{2,30}?)[,，]?向(?:大会|全会|会议|本次)/u.exec(text);
  return found?.[1] ? bodiesIn(found[1]) : [];
}

const fromHead = (evidence: Evidence): Issuers | null => {
  for (const read of [redHead, enacting, reporting]) {
    for (const line of evidence.head) {
      const names = read(line).filter((name) => !isRelative(name));
      if (names.length > 0) return some(names, 'head');
    }
  }
  return null;
};

/** Bodies on the lines right above a date alone on its line, or before the date on the same line. */
function signed(lines: readonly EvidenceLine[], i: number): string[] {
  const line = lines[i];
  const text = withoutRelease(line?.text ?? '');
  const [mention, ...more] = text.length <= 60 && line?.kind !== 'row' ? datesIn(text) : [];
  if (!mention?.chinese || more.length > 0) return [];
  if (/^ ?印发/u.test(text.slice(mention.end))) return []; // 印发机关 printed it for whom it is from
  const before = text.slice(0, mention.start).trim();
  const beside = bodiesOfLine(before);
  if (beside.length > 0) return beside;
  if (before.replace(/[(（]/u, '') !== '' || text.length - mention.end > 1) return [];
  const names: string[] = [];
  for (let above = i - 1; above >= 0 && above >= i - 8; above--) {
    if (lines[above]?.text === unsure) return []; // one of several names, and not which
    const here = bodiesOfLine(lines[above]?.text ?? '');
    if (here.length === 0) break;
    names.unshift(...here);
  }
  return names;
}

function fromSignature({ lines }: Evidence): Issuers | null {
  for (let i = 0; i < lines.length; i++) {
    const names = signed(lines, i);
    if (names.length > 0) return some(names, 'signature');
  }
  return null;
}

const ruleTitle =
  /(?:办法|规定|细则|条例|章程|简章|须知|通知|方案|指南|手册|规则|制度|意见|计划|要点|公告|标准|说明)[^\p{Script=Han}]*$|[（(].{1,20}[)）]$/u;
const fromSchool = (title: string): Issuers | null => {
  const school = ruleTitle.test(indexForm(title)) ? leadingSchool(title) : null;
  return school ? { value: [school], origin: 'title' } : null;
};

export function findIssuers(evidence: Evidence, title: string): Issuers | null {
  const declared = declaredAs(evidence, issuerKeys, declaredBodies);
  if (declared) return declared;
  const leading = leadingBodies(title);
  const whole = leading.filter((name) => !isRelative(name));
  return (
    some(whole, 'title') ??
    fromHead(evidence) ??
    fromSignature(evidence) ??
    fromSchool(title) ??
    some(leading, 'title') ??
    some(leadingBodies(evidence.name), 'file name')
  );
}

/** 市教育局 of a document from a district of 临江市 is 临江市教育局: whose it is follows from the document's region. */
export function withPlace(name: string, regionCode: string | null): string {
  const kind = /^([省市区县州])(?!长)/u.exec(name)?.[1];
  if (regionCode === null || kind === undefined || !isRelative(name)) return name;
  for (const code of regionPath(regionCode)) {
    const place = regionByCode(code)?.name;
    if (place?.endsWith(kind)) return place + name.slice(1);
  }
  return name;
}
