// What every engine does, whatever it is made of. An adapter's test file calls `describeEngine`.
import fc from 'fast-check';
import type {
  Engine,
  EngineAnswer,
  EngineFilter,
  EngineQuery,
  FacetCounts,
  Leg,
} from '../../services/engine/engine.js';
import { indexForm, keyTerms } from '../../services/language/segment.js';
import {
  archive,
  cosine,
  documentOf,
  facetsOf,
  hostile,
  matching,
  passagesOf,
  queryOf,
  underFilter,
  vectorOf,
} from './fixtures.js';

export interface OpenedEngine {
  /** over an index of its own, empty */
  readonly engine: Engine;
  /** another engine over the same index, as a second process would open it */
  again(): Promise<Engine>;
  /** closes all of them and leaves nothing behind */
  close(): Promise<void>;
}

/** Scores of embedded vectors may be rounded (8 bits a component). */
const COSINE_TOLERANCE = 0.02;

const ids = (leg: Leg | undefined): number[] => (leg?.scores ?? []).map(({ id }) => id);
const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
const plain = (counts: FacetCounts) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
const vectorQuery = (seed: number, more: Partial<EngineQuery> = {}): EngineQuery => ({
  vector: vectorOf(seed),
  filter: {},
  depth: 100,
  vectorMatches: 5,
  ...more,
});

/** Checks that hold for every answer. */
function expectWellFormed(answer: EngineAnswer, query: EngineQuery): void {
  for (const leg of [answer.keyword, answer.vector]) {
    if (!leg) continue;
    expect(leg.scores.length).toBeLessThanOrEqual(query.depth);
    expect(new Set(ids(leg)).size).toBe(leg.scores.length);
    const [low, high] = leg.kind === 'cosine' ? [-1, 1] : [0, Number.MAX_VALUE];
    for (const [i, { id, score }] of leg.scores.entries()) {
      expect(Number.isSafeInteger(id)).toBe(true);
      expect(score).toBeGreaterThanOrEqual(low);
      expect(score).toBeLessThanOrEqual(high);
      const next = leg.scores[i + 1];
      if (next) expect(score > next.score || (score === next.score && id < next.id)).toBe(true);
    }
  }
  expect(Boolean(answer.keyword)).toBe(Boolean(query.keyword));
  expect(Boolean(answer.vector)).toBe(Boolean(query.vector));
  if (answer.vector) expect(answer.vector.kind).toBe('cosine');
  if (answer.keyword) expect(['bm25', 'idf']).toContain(answer.keyword.kind);
}

/** Checks the matches, totals and facets against the definitions, worked out plainly. */
function expectCounts(answer: EngineAnswer, query: EngineQuery, passages = passagesOf(archive)): void {
  const joined = ids(answer.vector).slice(0, query.vectorMatches);
  const matches = matching(passages, query) ?? ids(answer.keyword); // what a part of a text is, is the engine's own
  if (query.keyword) expect(sorted(ids(answer.keyword))).toEqual(sorted(matches));
  const expected = [...new Set([...matches, ...joined])];
  const documents = new Set(passages.filter(({ id }) => expected.includes(id)).map((p) => p.documentId));
  expect(answer.counts).toMatchObject({ passages: expected.length, documents: documents.size, exact: true });
  const { facets } = answer.counts;
  expect({
    region: plain(facets.region),
    year: plain(facets.year),
    type: plain(facets.type),
    issuer: plain(facets.issuer),
  }).toEqual(facetsOf(passages, expected));
}

export function describeEngine(name: string, open: () => Promise<OpenedEngine>): void {
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

    test('scores the opposite of a vector by -1', async () => {
      const opposite = vectorOf(12).map((x) => -x);
      const { vector } = await ask({ ...vectorQuery(0), vector: opposite });
      expect(vector?.scores.at(-1)?.id).toBe(12);
      expect(vector?.scores.at(-1)?.score).toBeCloseTo(-1, 2);
    });

    test('finds passages without a vector by keyword only', async () => {
      const without = all.filter((passage) => passage.vector === null).map(({ id }) => id);
      const { vector } = await ask(vectorQuery(51));
      expect(sorted(ids(vector))).toEqual(all.filter((passage) => passage.vector).map(({ id }) => id));
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
      { issuers: ['东湖区公安分局', '国务院'] },
      { issuers: ['临江市'] },
      { issuers: [] },
      { status: '未知' },
      { region: '98', years: { from: 2020, to: 2021 } },
      { region: '9801', years: { from: 2021, to: 2021 }, type: '通知', issuers: ['东湖区教育局'], status: '试行' },
      { region: '9801', type: '法规' },
    ];
    test.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))(
      'keeps to the filter %s',
      async (_, filter) => {
        const query: EngineQuery = { ...queryOf('教育', { filter }), vector: vectorOf(7) };
        const answer = await ask(query);
        const allowed = all.filter((passage) => underFilter(passage, filter));
        expect(sorted(ids(answer.vector))).toEqual(allowed.filter((passage) => passage.vector).map(({ id }) => id));
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
        const filter = { region: text, type: text, issuers: [text], status: text };
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

  describe(`${name} engine: changing`, () => {
    let opened: OpenedEngine;
    let engine: Engine;
    beforeEach(async () => {
      opened = await open();
      engine = opened.engine;
    });
    afterEach(() => opened.close());

    const first = archive.slice(0, 1);
    const found = async (words: string, from = engine): Promise<number[]> =>
      ids((await from.query(queryOf(words))).keyword);
    const revised = documentOf(
      {
        documentId: 'linjiang-2021',
        title: '临江市学前教育计划（修订）',
        passages: [['', '毛入园率提高到百分之九十五。']],
      },
      900,
    );

    test('answers while it is empty', async () => {
      const answer = await engine.query({ ...queryOf('教育'), vector: vectorOf(1) });
      expect(ids(answer.keyword)).toEqual([]);
      expect(ids(answer.vector)).toEqual([]);
      expect(answer.counts).toMatchObject({ passages: 0, documents: 0, exact: true });
      expect(await engine.size()).toBe(0);
    });

    test('takes an empty list of documents', async () => {
      await engine.apply([]);
      expect(await engine.size()).toBe(0);
    });

    test('replaces a document whole, and no other', async () => {
      await engine.apply(archive);
      await engine.apply([revised]);
      expect(await engine.size()).toBe(passagesOf(archive).length - 2);
      expect(await found('财政')).toEqual([]);
      expect((await found('毛入园率'))[0]).toBe(900);
      expect(await found('户口簿')).toContain(31);
      const { vector, counts } = await engine.query(vectorQuery(1, { filter: { region: '9801' }, vectorMatches: 100 }));
      expect(sorted(ids(vector))).toEqual([31, 32]);
      expect(counts.documents).toBe(1);
    });

    test('applying twice is harmless', async () => {
      await engine.apply(archive);
      const before = await engine.query({ ...queryOf('学前教育'), vector: vectorOf(4) });
      await engine.apply(archive);
      const after = await engine.query({ ...queryOf('学前教育'), vector: vectorOf(4) });
      expect(ids(after.keyword)).toEqual(ids(before.keyword));
      expect(after.vector).toEqual(before.vector);
      expect(after.counts).toEqual(before.counts);
      expect(await engine.size()).toBe(passagesOf(archive).length);
    });

    test('takes a document out that has no passages, known or not', async () => {
      await engine.apply(archive);
      await engine.apply([
        { documentId: 'linjiang-2021', passages: [] },
        { documentId: 'never-seen', passages: [] },
      ]);
      expect(await engine.size()).toBe(passagesOf(archive).length - 3);
      expect(await found('财政')).toEqual([]);
    });

    test('lets the last win when a document is given twice', async () => {
      await engine.apply([...first, revised]);
      expect(await engine.size()).toBe(1);
    });

    test('tells documents apart by every character of their ids', async () => {
      const odd = [
        'a',
        'A',
        'ａ',
        'a ',
        'a"b',
        "a'b",
        'a\\b',
        '文件/一.docx',
        '文件/一.DOCX',
        'x'.repeat(600),
        `${'x'.repeat(600)}y`,
      ];
      const documents = odd.map((documentId, i) =>
        documentOf({ documentId, title: `第${i}份`, passages: [['', '正文相同']] }, i + 1),
      );
      await engine.apply(documents);
      expect((await engine.query(queryOf('正文相同'))).counts).toMatchObject({
        passages: odd.length,
        documents: odd.length,
      });
      await engine.apply([{ documentId: 'a', passages: [] }]);
      expect(sorted(await found('正文相同'))).toEqual(odd.map((_, i) => i + 1).slice(1));
    });

    test('orders equal passages by id', async () => {
      const twins = [5, 3, 4].map((id) =>
        documentOf({ documentId: `d${id}`, title: '同题', passages: [['', '一样的正文']] }, id),
      );
      await engine.apply(
        twins.map((twin) => ({ ...twin, passages: twin.passages.map((p) => ({ ...p, vector: vectorOf(1) })) })),
      );
      const { keyword, vector } = await engine.query({ ...queryOf('正文'), vector: vectorOf(1) });
      expect(ids(keyword)).toEqual([3, 4, 5]);
      expect(ids(vector)).toEqual([3, 4, 5]);
    });

    test('takes any text as a document, and finds the others beside it', async () => {
      const documents = hostile.map((text, i) =>
        documentOf(
          { documentId: `h${i}`, title: text.slice(0, 200), passages: [[text.slice(0, 200), `${text}临江`]] },
          i + 1,
        ),
      );
      await engine.apply(documents);
      expect(await engine.size()).toBe(hostile.length);
      expect((await engine.query(queryOf('临江'))).counts.passages).toBe(hostile.length);
      await engine.apply(documents.map(({ documentId }) => ({ documentId, passages: [] })));
      expect(await engine.size()).toBe(0);
    });

    test('takes many documents in one call', async () => {
      const many = Array.from({ length: 300 }, (_, i) =>
        documentOf(
          {
            documentId: `m${i}`,
            title: `第${i}号`,
            passages: Array.from({ length: 5 }, (_, j) => ['', `批量正文${i}之${j}`]),
          },
          5 * i + 1,
        ),
      );
      await engine.apply(many);
      expect(await engine.size()).toBe(1_500);
      expect((await engine.query(queryOf('批量正文'))).counts).toMatchObject({
        passages: 1_500,
        documents: 300,
        exact: true,
      });
    }, 60_000);

    test('keeps its identity while documents come and go, and shows it to a second engine', async () => {
      const identity = await engine.identity();
      expect(identity).toBeTruthy();
      await engine.apply(archive);
      await engine.apply([{ documentId: 'linjiang-2021', passages: [] }]);
      expect(await engine.identity()).toBe(identity);
      expect(await (await opened.again()).identity()).toBe(identity);
    });

    test('shows a second engine what the first wrote, and the first what the second wrote', async () => {
      await engine.apply(archive);
      const second = await opened.again();
      expect(await found('户口簿', second)).toContain(31);
      await second.apply([{ documentId: 'donghu-2020', passages: [] }]);
      expect(await found('户口簿')).not.toContain(31);
    });

    test('answers from the old index until a rebuild is committed, then from the new one, with a new identity', async () => {
      await engine.apply(archive);
      const before = await engine.identity();
      const rebuild = await engine.rebuild();
      await rebuild.apply([revised]);
      expect(await engine.size()).toBe(passagesOf(archive).length);
      expect(await engine.identity()).toBe(before);
      const after = await rebuild.commit();
      expect(after).not.toBe(before);
      expect(await engine.identity()).toBe(after);
      expect(await engine.size()).toBe(1);
      expect(await found('毛入园率')).toEqual([900]);
      await engine.apply(archive.slice(1));
      expect(await found('户口簿')).toContain(31);
      expect(await (await opened.again()).size()).toBe(1 + passagesOf(archive.slice(1)).length);
    });

    test('applies a document to a rebuild twice without harm', async () => {
      const rebuild = await engine.rebuild();
      await rebuild.apply(archive);
      await rebuild.apply(first);
      await rebuild.apply([{ documentId: 'donghu-2020', passages: [] }]);
      await rebuild.commit();
      expect(await engine.size()).toBe(passagesOf(archive).length - 2);
    });

    test('keeps the old index when a rebuild is given up', async () => {
      await engine.apply(archive);
      const before = await engine.identity();
      const rebuild = await engine.rebuild();
      await rebuild.apply([revised]);
      await rebuild.abort();
      expect(await engine.identity()).toBe(before);
      expect(await engine.size()).toBe(passagesOf(archive).length);
    });

    test('drops an earlier rebuild that never ended', async () => {
      await engine.apply(first);
      const left = await engine.rebuild();
      await left.apply(archive);
      const rebuild = await engine.rebuild();
      await rebuild.apply([revised]);
      await rebuild.commit();
      expect(await engine.size()).toBe(1);
    });

    test('answers rightly while documents are being applied', async () => {
      await engine.apply(archive);
      const second = await opened.again();
      const changes = (async () => {
        for (let round = 0; round < 5; round++) await second.apply(archive.slice(0, 3));
      })();
      const answers = [];
      for (let round = 0; round < 10; round++)
        answers.push(await engine.query({ ...queryOf('户口簿'), vector: vectorOf(31) }));
      await changes;
      for (const { keyword, vector } of answers) {
        expect(ids(keyword)[0]).toBe(31);
        expect(ids(vector)[0]).toBe(31);
      }
      expect(await engine.size()).toBe(passagesOf(archive).length);
    }, 60_000);
  });
}
