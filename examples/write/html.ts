// Pages as a city's web site shows them, with what surrounds the text there: an old site of tables, and a modern one.
import iconv from 'iconv-lite';
import { chineseDate, layout, literal, type Printed } from '../layout.js';
import type { Header, Source } from '../read-sources.js';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Both sites print title and number outside the text. */
const outside = new Set<Printed['kind']>(['head', 'number', 'title']);

const tableOf = (rows: readonly (readonly string[])[]): string =>
  `<table border="1">\n${rows
    .map(
      (row, i) =>
        `<tr>${row.map((cell) => (i === 0 ? `<th>${escapeHtml(cell)}</th>` : `<td>${escapeHtml(cell)}</td>`)).join('')}</tr>`,
    )
    .join('\n')}\n</table>`;

const body = (
  source: Source,
  paragraph: (block: Exclude<Printed, { kind: 'table' }>, text: string) => string,
): string =>
  layout(source)
    .filter((block) => !outside.has(block.kind))
    .map((block) =>
      block.kind === 'table' ? tableOf(block.rows) : paragraph(block, escapeHtml(literal(block.mark) + block.text)),
    )
    .join('\n');

const right = (kind: Printed['kind']): boolean => kind === 'signature' || kind === 'date';
const middle = (kind: Printed['kind']): boolean => kind === 'note' || kind === 'centred';

/** The table that 政府信息公开 puts above a document. */
const facts = (header: Header): readonly (readonly [string, string])[] => [
  ['索引号', header.index ?? ''],
  ['主题分类', '教育'],
  ['发文机关', header.issuer.join('、')],
  ['成文日期', chineseDate(header.date)],
  ['发文字号', header.number ?? ''],
  ['发布日期', chineseDate(header.published ?? header.date)],
];

function oldSite(source: Source): string {
  const { header } = source;
  const cells = facts(header).map(
    ([name, value]) => `<td class="name">${name}：</td><td width="35%">${escapeHtml(value)}</td>`,
  );
  const rows = [0, 2, 4].map((i) => `<tr>${cells.slice(i, i + 2).join('')}</tr>`).join('\n');
  const text = body(source, ({ kind }, content) => {
    if (right(kind)) return `<p align="right">${content}</p>`;
    if (middle(kind)) return `<p align="center">${content}</p>`;
    if (kind === 'heading') return `<p>　　<strong>${content}</strong></p>`;
    return kind === 'to' ? `<p>${content}</p>` : `<p>　　${content}</p>`;
  });
  // Pages of that age declare gb2312 and hold characters that only GB18030 has.
  return `<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>${escapeHtml(header.title)}-临澜市政府信息公开</title>
<link href="/css/style.css" rel="stylesheet" type="text/css">
<script language="javascript" src="/js/common.js"></script>
</head>
<body>
<table width="1000" align="center"><tr><td class="nav">
<a href="/">首页</a> | <a href="/zwgk/">政务公开</a> | <a href="/wsbs/">办事服务</a> | <a href="/hdjl/">互动交流</a> | <a href="/mlll/">魅力临澜</a>
</td></tr></table>
<table width="1000" align="center"><tr><td class="position">您现在的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/zcwj/">政策文件</a> &gt; 正文</td></tr></table>
<table width="900" align="center" class="xxgk">
${rows}
</table>
<table width="900" align="center"><tr><td align="center" class="title">${escapeHtml(header.title)}</td></tr>
<tr><td align="center" class="info">【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】【<a href="#">打印本页</a>】【<a href="#">关闭窗口</a>】</td></tr>
<tr><td class="content" id="zoom">
${text}
</td></tr></table>
<table width="900" align="center"><tr><td>分享到：<a href="#">微信</a> <a href="#">微博</a> <a href="#">QQ空间</a></td></tr>
<tr><td>上一篇：<a href="/zwgk/1.htm">临澜市图书馆春节假期开放时间公告</a></td></tr>
<tr><td>下一篇：<a href="/zwgk/2.htm">关于湖滨路雨污分流改造施工的通告</a></td></tr></table>
<table width="1000" align="center" class="footer"><tr><td align="center">
<a href="/about/">关于我们</a> | <a href="/sitemap/">网站地图</a> | <a href="/contact/">联系我们</a><br>
版权所有：临澜市人民政府　主办：临澜市人民政府办公室<br>
云州ICP备00000000号　政府网站标识码：0000000000　建议使用1024×768分辨率浏览本站
</td></tr></table>
</body>
</html>
`;
}

function modernSite(source: Source): string {
  const { header } = source;
  const issuer = escapeHtml(header.issuer.join('、'));
  const text = body(source, (block, content) => {
    if (block.kind === 'heading') return `<h${block.level + 1}>${content}</h${block.level + 1}>`;
    if (right(block.kind)) return `<p style="text-align: right">${content}</p>`;
    return middle(block.kind) ? `<p style="text-align: center">${content}</p>` : `<p>${content}</p>`;
  });
  const rows = facts(header)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<li><b>${name}：</b><span>${escapeHtml(value)}</span></li>`)
    .join('\n');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="SiteName" content="临澜市教育局">
<meta name="ArticleTitle" content="${escapeHtml(header.title)}">
<meta name="PubDate" content="${header.published ?? header.date} 09:00">
<meta name="ContentSource" content="${issuer}">
<title>${escapeHtml(header.title)}_临澜市教育局</title>
</head>
<body>
<header><nav><ul><li><a href="/">首页</a></li><li><a href="/xwdt/">新闻动态</a></li><li><a href="/xxgk/">信息公开</a></li><li><a href="/bsfw/">办事服务</a></li></ul></nav></header>
<div class="crumbs">当前位置：<a href="/">首页</a> / <a href="/xxgk/">信息公开</a> / <a href="/xxgk/wj/">文件</a></div>
<main>
<ul class="facts">
${rows}
</ul>
<article>
<h1>${escapeHtml(header.title)}</h1>
<div class="source">来源：${issuer}　浏览次数：<span id="hits">0</span>　字号：大 中 小</div>
<div class="content">
${text}
</div>
</article>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>
<div class="tools"><a href="#">打印</a><a href="#">关闭</a></div>
</main>
<footer>
<p>主办单位：临澜市教育局　地址：临澜市望湖区环湖大道1号</p>
<p>云州ICP备00000001号-1　网站标识码：0000000001</p>
</footer>
</body>
</html>
`;
}

export const writeHtml = (source: Source): Uint8Array =>
  iconv.encode(source.header.site === 'old' ? oldSite(source) : modernSite(source), source.header.encoding);
