// Whether what stands in 《》 is a document: told by the words that its name ends with. Names are in normal form.

/** Kinds of official documents, rules and plans. */
const documentEnds =
  /(?:(?<![办方书语技手算做看说魔兵])法|法典|宪法|办法|条例|规定|细则|规则|规程|规范|章程|简章|准则|守则|通则|总则|通知|通告|通报|公告|意见|决定|决议|命令|令|纲要|大纲|规划|计划|方案|预案|标准|批复|复函|的函|要点|要求|安排|措施|对策|指南|指引|目录|制度|程序|解释|答复|公约|协定|议定书|宪章|修正案|纪要|讲话|规约|政策|要览|工作报告|若干问题|倡议书|统计公报|会议公报|清单|名录|导则|备忘录|实施步骤|行动)$/u;
/** Papers that a person or a school fills in, holds or hands over; what is printed; what is taught. */
const otherEnds =
  /(?:证|证书|证明|书|表|单|卡|簿|册|本|回执|合同|协议|介绍信|凭证|名单|档案|说明|申请|报告|公报|日报|晚报|周报|报|杂志|期刊|学报|文摘|教材|教程|读本|手册|丛书|文集|全集|语文|数学|英语|历史|地理)$/u;
const draft = /[([【][^()[\]【】]*(?:草案|征求意见稿|送审稿|试行)[^()[\]【】]*[)\]】]$/u;
const note = /[([【][^()[\]【】]*[)\]】]$/u;
/** 关于…的…: the name of a paper that was sent, whatever it ends with. */
const about = /^[^《》]{0,40}关于.{4,}/u;
const aboutForms = /(?:申请|申请书|说明|表|承诺书)$/u;
const reports = /(?:关于.{4,}|工作)报告$/u;

export function isDocumentTitle(title: string, hasNumber: boolean): boolean {
  if (hasNumber || draft.test(title)) return true;
  let bare = title;
  for (let i = 0; i < 3 && note.test(bare); i++) bare = bare.replace(note, '');
  bare = bare.replace(/[《》〈〉<>"]/gu, '').replace(/(?:草案|征求意见稿|修订稿|试行|暂行)$/u, '');
  if (reports.test(bare)) return true;
  if (about.test(bare)) return !aboutForms.test(bare);
  if (documentEnds.test(bare)) return true;
  return (
    !otherEnds.test(bare) && /(?:条例|办法|规定|意见|通知|方案|规划|纲要|计划|细则)/u.test(bare) && bare.length >= 8
  );
}

/** A name that is a kind alone stands for a document named before: 《办法》, 《实施意见》. */
const bareKind =
  /^(?:本|该|新|旧|原|国家|省|市)?(?:实施|管理|指导|若干|暂行|试行|工作|改革|总体|行动|规划|发展|教育)*(?:条例|办法|规定|细则|规则|规程|规范|章程|准则|通知|通告|公告|意见|决定|纲要|规划|计划|方案|标准|要点|指南|指引|制度|解释|要求|大纲|措施|报告)$/u;
/** Of a law, what stands before 法 is its name: 《教育法》 is no short name of 《高等教育法》. */
const bareLaw = /^(?:本|该|新|旧|原)?法$/u;
export const isBareKind = (title: string): boolean =>
  title.length <= 6 && (bareKind.test(title) || bareLaw.test(title));
