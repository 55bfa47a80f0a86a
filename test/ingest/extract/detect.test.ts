import { strToU8, zipSync } from 'fflate';
import { detectFormat } from '../../../ingest/extract/detect.js';
import { AppError } from '../../../services/domain/errors.js';
import { failureCode } from './support/failure-code.js';
import { makeDoc, makeOle } from './support/make-doc.js';
import { makeDocx, paragraph } from './support/make-docx.js';
import { makePdf } from './support/make-pdf.js';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const typeOf = (data: Uint8Array): unknown => {
  try {
    return detectFormat(data, 'x.txt');
  } catch (error) {
    return error instanceof AppError ? error.values.type : error;
  }
};

describe('detectFormat', () => {
  it('tells each format from its bytes, whatever the name says', () => {
    const page = strToU8('<!DOCTYPE html><html><body><p>临江市教育局</p></body></html>');
    expect(detectFormat(makeDocx(paragraph('通知')), '通知.doc')).toBe('docx');
    expect(detectFormat(makeDoc('通知\r'), '通知.docx')).toBe('doc');
    expect(detectFormat(makePdf([[{ text: '通知', x: 72, y: 700 }]]), '通知.html')).toBe('pdf');
    for (const name of ['通知.doc', '通知.txt', '通知.md', '通知.pdf']) expect(detectFormat(page, name)).toBe('html');
  });

  it('finds a PDF behind a few bytes of something else', () => {
    const pdf = makePdf([[{ text: '通知', x: 72, y: 700 }]]);
    expect(detectFormat(Buffer.concat([Buffer.from('\r\n\0\0'), pdf]), 'a.pdf')).toBe('pdf');
  });

  it('lets the name decide between md and txt, and only that', () => {
    expect(detectFormat(strToU8('# 通知'), '通知.md')).toBe('md');
    expect(detectFormat(strToU8('# 通知'), '通知')).toBe('txt');
  });

  it('takes a fragment of html for html, and Markdown with a few tags for Markdown', () => {
    expect(detectFormat(strToU8('<div><p>第一段</p><p>第二段</p></div>'), 'a.txt')).toBe('html');
    expect(detectFormat(strToU8('# 通知\n\n正文<br>正文'), 'a.md')).toBe('md');
    expect(detectFormat(strToU8('用 <html> 标签写网页'), 'a.txt')).toBe('txt');
  });

  it('takes a mail that was sent to no one for a saved page', () => {
    const page =
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x';
    expect(detectFormat(bytes(page), 'a.txt')).toBe('mht');
    expect(typeOf(bytes(`To: a@b.cn\r\n${page}`))).toMatch('邮件');
    expect(typeOf(bytes('From: a@b.cn\r\nSubject: x\r\nContent-Type: text/plain\r\n\r\nx'))).toMatch('邮件');
    expect(detectFormat(strToU8('Date: 三月四日\n\n通知'), 'a.txt')).toBe('txt');
  });

  it('tells rtf by its first word', () => {
    expect(detectFormat(bytes('{\\rtf1\\ansi x}'), '通知.doc')).toBe('rtf');
  });

  it('finds the tags of a page in UTF-16', () => {
    expect(detectFormat(Buffer.from('\ufeff<html><body>通知</body></html>', 'utf16le'), 'a.txt')).toBe('html');
  });

  it('says that a file of nothing is empty', async () => {
    for (const data of ['', ' \r\n ', '\xef\xbb\xbf', '\0\0\0\0']) {
      expect(await failureCode(() => detectFormat(bytes(data), 'a.txt'))).toBe('EMPTY_FILE');
    }
  });

  it('names the type of a file that it does not read', () => {
    const zip = (name: string): Uint8Array => zipSync({ [name]: strToU8('x') });
    expect(typeOf(zip('xl/workbook.xml'))).toBe('xlsx');
    expect(typeOf(zip('ppt/presentation.xml'))).toBe('pptx');
    expect(typeOf(zip('通知.txt'))).toBe('zip');
    expect(typeOf(makeOle({ Workbook: Buffer.alloc(10) }))).toBe('xls');
    expect(typeOf(makeOle({ 'PowerPoint Document': Buffer.alloc(10) }))).toBe('ppt');
    expect(typeOf(bytes('GIF89a\x01\0\x01\0'))).toMatch('图片');
    expect(typeOf(bytes('MZ\x90\0\x03\0\0\0'))).toMatch('程序');
    expect(typeOf(bytes(String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i)).repeat(4)))).toMatch('二进制');
    expect(detectFormat(strToU8('MZ 这行字以两个字母开头'), 'a.txt')).toBe('txt');
  });

  it('says that encrypted office files are encrypted', async () => {
    const encryptedDocx = makeOle({ EncryptionInfo: Buffer.alloc(10), EncryptedPackage: Buffer.alloc(10) });
    expect(await failureCode(() => detectFormat(encryptedDocx, 'a.docx'))).toBe('ENCRYPTED');
    const zip = Buffer.from(zipSync({ 'word/document.xml': strToU8('x') }));
    zip[zip.indexOf('PK\x01\x02') + 8]! |= 1; // the directory entry's flag for encryption
    expect(await failureCode(() => detectFormat(zip, 'a.docx'))).toBe('ENCRYPTED');
  });

  it('says that a zip or compound file cut short is damaged', async () => {
    const docx = makeDocx(paragraph('通知'));
    expect(await failureCode(() => detectFormat(docx.subarray(0, docx.length / 2), 'a.docx'))).toBe('DAMAGED');
    expect(await failureCode(() => detectFormat(makeDoc('通知\r').subarray(0, 600), 'a.doc'))).toBe('DAMAGED');
  });
});
