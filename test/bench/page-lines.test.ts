// Files as numbered lines. Fixtures are of a made-up city.
import iconv from 'iconv-lite';
import { pageLines } from '../../bench/extraction/page-lines.js';

const html = (text: string): string[] => pageLines(Buffer.from(text), 'page.html');

test('breaks html at blocks and line breaks, and leaves out what is not shown', () => {
  expect(
    html(
      '<!DOCTYPE html><html><head><title>临澜市教育局</title><style>p{}</style></head><body><!-- 注 --><div>首页<span>新闻</span>' +
        '<p>第一条　为规范招生&nbsp;工作，<br>制定本办法。</p></div><script>var a = "<p>码</p>";</script><noscript>无脚本</noscript>' +
        '<p> </p><h2>附&#20214;&amp;说明</h2></body></html>',
    ),
  ).toEqual(['首页新闻', '第一条 为规范招生 工作，', '制定本办法。', '附件&说明']);
});

test('makes a row of short cells one line, and of longer cells or of nested tables several', () => {
  const long = '临澜市各区教育行政部门负责本辖区学校的招生工作。'.repeat(3);
  expect(
    html('<table><tr><td>序号<td><p>学段</p><td></td><td>年限</td></tr><tr><td>1</td><td>小学</td></tr></table>'),
  ).toEqual(['序号 | 学段 | 年限', '1 | 小学']);
  expect(html(`<table><tr><td>1</td><td>${long}</td></tr></table>末`)).toEqual(['1', long, '末']);
  expect(
    html('<table><tr><td>左栏</td><td><table><tr><td>甲</td><td>乙</td></tr></table>正文</td></tr></table>'),
  ).toEqual(['左栏', '甲 | 乙', '正文']);
});

test('reads GBK by its declaration, and UTF-8 under a wrong one', () => {
  const page = '<meta charset="gb2312"><p>临澜市中小学校园安全工作办法</p>';
  expect(pageLines(iconv.encode(page, 'gb18030'), 'a.htm')).toEqual(['临澜市中小学校园安全工作办法']);
  expect(pageLines(Buffer.from(page), 'a.htm')).toEqual(['临澜市中小学校园安全工作办法']);
});

test('takes a text file line by line, without empty ones', () => {
  expect(pageLines(Buffer.from('\ufeff临澜市教育局\r\n\r\n　　各学校：\n'), 'a.txt')).toEqual([
    '临澜市教育局',
    '各学校：',
  ]);
  expect(pageLines(iconv.encode('临澜市\n<p>不是标记</p>', 'gb18030'), 'a.txt')).toEqual(['临澜市', '<p>不是标记</p>']);
});

test('survives markup that is not closed', () => {
  expect(html('<table><tr><td>甲<td>乙<tr><td>丙</table><p>一<p>二<div')).toEqual(['甲 | 乙', '丙', '一', '二<div']);
});
