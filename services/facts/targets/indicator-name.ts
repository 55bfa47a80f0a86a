// One name for one indicator, however it is written: 学前三年毛入园率 is 学前教育毛入园率.

const rewritten: readonly (readonly [RegExp, string])[] = [
  [/[“”"'‘’「」『』《》、\s]|以及|[和及]|(?<!参)与/gu, ''],
  [/[（(][^）)]*[）)]/gu, ''],
  [/学前(?:教育|三年|阶段)*毛?入园率|学前(?:教育|三年)+毛入学率/gu, '学前教育毛入园率'],
  [/高中阶段教育/gu, '高中阶段'],
  [/(?:九年)?(?:制)?义务教育(?:阶段)?/gu, '义务教育'],
  [/普通(小学|初中)/gu, '$1'],
  [/普高/gu, '普通高中'],
  [/(?<!普通)高中教育毛入学率/gu, '高中阶段毛入学率'],
  [/中小学校/gu, '中小学'],
  [/(?:中职|中等职业)(?:学校|院校)/gu, '中等职业学校'],
  [/班级学额|学额/gu, '班额'],
  [/参与面/gu, '参与率'],
  [/覆盖面/gu, '覆盖率'],
  [/占比|比重|百分比/gu, '比例'],
  [/类(?=必修|选修|限定|课程)/gu, ''],
  [/课程选修课程?/gu, '选修课程'],
  [/(?<=艺术|必修|选修)课(?![程时])/gu, '课程'],
  [/(?:占|的)$/gu, ''],
];

/** What leads up to a name and is no part of it. */
const lead =
  /^(?:(?:力争|争取|努力|确保|保证|保障|保持|实现|推动|推进|促进|使|要|应当?|须|必须|将|已|预计|计划|继续|逐步|进一步|全面|不断|其中|并|均|都|共|各地|各校|各区|各级|各类|各|全国|全省|全市|全区|全县|全州|本市|我市|我省|本省|我区|今年|全年|年内|学年度?|市财政|开展|落实|各种形式|各类|到|至|年|底|末|前|起|每年|市区县|县市区|区县|每所|每个|每|严格|创建|建设|建成|建立|争创|打造|开设|招收|招录|组织|参加|完成|落实|执行|按照|达到|达|在|对)[的]?)+/u;

export function indicatorName(text: string): string {
  let name = text.normalize('NFKC');
  for (const [from, to] of rewritten) name = name.replace(from, to);
  for (let shorter = name.replace(lead, ''); shorter !== name; shorter = name.replace(lead, '')) name = shorter;
  return name;
}

const levels: readonly (readonly [RegExp, string])[] = [
  [/学前教育|幼儿园/u, '学前教育'],
  [/义务教育/u, '义务教育'],
  [/小学(?!生|和|、|及|与)|小学(?=[和、及与]初中)/u, '小学'],
  [/初中(?!毕业|生)/u, '初中'],
  [/普通高中|普高/u, '普通高中'],
  [/高中阶段/u, '高中阶段'],
  [/中等职业(?:学校|教育)|中职|职业教育/u, '中等职业教育'],
  [/职业院校/u, '职业院校'],
  [/高校|高等(?:学校|院校)|普通高校/u, '高等学校'],
  [/特(?:殊)?教(?:育)?学校|特殊教育/u, '特殊教育'],
];
const anyLevel = new RegExp(levels.map(([pattern]) => `(${pattern.source})`).join('|'), 'gu');
/** A level inside what a share is of, or in a document's title, is not the subject's. */
const aside =
  /《[^》]*》|占[^，,；;。]{0,12}?(?=课时|总)|国家[^，,；;。]{0,6}标准|乡(?:镇|村)中心小学以上|中心小学以上/gu;

/** The level of education named last in `text`; empty where none is. */
export function levelIn(text: string): string {
  let level = '';
  for (const match of text.replace(aside, (found) => ' '.repeat(found.length)).matchAll(anyLevel)) {
    const index = match.slice(1).findIndex((part) => part !== undefined);
    level = levels[index]?.[1] ?? level;
  }
  return level;
}

/** The name with the level in front, where it does not say one itself. */
export const withLevel = (name: string, text: string): string =>
  levelIn(name) === '' ? `${levelIn(text)}${name}` : name;
