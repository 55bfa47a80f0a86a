import fc from 'fast-check';
import { htmlMarkup } from '../../../ingest/preview/html-markup.js';
import { sanitised } from '../../../ingest/preview/sanitise.js';
import { textMarkup } from '../../../ingest/preview/text-markup.js';

const page = (body: string, head = ''): string => `<html><head>${head}</head><body>${body}</body></html>`;
const hostile: Readonly<Record<string, string>> = {
  'a script': '<script>alert(1)</script>',
  'a handler': '<p onclick="alert(1)" ONMOUSEOVER=alert(2)>字</p>',
  'a remote picture': '<img src="https://example.invalid/a.png"><img src="//example.invalid/b.gif" srcset="c.png 2x">',
  'a picture that is a drawing': '<img src="data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4=">',
  'a drawing with a script': '<svg onload="alert(1)"><script>alert(1)</script><use href="x#y"/></svg>',
  'a frame': '<iframe src="javascript:alert(1)"></iframe><object data="x.swf"></object><embed src="x">',
  'a form': '<form action="https://example.invalid"><input name="password"><button>登录</button></form>',
  'a link': '<a href="javascript:alert(1)">甲</a><a href="https://example.invalid" target="_top">乙</a>',
  'a style that loads':
    '<p style="background:url(https://example.invalid/x)">字</p><p style="background:u\\72l(//e)">字</p>',
  'a sheet that loads': '<style>@import "https://example.invalid/x.css";</style><link rel=stylesheet href=//e.css>',
  'a way on':
    '<meta http-equiv="refresh" content="0;url=https://example.invalid"><base href="https://example.invalid/">',
};
const forbidden =
  /<script|<iframe|<object|<embed|<form|<input|<svg|<link|<base|http-equiv|\son\w+\s*=|javascript:|example\.invalid|url\s*\(|@import|href=|svg\+xml/i;

describe('the preview of a web page', () => {
  test.each(Object.entries(hostile))('holds nothing of %s', (_name, markup) => {
    expect(sanitised(page(markup))).not.toMatch(forbidden);
    expect(sanitised(page('', markup))).not.toMatch(forbidden);
    expect(sanitised(markup)).not.toMatch(forbidden);
  });

  test('holds nothing of it however pieces are put together', () => {
    const pieces = fc.array(
      fc.constantFrom(...Object.values(hostile), '<p>', '</p>', '<table><tr><td>', '<!--', '"', '>'),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const made = sanitised(page(parts.join('')));
        const inside = made.slice(made.indexOf('<body>')).replace(/<!--.*?-->/gs, '');
        expect(inside).not.toMatch(/<script|<iframe|<form|<svg|<[^>]*\son\w+\s*=|<[^>]*href=/i);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps words, tables, pictures that are in it, and colours', () => {
    const made = sanitised(
      page(
        '<table><tr><td colspan="2" style="color:red">毛入园率</td></tr></table><img alt="章" src="data:image/png;base64,AAAA"><img src="x.png" alt="路线图">',
      ),
    );
    expect(made).toMatch(/<td colspan="2" style="color:red">毛入园率<\/td>/);
    expect(made).toMatch(/<img alt="章" src="data:image\/png;base64,AAAA"/);
    expect(made).toContain('［图：路线图］');
  });

  test('is in UTF-8 whatever the page was in', () => {
    const gbk = Buffer.concat([
      Buffer.from('<html><head><meta charset="gb2312"></head><body><p>'),
      Buffer.from([0xd6, 0xd0, 0xb9, 0xfa, 0xbd, 0xcc, 0xd3, 0xfd]),
      Buffer.from('</p></body></html>'),
    ]);
    const made = htmlMarkup(gbk);
    expect(made).toContain('中国教育');
    expect(made).toMatch(/^<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">/);
    expect(made).not.toContain('gb2312');
  });
});

test('the preview of a plain text shows markup as words', () => {
  const made = textMarkup(Buffer.from('第一条 <script>alert(1)</script> & 其他'));
  expect(made).toContain('<pre>第一条 &lt;script&gt;alert(1)&lt;/script&gt; &amp; 其他</pre>');
});
