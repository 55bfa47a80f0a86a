// How high the body stands that issued a document: by what kind of body it is, else by the division it is of.
import type { IssuerLevel, Metadata } from '../domain/document.js';
import { beginsNational } from './national.js';
import { regionPath } from './region.js';

/** Schools and what belongs to them; 大学生, 大学城, 学院路 are none. */
const school =
  /大学(?![生城])|大學(?![生城])|学院(?!路)|學院(?!路)|(?:专科学校|专修学校|技工学校|职业学校|学校|中学|小学|幼儿园)$/u;
const company = /(?:公司|集团|协会|学会|联合会|基金会|研究会|出版社|医院)$/u;
/** Associations that are parts of the State’s and the Party’s order: 残疾人联合会, 文学艺术界联合会, 工商业联合会. */
const association = /(?:残疾人|妇女|文学艺术界|工商业|归国华侨|青年)联合会$|科学技术协会$/u;
/** A title that begins with a university’s own name; 全国大学英语…, 高等学校… name no one school. */
const schoolTitle =
  /^(?!全国|国家|高等|普通|关于|各|中国大学)\p{Script=Han}{2,12}?(?:大学(?![生城])|大學(?![生城])|学院(?!路)|专科学校)/u;

/** 第十八届中央委员会: the Party’s, named without it. */
const central = /^(?:第[一二三四五六七八九十]{1,3}届)?中央委员会$/u;

const isOther = (issuer: string): boolean => school.test(issuer) || (company.test(issuer) && !association.test(issuer));

/** Of several bodies the first counts: it leads. Without one the title and the region tell. */
export function issuerLevel({
  issuers,
  title,
  regionCode,
}: Pick<Metadata, 'issuers' | 'title' | 'regionCode'>): IssuerLevel {
  const [leader] = issuers;
  if (leader === undefined ? schoolTitle.test(title) : isOther(leader)) return '学校及其他';
  const code = regionCode === null ? undefined : regionPath(regionCode).at(-1);
  if (code === undefined) {
    if (leader === undefined) return '不明';
    return beginsNational(leader) || central.test(leader) ? '国家' : '学校及其他';
  }
  if (code === '0') return '国家';
  return code.length === 2 ? '省' : code.length === 4 ? '市' : '县';
}
