// Names that are one with a slip of the pen, and names that are two.
import fc from 'fast-check';
import { isOneSlip } from '../../../services/drafting/one-slip.js';
import { namedOtherwise, ownTitles } from '../../../services/drafting/own-title.js';

it.each([
  ['临澜市课后服务管理办法', '临澜市课后务服管理办法'],
  ['临澜市课后服务管理办法', '临澜市课后服务管里办法'],
  ['临澜市课后服务管理办法', '临澜市课后服管理办法'],
  ['中华人民共和国教育法', '中华人名共和国教育法'],
  ['课后服务法', '课后务服法'],
])('%s and %s are one name', (one, other) => {
  expect(isOneSlip(one, other)).toBe(true);
  expect(isOneSlip(other, one)).toBe(true);
});

it.each([
  ['云州省小学课后服务管理办法', '云州省中学课后服务管理办法'],
  ['临澜市课后服务管理办法', '临江市课后服务管理办法'],
  ['第一批课后服务学校认定办法', '第二批课后服务学校认定办法'],
  ['2024年课后服务工作的意见', '2025年课后服务工作的意见'],
  ['教师法', '律师法'],
  ['中华人民共和国消防法', '中华人民共和国国防法'],
  ['课后服务管理办法', '课后服务管理规定'],
  ['临澜市课后服务管理办法', '临澜市课后服务管理暂行办法'],
])('%s and %s are two names', (one, other) => expect(isOneSlip(one, other)).toBe(false));

it('a name is no slip of itself, whichever way the two are asked for', () => {
  const name = fc.stringMatching(/^[课后服务管理办法学校市]{0,14}$/u);
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(isOneSlip(one, one)).toBe(false);
      expect(isOneSlip(one, other)).toBe(isOneSlip(other, one));
    }),
  );
});

describe('what a draft calls itself', () => {
  const text =
    '临澜市教育局关于印发《临澜市课后服务管理办法》的通知\n各县区教育局：\n临澜市课后服务管理办法\n第一条 某某。';
  const own = ownTitles(text, { title: '临澜市教育局关于印发《临澜市课后服务管理办法》的通知' });
  const named = (title: string): string | null =>
    namedOtherwise(
      {
        kind: 'own',
        title,
        number: null,
        issuer: null,
        articles: [],
        repeals: false,
        start: 0,
        end: 0,
        sentence: { start: 0, end: 0 },
      },
      own,
    );
  it('is its title', () => expect(named('临澜市课后服务管理办法')).toBeNull());
  it('is another where a character or the kind is', () => {
    expect(named('临澜市课后务服管理办法')).toBe('临澜市课后服务管理办法');
    expect(named('临澜市课后服务管理规定')).toBe('临澜市课后服务管理办法');
  });
  it('may be something else that it carries', () => expect(named('临澜市午餐安全指南')).toBeNull());
});
