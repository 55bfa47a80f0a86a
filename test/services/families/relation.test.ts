import fc from 'fast-check';
import type { Status } from '../../../services/domain/document.js';
import { normalForm } from '../../../services/domain/text.js';
import { familiesOf } from '../../../services/families/group.js';
import { inForceOf, type MemberFacts, versionsOf } from '../../../services/families/in-force.js';
import { nameOf } from '../../../services/families/name.js';
import { editionOf, relationOf } from '../../../services/families/relation.js';
import { bandsOf, estimate, overlapOf, shinglesOf, signatureOf } from '../../../services/families/signature.js';
import { rules, unrelated } from './made-up.js';

const title = '临澜市课后服务管理办法';
type Facts = Partial<Omit<MemberFacts, 'name'>> & { readonly title?: string };
function facts({ title: named = title, ...more }: Facts = {}): MemberFacts {
  const known = {
    id: 'a',
    number: null,
    issuers: ['临澜市教育局'],
    regionCode: '9001',
    date: null,
    year: null,
    status: '未知' as Status,
    effectiveOn: null,
    ...more,
  };
  return { ...known, name: nameOf(named, known.issuers, '临澜市') };
}
const overlap = (a: string, b: string) => overlapOf(shinglesOf(normalForm(a)), shinglesOf(normalForm(b)));
const related = (a: Facts, textA: string, b: Facts, textB: string) => {
  const found = relationOf(facts(a), facts(b), overlap(textA, textB));
  expect(relationOf(facts(b), facts(a), overlap(textB, textA))).toBe(found); // the same both ways round
  return found;
};
const text = rules({ title });
const revised = rules({
  title,
  changed: { 3: '第3条 本条修订。', 9: '第9条 学校不得收取任何费用。', 14: '第14条 删去。' },
});

describe('signatures', () => {
  test('are the same in every process and for ever', () => {
    const signature = signatureOf(shinglesOf('临澜市教育局关于课后服务的通知'))!;
    expect([...signature.slice(0, 4)]).toEqual(golden);
  });
  test('estimate the resemblance, and alike texts share a band', () => {
    const [a, b] = [text, revised].map((each) => signatureOf(shinglesOf(normalForm(each)))!);
    expect(Math.abs(estimate(a!, b!) - overlap(text, revised).resemblance)).toBeLessThan(0.15);
    expect(bandsOf(a!).some((band) => bandsOf(b!).includes(band))).toBe(true);
  });
  test('a text too short for a shingle has none', () => {
    expect(signatureOf(shinglesOf('四个字呀'))).toBeNull();
  });
  test('overlap is symmetric, and whole for a text with itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 5 }), fc.string({ minLength: 5 }), (a, b) => {
        const [x, y] = [shinglesOf(a), shinglesOf(b)];
        expect(overlapOf(x, y)).toEqual(overlapOf(y, x));
        expect(overlapOf(x, x).resemblance).toBe(1);
      }),
    );
  });
});

describe('relations', () => {
  test('the same rules at two dates are versions', () => {
    expect(related({ date: '2018-01-01' }, text, { date: '2023-05-01' }, revised)).toBe('version');
  });
  test('a copy with a slip is a reprint', () => {
    const copy = text.replace('接受家长', '接收家长');
    expect(related({ date: '2018-01-01' }, text, {}, copy)).toBe('reprint');
  });
  test('days of adoption and of publication do not make two versions of one text', () => {
    expect(related({ date: '2018-01-01' }, text, { date: '2018-03-20' }, text.replace('第1条', '第一条'))).toBe(
      'reprint',
    );
  });
  test('a draft belongs to its final text', () => {
    expect(related({ title: `${title}（征求意见稿）` }, text, { date: '2023-05-01' }, revised)).toBe('draft');
    expect(related({ status: '征求意见' }, text, { date: '2023-05-01' }, revised)).toBe('draft');
  });
  test('the same text of another city is similar, and no more', () => {
    const other = { issuers: ['江城市教育局'], regionCode: '9002', title: '江城市课后服务管理办法' };
    expect(related({}, text, other, rules({ title: other.title, city: '江城市' }))).toBe('similar');
    expect(related({}, text, { regionCode: '9002', issuers: [] }, text)).toBe('similar');
  });
  test('parts of one code, with one title and date, are no versions of each other', () => {
    const part = unrelated(title, '婚姻家庭编另有规定');
    expect(related({ date: '2020-05-28' }, text, { date: '2020-05-28' }, part)).toBeNull();
  });
  test('forms filled in for different matters are similar at most', () => {
    const form = '行政处罚事项办事指南表';
    expect(related({ title: form }, text, { title: form }, text.replace('校车接送', '校车停放'))).toBe('similar');
  });
  test('last year’s notice is another edition, however alike', () => {
    const [a, b] = ['关于做好2023年招生入学工作的通知', '关于做好2024年招生入学工作的通知'];
    expect(related({ title: a }, text, { title: b }, text.replace('第1条', '第 1 条。'))).toBe('edition');
  });
  test('two documents of different titles and texts have none', () => {
    expect(related({}, text, { title: '临澜市校车管理办法' }, unrelated('x', '校车停放有序'))).toBeNull();
  });
});

describe('editions', () => {
  test('need a place and a year, and are no rules that stand', () => {
    expect(editionOf(facts({ title: '临澜市教育局2024年工作要点' }))).toMatchObject({ year: 2024 });
    expect(editionOf(facts({ title: '2024年工作要点', issuers: [], regionCode: null }))).toBeNull();
    expect(editionOf(facts({ date: '2024-01-01' }))).toBeNull();
  });
});

describe('grouping', () => {
  const link = (a: string, b: string, relation: 'version' | 'similar' | 'edition' | 'reprint', resemblance = 0.8) => ({
    a,
    b,
    relation,
    resemblance,
    containment: 1,
  });
  test('what is similar, or another edition, makes no family', () => {
    expect(familiesOf(['a', 'b', 'c'], [link('a', 'b', 'similar'), link('b', 'c', 'edition')])).toHaveLength(3);
  });
  test('two that are known to be different are not joined through a third', () => {
    const links = [link('a', 'b', 'reprint', 0.95), link('b', 'c', 'version', 0.9), link('a', 'c', 'similar', 0.6)];
    expect(familiesOf(['a', 'b', 'c'], links)).toEqual([['a', 'b'], ['c']]);
  });
  test('does not depend on the order of links or documents', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const links = [
      link('a', 'b', 'version', 0.7),
      link('b', 'c', 'version', 0.7),
      link('c', 'd', 'reprint', 0.9),
      link('a', 'd', 'similar', 0.5),
      link('e', 'f', 'version'),
    ];
    const key = (groups: string[][]) => groups.map((group) => group.join()).sort();
    const expected = key(familiesOf(ids, links));
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 6 }), fc.shuffledSubarray(links, { minLength: 5 }), (i, l) =>
        expect(key(familiesOf(i, l))).toEqual(expected),
      ),
    );
  });
});

describe('which is in force', () => {
  const today = '2026-01-01';
  const old = facts({ id: 'old', date: '2018-01-01' });
  const now = facts({ id: 'new', date: '2023-01-01' });
  const force = (members: MemberFacts[], copies: { a: string; b: string }[] = []) =>
    inForceOf(versionsOf(members, copies), today);
  test('the newest, when every version is dated', () => {
    expect(force([now, old])).toEqual({ id: 'new', ground: 'newest', of: 2 });
  });
  test('a copy without a date takes that of its version', () => {
    expect(force([facts({ id: 'copy' }), now, old], [{ a: 'copy', b: 'new' }])).toEqual({
      id: 'new',
      ground: 'newest',
      of: 2,
    });
  });
  test.each<[string, MemberFacts[], string]>([
    ['a version has no date', [now, facts({ id: 'x' })], 'undated'],
    ['two have the same date', [now, facts({ id: 'x', date: '2023-01-01' })], 'tie'],
    ['only the year of one is known, and the other is of that year', [now, facts({ id: 'x', year: 2023 })], 'tie'],
    ['the newest has been repealed', [old, facts({ id: 'x', date: '2023-01-01', status: '已废止' })], 'repealed'],
    [
      'the newest takes effect later',
      [old, facts({ id: 'x', date: '2025-12-01', effectiveOn: '2026-03-01' })],
      'pending',
    ],
    ['there are only drafts', [facts({ id: 'x', status: '征求意见' })], 'draft'],
    ['there is one version', [old], 'alone'],
  ])('cannot be told when %s', (_, members, ground) => {
    expect(force(members)).toMatchObject({ id: null, ground });
  });
  test('is stated where the newest says so', () => {
    expect(force([facts({ id: 'x', status: '现行' })])).toMatchObject({ id: 'x', ground: 'stated' });
  });
  test('a draft is never in force, however new', () => {
    expect(force([facts({ id: 'd', date: '2025-01-01', status: '征求意见' }), now, old])).toMatchObject({ id: 'new' });
  });
});

const golden = [5240568, 2246406, 1806670, 10547122];
