import iconv from 'iconv-lite';
import { readRtf } from '../../../ingest/extract/rtf.js';
import { failureCode, shortly } from './support/failure-code.js';

/** As Word writes Chinese: every byte of its code page escaped. */
const escaped = (text: string, encoding = 'gb18030'): string =>
  [...iconv.encode(text, encoding)].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
const head =
  "{\\rtf1\\ansi\\ansicpg936\\deff0\\uc2{\\fonttbl{\\f0\\fnil\\fcharset134 \\'cb\\'ce;}{\\f1\\fswiss\\fcharset0 Arial;}{\\f2\\fnil\\fcharset2 Wingdings;}{\\f3\\fnil\\fcharset136 x;}}{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}";
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const file = (body: string) => readRtf(bytesOf(`${head}${body}}`));
const read = (body: string): string[] => shortly(file(body).blocks);

describe('readRtf', () => {
  it('reads double bytes, Unicode with its stand-ins, and the signs that have names', () => {
    expect(
      read(`\\pard ${escaped('临澜市')}\\u25945${escaped('教')}\\u-32590${escaped('育')}\\ldblquote x\\rdblquote\\par`),
    ).toEqual(['p 临澜市教育“x”']);
    expect(read('\\uc0 {\\u55357 \\u56832 }\\par \\u55357 x\\par')).toEqual(['p 😀', 'p \ufffdx']);
  });

  it('reads each run in the code page of its font', () => {
    expect(
      read(`{\\f3 ${escaped('臨瀾', 'big5')}}{\\f0 ${escaped('临澜')}}{\\f1 caf\\'e9}{\\f1 ${escaped('区')}}\\par`),
    ).toEqual(['p 臨瀾临澜café区']);
  });

  it('reads text that is not escaped, in its code page or in UTF-8, be the second byte a backslash or a brace', () => {
    const raw = Buffer.concat([
      bytesOf('{\\rtf1\\ansi\\ansicpg936 '),
      iconv.encode('盶乗學亄', 'gbk'),
      bytesOf('\\par}'),
    ]);
    expect(shortly(readRtf(raw).blocks)).toEqual(['p 盶乗學亄']);
    expect(shortly(readRtf(Buffer.from('{\\rtf1\\ansi\\ansicpg936 临澜市😀\\par 教育局}')).blocks)).toEqual([
      'p 临澜市😀',
      'p 教育局',
    ]);
  });

  it('gives headings by the outline level of the paragraph or of its style', () => {
    expect(read('\\pard\\s1 A\\par\\pard\\outlinelevel1 B\\par\\pard C\\par')).toEqual(['h1 A', 'h2 B', 'p C']);
  });

  it('gives tables as rows, with a header row that is marked, and tables inside cells on lines of their own', () => {
    expect(
      read(
        '\\trowd\\trhdr\\pard\\intbl a\\cell b\\cell\\row\\trowd\\pard\\intbl c\\par d\\cell {\\itap2 e\\nestcell f\\nestcell\\nestrow}\\cell\\row\\pard g\\par',
      ),
    ).toEqual(['th a|b / c\nd|e\nf', 'p g']);
  });

  it('keeps what a reader sees, list numbers, field results, text boxes once, notes behind their paragraph', () => {
    expect(
      read(
        "{\\listtext (1)\\tab}A{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt B}}{\\footnote N}\\par{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt \\pard T\\par}}{\\shprslt T\\par}}{\\f2\\'a8}C\\line D\\par",
      ),
    ).toEqual(['p (1) AB', 'p N', 'p T', 'p □C', 'p D']);
  });

  it('leaves out what is hidden, deleted, or no text', () => {
    expect(
      read(
        'A{\\v hidden}{\\deleted gone}{\\*\\bkmkstart m}{\\*\\unknown u}{\\annotation c}{\\pict\\pngblip 8950}{\\xe index}\\v x\\v0 B\\par',
      ),
    ).toEqual(['p AB']);
  });

  it('hands headers and footers on as footers, reads the title, and names embedded objects', () => {
    const { blocks, declaredTitle, unread } = file(
      `{\\info{\\title ${escaped('临澜市通知')}}{\\author x}}{\\header H\\par}{\\footer F\\par}A{\\object\\objemb{\\*\\objdata 01}{\\result R}}\\par`,
    );
    expect(shortly(blocks)).toEqual(['footer p H', 'footer p F', 'p AR']);
    expect(declaredTitle).toBe('临澜市通知');
    expect(unread).toEqual([{ reason: 'object', page: null }]);
  });

  it('reads what is there of a file cut short, and steps over binary data of any length it names', () => {
    expect(shortly(readRtf(bytesOf('{\\rtf1 A\\par B{\\b C')).blocks)).toEqual(['p A', 'p BC']);
    expect(shortly(readRtf(bytesOf('{\\rtf1 A\\bin3 }}}B\\par\\bin4294967295 C}')).blocks)).toEqual(['p AB']);
  });

  it('bears broken groups and very long lines in time', async () => {
    expect(await failureCode(() => readRtf(bytesOf(`{\\rtf1 ${'{'.repeat(5000)}`)))).toBe('DAMAGED');
    const started = Date.now();
    readRtf(bytesOf(`{\\rtf1 ${'a\n'.repeat(500_000)}\\par}`));
    readRtf(bytesOf(`{\\rtf1 ${"\\'c1".repeat(300_000)}}`));
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});
