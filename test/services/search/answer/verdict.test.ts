import { evidenceOf, type Found } from '../../../../services/search/answer/evidence.js';
import { verdict } from '../../../../services/search/answer/verdict.js';
import { parse } from '../../../../services/search/parse.js';

const leg = (kind: 'cosine' | 'bm25', ids: readonly number[], top: number) => ({
  kind,
  scores: ids.map((id, i) => ({ id, score: top - i / 100 })),
});
const found = (q: string, more: Partial<Found> = {}): Found => ({
  query: parse(q, 1_000),
  mode: 'hybrid',
  degraded: [],
  legs: { vector: leg('cosine', [1, 2, 3, 4], 0.7), keyword: leg('bm25', [1, 5, 6], 9) },
  ranked: [1, 5, 2].map((id) => ({ id, verbatim: false, titled: false })),
  fits: () => 0,
  ...more,
});

test('the evidence is the nearest of the first hits, and how far both legs agree', () => {
  expect(evidenceOf(found('孩子几岁上学'))).toEqual({ cosine: 0.7, agreement: 0.1, elsewhere: false });
  const below = found('孩子几岁上学', { ranked: [5, 6, 3].map((id) => ({ id, verbatim: false, titled: false })) });
  expect(evidenceOf(below)?.cosine).toBeCloseTo(0.68);
});

test('where one leg was asked alone there is no agreement to speak of', () => {
  const { vector } = found('孩子几岁上学').legs;
  expect(
    evidenceOf(found('孩子几岁上学', { mode: 'semantic', legs: { ...(vector && { vector }) } }))?.agreement,
  ).toBeNull();
});

test.each(['义务教育 入学', '临澜市教育局2023年工作要点', '课后服务', '关于做好招生入学工作的通知', '几何教学'])(
  '%s asks nothing, and is not judged',
  (q) => {
    expect(evidenceOf(found(q))).toBeNull();
  },
);

test.each(['孩子几岁上学', '学校能不能分重点班', '交多少钱？', '老师打人咋办', '外地户口行不行', 'who pays for lunch'])(
  '%s is judged',
  (q) => {
    expect(evidenceOf(found(q))).not.toBeNull();
  },
);

test('what is named or stands verbatim in the best hit is not judged, nor are phrases in marks', () => {
  expect(evidenceOf(found('如何做好招生工作', { ranked: [{ id: 1, verbatim: false, titled: true }] }))).toBeNull();
  expect(evidenceOf(found('谁来负责', { ranked: [{ id: 1, verbatim: true, titled: false }] }))).toBeNull();
  expect(evidenceOf(found('“免试就近入学”是什么'))).toBeNull();
});

test('nothing is judged by keyword alone, with a part missing, or without a hit', () => {
  expect(evidenceOf(found('孩子几岁上学', { mode: 'keyword' }))).toBeNull();
  expect(evidenceOf(found('孩子几岁上学', { degraded: ['model'] }))).toBeNull();
  expect(evidenceOf(found('孩子几岁上学', { degraded: ['engine'] }))).toBeNull();
  expect(evidenceOf(found('孩子几岁上学', { ranked: [] }))).toBeNull();
  expect(verdict(null)).toBeNull();
});

test('the verdict goes from none over near to answered as the evidence grows', () => {
  const order = { none: 0, near: 1, answered: 2 };
  for (const agreement of [0, 0.5, null]) {
    const verdicts = [0.2, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.9].map((cosine) =>
      verdict({ cosine, agreement, elsewhere: false }),
    );
    const ranks = verdicts.map((of) => order[of?.verdict ?? 'none']);
    expect(ranks).toEqual([...ranks].sort());
    expect(ranks[0]).toBe(0);
    expect(ranks.at(-1)).toBe(2);
    const confidences = verdicts.map((of) => of?.confidence ?? 0);
    expect(confidences).toEqual([...confidences].sort());
  }
});

test('hits of another region or year than the question names come near at best', () => {
  const evidence = evidenceOf(found('拉萨的老师有多少补贴', { fits: () => -1 }));
  expect(evidence?.elsewhere).toBe(true);
  expect(verdict({ cosine: 0.8, agreement: 0.5, elsewhere: true })?.verdict).toBe('near');
  expect(verdict({ cosine: 0.2, agreement: 0, elsewhere: true })?.verdict).toBe('none');
  expect(evidenceOf(found('拉萨的老师有多少补贴', { fits: (id) => (id === 2 ? 1 : -1) }))?.elsewhere).toBe(false);
});
