// Variants: nothing near is missed, equal ones stand together in order of first use, and what changed is marked.
import fc from 'fast-check';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { createSnapshot, type SnapshotDocument } from '../../../services/catalogue/snapshot.js';
import { VariantsRequest } from '../../../services/domain/query.js';
import { createWordingIndex } from '../../../services/wording/index/wording-index.js';
import { sentenceStarts } from '../../../services/wording/near.js';
import { findStretches } from '../../../services/wording/variants/find-stretches.js';
import { nearEnds } from '../../../services/wording/variants/near-ends.js';
import { editsBetween, stretches } from '../../../services/wording/variants/stretches.js';
import { trimmed } from '../../../services/wording/variants/trim.js';
import { variants } from '../../../services/wording/variants/variants.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The fewest edits to any stretch that ends at each place, from the definition. */
const naiveEnds = (pattern: string, text: string): number[] =>
  Array.from({ length: text.length }, (_, i) => {
    let fewest = pattern.length;
    for (let start = 0; start <= i; start++) fewest = Math.min(fewest, editsBetween(pattern, text.slice(start, i + 1)));
    return fewest;
  });

const letters = fc.constantFrom(...'加快普及学前教育。');
const words = (minLength: number, maxLength: number) =>
  fc.array(letters, { minLength, maxLength }).map((all) => all.join(''));

test('the ends of near stretches are those of every alignment, for patterns of one block or several', () => {
  fc.assert(
    fc.property(words(1, 70), words(0, 25), fc.nat(8), (pattern, text, most) => {
      const found: number[] = [];
      nearEnds(pattern, most)(text, (end) => found.push(end));
      expect(found).toEqual(naiveEnds(pattern, text).flatMap((edits, i) => (edits <= most ? [i + 1] : [])));
    }),
    { numRuns: 150 },
  );
});

test('stretches do not overlap, say how many edits they are away, and the nearest is among them', () => {
  fc.assert(
    fc.property(words(4, 12), words(0, 40), fc.nat(4), (pattern, text, most) => {
      const found = stretches(pattern, text, most);
      let free = 0;
      for (const { start, end, edits } of found) {
        expect(start).toBeGreaterThanOrEqual(free);
        expect(editsBetween(pattern, text.slice(start, end))).toBe(edits);
        free = end;
      }
      const fewest = Math.min(...naiveEnds(pattern, text), pattern.length);
      if (fewest <= most && fewest < pattern.length) expect(Math.min(...found.map(({ edits }) => edits))).toBe(fewest);
    }),
    { numRuns: 200 },
  );
});

test('with the index, every sentence that holds something near is found', () => {
  const texts = fc.array(words(1, 60), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(texts, words(4, 12), fc.integer({ min: 0, max: 5 }), (all, asked, edits) => {
      fc.pre(!asked.includes('。') && 2 * edits <= asked.length);
      const documents = new Map(
        all.map((normal, i): [string, SnapshotDocument] => [
          `${i}`,
          {
            id: `${i}`,
            metadata: versionOf('文.txt', '').metadata,
            names: '',
            normalTitle: '',
            normal,
            passageIds: new Int32Array(),
            passageStarts: new Int32Array(),
            paragraphStarts: Int32Array.of(0),
          },
        ]),
      );
      const index = createWordingIndex(1, 50);
      finish(index.build(documents));
      const found = finish(findStretches(asked, edits, documents, index, () => true));
      for (const document of documents.values()) {
        const starts = sentenceStarts(document);
        for (const [i, start] of starts.entries()) {
          const end = starts[i + 1] ?? document.normal.length;
          const fewest = Math.min(...naiveEnds(asked, document.normal.slice(start, end)));
          const held = found.some(
            (one) => one.document === document && one.place.start >= start && one.place.start < end,
          );
          expect(held).toBe(fewest <= edits);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['加快普及学前教育', '要大力普及学前教育和', '大力普及学前教育'],
  ['保障适龄儿童入学', '确保适龄儿童入学', '确保适龄儿童入学'],
  ['完善普及学前教育', '第三条学前教育', '学前教育'],
  ['本办法自公布之日起', '第六十二条本条例自公布之日起', '本条例自公布之日起'],
  ['加快普及学前教育', '扩大入园和普及学前教育', '普及学前教育'],
])('%s in %s is the variant %s: whole words, without what numbers or joins them', (asked, text, variant) => {
  const [stretch] = stretches(asked, text, 5);
  const { start, end } = trimmed(asked, text, stretch!); // there is one
  expect(text.slice(start, end)).toBe(variant);
});

const catalogue = openCatalogue(temporaryFolder());
const snapshot = createSnapshot(catalogue);
afterAll(() => catalogue.close());
catalogue.transaction(() => {
  for (const [i, [text, year]] of (
    [
      ['一、加快普及学前教育。', 2012],
      ['二、基本普及学前教育，', 2014],
      ['三、基本普及学前、教育。', 2015],
      ['四、巩固提高学前教育普及水平。', 2018],
      ['五、加快发展学前教育', 2010],
      ['六、加快普 及学前教育', null],
    ] as const
  ).entries()) {
    const version = versionOf(`文件${i}.txt`, text, year === null ? {} : { year, date: `${year}-03-01` });
    catalogue.store.put(version, '2026-01-01T00:00:00.000Z');
  }
});
const ask = (request: object) => finish(variants(VariantsRequest.parse(request), { catalogue, snapshot }));

test('variants come in order of first use, equal ones together whatever their punctuation, changes marked', () => {
  const { variants: found, total, documents, occurrences } = ask({ q: '加快普及学前教育', alike: 60 });
  expect([total, documents, occurrences]).toEqual([3, 5, 5]);
  expect(found.map(({ text, edits, documents: held }) => [text, edits, held])).toEqual([
    ['加快发展学前教育', 2, 1],
    ['加快普及学前教育', 0, 2],
    ['基本普及学前教育', 2, 2],
  ]);
  expect(found[0]?.parts).toEqual([
    { kind: 'same', text: '加快' },
    { kind: 'removed', text: '普及' },
    { kind: 'added', text: '发展' },
    { kind: 'same', text: '学前教育' },
  ]);
  expect(found[0]?.before).toBeNull();
  expect(found[2]?.before?.text).toBe('加快普及学前教育');
  expect(found[2]?.years).toEqual([
    { value: 2014, documents: 1 },
    { value: 2015, documents: 1 },
  ]);
  expect(found[1]?.latest.document.year).toBe(2012); // the undated one is no latest use
});

test('filters narrow what is looked through, and too short or too long a wording is refused', () => {
  expect(ask({ q: '加快普及学前教育', alike: 70, dateYear: 2010 }).variants.map(({ text }) => text)).toEqual([
    '加快发展学前教育',
  ]);
  expect(() => ask({ q: '教育' })).toThrow();
  expect(() => ask({ q: '教'.repeat(301) })).toThrow();
});
