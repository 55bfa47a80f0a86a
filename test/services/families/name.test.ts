import { nameOf } from '../../../services/families/name.js';

const name = (title: string, issuers: string[] = [], region: string | null = null) => nameOf(title, issuers, region);

test.each([
  ['临澜市课后服务管理办法（2018修正）', '临澜市课后服务管理办法'],
  ['临澜市课后服务管理办法（试行）', '临澜市课后服务管理办法'],
  ['《临澜市课后服务管理办法》', '临澜市课后服务管理办法'],
  ['关于印发《临澜市课后服务管理办法（2023年修订）》的通知', '临澜市课后服务管理办法'],
  ['临澜市教育局关于印发临澜市课后服务管理办法的通知', '临澜市课后服务管理办法'],
  ['云州省教育厅、财政厅关于加强学校午餐管理的意见', '加强学校午餐管理的意见'],
  ['关于公开征求《临澜市课后服务管理办法（征求意见稿）》意见的公告', '临澜市课后服务管理办法'],
])('%s goes by %s', (title, base) => {
  expect(name(title).base).toBe(base);
});

test.each([
  ['临澜市课后服务管理办法（征求意见稿）', true],
  ['关于公开征求《临澜市课后服务管理办法》意见的公告', true],
  ['临澜市学前教育条例（草案）', true],
  ['临澜市学前教育条例', false],
  ['关于征求意见工作的管理办法', false],
])('whether %s is a draft: %s', (title, draft) => {
  expect(name(title).draft).toBe(draft);
});

test('what is decided about rules, or passed on, is not the rules', () => {
  const base = name('临澜市课后服务管理办法').base;
  for (const title of [
    '关于修改《临澜市课后服务管理办法》的决定',
    '青石县转发《临澜市课后服务管理办法》的通知',
    '《临澜市课后服务管理办法》解读',
  ])
    expect(name(title).base).not.toBe(base);
});

test.each([
  ['关于做好2024年义务教育招生入学工作的通知', 2024],
  ['关于做好二〇二三年义务教育招生入学工作的通知', 2023],
  ['临澜市学前教育三年行动计划（2021—2023年）', 2023],
  ['2023—2024学年校历', 2024],
  ['临澜市教育事业发展十四五规划', 2025],
  ['关于招聘2000名教师的通知', null],
  ['关于做好20xx年招生工作的通知', null],
  ['临澜市学校条例（2018修正）', null],
])('%s names the year %s', (title, year) => {
  expect(name(title).year).toBe(year);
});

test('editions have one name whatever the year, and whether or not the issuer stands in front', () => {
  const issuers = ['临澜市教育局'];
  const names = [
    name('临澜市教育局2023年工作要点', issuers, '临澜市'),
    name('临澜市教育局二〇二四年工作要点', issuers, '临澜市'),
    name('2025年临澜市教育局工作要点', issuers, '临澜市'),
  ];
  expect(new Set(names.map(({ edition }) => edition))).toEqual(new Set(['{年}工作要点']));
});

test('semesters and months stay in the name of an edition', () => {
  expect(name('2023年春季招生公告').edition).not.toBe(name('2023年秋季招生公告').edition);
  expect(name('2023年3月安全提示').edition).not.toBe(name('2023年4月安全提示').edition);
});
