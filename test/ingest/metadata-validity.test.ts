import { metadataOf } from './metadata-support.js';

const article = '第一条 为了保障校车安全，制定本办法。';

describe('from when a document holds', () => {
  const effective = (lines: string[], declared: Record<string, string> = {}): string | null =>
    metadataOf(['临澜市校车管理办法', ...lines], { declared }).metadata.effectiveOn;

  test('is declared, but not by the first day of a system', () => {
    expect(effective([article], { 施行日期: '2021-03-01' })).toBe('2021-03-01');
    expect(effective([article], { 生效日期: '1900-1-1' })).toBeNull();
  });
  test('stands on a line of its own under the title of a statute', () => {
    expect(effective(['2020年12月1日 临澜市人民政府公布', '2021年3月1日 施行', article])).toBe('2021-03-01');
  });
  test('is the day of publication where that is stated', () => {
    const onPublication = '第九条 本办法自公布之日起施行。';
    expect(effective(['2020年12月1日 临澜市人民政府令第12号公布', article, onPublication])).toBe('2020-12-01');
    expect(effective(['发布时间：2021-05-06 来源：市政府网', article, onPublication])).toBeNull();
    expect(effective([article, onPublication])).toBeNull();
  });
  test('is the day of printing where it holds from then on', () => {
    const lines = [article, '第九条 本办法自印发之日起施行。', '临澜市教育局办公室 2021年3月8日印发'];
    expect(effective(lines)).toBe('2021-03-08');
    expect(effective(lines.slice(0, 2))).toBeNull();
  });
  test('元月 is January', () => {
    expect(effective([article, '第九条 本办法自2021年元月1日起施行。'])).toBe('2021-01-01');
  });
});

describe('when a document was published', () => {
  const published = (lines: string[], declared: Record<string, string> = {}): string | null =>
    metadataOf(['关于开学工作的通知', ...lines], { declared }).metadata.publishedOn;

  test('is stated by the page, beside the document’s own date', () => {
    const { metadata } = metadataOf([
      '关于开学工作的通知',
      '发布时间：2021-03-20',
      '通知如下。',
      '临澜市教育局',
      '2021年3月5日',
    ]);
    expect([metadata.date, metadata.publishedOn]).toEqual(['2021-03-05', '2021-03-20']);
    expect(published(['临澜市政府网　2021年03月21日 14时02分　来源：市教育局', '通知如下。'])).toBe('2021-03-21');
  });
  test('is not the date that the document is signed with', () => {
    expect(published(['现将办法印发给你们。', '临澜市教育局', '2021年3月5日'])).toBeNull();
    expect(published(['发文日期：2021年3月5日', '现将办法印发给你们。'])).toBeNull();
  });
  test('of a rule is the day of the order that puts it into the world', () => {
    const order = ['《临澜市校车管理办法》已经通过，现予公布。', '市长 李明', '2021年3月5日'];
    expect(published([...order], { 发布日期: '2023-01-01' })).toBe('2021-03-05');
  });
});

describe('the status', () => {
  const status = (lines: string[], file = 'a.txt'): [string, string | null] => {
    const { metadata } = metadataOf(lines, { file });
    return [metadata.status, metadata.statusBasis];
  };

  test.each([
    [
      ['临澜市校车管理办法', '此件已废止', article],
      ['已废止', '此件已废止'],
    ],
    [
      ['临澜市校车管理办法', '【失效】', article],
      ['已废止', '失效'],
    ],
    [
      ['临澜市校车管理办法', '（本办法已于2022年6月1日被《临澜市校车管理规定》废止）', article],
      ['已废止', '本办法已于2022年6月1日被《临澜市校车管理规定》废止'],
    ],
    [
      ['临澜市校车管理办法', article, '第九条 本办法自2021年3月1日起施行。2015年的校车办法同时废止。'],
      ['未知', null],
    ],
    [
      ['临澜市校车管理办法（试行）', article],
      ['试行', null],
    ],
    [
      ['临澜市校车管理暂行办法', article],
      ['试行', null],
    ],
    [
      ['临澜市校车管理办法（征求意见稿）', article],
      ['征求意见', null],
    ],
  ])('%j', (lines, expected) => {
    expect(status(lines)).toEqual(expected);
  });
  test('may stand in the file’s name', () => {
    expect(status(['临澜市校车管理办法', article], '【已废止】临澜市校车管理办法.txt')[0]).toBe('已废止');
  });
  test('words about a revised text in a sentence are no basis', () => {
    const sentence = '根据《临澜市条例》，经市政府同意，现将修订后的《临澜市校车管理办法》印发给你们。';
    expect(status(['临澜市校车管理办法', sentence, article])[1]).toBeNull();
  });
});
