import { changesBetween } from '../../../services/drafting/changes.js';
import { byWeight, type Comparable, standingOf } from '../../../services/drafting/scope.js';
import { tokensOf } from '../../../services/drafting/tokens.js';
import { weigh } from '../../../services/drafting/weigh.js';

const here: Comparable = {
  standing: 'same',
  otherYear: false,
  byDate: false,
  stale: false,
  revised: false,
  laterOnly: true,
  sameMatter: true,
  date: '2020-01-01',
};
const weighed = (
  source: string,
  draft: string,
  best: Partial<Comparable> = {},
  more: Partial<Parameters<typeof weigh>[0]> = {},
) => {
  const [change] = changesBetween(tokensOf(source), tokensOf(draft))?.changes ?? [];
  if (!change) throw new Error('nothing was changed');
  const found = weigh({
    change,
    frame: 1,
    best: { ...here, ...best },
    agreeing: [],
    tie: 'own',
    copy: true,
    context: draft,
    ...more,
  });
  return found && `${found.level} ${found.direction} ${found.ground}`;
};
const numbers = ['每班不超过45人。', '每班不超过50人。'] as const;
const floor = ['每周不少于5天。', '每周不少于4天。'] as const;

it('takes a changed value of the draft’s own source for a conflict, and says which way it was changed', () => {
  expect(weighed(...numbers)).toBe('conflict weaker changed');
  expect(weighed(...floor)).toBe('conflict weaker changed');
  expect(weighed('学校应当公布。', '学校可以公布。')).toBe('conflict weaker changed');
  expect(weighed('学校不得收费。', '学校收费。')).toBe('conflict weaker changed');
  expect(weighed('学校可以公布。', '学校必须公布。')).toBe('conflict stronger changed');
});
it('takes what is stricter than a superior’s for a note, and what is looser for a conflict', () => {
  expect(weighed('每班不超过45人。', '每班不超过40人。', { standing: 'superior' })).toBe('note stronger stricter');
  expect(weighed(...numbers, { standing: 'superior' })).toBe('conflict weaker superior');
});
it('takes another year’s figure for nothing, another region’s or a draft’s for a note', () => {
  expect(weighed(...numbers, { otherYear: true })).toBeNull();
  expect(weighed(...numbers, { standing: 'other' })).toBe('note weaker otherRegion');
  expect(weighed(...numbers, { stale: true })).toBe('note weaker stale');
  expect(weighed(...numbers, { revised: true })).toBe('note weaker revised');
});
it('is silent where another source that binds has the draft’s value, unless it is against the draft’s own', () => {
  expect(weighed(...numbers, {}, { agreeing: [here], tie: 'kin', copy: false })).toBeNull();
  expect(weighed(...numbers, {}, { agreeing: [here] })).toBe('conflict weaker shared');
});
it('takes other words of the same force for a note', () => {
  expect(weighed('学校必须公布。', '学校应当公布。')).toBe('note unknown sameForce');
});

it('knows whose a source is', () => {
  expect(standingOf('900102', '9001')).toBe('superior');
  expect(standingOf('9001', '0')).toBe('superior');
  expect(standingOf('9001', '900102')).toBe('inferior');
  expect(standingOf('900102', '900103')).toBe('other');
  expect(standingOf(null, '9001')).toBe('same');
});
it('names the draft’s own region first, then what stands, then the newest', () => {
  const list: Comparable[] = [
    { ...here, standing: 'other', date: '2025-01-01' },
    { ...here, date: '2018-01-01' },
    { ...here, stale: true, date: '2024-01-01' },
    { ...here, date: '2020-01-01' },
  ];
  expect(list.toSorted(byWeight).map(({ date }) => date)).toEqual([
    '2020-01-01',
    '2018-01-01',
    '2024-01-01',
    '2025-01-01',
  ]);
});
