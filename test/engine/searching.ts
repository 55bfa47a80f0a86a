// The engine contract's first half: what an engine answers.
import fc from 'fast-check';
import type { Engine, EngineAnswer, EngineFilter, EngineQuery } from '../../services/engine/engine.js';
import { indexForm, keyTerms } from '../../services/language/segment.js';
import {
  COSINE_TOLERANCE,
  expectCounts,
  expectWellFormed,
  ids,
  type OpenedEngine,
  sorted,
  vectorQuery,
} from './checks.js';
import {
  archive,
  cosine,
  hostile,
  matching,
  passagesOf,
  queryOf,
  underFilter,
  vectorOf,
  WINDOW_SEED,
} from './fixtures.js';

export function describeSearching(name: string, open: () => Promise<OpenedEngine>): void {
  describe(`${name} engine: searching`, () => {
    let opened: OpenedEngine;
    let engine: Engine;
    const all = passagesOf(archive);
    beforeAll(async () => {
      opened = await open();
      engine = opened.engine;
      await engine.apply(archive);
    });
    afterAll(() => opened?.close());

    const ask = async (query: EngineQuery): Promise<EngineAnswer> => {
      const answer = await engine.query(query);
      expectWellFormed(answer, query);
      return answer;
    };

    test('holds every passage that was applied', async () => {
      expect(await engine.size()).toBe(all.length);
    });

    test.each([
      '学前教育',
      '素质教育 体育',
      '毛入园率',
      '入园',
      '户口簿',
      '年满六周岁的儿童',
      '教育督导部门负责检查',
      'covid19',
      'gb 50099',
      '没有这个词汇组合魑魅魍魉',
    ])('counts what holds a key term of %s, in title, heading or text', async (words) => {
      const query = queryOf(words);
      expectCounts(await ask(query), query);
    });

    test('finds a term where a segmenter would cut the text elsewhere', async () => {
      for (const term of ['务教', '育法实', '东湖区2021', '规范民', '幼小衔接']) {
        const query: EngineQuery = { keyword: { text: term, terms: [term] }, filter: {}, depth: 100, vectorMatches: 0 };
        const answer = await ask(query);
        expectCounts(answer, query);
        expect(answer.counts.passages).toBeGreaterThan(0);
      }
    });

    test('finds a single character wherever it stands, at the end of a clause too', async () => {
      for (const term of ['幼', '率', '厅']) {
        const query: EngineQuery = { keyword: { text: term, terms: [term] }, filter: {}, depth: 100, vectorMatches: 0 };
        const answer = await ask(query);
        expectCounts(answer, query);
        expect(answer.counts.passages).toBeGreaterThan(0);
      }
    });

    test('does not take a term as held whose characters stand apart', async () => {
      // 卫生标准。 in one passage, 办法 in its title: none holds the term
      const query: EngineQuery = {
        keyword: { text: '标准办法户口簿', terms: ['标准办法', '户口簿'] },
        filter: {},
        depth: 9,
        vectorMatches: 0,
      };
      expect(ids((await ask(query)).keyword)).toEqual([31]);
    });

    test('takes passages that hold a part of the words when none holds a key term', async () => {
      const query: EngineQuery = {
        keyword: { text: '消防魑魅', terms: ['消防魑魅'] },
        filter: {},
        depth: 9,
        vectorMatches: 0,
      };
      const answer = await ask(query);
      expect(ids(answer.keyword)).toEqual([51]);
      expectCounts(answer, query);
    });

    test('finds traditional and full-width forms by simplified and half-width ones, and the other way round', async () => {
      expect(ids((await ask(queryOf('卫生标准'))).keyword)[0]).toBe(51);
      expect(ids((await ask(queryOf('2021年9月1日起施行'))).keyword)[0]).toBe(52);
      expect(ids((await ask(queryOf('義務教育普及成果'))).keyword)[0]).toBe(11);
      expect(ids((await ask(queryOf('ＣＯＶＩＤ１９'))).keyword)).toEqual([41]);
    });

    test('leaves a common term out while a rarer one is there, and counts it otherwise', async () => {
      const both = queryOf('教育户口簿');
      expect(both.keyword?.terms).toEqual(expect.arrayContaining(['教育', '户口簿']));
      expect((await ask(both)).counts.passages).toBe(1);
      const absent: EngineQuery = { ...both, keyword: { text: '教育魑魅', terms: ['教育', '魑魅'] } };
      expectCounts(await ask(absent), absent);
      expect((await ask(absent)).counts.passages).toBeGreaterThan(5);
    });

    test('judges what is common by the whole archive, not by the filter', async () => {
      const query = queryOf('教育儿童', { filter: { type: '通知' } });
      expectCounts(await ask(query), query);
    });

    test('ranks a passage that holds all of the terms before those that hold one', async () => {
      expect(ids((await ask(queryOf('公办幼儿园 民办幼儿园 幼小衔接'))).keyword)[0]).toBe(2);
    });

    test('gives the best of each leg, at most as many as asked', async () => {
      const deep = await ask({ ...queryOf('教育 儿童'), vector: vectorOf(3) });
      const shallow = await ask({ ...queryOf('教育 儿童'), vector: vectorOf(3), depth: 3, vectorMatches: 3 });
      expect(shallow.keyword?.scores).toEqual(deep.keyword?.scores.slice(0, 3));
      expect(shallow.vector?.scores).toEqual(deep.vector?.scores.slice(0, 3));
    });

    test('scores vectors by cosine, and gives the nearest first', async () => {
      const { vector } = await ask(vectorQuery(12));
      expect(vector?.scores[0]).toMatchObject({ id: 12 });
      for (const { id, score } of vector?.scores ?? []) {
        expect(Math.abs(score - cosine(vectorOf(12), vectorOf(id)))).toBeLessThan(COSINE_TOLERANCE);
      }
    });

    test('scores a passage of several vectors by the nearest, and gives it once', async () => {
      const { vector } = await ask(vectorQuery(WINDOW_SEED));
      expect(vector?.scores[0]?.id).toBe(13);
      expect(vector?.scores[0]?.score).toBeCloseTo(1, 2);
      expect(sorted(ids(vector))).toEqual(all.filter(({ vectors }) => vectors.length > 0).map(({ id }) => id));
      for (const { id, score } of vector?.scores ?? []) {
        const own = all.find((passage) => passage.id === id)?.vectors ?? [];
        const nearest = Math.max(...own.map((each) => cosine(vectorOf(WINDOW_SEED), each)));
        expect(Math.abs(score - nearest)).toBeLessThan(COSINE_TOLERANCE);
      }
    });

    test('scores the opposite of a vector by -1', async () => {
      const opposite = vectorOf(12).map((x) => -x);
      const { vector } = await ask({ ...vectorQuery(0), vector: opposite });
      expect(vector?.scores.at(-1)?.id).toBe(12);
      expect(vector?.scores.at(-1)?.score).toBeCloseTo(-1, 2);
    });

    test('finds passages without a vector by keyword only', async () => {
      const without = all.filter((passage) => passage.vectors.length === 0).map(({ id }) => id);
      const { vector } = await ask(vectorQuery(51));
      expect(sorted(ids(vector))).toEqual(all.filter((passage) => passage.vectors.length > 0).map(({ id }) => id));
      expect(ids((await ask(queryOf('消防'))).keyword)).toEqual([without[0]]);
    });

    test('joins the best by vector to the keyword matches, each passage once', async () => {
      for (const vectorMatches of [0, 1, 4, 100]) {
        for (const words of ['学前教育', '儿童', '魑魅魍魉', '的']) {
          const query: EngineQuery = { ...queryOf(words), vector: vectorOf(2), vectorMatches };
          expectCounts(await ask(query), query);
        }
      }
    });

    test('counts the best by vector alone when no words are asked', async () => {
      const query = vectorQuery(21, { vectorMatches: 4 });
      const answer = await ask(query);
      expect(answer.counts.passages).toBe(4);
      expectCounts(answer, query);
    });

    test('gives an empty keyword leg for words without a key term', async () => {
      for (const text of ['', '，。！？', '"']) {
        const answer = await ask({ keyword: { text, terms: [] }, filter: {}, depth: 10, vectorMatches: 5 });
        expect(answer.keyword?.scores).toEqual([]);
        expect(answer.counts).toMatchObject({ passages: 0, documents: 0, exact: true });
      }
    });

    const filters: readonly EngineFilter[] = [
      { notRegions: ['97', '9802'] },
      { notRegions: ['980102', '0'] },
      { notRegions: [] },
      { notRegions: ['97', "' OR 1=1 --"], status: '试行' },
      { region: '98' },
      { region: '9801' },
      { region: '980102' },
      { region: '0' },
      { region: '9' },
      { years: { from: 2021, to: 2021 } },
      { years: { from: 2013, to: 2020 } },
      { years: { from: 2025, to: 2030 } },
      { type: '通知' },
      { type: '通' },
      { issuers: [['东湖区公安分局', '国务院']] },
      { issuers: [['东湖区公安分局', '国务院'], ['东湖区教育局']] },
      { issuers: [['国务院'], ['东湖区教育局']] },
      { issuers: [['临江市']] },
      { issuers: [] },
      { issuers: [['国务院'], []] },
      { status: '未知' },
      { region: '98', years: { from: 2020, to: 2021 } },
      { region: '9801', years: { from: 2021, to: 2021 }, type: '通知', issuers: [['东湖区教育局']], status: '试行' },
      { region: '9801', type: '法规' },
    ];
    test.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))(
      'keeps to the filter %s',
      async (_, filter) => {
        const query: EngineQuery = { ...queryOf('教育', { filter }), vector: vectorOf(7) };
        const answer = await ask(query);
        const allowed = all.filter((passage) => underFilter(passage, filter));
        const embedded = allowed.filter(({ vectors }) => vectors.length > 0);
        expect(sorted(ids(answer.vector))).toEqual(embedded.map(({ id }) => id));
        expect(sorted(ids(answer.keyword))).toEqual(matching(all, query));
        expectCounts(answer, query);
      },
    );

    test('takes any text as words, terms and filter values', async () => {
      for (const text of hostile) {
        const form = indexForm(text);
        for (const terms of [keyTerms(form), [text], [text, '教育']]) {
          await ask({ keyword: { text: form, terms }, vector: vectorOf(1), filter: {}, depth: 20, vectorMatches: 5 });
        }
        const filter = { region: text, type: text, issuers: [[text]], status: text };
        const { counts } = await ask({ ...queryOf('教育'), filter });
        expect(counts.passages).toBe(0);
      }
    }, 120_000);

    test('answers any words by the definitions', async () => {
      const characters = fc.constantFrom(...'教育学前法务儿童园率的年六2021a "-*()，。学校');
      await fc.assert(
        fc.asyncProperty(fc.array(characters, { maxLength: 8 }), async (letters) => {
          const query = queryOf(letters.join(''));
          expectCounts(await ask(query), query);
        }),
        { numRuns: 60 },
      );
    }, 120_000);
  });
}
