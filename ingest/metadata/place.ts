// The region that a document is from, from what states it; nothing is inferred from places that its sentences mention.
import { findRegion, type Region, regionByCode, resolveRegion } from '../../services/regions/regions.js';
import { isBody, isRelative } from './bodies.js';
import type { Evidence, Found } from './evidence.js';
import { isStatute } from './kind.js';

/** 〔…〕 codes begin with a province's short form; those that a city of the same character also uses are left out. */
const provinceOf: Readonly<Record<string, string>> = {
  京: '11',
  津: '12',
  冀: '13',
  沪: '31',
  浙: '33',
  皖: '34',
  闽: '35',
  鲁: '37',
  豫: '41',
  粤: '44',
  琼: '46',
  渝: '50',
  陕: '61',
};

function fromNumber(number: string | null): Region | null {
  const found = /^([\p{Script=Han}])(?:政|府|办|教|人社|发改|建|卫|民|财|公|国土|环|委|科|价|房|社|劳|招|文|体)/u.exec(
    number ?? '',
  );
  if (number && /令|公告|通告/u.test(number)) return findRegion(number);
  return regionByCode(provinceOf[found?.[1] ?? ''] ?? '');
}

/** Everyone in the country is addressed: 各省、自治区、直辖市…： */
const toAllProvinces = /^各省[、,]自治区[、,](?:各)?直辖市/u;

/** How a text speaks of its own place or school; 本省、自治区、直辖市 is how national rules speak of all of them. */
const local = /(?<![基资成根日样标版文原])本[市州](?!场|值)|本省(?!、)|本自治区(?!、)|我[市省校县]/u;

/**
 * 条例 without the name of a place or body can only be the State Council's: departments may not call their rules so
 * (规章制定程序条例 article 7), and localities put their names in front.
 */
function isStateRegulation(title: string, { text, head, lines }: Evidence): boolean {
  if (!/条例$/u.test(title) || !lines.some(({ kind, text: line }) => kind === 'article' || /^第[一1]条/u.test(line)))
    return false;
  if (head.some(({ text: line }) => /大学|学院|公司/u.test(line))) return false;
  const state = text.includes('国务院') || text.includes('省、自治区、直辖市');
  return state && !local.test(text);
}

const nationwide = (): Region | null => regionByCode('0');

/** 根据《临澜市…意见》…: who carries out a city's or district's rule stands under it. A province's is carried out by its cities too. */
const carriesOut =
  /^(?:为(?:了)?[^，。；]{0,60}[，])?(?:根据|按照|依据|为(?:了)?(?:贯彻|落实|规范|进一步)[^，。；《]{0,12})《/u;
function fromCarriedOut({ lines, head }: Evidence): Region | null {
  const first = lines.slice(0, head.length + 2).find(({ text }) => carriesOut.test(text));
  for (const [, name = ''] of first?.text.split('。')[0]?.matchAll(/《([^《》]{4,60})》/gu) ?? []) {
    const region = findRegion(name);
    if (region && region.code.length > 2) return region;
  }
  return null;
}

/** Short forms of provinces, and characters that their numbers begin with: no sign of a city. */
const ofProvinces = '京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀贵黔云滇陕秦甘陇青台内蒙桂藏宁新港澳国教财人中';
/**
 * 澜教发〔2021〕3号 of a 市教育局, where the text names 临澜市 or a body of it and no other city that the character fits:
 * the number is that city's.
 */
function fromCityNumber({ text }: Evidence, { number, issuers }: Stated): Region | null {
  const [sign = ''] = number ?? '';
  if (!/^[\p{Script=Han}]{1,4}〔/u.test(number ?? '') || ofProvinces.includes(sign)) return null;
  if (issuers.some((name) => !isRelative(name))) return null;
  const named =
    text.slice(0, longestSearched).match(new RegExp(`[\\p{Script=Han}]{0,3}${sign}[\\p{Script=Han}]{0,2}市`, 'gu')) ??
    [];
  const cities = new Map(
    named.flatMap((name) => {
      const region = [0, 1, 2, 3].map((from) => resolveRegion(name.slice(from))).find((found) => found !== null);
      return region && region.code.length === 4 ? [[region.code, region] as const] : [];
    }),
  );
  const [only, ...others] = cities.values();
  return only && others.length === 0 ? only : null;
}
const longestSearched = 200_000;

const dispatch = /(?:通知|通告|公告|通报|意见|函|批复|决定|方案|计划|要点|总结)$/u;
/** A body's notice or plan on the body's own pages, which say so in their title: …的通知 - 政务公开 - 某某市社会保障局 */
function fromSite({ declaredTitle }: Evidence, kind: string | null): Region | null {
  if (!declaredTitle || !dispatch.test(kind ?? '')) return null;
  const bodies = declaredTitle.split(/[-_|—–－\s]+/u).filter(isBody);
  return firstRegion(bodies.slice(-1));
}

/** 国际邮轮在中华人民共和国港口靠港补给的规定: rules for the country's territory as a whole. */
const namesTheState = (title: string): boolean => title.replace(/《[^》]*》?/gu, '').includes('中华人民共和国');

/** What the steps before have found. */
export interface Stated {
  readonly title: string;
  readonly issuers: readonly string[];
  readonly number: string | null;
  readonly type: string | null;
}

function firstRegion(names: readonly string[]): Region | null {
  for (const name of names) {
    const region = findRegion(name);
    if (region) return region;
  }
  return null;
}

/** The sources in order, the surest first; the first that names a region decides. */
const sources: readonly (readonly [origin: string, read: (evidence: Evidence, stated: Stated) => Region | null])[] = [
  ['title', (_, { title }) => (isStatute(title) ? nationwide() : findRegion(title))],
  ['issuer', (_, { issuers }) => firstRegion(issuers)],
  ['file name', ({ name }) => findRegion(name)],
  ['number', (_, { number }) => fromNumber(number)],
  ['addressees', ({ head }) => (head.some(({ text }) => toAllProvinces.test(text)) ? nationwide() : null)],
  [
    'title',
    (evidence, { title }) => (isStateRegulation(title, evidence) || namesTheState(title) ? nationwide() : null),
  ],
  ['folder', ({ folders }) => firstRegion(folders)],
  ['declared: title', (evidence, { type }) => fromSite(evidence, type)],
  ['number', fromCityNumber],
  ['text', fromCarriedOut],
];

export function findPlace(evidence: Evidence, stated: Stated): Found<Region> | null {
  for (const [origin, read] of sources) {
    const value = read(evidence, stated);
    if (value) return { value, origin };
  }
  return null;
}
