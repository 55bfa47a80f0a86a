// The words by which a title, and a line that is none, are known.

export const MAX_TITLE = 120;

const kind =
  '通知|通告|通报|公告|公报|意见|决定|决议|命令|办法|条例|规定|方案|报告|计划|要点|规划|纲要|细则|章程|规则|守则|准则|制度|指南|指引|须知|标准|规范|工作安排|批复|复函|函|议案|纪要|讲话(?:稿|提纲)?|致辞|发言稿?|解读|说明|总结|简章|倡议书|公开信|答记者问|解释|宪法|法典|法|令|预案|清单|要求|流程|措施|提纲|材料|手册|问答|\\d+问|名单|告知[书单]|表|通知單|辦法|規則|細則|要點|準則|條例|規定|計畫|須知|注意事項|簡則|章則|條款';
/** （试行）, （2018年修订）, （临教发〔2020〕1号）, 篇3; a date in brackets is not part of the title. */
const edition =
  '(?:[（(〔【](?![^）)〕】]{0,40}月[^）)〕】]{0,6}日)[^（()）〔〕【】]{0,40}(?:试行|暂行|草案|稿|修订|修正|修改|全文|版|号|年|[一二三四五六七八九十\\d])[^（()）〔〕【】]{0,12}[）)〕】]|[（(][^（()）]{0,12}[（(〔[【]\\d{4}[）)〕\\]】][^（()）]{0,8}[）)]|篇\\d{1,2}|修正案)';
const complete = new RegExp(`(?:${kind})》?(?:的(?:通知|决定|意见|函|公告|说明|报告))?(?:${edition}){0,2}$`, 'u');
export const editionLine = new RegExp(`^(?:${edition}){1,2}$`, 'u');

export const organisation =
  /(?:省|市|县|区|旗|州|盟|政府|委员会|办公[厅室]|局|厅|部|委|会|院|中心|大学|学院|学校|中学|小学|国务院|党组|组|队|站|所|处|社|总工会|共青团|网|频道|栏目|平台)$/u;
export const withObject = /关于|印发|转发|发布|公布|批转|修改|修订/u;

const label =
  /^[（(【[■]*(?:索引号|(?:信息)?索取号|标题|内容描述|内容概述|(?:文件|信息)?名称|统一编号|颁布(?:日期|单位)|发文(?:机关|字号|日期)|发布(?:机构|单位|日期|时间|处室)|成文日期|公开(?:属性|方式|日期)|主题(?:分类|词)|信息(?:索引|分类|来源|提供日期)|分类(?:名称)?|文号|字号|编号|公布(?:机关|日期)|产生日期|生成日期|实施日期|施行日期|来源|(?:文章|新闻|信息)来源|作者|时间|日期|发表时间|更新时间|发文时间|责任编辑|编辑|浏览|点击|阅读|字体|所属|原发布|附件下载|关键词|摘要|有效性|效力状况)/u;
const letterhead =
  /(?:文件|公报|简报|人民政府令|政府令|部令|委员会令|主席令|国务院令)(?:第.{1,8}号)?$|(?:政府|部|委员会|主席)第.{1,8}号令$|代表大会.{0,8}公告$|公告第.{1,8}号$|^第.{1,8}号$|^.{1,14}[〔﹝［【[(（]\d{4}[〕﹞\]］】)）].{0,8}号|^\d{4}(?:[-./]\d{1,2}|年(?:\d{1,2}月|$))|^[\d年月日.:：/-]+$|来源[:：]|发布(?:时间|日期)[:：]|https?:|www\./u;

/** Lines of a letterhead, and lines that say when and whence a page is: 临江市人民政府令, 第12号, 来源：… */
export function isLetterhead(text: string): boolean {
  const line = withoutTail(text).replace(/\s/gu, '');
  // 2021年工作要点 begins with a year and is a title.
  return label.test(line) || (letterhead.test(line) && !(/^\d{4}年?/u.test(line) && complete.test(line)));
}

/** What a page sets behind a title in the same line. */
const withoutTail = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/\s(?:责任编辑|(?:信息|文章|新闻)?来源|作者|发布(?:时间|日期|机构)|时间|日期|浏览).{0,2}[:：].*$/u, '');

/** The title that a line gives, without what is set around it: ornaments, an archive's date in front, a file name's ending. */
export const bareTitle = (text: string): string =>
  (text.length > 200 ? text : withoutTail(text))
    .replace(/^[\s■◆●▲★*#>]+|[\s■◆●▲★*]+$/gu, '')
    .replace(/^[（(]原标题[:：]\s*(.+)[）)]$/u, '$1')
    .replace(/^\d{8}(?=[\p{Script=Han}《])/u, '')
    .replace(/\.(?:docx?|pdf|wps|xlsx?)$/iu, '')
    .trim();

export const isComplete = (text: string): boolean =>
  text.length >= 4 &&
  text.length <= MAX_TITLE &&
  !/[。；]/u.test(text) &&
  (text.match(/《/gu)?.length ?? 0) <= (text.match(/》/gu)?.length ?? 0) &&
  complete.test(text);
