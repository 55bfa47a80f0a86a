import { exampleDetail } from '../../services/api/endpoints/examples.js';
import { valuePlaces } from '../../web/value-places.js';

const text =
  '临江市教育局文件\n临教发[2023]12号\n临江市学前教育发展工作要点\n各区教育局：\n正文。\n临江市教育局\n二〇二三年三月十五日';
const detail = {
  ...exampleDetail,
  origins: {
    title: 'head',
    number: 'head',
    issuers: 'signature',
    date: 'signature',
    addressees: 'head',
    signature: 'text',
  },
};
const found = (changes: object = {}) =>
  Object.fromEntries(
    valuePlaces(text, { ...detail, ...changes }).map(({ field, start, end }) => [field, text.slice(start, end)]),
  );

test('a value is found where it stands, however brackets and dates are written', () => {
  expect(found()).toMatchObject({
    number: '临教发[2023]12号',
    title: '临江市学前教育发展工作要点',
    date: '二〇二三年三月十五日',
    addressees: '各区教育局',
  });
});

test('what was read from the file name or given has no place in the text', () => {
  expect(found({ origins: { title: 'file name', date: 'metadata file', number: 'declared: 文号' } })).toEqual({});
});

test('places are in order and apart', () => {
  const places = valuePlaces(text, detail);
  for (const [i, place] of places.entries()) expect(place.start).toBeGreaterThanOrEqual(places[i - 1]?.end ?? 0);
});
