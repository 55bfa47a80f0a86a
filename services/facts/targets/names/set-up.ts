// Verbs that set something up (新建, 打造, 招聘), with what they are said of and what of them stays in a name.
import { type Around, clauseOf } from './around.js';
import { phraseBefore } from './phrase.js';

/** Verbs that set something up, or say that it is there (发挥12所示范学校的作用); the quantity is what there will be. */
const sets =
  '建设|轮训|成立|创设|开建|竣工|选聘|特聘|招募|引育|选调|派驻|结对|发挥|举行|受理|建有|设有|选定|选择|确定|开通|授予|开办|建成|建好|建立|建|办好|创建|争创|创成|打造|设立|设置|配备|配齐|聘请|聘任|认定|评审|遴选|抓好|共有|现有|已有|评选|评定|命名|选树|培育|培养|培训|招收|组建|组织|开展|举办|实施|开工|完成|指派|选派|派出|扶持|推出|制定|修订|落实|获得|拥有|开设|启动|改造|惠及';
/** Verbs that say that it is added to what there was, or changed: they stay in the name. */
const adds =
  '资助|新改扩建|新开办|新建|改建|扩建|改扩建|改、扩、建|迁建|续建|新增(?!就业)|增加(?![到至])|增设|补充|扩招|招聘|引进|改造|惠及|撤并|新开工';
const verb = `(?:${adds}|${sets})`;
const verbs = new RegExp(`${verb}(?:[、和及或]?(?:${verb}))*(?:了|各类|一批|约|至少|不少于|不低于|超过)?`, 'gu');

/** The verb just before a quantity: 建设了20个… */
const ending = new RegExp(`(?:${verbs.source})+$`, 'u');

export const trains = /(?:培训|轮训)(?:了|约|至少|不少于|不低于|超过)?$/u;

export interface Acted {
  /** 新建、改扩建, without its marks; empty where the verb is no part of a name */
  readonly kept: string;
  /** behind the verb */
  readonly object: string;
  /** 培训教师500名 counts a training, not teachers */
  readonly training: boolean;
}

export const keptOf = (led: string): string =>
  [...led.replace(/改、扩、建/gu, '改扩建').matchAll(new RegExp(adds, 'gu'))]
    .map(([found]) => found)
    .join('')
    .replace('增加', '新增');

/** The last verb of the phrase that ends `text`, with its object. */
export function actedIn(text: string): Acted | null {
  const clause = /[^，,；;：:。]*$/u.exec(text)?.[0] ?? '';
  let noun: string | null = null;
  for (const match of [...clause.matchAll(verbs)].toReversed()) {
    const object = clause.slice(match.index + match[0].length);
    // 培训基地, 建设项目, 建筑: the verb is the noun's own
    if (/^(?:基地|项目|中心|计划|工程|达标|的|筑|档|议)/u.test(object)) {
      noun = `${match[0]}${object}`;
      continue;
    }
    if (phraseBefore(object) === '') continue; // 校长教师培训3万人次: a noun
    return { kept: keptOf(match[0]), object, training: trains.test(match[0]) };
  }
  return noun === null ? null : { kept: '', object: noun, training: false };
}

/** 、市级示范基地3处: an item of a list has the verb of the items before it. */
export function inherited({ behind, since }: Pick<Around, 'behind' | 'since'>): Acted | null {
  if (!/^\s*(?:[、，,和及与]|其中)/u.test(since)) return null;
  const clause = clauseOf(behind.slice(0, behind.length - since.length));
  const last = [...clause.matchAll(verbs)].at(-1);
  return last ? { kept: keptOf(last[0]), object: '', training: /^\s*、/u.test(since) && trains.test(last[0]) } : null;
}

/** The verb that a comma clause begins with. */
const opensWith = new RegExp(
  `.*(?:^|[，,：:])\\s*(?:要|应|将|计划|力争|争取|重点|着力|分批|逐步|积极|每年)*(${verbs.source})(?![地的])`,
  'u',
);

/** The verb that leads up to a quantity; of 建成甲、乙、丙等29个幼儿园 the one before those that are named. */
export function verbBefore(text: string): string | null {
  const plain = text.trimEnd();
  // 建设以合唱、民乐为主要门类的500支艺术团: what describes them stands between
  if (/.的$/u.test(plain)) return opensWith.exec(/[^；;。]*$/u.exec(plain)?.[0] ?? '')?.[1] ?? null;
  const first = /等$/u.test(plain) ? [...plain.matchAll(verbs)][0]?.[0] : undefined;
  return first ?? ending.exec(plain)?.[0] ?? null;
}
