// Which indicator a quantity is of, by the kind of its unit. General knowledge of the field, as a dictionary of heads:
// rates and shares, class size, ratios, funding a pupil, places, schools, staff, hours of a course, credits.
import { indicatorName, levelIn, withLevel } from './indicator-name.js';
import type { Quantity } from './quantities.js';

export interface Around {
  readonly sentence: string;
  readonly quantity: Quantity;
  /** from the sentence's start, and from the last quantity, up to this one */
  readonly behind: string;
  readonly since: string;
  /** up to the next quantity or the clause's end */
  readonly next: string;
}
type Reader = (around: Around) => string | null;

/** Rules of procedure that speak of rates and shares too: admission files, plagiarism, marks, fees, insurance, sanctions. */
const procedure =
  /投档|调档|调阅|差额|复试|重复率|优秀率|相似|查重|分数线|投档分|论文|罚款|报销|支付|缴费|缴纳(?!的)|基金|保险|医|利率|税率|汇率|折|罚金|违法|租金|补缴|住房|面积份额|份额|比例投|派位|抽查|抽检|评审|答辩|成绩|得分|积分[，,。]|工资(?!总额)|录取比例|学费|住宿费|评分|公示|推荐人数|筹资|一定比例/u;

/** The noun phrase at the end of `text`: since the last stop of a clause. */
const phrase = (text: string): string => /[^，,；;:：。！？（）()\d]*$/u.exec(text.trimEnd())?.[0] ?? '';
const trimmed = (text: string): string =>
  text.replace(
    /(?:不(?:得|应|能)?(?:低于|少于|超过|超|高于|突破)|应当?|须|必须|要|分别|应分别|至少|原则上|一般|严格|均|已经?|为|是|约为?|在|到|控制|提高|提升|增长|增加|下降|降|达到?|超过|巩固|保持|安排|可以?|将|上升|占)+$/gu,
    '',
  );

const lastRate = (text: string): string | null => {
  const at = Math.max(
    ...['率', '比例', '比重', '占比', '覆盖面', '参与面'].map((head) => {
      const index = text.lastIndexOf(head);
      return index === -1 ? -1 : index + head.length;
    }),
  );
  return at <= 0 ? null : text.slice(0, at);
};

/** 艺术课程课时总量不低于总课时的9%, 按总课时的11%开设艺术课程 */
const hourShare: Reader = ({ quantity, behind, sentence, next }) => {
  if (quantity.unit !== '%' || !/课时[^，,；;。]{0,8}$|课时[^；;。]{0,24}的占到$/u.test(behind)) return null;
  const subject = [...`${behind}${next}`.matchAll(/(艺术|美育|音乐|体育|劳动教育|书法|思政)(?:类)?课程/gu)].at(-1)?.[1];
  const level = levelIn(
    sentence.slice(0, quantity.start).replace(/义务教育(?:阶段)?(?:学校)?(?:艺术|美育)课程(?:总?课时|总量)/gu, ''),
  );
  return subject ? `${level}${subject}课程课时比例` : null;
};

const rate: Reader = ({ quantity, since, behind }) => {
  if (quantity.unit !== '%' && quantity.unit !== '百分点') return null;
  const clause = /[^；;。]*$/u.exec(since)?.[0] ?? since;
  const headed = lastRate(clause);
  if (headed === null || procedure.test(clause)) return null;
  // 占…的比例: what has the share stands before 占
  const whole = phrase(headed);
  const of = /^(.*?)(?:占|不低于|不超过)[^，]*(?:比例|比重)$/u.exec(whole);
  const name = of?.[1]
    ? `${of[1].replace(/(?:人数|的?名额数?)$/u, (found) => (found.startsWith('人') ? '' : '名额'))}比例`
    : whole;
  if (indicatorName(name).length < 2 || /^的?比例$/u.test(indicatorName(name))) return null;
  return withLevel(
    indicatorName(name),
    /入园|毛入学|巩固率|失业/u.test(name)
      ? ''
      : behind.slice(0, behind.length - since.length) + since.slice(0, since.indexOf(name)),
  );
};

/** 专任教师人数应当不低于本校教师总数的10%, 艺术特色学校占全市学校总数的20% */
/** 小学、初中就近入学比例分别达到94.1%和90.6%: one head, a level for each. */
const shared: Reader = ({ quantity, behind }) => {
  const clause = /[^；;。]*$/u.exec(behind)?.[0] ?? behind;
  const list = /(小学|初中|普通高中|幼儿园)[、和与](小学|初中|普通高中)(?:[、和与](普通高中|高中))?/u.exec(clause);
  const apart = clause.lastIndexOf('分别');
  if (quantity.unit !== '%' || !list || apart < list.index) return null;
  const place = (clause.slice(apart).match(/[\d.]+\s*[%％]/gu) ?? []).length;
  const level = list[place + 1];
  const head = lastRate(clause.slice(0, apart));
  if (!level || head === null || procedure.test(clause)) return null;
  const rest = head.slice(head.indexOf(list[0]) + list[0].length);
  const name = head.includes(list[0]) && rest !== '' ? rest.replace(/[，,中]+(?=专职)/u, '') : head;
  return `${level}${indicatorName(phrase(name))}`;
};

const share: Reader = ({ quantity, since, behind }) => {
  if (quantity.unit !== '%' || procedure.test(since)) return null;
  const found =
    /([^，,；;。：:]+?)[，,]?(?:应当?|须|要)?(?:严格)?(?:控制在|占|不低于|不得?少于|不得?超过|原则上不少于|原则上不超过)(?:应)?[^，,；;。]{0,20}?(?:总数|总人数|总额|计划|总量|教师|学生|招生人数|任务数)的?$/u.exec(
      since.replace(/(?:不(?:低于|少于|超过)|达到?)$/u, ''),
    );
  if (!found?.[1]) return null;
  const name = indicatorName(
    trimmed(found[1]).replace(/(?:招收数|人数|数量|数|课程教学的教师)$/u, (end) =>
      end.endsWith('教师') ? '课程教师' : '',
    ),
  );
  return name.length < 2
    ? null
    : withLevel(
        `${name
          .replace(/^(高校|普通高校)?(?:具有|担任)/u, '')
          .replace(/课程教学的教师?$/u, '课程教师')
          .replace(/以上的/u, '以上')}比例`,
        behind,
      );
};

const classSize: Reader = ({ quantity, since, behind }) => {
  if (quantity.unit !== '人' || !/(?:班额|学额)[^，,。；;]{0,12}$/u.test(since)) return null;
  if (/突破/u.test(since)) return null;
  return `${levelIn(behind)}班额`;
};

const ratios = /(?:师生比|生师比|教职工与(?:幼儿|学生)(?:之|的)?比例?|师幼比)[^，,。；;]{0,8}$/u;
const ratio: Reader = ({ quantity, since }) => {
  const head = quantity.unit === '比' ? ratios.exec(since)?.[0] : undefined;
  return head ? withLevel(/师幼比|幼儿/u.test(head) ? '师幼比' : '师生比', since) : null;
};

const funding: Reader = ({ quantity, behind, since }) => {
  if (quantity.unit !== '元' || procedure.test(since)) return null;
  const each = /生均|每生每年|每生/u.test(behind);
  const head = [...behind.matchAll(/(生均)?(公用经费|经费|财政拨款|拨款|教科研经费)/gu)].at(-1)?.[2];
  if (each && head) return `${levelIn(since) || levelIn(behind)}生均${head}`;
  const money = [...since.matchAll(/([\p{Script=Han}]{0,10}(?:经费|资金|投入))/gu)].at(-1)?.[1];
  return money && !each ? indicatorName(money) : null;
};

const courseHours: Reader = ({ quantity, behind, next }) => {
  const { unit } = quantity;
  if (!/^(?:课时|学时|节|学分)$/u.test(unit) || procedure.test(behind)) return null;
  if (unit !== '学分' && !/不|至少|累计|达到|总课时/u.test(behind.slice(-12))) return null;
  if (unit === '学分' && /对应|计入|折算|上限|听课|替代|每门/u.test(behind + next)) return null;
  if (unit !== '学分' && /听课|排课|对应|每门/u.test(behind)) return null;
  const course =
    /((?:音乐|美术|体育)课(?:[、和](?:音乐|美术|体育)课)+|(?:公共)?(?:艺术|美育|音乐|美术|体育|劳动教育|书法)[\p{Script=Han}、（()）]{0,10}?(?:必修|选修)?(?:课程|课)|(?:必修|选修)课程?)/gu;
  if (/[（(]$/u.test(behind)) return null; // the same, in another unit
  const names = [...behind.replace(/《[^》]*》/gu, '').matchAll(course)]
    .map((match) => match[0])
    .filter((name) => !/^(?:必修|选修)/u.test(name) || !/艺术|美育/u.test(behind));
  const ahead = [...next.matchAll(course)].map((match) => match[0])[0];
  const subject = (/学分(?:用于|的)/u.test(`${unit}${next}`) ? ahead : undefined) ?? names.at(-1) ?? ahead;
  if (!subject) return null;
  const weekly = /每周/u.test(behind.slice(-16)) && unit !== '学分';
  return withLevel(`${indicatorName(subject)}${weekly ? '周课时' : unit === '学分' ? '学分' : '课时'}`, behind);
};

/** What is counted: the end of a name. */
const countable =
  /(?:学位|幼儿园|普高|学校|中小学|小学|初中|高中|职业?院校|基地|工作室|工作坊|专业|艺术团|教师|教研员|督学|教室|项目|示范校|特色校|毕业生|实验室|图书|教学点|寄宿生|人次|人数|扩招|培训|招生计划|新生|在校生)$/u;
const verbs =
  /(?:新建|改建|扩建|改扩建|改、扩、建|迁建|新增|增加|增设|补充|建设|建成|创建|争创|打造|建立|配备|招聘|培训|扩招|达到?|组建|实施|改造|评选|培育|设立|指派|配齐)/u;
/** Verbs that say that the quantity is added to what there was. */
const added = /(新建|改、?扩、?建|改扩建|扩建|改建|迁建|新增|增加|补充|扩招)/gu;

/** Characters before a quantity in which a verb says that things are set up. */
const LOOK_BACK = 80;

const counted: Reader = ({ quantity, since, behind, next, sentence }) => {
  if (!/^[个所处人间座]|^人次/u.test(quantity.unit) || procedure.test(sentence)) return null;
  const verb = new RegExp(`(${verbs.source})(?:了|不少于|至少|约)?$`, 'u').exec(since.trimEnd());
  const after = /^(?:以上|左右|多|余)?(?:的)?([\p{Script=Han}“”、]{2,20}?)(?=[，,。；;：:（(]|$)/u.exec(next)?.[1];
  if (after && countable.test(after) && (verb || /^[，,]$/u.test(since.trim())))
    return named(`${verb?.[1] ?? ''}${after}`);
  const ahead = phrase(trimmed(since.slice(0, since.length - (quantity.start - quantity.from))));
  const plain = (text: string): string => trimmed(text).replace(/(?:各|数|等|数量|人数)$/u, '');
  const object = plain(ahead);
  const acted = verbs.test(behind.slice(-LOOK_BACK));
  if (!countable.test(object) || !(acted || quantity.comparison !== 'equal' || /人/u.test(quantity.unit))) return null;
  const first = [...object.matchAll(new RegExp(verbs.source, 'gu'))].find(
    ({ index, 0: word }) =>
      index + word.length < object.length - 1 && !/^(?:基地|项目)/u.test(object.slice(index + word.length)),
  );
  return named(first ? object.slice(first.index) : object);
};
const leadingVerbs = new RegExp(`^(?:${verbs.source}|[、，,和与及])+`, 'u');
const named = (text: string): string | null => {
  const led = leadingVerbs.exec(text)?.[0] ?? '';
  const bare = text.slice(led.length);
  const kept = [...led.matchAll(added)]
    .map((match) => match[0].replace(/、/gu, ''))
    .join('')
    .replace('增加', '新增');
  const name = indicatorName(bare);
  return name.length < 2 || /^(?:学校|教师|项目)$/u.test(kept + name) ? null : `${kept}${name}`;
};

export const readers: readonly Reader[] = [
  hourShare,
  ratio,
  shared,
  rate,
  share,
  classSize,
  funding,
  courseHours,
  counted,
];
