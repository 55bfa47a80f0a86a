// Names of issuing bodies: which strings are one, and how several are set side by side.

const kinds =
  '人民代表大会常务委员会|人民代表大会|人大常委会|人民政府|人民法院|人民检察院|办公厅|办公室|办公会|委员会|政府|教委|体委|计委|经委|建委|科委|农委|卫健委|卫计委|发改委|改革委|经信委|国资委|编委|[省市区县州盟旗团党工纪军]委|党组|兵团|总工会|研究所|研究院|考试院|科学院|工程院|总局|分局|厅|局|司令部|领导小组|大学|大學|学院|學院|学校|中学|小学|幼儿园|医院|中心|图书馆|博物馆|协会|学会|联合会|基金会|集团|公司|银行|总队|支队|大队|署|总站';
const ministry =
  '(?:教育|财政|公安|民政|司法|文化|卫生|农业|商务|水利|铁道|建设|人事|外交|国防|监察|劳动和社会保障|人力资源和?社会保障|科学技术|科技|工业和信息化|住房和城乡建设|交通运输|自然资源|国土资源|生态环境|环境保护|农业农村|文化和旅游|退役军人事务|应急管理|信息产业|宣传|组织|统战|武装|教务|人事|学生工作|党)部';
const body = new RegExp(
  `^(?:[\\p{Script=Han}（）()·A-Za-z\\d]{1,38}(?:${kinds})|(?:中共|中华人民共和国|[\\p{Script=Han}]{0,20}委)?${ministry}|国务院|中共中央|中央军委|[\\p{Script=Han}]{2,12}(?:教务处|学生处|研究生处|人事处|科研处|财务处|后勤处|保卫处))$`,
  'u',
);
/** Words that stand in sentences and not in the names of bodies. */
const sentence =
  /[的了吗您你]|请|根据|按照|为了|如果|以及|其他|各级|有关|不得|应当|负责|由|向|到|在|是|报|关于|印发|通知|办理/u;
const relative =
  /^(?:[本我贵该]?[省市县区州校院部局]|本|我)(?:人民)?(?:政府|委|教|公安|财政|人社|卫|发|民政|住|人力|办|政)/u;

/** Whether the whole of `text` is the name of one body. */
export const isBody = (text: string): boolean => text.length <= 40 && body.test(text) && !sentence.test(text);

/** 市教育局, 省政府: a name that says whose only within its own place. */
export const isRelative = (name: string): boolean => relative.test(name);

const clean = (name: string): string =>
  name
    .replace(/第[一二三四五六七八九十\d]{1,4}届(?=人民代表大会|全国|人大)/u, '')
    .replace(/ ?[(](?:代|盖|公|印)?章[)]$/u, '')
    .replace(/^[\s《〈“"'·:：—-]+|[\s·:：—-]+$/gu, '')
    .replace(/等(?:[\d一二三四五六七八九十]{1,3}个?)?(?:部门|部委|单位|机关|委办局|厅局)?$/u, '')
    .replace(/^中华人民共和国(?=国务院|[\p{Script=Han}]{2,12}部$)/u, '');

const placed = /^[\p{Script=Han}]{2,8}?[省市区县州]/u;
const ministries =
  /(?:国家)?(?:教育|财政|公安|民政|司法|文化|卫生|农业|商务|水利|铁道|建设|人事|监察|科技|国土资源|环境保护|自然资源|生态环境|交通运输|住房和?城乡建设|人力资源和?社会保障|劳动和社会保障|工业和信息化)部|(?:国家)?发展改革委|(?:国家)?(?:税务|体育|工商|质检|市场监管)总局|(?:中国)?人民银行|国家民委|共青团中央|团中央|全国妇联|中央编办/gu;

/** Names that lost what stood between them: 临澜市财政局临澜市教育局, 财政部国土资源部. */
function apart(name: string): string[] {
  const [place = ''] = placed.exec(name) ?? [];
  if (place !== '' && name.indexOf(place, place.length) > 0) {
    return name.split(new RegExp(`(?<=[局委厅部院府会室处校])(?=${place})`, 'u'));
  }
  const state = name.match(ministries) ?? [];
  return state.length > 1 && state.join('') === name ? state : [name];
}

/** The bodies that `text` names and nothing else, joined by 、 or white space; empty when anything else is in it. */
export function bodiesIn(text: string): string[] {
  if (text.length > 200) return [];
  const names = text
    .split(/[、,，;；\s]+/u)
    .map(clean)
    .flatMap(apart)
    .filter((name) => name !== '');
  return names.length > 0 && names.every(isBody) ? [...new Set(names)] : [];
}

/** The bodies of a line: set side by side, or one with its characters spaced out (某 某 市 教 育 局). */
export function bodiesOfLine(text: string): string[] {
  const names = bodiesIn(text);
  const compact = text.replace(/\s+/gu, '');
  return names.length > 0 || !isBody(compact) ? names : [compact];
}

const verb = /关于|印发|转发|批转|发布|公布|颁布|公告|通告/u;

/** The bodies that a title begins with: 教育部 财政部关于…, 某省教育厅等六部门印发…. */
export function leadingBodies(title: string): string[] {
  const at = verb.exec(title.slice(0, 120))?.index ?? -1;
  return at < 2 ? [] : bodiesIn(title.slice(0, at));
}

const schoolName = /^[\p{Script=Han}]{2,16}?(?:大学|大學|学院|學院|专科学校)(?=[\p{Script=Han}\d《“"（(\s])/u;
/** The school whose rules or guides a title begins with: 某某大学学生违纪处分规定. */
export const leadingSchool = (title: string): string | null => {
  const [name] = schoolName.exec(title) ?? [];
  return name !== undefined && isBody(name) ? name : null;
};
