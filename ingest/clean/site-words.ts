// Whole lines that only a site writes, at the edges of a page: beside the title, or below the text.
import type { RemovalReason } from '../blocks.js';
import { compact } from './draft.js';

interface Word {
  readonly reason: RemovalReason;
  readonly where: 'above' | 'below' | 'both';
  /** tried on the whole line without white space */
  readonly line: RegExp;
}

const MAX_LINE = 80;

const words: readonly Word[] = [
  {
    reason: 'share',
    where: 'both',
    line: /^(?:T{2,3}|(?:A[+-]?){2,3}|[[【(（]?[大中小]{2,3}[\]】)）]?|(?:背景|前景|文字)颜色[:：]?|视力保护色?[:：]?|(?:语音|文字|全文|正文)(?:朗读|播报|阅读)|听(?:新闻|全文)|播放|暂停|倍速|[【[]我要(?:打印|收藏|纠错|分享)[】\]].{0,20}|(?=.{0,20}(?:微信|手机|扫|二维码))(?:请?[用使]?)?(?:微信|手机)?(?:扫一扫|扫码|扫描)?(?:上方|下方|左侧|右侧|此)?(?:的)?(?:二维码)?(?:打开|查看|浏览|阅读|分享|关注)(?:至|给|到)?(?:当前页|本页|本文|网页|好友和朋友圈|朋友圈|我们|更多)?面?|分享(?:文章|本文|此文|网页|链接)?(?:到|至|给)?(?:微信|好友|朋友圈)?[:：]?|分享让更多人看到|点赞\d*|赞\d*|打赏|(?:共有?|已有)?\d*[人条]?评论\d*|(?:网友|用户|最新|热门|全部|发表|我要|添加)评论|我来说两句)$/iu,
  },
  {
    reason: 'share',
    where: 'both',
    line: /^(?:(?:今日|昨日|本月|总)?(?:浏览|阅读|点击|访问)(?:次数|人数|量|数)?[:：](?:[\d,，]+|正在加载|加载中|loading)[.…]*(?:次|人)?|[您你]是(?:本[网站]|网站)?第[\d,]*位(?:访问者|访客|浏览者|来访者)|(?:正在|努力|页面)?加载中?[.…]*|请稍[候后等][.…]*|loading[.…]*)$/iu,
  },
  {
    reason: 'navigation',
    where: 'above',
    line: /^(?:智能(?:问答|客服|机器人)|天气预报|(?:本)?网站?已?支持ipv6(?:访问|协议)?|(?:搜索|热门)?关键[词字][:：]|(?:热门|大家都在)(?:搜索?|词)[:：].{0,60}|热搜词?[:：].{0,60}|(?:政府)?(?:信息)?公开(?:目录|指南|制度|年报|规定)|依申请公开|.{1,10}(?:首页|主页|门户)[→/-].{1,60}|请输入.{0,10}(?:关键[词字]|内容)|站点?搜索|本站搜索)$/iu,
  },
  {
    reason: 'navigation',
    where: 'below',
    line: /^(?:政府网站找错|党政机关|[-—=]{1,6}.{2,20}[-—=]{1,6}|请选择.{0,6}|移动端|手机[站版]|电脑版|触屏版|意见(?:反馈|建议)|投诉建议|我要?投稿|隐私(?:政策|条款)|服务条款|用户协议|广告(?:合作|服务|投放)|加入我们|人才招聘|诚聘英才|商务合作|在线客服|客服(?:热线|电话|QQ).{0,30}|官方微[信博]|关注我们|扫[码描]关注.{0,16}|[您你]?的?浏览器版本.{0,30}|请(?:使用|升级).{0,20}浏览器.{0,20})$/iu,
  },
  {
    reason: 'related',
    where: 'below',
    line: /^(?:(?:点击)?(?:查看|加载|阅读)?更多(?:内容|文章|信息|资讯)?[>》»…]*|more[>》»…+]*|展开(?:全文|更多)|(?:阅读|查看)全文|(?:精彩|编辑|小编|热点|今日|为您|本站)推荐|大家(?:都|还)在看|(?:文章)?(?:标签|tags?)[:：].{0,60})$/iu,
  },
  {
    reason: 'footer',
    where: 'below',
    line: /^(?:(?:本文|原文|文章|本页)(?:地址|链接|网址)[:：]https?:.{0,70}|未经(?:许可|授权|书面授权|允许).{0,12}(?:不得|禁止|严禁)转载.{0,20}|(?:违法(?:和|与)?不良信息|涉未成年人|网上有害信息)举报.{0,40}|举报(?:电话|邮箱|热线)[:：][\w@.-]{5,40}|poweredby.{0,40}|(?:工信部|网站)备案号[:：].{0,30})$/iu,
  },
];

/** Why a line at the edge of a page is a site's; null where it may be the document's. */
export function siteWord(text: string, where: 'above' | 'below'): RemovalReason | null {
  if (text.length > MAX_LINE) return null;
  const line = compact(text);
  return words.find((word) => (word.where === where || word.where === 'both') && word.line.test(line))?.reason ?? null;
}
