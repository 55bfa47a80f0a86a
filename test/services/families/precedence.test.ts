import { inForceOf, type MemberFacts, versionsOf } from '../../../services/families/in-force.js';
import { nameOf } from '../../../services/families/name.js';
import { precedence } from '../../../services/families/precedence.js';

const today = '2026-01-01';
const member = (id: string, changes: Partial<MemberFacts> = {}): MemberFacts => ({
  id,
  name: nameOf('临澜市课后服务管理办法', [], null),
  number: null,
  issuers: [],
  regionCode: null,
  date: null,
  year: null,
  status: '未知',
  effectiveOn: null,
  ...changes,
});
const order = (
  members: readonly MemberFacts[],
  copies: { a: string; b: string }[] = [],
): (readonly [string, number])[] => {
  const versions = versionsOf(members, copies);
  return [...precedence(versions, inForceOf(versions, today), today)].sort((a, b) => a[1] - b[1]);
};

test('the version in force comes first, then older ones from the newest, then drafts; copies share a place', () => {
  const members = [
    member('draft', { date: '2024-01-01', status: '征求意见' }),
    member('2018', { date: '2018-01-01' }),
    member('2023', { date: '2023-01-01' }),
    member('2023 copy'),
    member('2010', { date: '2010-01-01' }),
  ];
  expect(order(members, [{ a: '2023', b: '2023 copy' }])).toEqual([
    ['2023', 0],
    ['2023 copy', 0],
    ['2018', 1],
    ['2010', 2],
    ['draft', 3],
  ]);
});

test('where it cannot be told which is in force, the newest that is dated comes first', () => {
  expect(
    order([member('undated'), member('2018', { year: 2018 }), member('2020', { year: 2020 })]).map(([id]) => id),
  ).toEqual(['2020', '2018', 'undated']);
});

test('a version that has not taken effect comes after those that have', () => {
  const coming = member('2025', { date: '2025-12-01', effectiveOn: '2026-06-01' });
  expect(order([coming, member('2018', { date: '2018-01-01' })]).map(([id]) => id)).toEqual(['2018', '2025']);
});
