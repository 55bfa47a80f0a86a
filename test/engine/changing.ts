// The engine contract's second half: how an index changes.
import type { Engine } from '../../services/engine/engine.js';
import { ids, type OpenedEngine, sorted, vectorQuery } from './checks.js';
import { archive, dimension, documentOf, hostile, passagesOf, queryOf, vectorOf } from './fixtures.js';

export function describeChanging(name: string, open: () => Promise<OpenedEngine>): void {
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
      await engine.identity();
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
        twins.map((twin) => ({ ...twin, passages: twin.passages.map((p) => ({ ...p, vectors: [vectorOf(1)] })) })),
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

    test('says which index answered', async () => {
      await engine.apply(archive);
      expect((await engine.query(queryOf('户口簿'))).identity).toBe(await engine.identity());
    });

    test('shows a rebuild to whoever builds it, and to nobody else', async () => {
      await engine.apply(archive);
      const rebuild = await engine.rebuild();
      expect(await rebuild.size()).toBe(0);
      await rebuild.apply([revised]);
      const aside = await rebuild.query({ ...queryOf('毛入园率'), vector: vectorOf(900) });
      expect([ids(aside.keyword), ids(aside.vector)]).toEqual([[900], [900]]);
      expect(await rebuild.size()).toBe(1);
      expect(await found('毛入园率')).not.toContain(900);
      await rebuild.abort();
    });

    test.each([
      ['of the same dimension', 0],
      ['of another dimension', 1],
    ])(
      "never scores one model's vectors by another's %s: words are still found, and nothing is lost by asking",
      async (_, more) => {
        await engine.apply(archive);
        const other = await opened.withModel('another model', dimension + more);
        const vector = Float32Array.from({ length: dimension + more }, () => 1 / Math.sqrt(dimension + more));
        await expect(other.query({ ...queryOf('户口簿'), vector })).rejects.toMatchObject({ code: 'MODEL_MISMATCH' });
        expect(await found('户口簿', other)).toContain(31);
        expect(await other.identity()).toBe(await engine.identity());
        expect(await other.size()).toBe(passagesOf(archive).length);
        expect(ids((await engine.query(vectorQuery(12))).vector)[0]).toBe(12);
      },
    );

    test('is made anew, under another identity, when vectors of another model come in', async () => {
      await engine.apply(archive);
      const before = await engine.identity();
      const other = await opened.withModel('another model', dimension);
      await other.apply(first);
      expect(await other.identity()).not.toBe(before);
      expect(ids((await other.query(vectorQuery(1))).vector)).toContain(1);
      await expect(engine.query(vectorQuery(1))).rejects.toMatchObject({ code: 'MODEL_MISMATCH' });
    });

    test("a rebuild with another model's vectors takes the place of the old index in one step", async () => {
      await engine.apply(archive);
      const other = await opened.withModel('another model', dimension);
      const rebuild = await other.rebuild();
      await rebuild.apply(archive);
      expect(ids((await engine.query(vectorQuery(12))).vector)[0]).toBe(12);
      await rebuild.commit();
      expect(ids((await other.query(vectorQuery(12))).vector)[0]).toBe(12);
      await expect(engine.query(vectorQuery(12))).rejects.toMatchObject({ code: 'MODEL_MISMATCH' });
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
