import iconv from 'iconv-lite';
import { readHtml } from '../../../ingest/extract/html.js';
import { shortly } from './support/failure-code.js';

const read = (html: string): string[] => shortly(readHtml(Buffer.from(html)).blocks);

describe('readHtml', () => {
  it('gives all visible text in order, and nothing that is not shown', () => {
    expect(
      read(
        '<html><head><title>页名</title><style>p{}</style></head><body>开头<p>第一段<b>加粗</b><br>换行</p><!-- 注 --><script>x()</script><div>第二段<div>里层</div>结尾</div></body></html>',
      ),
    ).toEqual(['p 开头', 'p 第一段加粗', 'p 换行', 'p 第二段', 'p 里层', 'p 结尾']);
  });

  it('reads pages that are cut off, nested wrongly, or lack html and body', () => {
    expect(read('<p>一<p>二<table><tr><td>三')).toEqual(['p 一', 'p 二', 'p 三']);
    expect(read('<!DOCTYPE html>\n<!-- x -->\n<html><body><p>一</body></html><p>后来')).toEqual(['p 一', 'p 后来']);
    expect(read('<html><body><p>一</p></body></html><!DOCTYPE html><html><body><p>二</p></body></html>')).toEqual([
      'p 一',
      'p 二',
    ]);
  });

  it('keeps headings whole over line breaks, and takes a body inside a heading for paragraphs', () => {
    expect(read('<h1>临江市教育局<br>关于招生的通知</h1>')).toEqual(['h1 临江市教育局关于招生的通知']);
    expect(read(`<h2>${'正文'.repeat(150)}</h2>`)[0]).toMatch(/^p /);
  });

  it('drops line breaks beside Chinese characters and keeps the spaces of other scripts', () => {
    expect(read('<p>招生\n  工作 2021\n年 two\nwords&nbsp;x</p>')).toEqual(['p 招生工作 2021年 two words x']);
  });

  it('writes the numbers of ordered lists, unless the text has them', () => {
    expect(read('<ol start="3"><li>甲</li><li>乙</li></ol><ol><li>1.丙</li></ol><ul><li>丁</li></ul>')).toEqual([
      'p 3. 甲',
      'p 4. 乙',
      'p 1.丙',
      'p 丁',
    ]);
  });

  it('makes rows of tables of data, with spanned cells in their columns', () => {
    expect(
      read(
        '<table><tr><th>区县</th><th>小学</th><th>初中</th></tr><tr><td rowspan="2">东城区</td><td colspan="2">共120</td></tr><tr><td>80<br>所</td><td>40</td></tr></table>',
      ),
    ).toEqual(['th 区县|小学|初中 / 东城区|共120| / |80\n所|40']);
  });

  it('sees column names in an unmarked first row, and a title in a row of one cell', () => {
    const rows =
      '<tr><td>项目</td><td>分值</td></tr><tr><td>居住年限</td><td>10分</td></tr><tr><td>就业</td><td>20分</td></tr>';
    expect(read(`<table><tr><td colspan="2">积分表</td></tr>${rows}</table>`)).toEqual([
      'p 积分表',
      'th 项目|分值 / 居住年限|10分 / 就业|20分',
    ]);
  });

  it('walks through tables that lay out the page', () => {
    const body = `<p>${'正文内容。'.repeat(200)}</p><p>第二段</p>`;
    expect(read(`<table><tr><td>左栏</td><td>${body}</td></tr><tr><td>一</td><td>二</td></tr></table>`)).toHaveLength(
      5,
    );
    expect(
      read(
        '<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table>',
      ),
    ).toEqual(['t a|b / c|d']);
  });

  it('hints at the frame of the page, at hidden text and at blocks of links', () => {
    const content = `<div class="content"><p>${'正文内容。'.repeat(50)}</p><p><a href="x">附件下载</a></p></div>`;
    expect(
      read(
        `<body><nav><ul><li>首页</li></ul></nav><div id="topMenu">栏目</div>${content}<p style="display: none">看不见</p><select><option>友情链接</option></select><div class="footer">版权所有</div></body>`,
      ).filter((block) => !block.includes('正文')),
    ).toEqual([
      'navigation p 首页',
      'navigation p 栏目',
      'links p 附件下载',
      'navigation p 看不见',
      'navigation p 友情链接',
      'footer p 版权所有',
    ]);
  });

  it('does not take the page for its frame because of a name, nor a header that holds the title', () => {
    expect(read(`<div class="main-menu-wrapper nav"><p>${'正文'.repeat(100)}</p></div><p>x</p>`)[0]).toMatch(/^p /);
    expect(read(`<article><header><p>临江市教育局</p></header><p>${'正文'.repeat(100)}</p></article>`)[0]).toMatch(
      /^p /,
    );
  });

  it('reads meta tags and the catalogue table into declared, and keeps the table', () => {
    const { declared, declaredTitle, blocks } = readHtml(
      Buffer.from(
        '<title> 临江市教育局 </title><meta name="ArticleTitle" content="招生通知"><meta name="viewport" content="x"><table><tr><td>索 引 号：</td><td>LJ01-2021-003</td><td>发文字号</td><td>临教发〔2021〕3号</td></tr><tr><td>发布机构</td><td>临江市教育局</td><td>成文日期</td><td>2021-03-05</td></tr></table><p>来源：临江日报 日期：2021-03-08 【字体：大 中 小】</p>',
      ),
    );
    expect(declaredTitle).toBe('临江市教育局');
    expect(declared).toEqual({
      ArticleTitle: '招生通知',
      索引号: 'LJ01-2021-003',
      发文字号: '临教发〔2021〕3号',
      发布机构: '临江市教育局',
      成文日期: '2021-03-05',
      来源: '临江日报',
      日期: '2021-03-08',
    });
    expect(blocks[0]).toMatchObject({ kind: 'table' });
  });

  it('reads pages in GBK', () => {
    const { blocks, encoding } = readHtml(
      iconv.encode('<meta charset="gb2312"><p>义务教育阶段学校招生工作的通知</p>', 'gb18030'),
    );
    expect(encoding).toBe('gb18030');
    expect(shortly(blocks)).toEqual(['p 义务教育阶段学校招生工作的通知']);
  });

  it('reads a feed element by element, and the markup inside it; its tags are handed on as markup', () => {
    expect(
      read(
        '<?xml version="1.0"?><rss><item><title>标题</title><description>&lt;p&gt;甲&lt;/p&gt;&lt;p&gt;乙&lt;/p&gt;</description></item></rss>',
      ),
    ).toEqual([
      'markup p <?xml version="1.0"?><rss></rss><item></item><title></title>',
      'p 标题',
      'markup p <description></description>&lt;p&gt;&lt;/p&gt;&lt;p&gt;&lt;/p&gt;',
      'p 甲',
      'p 乙',
    ]);
  });

  it('reads attributes of xml that hold Chinese text', () => {
    expect(read('<?xml version="1.0"?><list><item name="临澜市第一中学" id="7"/></list>')).toContain(
      'p 临澜市第一中学',
    );
  });

  const article =
    '各县区教育局：现将义务教育学校招生工作有关事项通知如下，请认真贯彻执行，做好各项准备工作，确保招生平稳有序。';

  it('reads a page that is written into a frame of another', () => {
    expect(read(`<body><p>外面</p><iframe srcdoc="&lt;p&gt;里面&lt;/p&gt;"></iframe></body>`)).toEqual([
      'p 外面',
      'p 里面',
    ]);
  });

  it('finds the text of a page that shows none: in a text field, a template, data for a script', () => {
    for (const carrier of [
      `<textarea style="display:none">&lt;p&gt;${article}&lt;/p&gt;</textarea>`,
      `<template><p>${article}</p></template>`,
      `<script type="text/x-template"><p>${article}</p></script>`,
      `<script type="application/json">{"page":{"content":"<p>${article}</p>","id":1}}</script>`,
    ]) {
      expect(read(`<html><body><p>临澜市教育局</p>${carrier}</body></html>`)).toContain(`p ${article}`);
    }
  });

  it('does not look there where the page shows its text, nor take program text for any', () => {
    const data = `<script type="application/json">{"a":"${'推荐'.repeat(60)}"}</script>`;
    expect(read(`<body><p>${article.repeat(3)}</p>${data}</body>`)).toEqual([`p ${article.repeat(3)}`]);
    expect(read(`<body><p>通知</p><script>var x='${article}'</script></body>`)).toEqual(['p 通知']);
  });

  it('says that pictures as large as pages stand for the text of a page that has none', () => {
    const picture = '<img src="1.jpg" width="600" height="850">';
    const pageOf = (body: string) => readHtml(Buffer.from(`<html><body><h1>临澜市招生办法</h1>${body}</body></html>`));
    expect(pageOf(picture + picture).unread).toEqual(Array(2).fill({ reason: 'object', page: null }));
    expect(pageOf(`<p>${article.repeat(3)}</p>${picture}`).unread).toBeUndefined();
    expect(pageOf('<img src="logo.png" width="80" height="20">').unread).toBeUndefined();
  });

  it('bears deep nesting and long lines', () => {
    expect(read(`${'<div>'.repeat(20_000)}底`)).toEqual(['p 底']);
    expect(read(`<p>${' \n'.repeat(100_000)}字</p>`)).toEqual(['p 字']);
  });
});
