// The loose form of a wording: however its numbers, width, script and punctuation are written.
import fc from 'fast-check';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { createSnapshot } from '../../../services/catalogue/snapshot.js';
import { WordingRequest } from '../../../services/domain/query.js';
import { wording } from '../../../services/wording/wording.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const catalogue = openCatalogue(temporaryFolder());
const snapshot = createSnapshot(catalogue);
afterAll(() => catalogue.close());

const text =
  '第二十条 适龄儿童年满六周岁。\n第二十一条 经费增长百分之三点五。\n二〇二一年，毛入園率達到９０％。\n第105条 增长3.5%，共20个。';
catalogue.transaction(() => catalogue.store.put(versionOf('数.txt', text), '2026-01-01T00:00:00.000Z'));

const matches = (q: string, loose = true): string[] =>
  wording(WordingRequest.parse({ q, loose, size: 100 }), { catalogue, snapshot, maxQueryLength: 1_000 }).hits.map(
    ({ match }) => match,
  );

test.each([
  ['第20条', ['第二十条']],
  ['第２０条', ['第二十条']],
  ['第二十條', ['第二十条']],
  ['第一百零五条', ['第105条']],
  ['增长百分之三点五', ['增长百分之三点五', '增长3.5%']],
  ['增长3.5%', ['增长百分之三点五', '增长3.5%']],
  ['2021年毛入园率达到90%', ['二〇二一年，毛入園率達到９０％']],
  ['二零二一年', ['二〇二一年']],
  ['二十个', ['20个']],
  ['年满6周岁', ['年满六周岁']],
])('%s is found as %j', (q, found) => {
  expect(matches(q)).toEqual(found);
});

test('a part of a number is no other number: 第2条 is not in 第二十条', () => {
  expect(matches('第2条')).toEqual([]);
  expect(matches('第一条')).toEqual([]);
});

test('whatever stands in the text as asked is found in the loose form too, with its place', () => {
  const normal = text.replace(/\s/gu, '');
  fc.assert(
    fc.property(fc.nat(normal.length - 1), fc.integer({ min: 1, max: 12 }), (from, length) => {
      const q = normal.slice(from, from + length);
      fc.pre(/[^\p{P}\p{S}]/u.test(q));
      const loose = wording(WordingRequest.parse({ q, loose: true, size: 100 }), {
        catalogue,
        snapshot,
        maxQueryLength: 1_000,
      });
      expect(loose.occurrences).toBeGreaterThanOrEqual(1);
      for (const { start, end, match } of loose.hits) expect(text.slice(start, end)).toBe(match);
    }),
  );
});
