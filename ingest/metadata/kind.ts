// The kind of a document (文种), from the end of its title, and its status, where title, head or file state it.
import type { Status } from '../../services/domain/document.js';
import { indexForm } from '../../services/language/segment.js';
import { declaredAs, type Evidence, type Found } from './evidence.js';

/** Kinds by what titles end with; a longer ending stands before the shorter one that it ends with. */
const kinds: readonly (readonly [ending: RegExp, kind: string])[] = [
  [/工作要点$/u, '工作要点'],
  [/(?:工作|年度)计划$/u, '工作计划'],
  [/工作报告$/u, '工作报告'],
  [/工作总结$/u, '工作总结'],
  [/讲话(?:稿|材料)?$|讲话摘要$/u, '讲话'],
  [/答记者问$|^解读|解读(?:文本|材料|稿)?$/u, '解读'],
  [/会议纪要$|(?<!世)纪要$/u, '纪要'],
  [/司法解释$/u, '司法解释'],
  ...'通知 通告 公告 公报 通报 决议 决定 意见 批复 请示 议案 条例 规定 办法 细则 规则 规程 章程 准则 守则 公约 制度 规范 标准 方案 计划 规划 纲要 要点 简章 指南 指引 须知 手册 说明 报告 总结 建议 提案 倡议书 公开信 白皮书 清单 目录 申请表 安排 解答 解释 问答'
    .split(' ')
    .map((kind) => [new RegExp(`${kind}$`, 'u'), kind] as const),
  [/(?:命|部|省|市|院|政府)令$/u, '命令'],
  [/(?:复|来|致|的)函$/u, '函'],
];

/** 《…法》, but not 办法, 方法, 立法 and other words in 法. */
const statute =
  /[\p{Script=Han}](?<!办|方|做|书|立|(?<!公)司|执|违|守|合|依|看|想|说|(?<!适)用|(?<![预决])算|语|技|普|手|疗)法$|法典$|^宪法$|共和国宪法$/u;

const draft = /(?:征求|征集|公开征求)意见稿?|征求意见|草案|送审稿|讨论稿|[一二三]审稿|修订稿|[（(][一二三]审[)）]/u;

/** The title without what may follow its kind: years, brackets, 稿 and 修订. */
export function bareTitle(title: string): string {
  let text = indexForm(title.slice(0, 300)).replace(/^《([^《》]+)》$/u, '$1');
  for (let i = 0; i < 6; i++) {
    const before = text;
    text = text
      .replace(/\s*[（(【[][^（）()【】[\]]{0,40}[）)】\]]\s*$/u, '')
      .replace(/[\s\d年版期一二三四五六七八九十、.:：_\-—－–》〉”"]+$/u, '')
      .replace(/(?:修正案|修订案|修订|修正|试行|暂行|全文|正文|草案|送审稿|征求意见稿|征求意见|公开|文件|汇总)$/u, '');
    if (text === before || text === '') break;
  }
  return text;
}

/** Rules that the two highest courts make for the application of law; their forms are laid down (法发〔2007〕12号). */
const interpretation = /(?:解释|规定|规则|批复|决定|解答|安排)$/u;

export function findKind(title: string, issuers: readonly string[]): Found<string> | null {
  const text = bareTitle(title);
  const highest = /^最高人民(?:法院|检察院)/u;
  if (interpretation.test(text) && (highest.test(text) || issuers.some((name) => highest.test(name)))) {
    return { value: '司法解释', origin: 'title' };
  }
  if (statute.test(text)) return { value: '法律', origin: 'title' };
  const found = kinds.find(([ending]) => ending.test(text));
  return found ? { value: found[1], origin: 'title' } : null;
}

/** Whether a title is that of a statute, 《…法》, which only the State makes, or of a rule named after one. */
export const isStatute = (title: string): boolean => {
  const text = bareTitle(title).replace(/法(?:实施)?(?:条例|细则)$/u, '法');
  return statute.test(text) && text.length <= 40 && !/关于|学习|宣传|贯彻|落实|实施|解读|印发|通知/u.test(text);
};

const validityKeys = '有效性 时效性 效力状态 效力状况 有效状态 是否有效 文件状态'.split(' ');

function asStatus(stated: string): Status | null {
  if (/废止|失效|无效|否/u.test(stated)) return '已废止';
  if (/已?被?(?:修改|修订|修正)/u.test(stated)) return '已修订';
  if (/征求意见|草案/u.test(stated)) return '征求意见';
  if (/有效|是|现行|执行/u.test(stated) && !/尚未|部分/u.test(stated)) return '现行';
  return null;
}

const itself = '(?:本|该|此)?(?:文件|件|文|办法|规定|条例|通知|意见|法规|规章)?';
const ended = '(?:宣布)?(?:废止|失效|停止执行)';
/** 此件已废止; 【失效】; 本办法已被2021年…《…》废止: what a site or a compilation notes about the document itself. */
const repealed = new RegExp(
  `^(?:[（(【[]?(?:注[:：] ?)?${itself}(?:已|现已|已经|自.{4,14}起)${ended}[）)】\\]。!！]?|[【[（(]${ended}[】\\]）)]|[（(【[]?(?:注[:：] ?)?(?:本|该|此)(?:文件|件|文|办法|规定|条例|通知|意见|法规|规章)(?:已|现已|已经|于|自)[^。；]{0,12}(?:被|由|经|根据)[^。；]{4,80}(?:废止|代替|取代|失效)[）)】\\]。]?)$`,
  'u',
);
/** Whether a line says that the document it stands in no longer holds. */
export const isRepealNotice = (text: string): boolean => text.length <= 140 && repealed.test(text);
const repealedTitle = /[（(【[](?:已|现已)?(?:废止|失效|宣布失效|停止执行)[）)】\]]/u;
/** 暂行 counts as 试行: both say in the name that a rule holds for the time being, and no other status does. */
const onTrial =
  /[（(](?:[^（）()]{0,6}[,，、])?(?:试行|暂行)[）)]|(?:试行|暂行)(?:办法|规定|条例|细则|意见|方案|标准|规则|规程|管理)?(?:[》〉的]|$)|(?:试行|暂行)(?:办法|规定|条例|细则|实施)/u;

/** The title without the names of other documents: what is carried out or explained is not this one. */
const withoutCited = (title: string): string =>
  title.replace(/^《([^《》]+)》$/u, '$1').replace(/(?<!印发|发布|公布|颁布|下发|修[订改])《[^《》]*》/gu, '');

export function findStatus(evidence: Evidence, title: string): Found<Status> | null {
  const declared = declaredAs(evidence, validityKeys, asStatus);
  if (declared) return declared;
  if (repealedTitle.test(title)) return { value: '已废止', origin: 'title' };
  if (evidence.head.some(({ text }) => isRepealNotice(text))) return { value: '已废止', origin: 'head' };
  if (repealedTitle.test(evidence.name)) return { value: '已废止', origin: 'file name' };
  for (const [text, origin] of [
    [title, 'title'],
    [evidence.name, 'file name'],
  ] as const) {
    const own = withoutCited(indexForm(text));
    if (draft.test(own) && !/(?:草案|稿)[）)》]*的?(?:说明|审议|汇报)/u.test(own)) return { value: '征求意见', origin };
    if (onTrial.test(own)) return { value: '试行', origin };
  }
  return null;
}
