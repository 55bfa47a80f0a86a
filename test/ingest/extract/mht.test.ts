import iconv from 'iconv-lite';
import { readMht } from '../../../ingest/extract/mht.js';
import { failureCode, shortly } from './support/failure-code.js';

const page = (title: string, text: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
const part = (type: string, encoding: string, body: string): string =>
  `--bb\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
const mht = (...parts: string[]): Buffer =>
  Buffer.from(
    `From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="bb"\r\n\r\n${parts.join('')}--bb--\r\n`,
    'latin1',
  );
const quoted = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replace(/(.{72})/g, '$1=\r\n');

const notice = page('临澜市招生通知', '各县区教育局：现将义务教育招生工作通知如下。');

describe('readMht', () => {
  it.each([
    ['base64, gb2312', 'text/html; charset="gb2312"', 'base64', iconv.encode(notice, 'gb18030').toString('base64')],
    ['quoted-printable, utf-8', 'text/html; charset=utf-8', 'quoted-printable', quoted(Buffer.from(notice))],
    ['a wrong charset', 'text/html; charset=us-ascii', 'base64', iconv.encode(notice, 'gb18030').toString('base64')],
    [
      'no charset, big5',
      'text/html',
      'base64',
      iconv.encode('<p>臨瀾市教育局關於招生工作的通知，各縣區教育局。</p>', 'big5').toString('base64'),
    ],
  ])('reads the page: %s', async (_name, type, encoding, body) => {
    const { blocks, format } = await readMht(
      mht(part(type, encoding, body), part('image/png', 'base64', 'iVBORw0KGgo=')),
    );
    expect(format).toBe('mht');
    expect(shortly(blocks).at(-1)).toMatch(
      /^p (?:各县区教育局：现将义务教育招生工作通知如下。|臨瀾市教育局關於招生工作的通知，各縣區教育局。)$/,
    );
  });

  it('reads the frames behind the page, and a page that is the only part', async () => {
    const both = mht(part('text/html', '8bit', '<p>one</p>'), part('text/html', '8bit', '<p>two</p>'));
    expect(shortly((await readMht(both)).blocks)).toEqual(['p one', 'p two']);
    const alone = Buffer.concat([
      Buffer.from(
        'MIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="gb2312"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n',
      ),
      iconv.encode(notice, 'gb18030'),
    ]);
    expect((await readMht(alone)).declaredTitle).toBe('临澜市招生通知');
  });

  it('says that there is no page in it', async () => {
    expect(await failureCode(() => readMht(mht(part('image/png', 'base64', 'iVBORw0KGgo='))))).toBe('DAMAGED');
  });
});
