// Shares that no head names: X占Y的…, X不低于Y总数的…, 按…的…用于X, …的X具有Y, X覆盖…的Y.
import { indicatorName } from '../indicator-name.js';
import { clauseOf, type NameReader } from './around.js';
import { withLevel } from './levels.js';
import { phraseBefore, tailOf, withoutActor, withoutBrackets, withoutPredicate, withoutTimes } from './phrase.js';
import { isProcedure } from './procedure.js';

const whole =
  '总学分|总课时|总数|总人数|总额|总量|总面积|总投资|计划数?|人数|任务数|教师|学生|学校|总值|支出|收入|经费|[数]';
const over = `占|可?(?:提高|增加|扩大|降|下降|压缩|缩小|降低)[到至]|为(?=[^，,；;。]{0,40}(?:计划|总数|总量)数?的?$)|(?:应当?|须|要)?(?:严格)?(?:控制在|不低于|不得?少于|不得?超过|原则上不少于|原则上不超过|不得低于|不得?超(?!过)|达到)`;
const portion = new RegExp(
  `(?:(?:人?数|数量|招收数),?)?(?:应当?|须|要)?(?:${over})应?[^，,；;。]{0,40}?(?:${whole})的?$`,
  'u',
);
const opener = /^[“"]?([\p{Script=Han}“”"]{3,14}?)(?:不|将|要|应|可|须|由|单列|纳入|原则上)/u;
/** 担任公共艺术课程教学的教师 are 公共艺术课程教师. */
const trade = /^(?:各?(?:普通)?高校|各校|学校)?(?:具有|担任)/u;

export const portionOf: NameReader = ({ quantity, since, behind }) => {
  const clause = clauseOf(since);
  if (quantity.unit !== '%' || isProcedure(clause)) return null;
  const plain = withoutBrackets(clause).replace(/(?:不(?:低于|少于|超过)|达到?|达)$/u, '');
  const found = portion.exec(plain);
  // 科技企业应占年产品销售收入的3%: what of theirs is said elsewhere
  if (
    found &&
    /(?:收入|支出|产值|利润)[^，,]{0,4}$/u.test(plain) &&
    /(?:企业|单位|公司|机构)(?:应当?|须|要)?$/u.test(plain.slice(0, found.index))
  )
    return null;
  if (!found || found.index === 0 || /按照?$|^以$/u.test(plain.slice(0, found.index))) return null;
  const subject = tailOf(withoutPredicate(withoutTimes(plain.slice(0, found.index).replace(/[，,]$/u, ''))));
  const name = indicatorName(
    withoutActor(subject)
      .name.replace(trade, '')
      .replace(/的?比例$/u, '')
      .replace(/课程教学的教师/u, '课程教师')
      .replace(/(?:招收数|人数|数量|(?<=计划|名额)数|数)$/u, ''),
  ).replace(/以上的/u, '以上');
  if (name.length < 2) return null;
  // 非上海生源计划不纳入总计划，其计划数不超过…: whose it is opens the sentence
  const whose = /^其(?![中他它余])/u.test(name) ? opener.exec(behind)?.[1] : undefined;
  if (whose) return `${indicatorName(whose)}比例`;
  return withLevel(
    indicatorName(`${name}比例`),
    behind.slice(0, behind.length - since.length) + plain.slice(0, found.index),
  );
};

/** Before a share that is taken out of a whole: 用…的, 按…的, 安排… */
const takenFrom = /(?:用|按|从|安排|安置|划出|拿出|提取|预留|划拨|比例|配建|配备(?=不|至))[^，,；;。]{0,24}[（(]?$/u;
const rest = '[）)]?的?(?:比例|名额|资金|经费)?[，,]?(?:专门|专项)?';
const thing = '[\\p{Script=Han}]{2,14}(?=[，,；;。]|$)';
const use = new RegExp(
  `^${rest}(?:(?:用于|作为|用来|配备|提取)(${thing})|((?:安排|安置|吸纳|招用|招聘|聘请|招收|引进|奖励|购买|设置|配置|建设|配建)${thing}))`,
  'u',
);
/** 配建不低于总面积30%的保障房: what is provided stands behind its share. */
const provides = /(?:安排|划出|划拨|拿出|提取|预留|留出|配建|配备)(?:[^，,；;。]{0,24})$/u;
const whatIsProvided = /^[）)]?的((?!标准|比例|资金|经费|部分|额度)[\p{Script=Han}]{2,12})(?=[，,；;。]|$)/u;
/** 教师按学生总数的0.4%配备: those who are provided stand first. */
const provided = /([\p{Script=Han}]{2,14}?)按照?[^，,；;。]*$/u;

/** 用编制总数的10%聘请兼职教师, 安排招生计划25%的比例作为自荐生招生计划: what the share is set apart for. */
export const setApart: NameReader = ({ quantity, since, next, behind }) => {
  const clause = clauseOf(behind);
  if (quantity.unit !== '%' || isProcedure(clauseOf(since), next)) return null;
  const named = /^的?([\p{Script=Han}]{2,12}比例)/u.exec(next)?.[1];
  if (named && !/^的?比例/u.test(named)) return indicatorName(named);
  if (!takenFrom.test(clause)) return null;
  if (/^(?:的比例)?配备(?=[，,；;。]|$)/u.test(next)) {
    const who = provided.exec(clause)?.[1];
    return who ? `${indicatorName(who)}比例` : null;
  }
  const found = use.exec(next) ?? (provides.test(clause) ? whatIsProvided.exec(next) : null);
  const purpose = indicatorName(
    (found?.[1] || found?.[2] || '').replace(
      /^(?:(?:安排|安置|吸纳)(?=[^，]*就业)|发展|支持|开展|设置|配置|建设|配建)/u,
      '',
    ),
  );
  return purpose === '' || /^(?:安排|使用|执行)?(?:资金)?$/u.test(purpose) ? null : `${purpose}比例`;
};

/** 完成全员培训任务的80%, “班班通”工程已完成70% */
export const completion: NameReader = ({ quantity, since }) => {
  const work = /([\p{Script=Han}“”"]{2,16}(?:工程|项目|建设|改造))(?:已经?|累计)?完成(?:了)?$/u.exec(since)?.[1];
  if (quantity.unit === '%' && work) return indicatorName(work);
  const task = /完成([\p{Script=Han}]{2,16}(?:任务|计划))的$/u.exec(since)?.[1];
  return quantity.unit === '%' && task ? indicatorName(task) : null;
};

const does =
  '具有|建有|建立|设立|设有|建设|接受|得到|享受|取得|获得|使用|应用|符合|满足|成立|制定|普及|建成|达成|达到|实现|配备|开设|创建为?|通过|分配|参加|参与|纳入|完成|掌握|拥有|接入|开展';
const lastShare = new RegExp(
  `^[^，,；;。]*[%％](?:以上)?的?[\\p{Script=Han}]{1,12}?((?:要|应|都|将)?(?:${does}).*)`,
  'u',
);
const by =
  /^(?:以上)?的?([\p{Script=Han}]{2,8}?)(?:由|通过|采取|采用)([\p{Script=Han}]{2,12}?)(?:的?(?:方式|办法|途径))?(?:确定|产生|解决|招收)(?=[，,；;。]|$)/u;
/** A longer object is told by its head: 建立由各部门参与的小组. */
const SHORT = 24;
/** Those who are counted in parts, with what they do. */
const member =
  /^(?:以上)?的?((?:公办|民办|适龄|农村)?(?:小学|初中|中小学|学校|幼儿园|高校|教师|学生|儿童|幼儿|县|乡镇|街道|社区))(?![的生教学儿校])([\p{Script=Han}]{3,16})(?=[，,；;。]|$)/u;
/** 100%的省、70%的市建立队伍: what they do stands behind the last. */
function sharedPredicate(next: string, rest: string): string | null {
  const who = /^(?:以上)?的?([\p{Script=Han}]{1,12})[、和及与]$/u.exec(withoutBrackets(next))?.[1];
  const does = lastShare.exec(withoutBrackets(rest))?.[1];
  return who && does ? `的${who}${does}` : null;
}
/** 60%的学校达成学校特色, 100%公办学校实现就近入学 */
export const partThat: NameReader = ({ quantity, next: following, since, rest }) => {
  const next = sharedPredicate(following, rest) ?? following;
  if (quantity.unit !== '%' || isProcedure(clauseOf(since), next)) return null;
  const found = new RegExp(
    `^(?:以上)?的?(?![而且并不仍后时])([\\p{Script=Han}、]{1,16}?)(?:能够|要|应|都|将)?(${does})了?([\\p{Script=Han}、“”"]{2,48})(?=[，,；;。]|$)`,
    'u',
  ).exec(withoutBrackets(next));
  if (!found) {
    // 90%以上生源由就近入学方式确定
    const [, those, way] = by.exec(next) ?? [];
    if (those && way) return indicatorName(`${those}${way}比例`);
    // 100%的小学划片就近入学: whatever it is that all of a kind do
    const [, kind, act] = member.exec(next) ?? [];
    return kind && act ? `${indicatorName(kind)}${indicatorName(act)}比例` : null;
  }
  const [, who = '', verb = '', what = ''] = found;
  // 建成区80%以上的面积达到要求: whose it is stands before
  const whose =
    /(?:^|[，,；;：:])([\p{Script=Han}]{2,7}[区县市镇校园])$/u.exec(withoutTimes(clauseOf(since)))?.[1] ?? '';
  const core = what.length > SHORT ? what.replace(/^.*的(?=.{2})/u, '') : what;
  return indicatorName(`${whose}${who}${verb === '实现' ? '' : verb}${core}比例`);
};

/** 学校100%达到办学标准, 适龄儿童100%入学 */
export const subjectThat: NameReader = ({ quantity, since, next }) => {
  const clause = clauseOf(since);
  if (quantity.unit !== '%' || isProcedure(clause, next)) return null;
  const done = new RegExp(
    `^(?:以上)?((?:${does}|入学|就读|毕业|升学|覆盖)[\\p{Script=Han}]{0,14})(?=[，,；;。、]|$)`,
    'u',
  ).exec(next)?.[1];
  const who = indicatorName(phraseBefore(clause));
  return done && who.length >= 2 && who.length <= 20 ? `${who}${done}比例` : null;
};

/** 建成示范高中8所，占普通高中总数的42%; 轮岗比例不低于10%，其中骨干教师轮岗不低于20%: shares beside what was said before. */
export const besides: NameReader = ({ quantity, since, previous }) => {
  if (quantity.unit !== '%' || previous === null || isProcedure(since)) return null;
  const plain = withoutBrackets(since);
  if (/^[，,、]?占[^，,；;。]{2,20}的?$/u.test(withoutPredicate(plain).replace(/[，,]$/u, '')))
    return `${previous}比例`;
  const part = /^[，,；;]?其中[，,]?/u.test(plain) ? indicatorName(phraseBefore(plain)) : '';
  return part.length >= 4 && /(?:比例|率)$/u.test(previous) && quantity.comparison !== 'equal' ? `${part}比例` : null;
};

/** 开齐开足美育课程的学校达到95%以上 */
export const wholeThat: NameReader = ({ quantity, since, behind }) => {
  const clause = clauseOf(since);
  if (quantity.unit !== '%' || quantity.comparison === 'equal' || isProcedure(clause)) return null;
  const phrase = phraseBefore(clause);
  return /的(?:学校|教师|学生|幼儿园|班级|县|乡镇|社区)$|.{2}(?:教师|学生|人员|干部|委员|女性|妇女)(?:人?数)?$|人数$/u.test(
    phrase,
  )
    ? withLevel(`${indicatorName(phrase.replace(/人?数$/u, ''))}比例`, clauseOf(behind))
    : null;
};

/** 实现教育资源服务覆盖全市90%中小学校 */
export const coverage: NameReader = ({ quantity, since, next }) => {
  const covers = /([\p{Script=Han}、“”]{2,24}?)(?:已经?|基本)?覆盖(?:全[市省国县区])?$/u.exec(clauseOf(since));
  const who = /^(?:以上)?的?([\p{Script=Han}]{2,10})(?=[，,；;。]|$)/u.exec(next)?.[1];
  if (quantity.unit !== '%' || !covers?.[1] || !who) return null;
  return `${indicatorName(who)}${indicatorName(covers[1])}覆盖率`;
};
