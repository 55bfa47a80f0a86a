// The level of a law (效力级别): as the file declares it, or as it follows by law from who made it, in what form, and its name.
// A document that is no law, or whose level neither says, has none. Sources: 立法法; 行政法规制定程序条例 art. 5 and 规章制定程序条例
// art. 7 (names of rules; a 规章 may not be called 条例); 法发〔2007〕12号 art. 6 (forms of 司法解释); 中国共产党党内法规制定条例 art. 5.
import type { Level } from '../../services/domain/document.js';
import { resolveRegion } from '../../services/regions/regions.js';
import { leadingSchool } from './bodies.js';
import { datesIn } from './calendar.js';
import { declaredAs, type Evidence, type Found } from './evidence.js';
import { bareTitle, isStatute } from './kind.js';
import { type Maker, makerOfNumber, makersIn } from './makers.js';

const levelKeys = '效力级别 效力等级 效力层级 效力位阶 法律效力位阶 法律位阶 法规性质 法规类别 法规类型'.split(' ');
const declaredLevels: readonly (readonly [RegExp, Level])[] = [
  [/^宪法$/u, '宪法'],
  [/^(?:国家)?法律$/u, '法律'],
  [/^(?:国务院)?行政法规$/u, '行政法规'],
  [/^监察法规$/u, '监察法规'],
  [/^(?:自治条例(?:和|、)?)?(?:单行条例)?$|^民族自治.{0,6}条例$/u, '自治条例和单行条例'],
  [/^(?:省级|设区的?市|较大的?市|经济特区|地方)?(?:地方)?(?:性)?法规$/u, '地方性法规'],
  [/^(?:国务院)?部(?:门|委)规章$/u, '部门规章'],
  [/^(?:省级|设区的?市)?(?:地方)?政府规章$|^地方规章$/u, '地方政府规章'],
  [/^司法解释$/u, '司法解释'],
  [/^党内法规$/u, '党内法规'],
];
const asLevel = (stated: string): Level | null =>
  declaredLevels.find(([name]) => stated !== '' && name.test(stated.trim()))?.[1] ?? null;

/** Names that laws and rules bear. 决定 only where it changes others: one about a matter of its own is of no level. */
const ruleName = /(?:法|法典|条例|规定|办法|细则|规则|规程|准则|规范)$|(?:修改|修正|废止|清理).{2,120}的?决定$/u;
const otherNames = /^最高人民.*(?:解释|批复|解答|安排)$|^中国共产党.*章程$/u;
const aboutAnother = /^(?:关于)?(?:印发|转发|批转|公布|发布|颁布)|解读|释义|说明$|草案|征求意见/u;
const passedOn = /(?:印发|转发|批转|发布|公布)[《〈]/u;

/** 立法法 came into force; until then what the State Council approved and a ministry put out was an 行政法规 (法〔2004〕96号). */
const legislationLawSince = '2000-07-01';
/** Since then the names 规定 and 办法, of a text in articles by the State Council, are those of 行政法规. */
const namesLaidDownSince = '2002-01-01';

interface Stated {
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  /** 征求意见: a draft has no level yet */
  readonly isDraft: boolean;
}

/** The place that a title begins with. */
const placeOf = (title: string): string | null =>
  /^(\p{Script=Han}{2,14}?(?:省|自治[区州县旗]|市))/u.exec(title)?.[1] ?? null;

const levelOfMaker: Readonly<Record<Maker, Level>> = {
  congress: '法律',
  'state council order': '行政法规',
  'state council': '行政法规',
  'supervisory commission': '监察法规',
  'local congress': '地方性法规',
  'autonomous county congress': '自治条例和单行条例',
  'autonomous prefecture congress': '自治条例和单行条例',
  'ministry order': '部门规章',
  'government order': '地方政府规章',
  court: '司法解释',
  party: '党内法规',
  'revised as 行政法规': '行政法规',
};

/** What the State Council approved or put out without an order counts by the day it did so. */
const beforeLegislationLaw = ({ head }: Evidence): boolean => {
  const days = head.flatMap(({ text }) => (/^.{8,14}日.{0,6}国务院/u.test(text) ? (datesIn(text)[0]?.date ?? []) : []));
  return days.some((date) => date < legislationLawSince);
};

function fromMaker(name: string, makers: readonly Maker[], evidence: Evidence): Level | null {
  if (makers.includes('state council') && beforeLegislationLaw(evidence)) return '行政法规';
  if (makers.includes('revised as 行政法规')) return '行政法规';
  const first = makers.find((maker) => maker !== 'state council');
  if (first === undefined) return null;
  if (first === 'party') return /(?:条例|准则)$/u.test(name) ? '党内法规' : null; // its other rules are told by name only
  if (first === 'autonomous prefecture congress')
    // Since 2015 its other rules may be either.
    return /自治条例$/u.test(name) ? '自治条例和单行条例' : null;
  return levelOfMaker[first];
}

/** Courts: by name where it says that law is applied; other 规定 and 意见 of the courts may be internal. */
const applied =
  /解释$|(?:适用|应用|执行《|审理|办理|处理|确定).{2,120}(?:规定|批复|规则|解答)$|批复$|(?:香港|澳门|台湾).{2,80}安排$/u;
const otherNumber = /^(?:法发|法办|法|高检发(?!释)|高检会)〔/u;

function fromName(name: string, { title, number, date }: Stated, evidence: Evidence): Level | null {
  if (/^(?:中华人民共和国)?宪法$/u.test(name)) return '宪法';
  if (/^最高人民(?:法院|检察院)/u.test(name))
    return applied.test(name) && !otherNumber.test(number ?? '') ? '司法解释' : null;
  if (/^中国共产党/u.test(name))
    return /(?:章程|条例|准则|规定|办法|规则|细则)$/u.test(name) &&
      !/(?:大学|学院|学校|公司|[市县区])委员会/u.test(name)
      ? '党内法规'
      : null;
  const inArticles = /^第[一1]条/mu.test(evidence.text);
  if (/^国务院关于.*(?:规定|办法)$/u.test(name))
    return inArticles && number === null && (date ?? '') >= namesLaidDownSince ? '行政法规' : null;
  const opening = evidence.text.slice(0, 3_000);
  if (isStatute(title) && /法(?:典)?$/u.test(name) && /制定本法|^.{0,20}中华人民共和国/u.test(`${name}${opening}`))
    return /中[華华]民[國国]|民[國国]\d/u.test(opening) ? null : '法律';
  return /条例$/u.test(name) && inArticles ? ofPlace(name) : null;
}

/** A place's 条例 is made by its congress: a government's rule may not bear that name. */
function ofPlace(name: string): Level | null {
  const place = placeOf(name);
  if (place === null) return null;
  if (/自治[县旗]$/u.test(place)) return '自治条例和单行条例';
  if (/自治州$/u.test(place)) return /自治条例$/u.test(name) ? '自治条例和单行条例' : null;
  const code = resolveRegion(place)?.code ?? '';
  const ofSchool = leadingSchool(name) !== null || /^.{2,12}(?:第.{1,3}|实验|附属)[中小]学/u.test(name);
  return code.length >= 2 && code.length <= 4 && !ofSchool ? '地方性法规' : null;
}

export function findLevel(evidence: Evidence, stated: Stated): Found<Level> | null {
  const { title, number, isDraft } = stated;
  const declared = declaredAs(evidence, levelKeys, asLevel);
  if (declared) return declared;
  const name = bareTitle(title);
  if (isDraft || !(ruleName.test(name) || otherNames.test(name)) || aboutAnother.test(name) || passedOn.test(title))
    return null;
  const read = (level: Level | null, origin: string): Found<Level> | null => level && { value: level, origin };
  if (/宪法$/u.test(name) && name.length <= 10) return read(fromName(name, stated, evidence), 'title');
  const numbered = number === null ? null : makerOfNumber(number);
  return (
    read(fromMaker(name, makersIn(evidence), evidence), 'head') ??
    read(numbered && fromMaker(name, [numbered], evidence), 'number') ??
    read(fromName(name, stated, evidence), 'title')
  );
}
