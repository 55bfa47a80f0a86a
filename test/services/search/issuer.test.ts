import { isOf, issuerIn } from '../../../services/search/issuer.js';

const documents = [
  { issuers: ['中华人民共和国教育部'] },
  { issuers: ['临澜市教育局', '临澜市财政局'] },
  { issuers: ['临澜师范大学'] },
  { issuers: ['临澜师范大学研究生院'] },
  { issuers: ['教育局'] },
];

test.each([
  ['临澜师范大学 转专业', '临澜师范大学'],
  ['临澜师范大学研究生院的通知', '临澜师范大学研究生院'],
  ['临澜市 教育局 招生', '临澜市教育局'],
  ['教育部关于减负的规定', '中华人民共和国教育部'],
  ['教育部门怎么管', null],
  ['去教育局投诉', null],
  ['孩子几岁上学', null],
])('%s names %s', (query, issuer) => {
  expect(issuerIn(query, documents)).toBe(issuer);
});

test('a body takes in its departments', () => {
  expect(isOf({ issuers: ['临澜师范大学教务处'] }, '临澜师范大学')).toBe(true);
  expect(isOf({ issuers: ['教育部'] }, '中华人民共和国教育部')).toBe(true);
  expect(isOf({ issuers: ['临澜市财政局'] }, '临澜市教育局')).toBe(false);
});
