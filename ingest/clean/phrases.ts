// The vocabulary of scraped pages: lines that belong to a site and not to the document it shows.
// Every test is on a whole line, without white space; what only may be noise is left to the rules of web-page.ts.
import { compact } from './draft.js';

/** A line that says something: it has a clause or sentence end inside. */
export const isProse = (text: string): boolean => /[。；！？]/u.test(text) || (text.match(/[，,]/gu)?.length ?? 0) >= 2;

const shareWords =
  /(?:增大|减小)字号|打印文档|发表评论|发给朋友|(?:文章)?评论数|背景色|颜色切换|色调(?:调节)?|护眼|(?<=[字体号大小].*)(?:正常|标准|稍大|更大|较大|超大)|E-?mail推荐|推荐给您的朋友|网站建设意见|关注度|一键分享|扫描分享|分享(?:到|至)?(?:[\d.]+[Kk万])?|转发(?:到|至)?|收藏(?:本[页站文])?|打印(?:本[页文]|此[页文]|文章|正文)?|关闭(?:本页|窗口|此页)?|(?:返?回到?|到)?(?:页面)?顶部|TOP|(?:浏览|文章|正文)?字[体号](?:大小)?|[大中小]|特大|加大|减小|默认|(?:内容|我要|页面)?纠错|网摘|商城|推荐(?:给好友)?|(?:新浪|腾讯)?微博|(?:微信)?(?:朋友圈|好友)|微信|QQ(?:空间|好友)?|人人网?|豆瓣|复制链接|手机看(?:新闻|文章)|手机打开当前页|(?:微信|手机)?二维码|(?:微信)?扫一扫|(?:在|用)?手机(?:上)?(?:查看|浏览|打开)(?:当前|本)?页?|语音播报|保护视力色|本页|更多|[\d]*评论|邮件/giu;
const shareSign =
  /^\d*条?评论$|背景色|颜色切换|色调调节|E-?mail推荐|^推荐给|分享|字[体号]|打印|关闭|顶部|纠错|TOP|收藏|扫一扫|微博|二维码|QQ空间|保护视力色|^大中小$/iu;
const filler = /[\p{P}\p{S}\d]/gu;

/** 时间: 一位网友 分享 */
const sharedBy = /^(?:时间|作者|编辑)[:：]?[^，,。；]{0,16}(?:分享|投稿|上传)$/u;

/** 分享到：, 【字体：大 中 小】【打印】【关闭窗口】, 回顶部: nothing but the page's own buttons; `alone`: be it a single word. */
export function isShare(text: string, alone = true): boolean {
  if (text.length > 120) return false;
  const line = compact(text);
  if (sharedBy.test(line)) return true;
  if (!shareSign.test(line) || line.replace(shareWords, '').replace(filler, '') !== '') return false;
  // Inside a document one word (打印) may be a step of a manual; buttons come several at a time or in brackets.
  return alone || /分享|字[体号]|顶部|纠错|[【[]/u.test(line) || (line.match(shareWords)?.length ?? 0) > 1;
}

const menuWords =
  /(?:网站|返回|站点)?首页|设为主页|设为首页|加入收藏|收藏本站|手机版|移动(?:版|客户端)|简体(?:中文|版)?|繁[体體](?:中文|版)?|English|无障碍(?:浏览|阅读|版)?|长者(?:模式|版|助手)|关怀版|适老(?:化|版)|(?:用户|会员|统一|账号|邮箱)?登[录陆]|(?:立即|免费|用户|会员)?注册|退出|用户名|密码|忘记密码|找回密码|验证码|搜索|站内搜索|高级搜索|网站(?:地图|导航|声明|大事记|建议|纠错)|内容纠错|站点地图|联系我们|关于我们|隐私(?:声明|保护)|免责声明|版权声明|使用帮助|帮助中心|旧版回顾|RSS(?:订阅)?|返回(?:上一页|列表|上级)?|上一页|下一页|尾页|末页|国家部委|省直单位|市州县区|各省市政府|友情链接|政务(?:微博|微信)|关注微[信博]|微信公众号|客户端/giu;

const searchBox = /^(?:智能|站内|全站|全文|高级|.{0,4}网站)?(?:搜索|检索)[:：]?$/u;
const channel = /^所属(?:频道|栏目|分类)[:：].{0,16}$/u;

const greeting = /^[您你]好请?$|^请$|^欢迎(?:您|使用|访问|光临).{0,40}$/u;

/** 网站首页 | 网站地图 | 联系我们: nothing but the words of a menu. */
export function isMenu(text: string): boolean {
  if (text.length > 120) return false;
  const line = compact(text);
  if (/^.{2,16}(?:网|网站|门户)首页$/u.test(line) || searchBox.test(line) || channel.test(line)) return true;
  const rest = line.replace(menuWords, '').replace(/[\p{P}\p{S}]/gu, '');
  return /\p{L}/u.test(line) && (rest === '' || (rest.length < line.length && greeting.test(rest)));
}

const sections =
  /^(?:信息公开|政务公开|政府信息公开|政务服务|在线(?:办事|服务)|网上办事|办事(?:服务|指南|大厅)|公共服务|互动交流|公众参与|政民互动|新闻(?:中心|动态|资讯)|工作动态|通知公告|公告公示|政策法规|政策解读|政策文件|法规文件|机构(?:设置|职能|概况|简介)|领导(?:之窗|信息|介绍)|专题专栏|网站群|数据开放|走进.{2,4}|便民服务|下载中心|党建(?:工作|园地)|投诉举报|意见征集|法律法规|规章制度|详细内容|内容详情|文件内容|正文内容|机构(?:领导|简介|职责)|统计(?:数据|信息|公报)|财政(?:预决算|信息)|人事(?:信息|任免)|应急管理|(?:局长|厅长|市长|区长|县长|书记|校长|主任|院长)信箱|网上(?:信访|咨询|征询|调查|查询|查验|申报)|(?:在线|民意)(?:访谈|征集|调查)|常见问题|热点问题|(?:个人|单位|法人|企业)(?:业务|办事)|场景(?:式)?服务|(?:业务)?表格(?:下载)?|(?:文件|资料|表格|软件)下载|图片新闻|媒体(?:报道|聚焦)|时政要闻|(?:本地|部门|基层|市县|区县)(?:新闻|动态)|规划计划|建议提案|重点领域|院系(?:设置|导航)|学校(?:概况|主页|首页|简介)|师资队伍|人才培养|科学研究|招生就业|学生工作|合作交流|校园(?:文化|生活)|组织机构|校友(?:会|网)?|办公(?:系统|平台)|信息门户|校内(?:信息|邮箱))$/u;
/** The name of a site's section, as it stands above the title. */
export const isSection = (text: string): boolean => sections.test(text);

/** 首页 | 信息公开 | 在线办事 | 互动交流: a row of short items, most of them sections of a site. */
export function isMenuBar(text: string): boolean {
  if (text.length > 200) return false;
  const items = text.split(/[|｜·•\s]+/u).filter((item) => item !== '');
  if (items.length < 3 || items.some((item) => item.length > 10)) return false;
  // Cells of a menu run together: 统计数据个人业务. Where many are short words and some are known, so are the others.
  const words = items.every((item) => item.length <= 8 && /^\p{Script=Han}+$/u.test(item));
  if (items.length >= 6 && words && items.filter((item) => sections.test(item)).length >= 2) return true;
  return items.filter((item) => sections.test(item) || isMenu(item)).length * 2 > items.length;
}

const here = /^(?:[您你](?:好[,，!！]?)?|(?=当前|现在|目前|所在))(?:现在|当前|目前)?(?:所在)?的?位置是?[:：]/u;
const separator = /[>›»＞]+/u;

/** 您现在的位置：首页 > 政务公开 > 通知公告 */
export function isBreadcrumb(text: string): boolean {
  if (text.length > 200 || /[。；！？]/u.test(text)) return false;
  const line = compact(text);
  if (here.test(line)) return line.length <= 120 && (separator.test(line) || line.length <= 20);
  if (/^[<《«]{2,}(?:返回|上一)/u.test(line)) return line.length <= 12;
  return /^(?:.{0,12}首页|主页|home)(?:[>›»＞→/-]|$)/iu.test(line) && separator.test(line);
}

/** The steps of a breadcrumb, without white space. */
export const stepsOf = (text: string): string[] =>
  compact(text)
    .replace(here, '')
    .split(separator)
    .filter((step) => step !== '');

/** 某某网 > 实用范文 > 讲话稿: a trail that names no home page; a menu path that a reader is to follow looks the same. */
export function isTrail(text: string): boolean {
  if (text.length > 200 || /[。；！？:：]/u.test(text)) return false;
  const steps = stepsOf(text);
  const first = steps[0] ?? '';
  if (
    steps.length < 2 ||
    first.length > 16 ||
    steps.some((step) => step.length > 60 || /^\d+(?:\.\d+)?%?$/u.test(step))
  ) {
    return false;
  }
  return steps.length >= 3 || steps.at(-1) === '正文'
    ? !/登[录陆]|点击|进入|选择|打开/u.test(first)
    : /(?:网|网站|频道)$/u.test(first);
}

/** 2016年7月10日 星期日 丙申年六月初七: the day on which the page was saved */
export const isClock = (text: string): boolean =>
  text.length <= 60 &&
  /^(?:今天是|现在是|欢迎您[,，!！]?今天是)?\d{4}年\d{1,2}月\d{1,2}日星期[一二三四五六日天](?:农历)?(?:[甲乙丙丁戊己庚辛壬癸].年)?(?:闰?.{1,2}月[初十廿卅].?.?)?$/u.test(
    compact(text),
  );

const welcome = /^(?:您好)?[,，!！]?欢迎(?:来到|光临|访问|进入|您)[^，,。]{0,24}(?:网|网站|平台|论坛)/u;
const gambling =
  /bet\d{2,}|体育(?:在线|投注|平台)|娱乐(?:城|平台|官网|开户)|百家乐|老虎机|时时彩|六合彩|赌(?:场|城)(?:网|官|平台|在线)|博彩(?:网|平台|公司)|真人(?:荷官|娱乐|游戏)|棋牌(?:游戏|平台)(?:下载|官网|app)|注册送\d*|彩票(?:平台|网站|开奖|app)/giu;
const classified =
  /免费(?:发布?|分类)(?:B2B)?信息|免费发信息|VIP推荐|代(?:开发票|写论文|办证)|加(?:微信|QQ)[:：]?\d{5,}/iu;
const mill =
  /由.{0,24}会员.{0,6}分享|可在线阅读.{0,12}(?:更多相关|全文|下载)|请在.{0,20}(?:文库|网)上?搜索|(?:下载|点击)(?:文档|原文|全文|此文)(?:到电脑|查看|阅读)|(?:原创力文档|道客巴巴|豆丁网|人人文库|百度文库)(?:网)?[^。]{0,30}(?:下载|分享|搜索|版权)|本文(?:档)?由.{0,20}(?:上传|整理|提供|收集)(?:分享|发布|下载)|文档(?:格式为|大小)[^。]{0,20}(?:下载|KB|MB)|如(?:有|若)?侵(?:犯)?(?:权|了您)[^。]{0,30}(?:联系|删除)/u;
/** A database's own marks: 北大法宝【法宝引证码】 CLI.4.1, 原文链接：https://… */
const database = /【法宝引证码】CLI\.|^原文链接[:：]https?:\/\/\S+$/u;

/** Spam, a document mill's notices, a database's marks. */
export function isAdvert(text: string): boolean {
  if (text.length > 300) return false;
  const line = compact(text);
  if (mill.test(line) || database.test(line)) return true;
  if (line.length > 100 || /[。；]/u.test(line)) return false;
  return (line.match(gambling)?.length ?? 0) >= (/bet\d{2,}/iu.test(line) ? 1 : 2);
}

/** A site's welcome and slogans. */
export function isSlogan(text: string): boolean {
  const line = text.length > 100 ? '' : compact(text);
  return line !== '' && !/[。；]/u.test(line) && (welcome.test(line) || classified.test(line));
}

/** A line that opens a list of links to other pages. */
export const isRelatedHeader = (text: string): boolean =>
  text.length <= 60 &&
  /^[【[■◆▲●>»\s]*(?:看过.{1,40}的人还(?:看了|在看)|猜你喜欢|您可能(?:还)?(?:感兴趣|喜欢)(?:的.{0,6})?|相关搜索(?:热词)?|热词|(?:文档|相关)附件(?=[:：])|(?:更多)?(?:相关|延伸|扩展|推荐|热门|热点|最新|本类|同类|图文|图片|点击|阅读|新闻|本周|本月|一周)(?:阅读|文章|新闻|链接|推荐|信息|文档|文件|内容|资讯|稿件|报道|专题|热点|排行|点击)榜?(?:[\s|｜]*更多.{0,6})?|(?:点击|阅读)?排行榜)[】\]:：>»\s]*$/u.test(
    text.trim(),
  );

/** 上一篇：…, 下一条：… */
export const isNeighbour = (text: string): boolean =>
  text.length <= 120 && /^(?:[【[<«]*(?:上|下|前|后)一?[篇条][】\]]?|Prev|Next)[:：]/iu.test(compact(text));

const record =
  /ICP[备证].{0,6}?\d{5,}|ICP备案[号序]|[网站]备案(?:编?号|序号)|公?网安备.{0,3}\d{8,}|公安(?:机关)?备案(?:编?号)?[:：]?\d{8,}|网站标识码[:：]?\w{6,}|建议使用.{0,20}分辨率/iu;
/** 声明：本文不代表本网站观点…, 转摘声明：转摘请注明出处 */
const disclaimer =
  /^(?:免责|版权|转[摘载]|特别|郑重)?(?:声明|说明)[:：].{0,160}(?:本网|本站|转载|转摘)|^(?:转[摘载])(?:本[文站]|请|时).{0,30}(?:注明|出处)/u;
const rights = /版权所有(?![人者权])|版权[归属].{2,24}所有|Copyright|All ?Rights ?Reserved|©|\(c\)(?:19|20)\d{2}/iu;
/** A line that begins so is a footer's, sentences and all. */
const beginsWithRights = /^(?:版权所有(?![人者权])|Copyright|©|\(c\))/iu;

/** A line that only a page's footer has: 备案, 公网安备, 版权所有. */
export function isFooterMark(text: string): boolean {
  if (text.length > 300) return false;
  const line = compact(text);
  return (
    record.test(line) ||
    disclaimer.test(line) ||
    (rights.test(line.slice(0, 60)) && (!/[。；]/u.test(line) || beginsWithRights.test(line)))
  );
}

const company =
  /^(?:主办|承办|协办|主管|运行管理|运维|技术支持|技术维护|网站维护|维护单位|制作|建设单位|设计制作|网管|站长|建议使用|推荐使用|最佳浏览|本站|本网|网站备案|备案|访问量|您是第|今日访问|总访问|中文域名)|(?:主办|承办|技术支持|规划设计|设计制作)$|\(?建议使用|IE\d|\d{3,4}[*×x]\d{3,4}|门户网站.{0,30}(?:\.cn|\.com|电话|域名)/iu;
const contacts = /地址|邮编|邮政编码|电话|传真|E-?mail|邮箱/giu;

/** A line that a footer may have and a document may have too: 主办单位, 技术支持, menus; for a rule that knows what stands beside it. */
export const isFooterCompany = (text: string): boolean =>
  text.length <= 200 && (isMenu(text) || isShare(text) || company.test(compact(text)));

/** How many kinds of address a line gives (地址, 邮编, 电话), unless it names a person to turn to. */
export const contactsIn = (text: string): number =>
  text.length > 200 || /联系人|咨询/u.test(text) ? 0 : new Set(text.match(contacts) ?? []).size;

const counter = /^(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]?\d*次?$/u;
/** 浏览次数： 347 */
export const isCounter = (text: string): boolean => text.length <= 30 && counter.test(compact(text));

const button =
  /[【[（(]?\s*(?:浏览|文章|正文)?字[体号](?:大小)?\s*[:：]?\s*[[【（(]?\s*(?:特大|[大中小])(?:[\s|｜]*(?:特大|[大中小]))*\s*[\]】）)]*|大\s中\s小|[【[]\s*(?:特大|[大中小])\s*[】\]]|[【[]\s*(?:打印|关闭|收藏|纠错|内容纠错)[^】\]]{0,6}[】\]]|(?:打印(?:本页)?|关闭窗口|收藏|分享到?[:：]?)(?=\s|$)|(?:浏览|阅读|点击|访问)(?:次数|量)\s*[:：]\s*\d*次?/gu;
const source = /来源|时间|日期|发布|编辑|作者|责任单位/u;

/** Where the buttons stand in a line that also says whence and when the page is: 来源：… 发布时间：… 【字体：大 中 小】 */
export const buttonsIn = (text: string): { start: number; end: number }[] =>
  text.length > 200 || !source.test(text)
    ? []
    : [...text.matchAll(button)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
