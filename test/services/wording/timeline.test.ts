// A timeline counts what the wording desk lists: every group opens exactly the lines that it counts.
import fc from 'fast-check';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { createSnapshot } from '../../../services/catalogue/snapshot.js';
import type { Metadata } from '../../../services/domain/document.js';
import { TimelineRequest, WordingRequest } from '../../../services/domain/query.js';
import { timeline } from '../../../services/wording/timeline.js';
import { wording } from '../../../services/wording/wording.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const catalogue = openCatalogue(temporaryFolder());
const snapshot = createSnapshot(catalogue);
afterAll(() => catalogue.close());
const deps = { catalogue, snapshot, maxQueryLength: 1_000 };

const documents: readonly (readonly [string, Partial<Metadata>])[] = [
  [
    '素质教育，素质教育。',
    { year: 2016, date: '2016-03-01', regionCode: '41', region: '河南省', issuers: ['河南省教育厅'] },
  ],
  [
    '推进素质教育',
    { year: 2016, regionCode: '4101', region: '郑州市', issuers: ['郑州市人民政府'], titleYears: [2018] },
  ],
  ['核心素养与素质教育', { year: 2018, date: '2018-05-02', regionCode: '410105', region: '郑州市金水区' }],
  ['核心素養', { year: 2018, date: '2018-09-02', regionCode: '0', region: '全国', issuers: ['教育部'] }],
  ['素质教育', { titleYears: [2016], issuers: ['云州大学教务处'] }],
  ['无关', { year: 2019, date: '2019-01-01', regionCode: '31', region: '上海市', status: '现行', type: '通知' }],
  ['核心素养。', { year: 2021, date: '2021-01-01', regionCode: '310105', region: '上海市长宁区', type: '通知' }],
];
catalogue.transaction(() => {
  for (const [i, [text, metadata]] of documents.entries()) {
    catalogue.store.put(versionOf(`文件${i}.txt`, text, metadata), '2026-01-01T00:00:00.000Z');
  }
});

const ask = (request: Record<string, unknown>) => timeline(TimelineRequest.parse(request), deps);
const groupsOf = (request: Record<string, unknown>) =>
  Object.fromEntries(
    ask(request).groups.map(({ value, of, counts }) => [value, [of, ...counts.map(({ occurrences }) => occurrences)]]),
  );

test('by year: every year that holds documents, the undated apart and last', () => {
  expect(ask({ q: '素质教育\n核心素养' }).groups.map(({ value }) => value)).toEqual([
    '2016',
    '2018',
    '2019',
    '2021',
    null,
  ]);
  expect(groupsOf({ q: '素质教育\n核心素养' })).toEqual({
    2016: [2, 3, 0],
    2018: [2, 1, 1],
    2019: [1, 0, 0],
    2021: [1, 0, 1],
    null: [1, 1, 0],
  });
});

test('by region: provinces with all that lies in them; inside one its cities and itself', () => {
  expect(groupsOf({ q: '素质教育', by: 'region' })).toEqual({
    河南省: [3, 4],
    上海市: [2, 0],
    全国: [1, 0],
    null: [1, 1],
  });
  const inside = ask({ q: '素质教育', by: 'region', region: '河南' }).groups;
  expect(inside.map(({ value, opens }) => [value, opens])).toEqual([
    ['郑州市', { region: '郑州市' }],
    ['河南省', { ownRegion: '河南省' }],
  ]);
});

test('by level of issuer, schools told by their names', () => {
  expect(groupsOf({ q: '素质教育', by: 'level' })).toEqual({
    国家: [1, 0],
    省: [2, 2],
    市: [1, 1],
    县: [2, 1],
    学校及其他: [1, 1],
  });
});

test('first and latest use are those of documents with a date', () => {
  const [quality, core] = ask({ q: '素质教育\n核心素养' }).phrases;
  expect(quality).toMatchObject({ phrase: '素质教育', documents: 4, occurrences: 5 });
  expect(quality?.first?.document.date).toBeNull(); // a year alone counts as its start
  expect(quality?.first?.document.year).toBe(2016);
  expect(quality?.latest?.document.date).toBe('2018-05-02');
  expect(core).toMatchObject({
    documents: 2,
    first: { document: { year: 2018 } },
    latest: { document: { year: 2021 } },
  });
});

test('whatever is asked, each group opens exactly the lines that it counts, and all of them together are the whole', () => {
  const requests = fc.record(
    {
      q: fc.constantFrom('素质教育', '核心素养', '教育', '。'),
      by: fc.constantFrom('year', 'region', 'level'),
      script: fc.constantFrom('keep', 'fold'),
      punctuation: fc.constantFrom('keep', 'ignore'),
      region: fc.constantFrom('河南', '郑州市', '上海', '全国', '郑州市金水区'),
      year: fc.constantFrom(2016, 2018),
      yearTo: fc.constantFrom(2018, 2020),
      type: fc.constant('通知'),
      without: fc.constant('核心'),
    },
    { requiredKeys: ['q', 'by', 'script'] },
  );
  fc.assert(
    fc.property(requests, (request) => {
      fc.pre(request.q !== '。' || request.punctuation !== 'ignore');
      const { by: _, ...conditions } = request;
      const all = wording(WordingRequest.parse(conditions), deps);
      const { groups, coverage } = ask(request);
      let [of, held, occurrences] = [0, 0, 0];
      for (const { opens, of: group, counts } of groups) {
        const opened = wording(WordingRequest.parse({ ...conditions, ...opens }), deps);
        expect({ documents: opened.documents, occurrences: opened.occurrences }).toEqual(counts[0]);
        expect(opened.coverage.documents).toBe(group);
        of += group;
        held += opened.documents;
        occurrences += opened.occurrences;
      }
      expect([of, held, occurrences]).toEqual([coverage.documents, all.documents, all.occurrences]);
    }),
    { numRuns: 300 },
  );
});

test('a bar’s year is the date’s alone, where the filter also takes the title’s', () => {
  expect(wording(WordingRequest.parse({ q: '素质教育', year: 2018 }), deps).documents).toBe(2);
  expect(wording(WordingRequest.parse({ q: '素质教育', dateYear: 2018 }), deps).documents).toBe(1);
  expect(wording(WordingRequest.parse({ q: '素质教育', dateYear: 'none' }), deps).documents).toBe(1);
});

test('more wordings than can be told apart are refused, and so is an unknown region', () => {
  expect(() => ask({ q: '一\n二\n三\n四\n五\n六\n七' })).toThrow();
  expect(() => ask({ q: '教育', ownRegion: '乌有省' })).toThrow();
  expect(() => ask({ q: ' \n ' })).toThrow();
});
