import iconv from 'iconv-lite';
import { decodeText } from '../../../ingest/extract/decode.js';
import { AppError } from '../../../services/domain/errors.js';

const simplified =
  '临江市教育局关于做好二〇二一年义务教育阶段学校招生入学工作的通知。各区县教育局：为保障适龄儿童、少年依法接受义务教育，现就有关事项通知如下。';
const traditional =
  '國立臨江大學學生出國期間有關學業及學籍處理要點：本校學生於肄業期間赴國外，有關學業與學籍之處理，均依本要點辦理。';

describe('decodeText', () => {
  it.each([
    ['utf-8', simplified],
    ['utf-16le', simplified],
    ['utf-16be', simplified],
    ['gb18030', simplified],
    ['big5', traditional],
  ])('reads %s without a mark', (encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding, { addBOM: false }))).toEqual({ text, encoding });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('reads %s by its mark', (encoding) => {
    expect(decodeText(iconv.encode(simplified, encoding, { addBOM: true }))).toEqual({ text: simplified, encoding });
  });

  it('reads UTF-16 that holds no zero byte at all', () => {
    const text = '各区县教育局要切实保障适龄儿童少年依法接受义务教育的权利。';
    expect(decodeText(iconv.encode(text, 'utf-16le', { addBOM: false }))).toEqual({ text, encoding: 'utf-16le' });
  });

  it.each(['utf-32le', 'utf-32be'])('reads %s without a mark', (encoding) => {
    expect(decodeText(iconv.encode(simplified, encoding, { addBOM: false }))).toEqual({ text: simplified, encoding });
  });

  it('reads the characters of Hong Kong in Big5', () => {
    const text = `${traditional}深水埗啲嘅冇`;
    expect(decodeText(iconv.encode(text, 'big5-hkscs'))).toEqual({ text, encoding: 'big5' });
  });

  it('reads a page put together from two encodings line by line', () => {
    const lines = [simplified, '首页', simplified.slice(10), simplified.slice(5)];
    const bytes = Buffer.concat(lines.map((line, i) => iconv.encode(`${line}\n`, i < 2 ? 'utf-8' : 'gb18030')));
    expect(decodeText(Buffer.concat([bytes, Buffer.from(`${simplified}\n`)])).text).toBe(
      `${lines.join('\n')}\n${simplified}\n`,
    );
  });

  it.each([
    ['HZ-GB-2312', '~{VPND~}a~{VPND~}b~{VPND~}'],
    ['ISO-2022-CN', '\x1b$)A\x0eVPND\x0f'],
    ['ISO-2022-JP', '\x1b$BF|K\\8l\x1b(B'],
  ])('names %s, which would pass for ASCII', (encoding, text) => {
    let found: unknown;
    try {
      decodeText(Buffer.from(text, 'latin1'));
    } catch (error) {
      found = error instanceof AppError ? error.values.encoding : error;
    }
    expect(found).toBe(encoding);
  });

  it('tells GB18030 from Big5 for both scripts', () => {
    expect(decodeText(iconv.encode(traditional, 'gb18030'))).toEqual({ text: traditional, encoding: 'gb18030' });
  });

  it('reads gb2312 as the larger GB18030, rare characters and all', () => {
    const page =
      '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>临江市镕基㙍路小学招生通知，共有学位。</p>';
    expect(decodeText(iconv.encode(page, 'gb18030'))).toEqual({ text: page, encoding: 'gb18030' });
  });

  it('believes valid UTF-8 more than what the page declares', () => {
    const page = `<meta charset="gbk"><p>${simplified}</p>`;
    expect(decodeText(Buffer.from(page)).encoding).toBe('utf-8');
  });

  it('believes plausible Chinese more than a Western declaration', () => {
    const page = `<meta charset="iso-8859-1"><p>${simplified}</p>`;
    expect(decodeText(iconv.encode(page, 'gb18030'))).toEqual({ text: page, encoding: 'gb18030' });
  });

  it('keeps a text with a few broken bytes, the broken places marked', () => {
    const bytes = Buffer.from(simplified.repeat(5));
    const broken = Buffer.concat([bytes.subarray(0, 100), bytes.subarray(101)]);
    const { text, encoding } = decodeText(broken);
    expect(encoding).toBe('utf-8');
    expect(text).toContain('\ufffd');
    expect(text.endsWith('通知如下。')).toBe(true);
  });

  it('takes out NULs without losing what follows them', () => {
    expect(decodeText(Buffer.from('甲\0\0乙\r\n丙')).text).toBe('甲乙\n丙');
  });

  it.each([
    ['Shift_JIS', 'shift_jis', '名前、年齢、住所。これは日本語の文章です。'],
    ['EUC-KR', 'euc-kr', '이것은 한국어로 쓴 문장입니다. 교육청 공고.'],
  ])('names %s instead of reading nonsense', (name, encoding, text) => {
    const error = (() => {
      try {
        return decodeText(iconv.encode(text.repeat(3), encoding));
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'ENCODING_UNKNOWN', values: { encoding: name } });
  });

  it('reads a Western text', () => {
    const text = 'Le café à Genève est ouvert tous les jours.';
    expect(decodeText(iconv.encode(text, 'windows-1252')).text).toBe(text);
  });
});
