// Who made a rule, and in what form, as the lines under its title tell: passed by a congress, put out by an order.
import { resolveRegion } from '../../services/regions/regions.js';
import type { Evidence } from './evidence.js';

/** Who can make law, by what the line says of them (立法法). */
export type Maker =
  | 'congress' // 全国人民代表大会及其常务委员会
  | 'state council order' // 国务院令
  | 'state council' // 国务院发布 or 批准, without an order
  | 'supervisory commission' // 国家监察委员会公告
  | 'local congress' // of a province or a city with districts
  | 'autonomous county congress' // 自治县: makes 自治条例 and 单行条例 only
  | 'autonomous prefecture congress' // 自治州: both of these, and since 2015 地方性法规
  | 'ministry order' // 部门令
  | 'government order' // 政府令 of a province or a city with districts
  | 'court' // passed by the committee that passes 司法解释
  | 'party' // 中共中央
  | 'revised as 行政法规'; // the State Council's decision that changed it says what it is

const day = '(?:\\d{4}年\\d{1,2}月\\d{1,2}日)';
/** What may stand before the name on such a line: a bracket, 经, a date. */
const start = `^[(（【\\[]?(?:${day}[，, ]*)?(?:经|由|业经|已经)? ?`;
const term = '(?:第[一二三四五六七八九十百\\d]{1,5}届)?';
const serial = '[(（〔\\[ ]*(?:第|〔|\\[|\\(|（|\\d|$)';

const congress = new RegExp(`${start}(?:中华人民共和国)?${term}全国(?:人民代表大会|人大)(?:常务委员会|常委会)?`, 'u');
const congressFirst = new RegExp(`${start}(?:中华人民共和国)?主席令`, 'u');
const localCongress = new RegExp(
  `${start}(?!全国)(\\p{Script=Han}{2,16}?[省市区州县旗盟])${term}(?:人民代表大会|人大)(?:常务委员会|常委会)?`,
  'u',
);
const passes = /通过|批准|修订|修正|修改|公布|发布|颁布|制定|公告/u;
const stateCouncilOrder = new RegExp(
  `${start}(?:中华人民共和国)?国务院(?:、?(?:中华人民共和国)?中央军(?:事委员会|委))?(?:第 ?\\d+ ?号)?令|${start}(?:中华人民共和国)?国务院(?:第.{1,6}次)?(?:常务|全体)会议(?:讨论)?通过`,
  'u',
);
const stateCouncil = new RegExp(
  `${start}(?:中华人民共和国)?国务院(?:[、 ]*中央军(?:事委员会|委))? ?(?:公布|发布|颁布|批准|制定)`,
  'u',
);
const supervisory = new RegExp(`${start}(?:中华人民共和国)?(?:国家监察委员会)(?:公告|第|全体会议)`, 'u');
const order = new RegExp(
  `${start}(\\p{Script=Han}[\\p{Script=Han}、 ]{1,60}?) ?(?:令 ?${serial}|第 ?[\\d一二三四五六七八九十百]{1,4} ?号令)`,
  'u',
);
/** A ministry, commission or administration of the State, by the form of its name; a place in front makes it a local one. */
const ministry =
  /^(?:中华人民共和国|国家)?[\p{Script=Han}、 ]{1,40}?(?:部|委员会|总局|总署|审计署|(?:民用航空|民航|邮政|外汇|知识产权|专利|文物|烟草专卖|海洋|测绘|铁路|能源|粮食|中医药管理|药品监管|药品监督管理)局|中国人民银行)$|^国家[\p{Script=Han}、 ]{2,40}(?:局|办公室|委)$/u;
const court = /最高人民(?:法院审判委员会|检察院.{0,12}检察委员会).{0,40}?(?:通过|会议)/u;
/** What the Party and the State Council put out together may be of either. */
const party = new RegExp(
  `${start}中共中央(?:政治局(?:常务委员会|常委会)?会议)? ?(?:审议)?(?:批准|发布|印发|修订|通过)`,
  'u',
);

/** 《国务院关于废止和修改部分行政法规的决定》修订: who changes several rules says what they are. */
const revisedAs = new RegExp(
  `^[(（【\\[]?(?:根据)?(?:${day}|《).{0,30}国务院关于.{0,10}修改.{0,80}行政法规的决定`,
  'u',
);

/** Rules are made by provinces and cities with districts; a county, a district and a city without districts make none. */
const canLegislate = (place: string): boolean => {
  const code = resolveRegion(place)?.code;
  return code !== undefined && code !== '0' && code.length <= 4;
};

function localMaker(place: string): Maker | null {
  if (/自治[县旗]$/u.test(place)) return 'autonomous county congress';
  if (/自治州$/u.test(place)) return 'autonomous prefecture congress';
  return canLegislate(place) ? 'local congress' : null;
}

function orderedBy(name: string): Maker | null {
  const place = /^(\p{Script=Han}{2,16}?[省市区州])(?:人民)?政府$/u.exec(name)?.[1];
  if (place !== undefined) return canLegislate(place) ? 'government order' : null;
  const [first = ''] = name.split(/[、 ]/u);
  if (!ministry.test(name) || /国务院$|人民代表大会|政府/u.test(name)) return null;
  const local = /^(?:中华人民共和国)?(\p{Script=Han}{2,12}?[省市区县州])/u.exec(first)?.[1];
  return local !== undefined && resolveRegion(local) !== null ? null : 'ministry order';
}

/** Who a line under the title says made the rule; null for a line that says nothing of it. */
export function makerOn(line: string): Maker | null {
  const text = line.trim();
  if (text.length > 300) return null;
  if (court.test(text) && /^[(（【\d最经]/u.test(text)) return 'court';
  if ((congress.test(text) && passes.test(text)) || congressFirst.test(text)) return 'congress';
  const place = passes.test(text) ? localCongress.exec(text)?.[1] : undefined;
  const local = place === undefined ? null : localMaker(place);
  if (local) return local;
  if (stateCouncilOrder.test(text)) return 'state council order';
  if (stateCouncil.test(text)) return 'state council';
  if (supervisory.test(text)) return 'supervisory commission';
  if (party.test(text)) return 'party';
  const ordered = order.exec(text)?.[1];
  const orderer = ordered === undefined ? null : orderedBy(ordered.trim());
  if (orderer && !revisedAs.test(text)) return orderer;
  return revisedAs.test(text) ? 'revised as 行政法规' : null;
}

/** So many lines under the title tell how a rule was made. */
const most = 25;

/** Everything that the head says of who made the rule, in order. */
export const makersIn = ({ head }: Evidence): Maker[] =>
  head
    .slice(0, most)
    .filter(({ kind }) => kind !== 'row')
    .flatMap(({ text }) => makerOn(text) ?? []);

/** A number tells the same: 教育部令第41号, 法释〔2020〕17号. */
export function makerOfNumber(number: string): Maker | null {
  if (/^(?:法释|高检发释字?)/u.test(number)) return 'court';
  return /令/u.test(number) ? makerOn(number) : null;
}
