import fc from 'fast-check';
import { orderOf } from '../../../services/comparison/transmission/order.js';
import { clausesOf } from '../../../services/comparison/transmission/sentences.js';
import { transmit } from '../../../services/comparison/transmission/transmit.js';
import { unitsOf } from '../../../services/comparison/units.js';
import { provision, statute } from './statute.js';

const text = (body: string) => ({ text: body, outline: [] });
const superior = text(
  [
    '云州省关于加强校园图书工作的意见',
    '各市人民政府：',
    '（一）配齐图书。到2025年，小学生均图书不少于25册，初中生均图书不少于35册。各地应当每年更新图书。',
    '（二）开放场所。学校图书馆每周开放时间不少于40小时。鼓励图书馆在假期向学生开放。',
    '（三）开展阅读。严禁组织学生参加以营利为目的的阅读竞赛活动。',
  ].join('\n'),
);
const local = text(
  [
    '临澜市关于加强校园图书工作的实施意见',
    '各县（区）人民政府：',
    '（一）阅读活动。图书漂流柜每学期轮换一次书目并公示。严禁组织学生参加以营利为目的的阅读竞赛活动。',
    '（二）图书配备。到2025年，全市小学生均图书不少于30册，初中生均图书不少于35册。各地可以每年更新图书。',
    '（三）场所开放。鼓励图书馆在假期向学生和家长开放。',
  ].join('\n'),
);

describe('a superior document in a local one', () => {
  const found = transmit(superior, local);
  const sentences = found.units.flatMap((unit) => unit.sentences);
  const fateOf = (words: string) => sentences.find((sentence) => sentence.text.includes(words))?.fate;

  it('is kept, altered or cut, whatever the order', () => {
    expect(fateOf('严禁组织学生')).toBe('kept');
    expect(fateOf('小学生均图书')).toBe('altered');
    expect(fateOf('在假期')).toBe('altered');
    expect(fateOf('每周开放时间')).toBe('cut');
    expect(found.sentences).toEqual({ kept: 1, altered: 3, cut: 1, added: 1 });
  });

  it('calls out the figures and obligations that changed on the way', () => {
    const values = sentences.flatMap((sentence) => sentence.values.map(({ a, b }) => [a?.text, b?.text]));
    expect(values).toEqual([
      ['25', '30'],
      ['应当', '可以'],
    ]);
  });

  it('shows what the local one adds', () => {
    expect(found.added.flatMap((unit) => unit.sentences.map((sentence) => sentence.text))).toEqual([
      '图书漂流柜每学期轮换一次书目并公示。',
    ]);
  });

  it('gives places in both texts', () => {
    for (const sentence of sentences) {
      expect(superior.text.slice(sentence.start, sentence.end)).toBe(sentence.text);
      for (const one of sentence.local) expect(local.text.slice(one.start, one.end)).toBe(one.text);
      for (const { a, b } of sentence.values) {
        if (a) expect(superior.text.slice(a.start, a.end)).toBe(a.text);
        if (b) expect(local.text.slice(b.start, b.end)).toBe(b.text);
      }
    }
  });
});

it('every sentence of the superior text has one fate, in its order', () => {
  const articles = fc.array(fc.integer({ min: 1, max: 80 }).map(provision), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(articles, articles, (one, other) => {
      const above = statute(one);
      const sentences = transmit(above, statute(other)).units.flatMap((unit) => unit.sentences);
      const expected = clausesOf(unitsOf(above.text, above.outline));
      expect(sentences.map(({ start, end }) => [start, end])).toEqual(expected.map(({ start, end }) => [start, end]));
    }),
    { numRuns: 60 },
  );
});

it('shares add up, and a text keeps all of itself', () => {
  const articles = fc.array(fc.integer({ min: 1, max: 80 }).map(provision), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(articles, articles, (one, other) => {
      const { shares, units } = transmit(statute(one), statute(other));
      expect(shares.kept + shares.altered + shares.cut).toBeCloseTo(1);
      for (const { fate, sentences } of units) {
        if (fate !== 'altered') expect(sentences.every((sentence) => sentence.fate === fate)).toBe(true);
      }
      expect(transmit(statute(one), statute(one))).toMatchObject({ shares: { kept: 1, altered: 0, cut: 0, added: 0 } });
    }),
    { numRuns: 60 },
  );
});

it('the whole country is above a province, a province above its city, a law above regulations', () => {
  const at = (regionCode: string | null, level: '法律' | '行政法规' | null = null) => ({ regionCode, level });
  expect(orderOf(at('0'), at('41'))).toBe('superior');
  expect(orderOf(at('4101'), at('41'))).toBe('reversed');
  expect(orderOf(at('41'), at('3502'))).toBe('unclear');
  expect(orderOf(at('0', '法律'), at('0', '行政法规'))).toBe('superior');
  expect(orderOf(at(null), at('41'))).toBe('unclear');
});
