// A wording search equals a naive scan, with every switch, and whatever of the archive is indexed.
import fc from 'fast-check';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { createSnapshot, paragraphStarts, type SnapshotDocument } from '../../../services/catalogue/snapshot.js';
import { WordingRequest } from '../../../services/domain/query.js';
import { normalForm, normalText } from '../../../services/domain/text.js';
import { simplified } from '../../../services/language/segment.js';
import { atOnce } from '../../../services/process/in-slices.js';
import { asked } from '../../../services/wording/asked.js';
import { holders } from '../../../services/wording/holders.js';
import { createWordingIndex, type Documents } from '../../../services/wording/index/wording-index.js';
import { wording } from '../../../services/wording/wording.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

/** Texts as the snapshot holds them, without a catalogue: what is checked here is what is done with them. */
function heldOf(id: string, text: string): SnapshotDocument {
  const normal = normalText(text);
  const { metadata } = versionOf(`${id}.txt`, text);
  return {
    id,
    metadata,
    names: '',
    normalTitle: '',
    normal: normal.text,
    passageIds: new Int32Array(),
    passageStarts: new Int32Array(),
    paragraphStarts: paragraphStarts(text, normal),
  };
}
const heldAs = (texts: readonly string[]): Map<string, SnapshotDocument> =>
  new Map(texts.map((text, i) => [`文件${i}`, heldOf(`文件${i}`, text)]));

function counted(request: Record<string, unknown>, documents: Documents, index = createWordingIndex()) {
  const counts = holders(asked(WordingRequest.parse(request), 1_000), documents, index, () => true);
  return { documents: counts.size, occurrences: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

const exhaust = (work: Generator): void => {
  while (!work.next().done);
};

/** Few characters, so that phrases are found, repeat and overlap; with what the normal form folds or leaves out. */
const character = fc.constantFrom(...'教育學学校校校A a，。\n“」１1一十');
const textOf = (maxLength: number) =>
  fc.array(character, { minLength: 1, maxLength }).map((characters) => `题${characters.join('')}`);
const archives = fc.array(textOf(60), { minLength: 1, maxLength: 6 });
const phrase = fc.array(character, { minLength: 1, maxLength: 4 }).map((characters) => characters.join(''));

/** The contract's words: from left to right, without overlap. */
function naiveCount(text: string, needle: string): number {
  let count = 0;
  for (let at = 0; at + needle.length <= text.length; ) {
    if (text.slice(at, at + needle.length) === needle) {
      count++;
      at += needle.length;
    } else at++;
  }
  return count;
}

test('with any part of the archive indexed, documents and counts are those of a naive scan', () => {
  fc.assert(
    fc.property(archives, phrase, fc.nat(6), fc.integer({ min: 1, max: 100 }), (texts, q, indexed, most) => {
      const needle = normalForm(q);
      fc.pre(needle !== '');
      const documents = heldAs(texts.slice(0, indexed));
      const index = createWordingIndex(1, most);
      exhaust(index.build(documents));
      texts.slice(indexed).forEach((text, i) => {
        documents.set(`后来${i}`, heldOf(`后来${i}`, text));
      });
      documents.set('文件0', heldOf('文件0', `${texts[0]}改`)); // what is indexed of it no longer holds
      documents.delete('文件1');
      const now = [...documents.values()].map(({ normal }) => naiveCount(normal, needle));
      const expected = { documents: now.filter((n) => n > 0).length, occurrences: now.reduce((a, b) => a + b, 0) };
      expect(counted({ q }, documents, index)).toEqual(expected);
      exhaust(index.build(documents));
      expect(counted({ q }, documents, index)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

const numerals = new Map([...'一二三'].map((character, i) => [character, String(i + 1)]));
test('each switch by itself and all together equal a naive scan of folded texts', () => {
  // Without 十: what it counts depends on its neighbours, and is tested by examples.
  const plain = fc.constantFrom(...'教育學学校Aa，。;“1一二點');
  const words = (maxLength: number) => fc.array(plain, { minLength: 1, maxLength }).map((all) => all.join(''));
  const switches = fc.record({
    punctuation: fc.constantFrom('keep', 'ignore'),
    script: fc.constantFrom('keep', 'fold'),
  });
  fc.assert(
    fc.property(fc.array(words(40), { minLength: 1, maxLength: 5 }), words(4), switches, (texts, q, how) => {
      const folded = (text: string): string => {
        let out = normalForm(text);
        if (how.script === 'fold') out = simplified(out).toLowerCase();
        if (how.punctuation === 'ignore') out = out.replace(/[\p{P}\p{S}]/gu, '');
        return out;
      };
      fc.pre(folded(q) !== '');
      const documents = heldAs(texts);
      const now = [...documents.values()].map(({ normal }) => naiveCount(folded(normal), folded(q)));
      expect(counted({ q, ...how }, documents)).toEqual({
        documents: now.filter((n) => n > 0).length,
        occurrences: now.reduce((a, b) => a + b, 0),
      });
    }),
    { numRuns: 300 },
  );
  const one = heldAs(['第二十条，學校。Ａ一二三']);
  const ask = (request: Record<string, unknown>) => counted(request, one);
  for (const [character, digit] of numerals) {
    expect(ask({ q: `${digit}` }).occurrences).toBe(0);
    expect(ask({ q: `a一二三`.replace(character, digit), numerals: 'fold', script: 'fold' }).occurrences).toBe(1);
  }
  expect(ask({ q: '第20条', numerals: 'fold' }).occurrences).toBe(1);
  expect(ask({ q: '第20条学校', numerals: 'fold', script: 'fold' }).occurrences).toBe(0);
  expect(ask({ q: '第20条学校', punctuation: 'ignore', numerals: 'fold' }).occurrences).toBe(0);
  expect(ask({ q: '第20条学校', punctuation: 'ignore', script: 'fold', numerals: 'fold' }).occurrences).toBe(1);
  expect(ask({ q: '第20条学校', loose: true }).occurrences).toBe(1);
});

test('what stands in a text is found in the other script too, also where it is cut out of a word that folds as a whole', () => {
  const context = fc.constantFrom(...'乾坤淨藉口慰瞭解著作於後皇Aa');
  const words = (maxLength: number) => fc.array(context, { minLength: 1, maxLength }).map((all) => all.join(''));
  fc.assert(
    fc.property(words(30), fc.nat(29), fc.integer({ min: 1, max: 4 }), (text, from, length) => {
      const q = text.slice(from % text.length, (from % text.length) + length);
      const documents = heldAs([text]);
      const index = createWordingIndex(1);
      exhaust(index.build(documents));
      expect(counted({ q, script: 'fold' }, documents, index).documents).toBe(1);
      expect(counted({ q: simplified(q), script: 'fold' }, documents, index).documents).toBe(1);
    }),
    { numRuns: 300 },
  );
  for (const [q, text] of [
    ['藉', '慰藉与藉口'],
    ['乾', '乾坤'],
    ['借口', '以此為藉口'],
    ['藉口', '以此为借口'],
    ['淨', '乾淨'],
  ] as const) {
    expect(counted({ q, script: 'fold' }, heldAs([text])).documents).toBe(1);
  }
});

/** The definition, word for word: every pair of places is looked at, unit by unit of the text. */
function naiveNear(text: string, q: string, other: string, scope: string): number {
  const lines = text.split('\n').map(normalForm);
  const normal = lines.join('');
  const unitOf: number[] = [];
  let unit = 0;
  for (const line of lines) {
    unit++;
    for (let i = 0; i < line.length; i++) {
      unitOf.push(unit);
      if (scope === 'sentence' && '。!?;'.includes(line[i] ?? '') && !'。!?;'.includes(line[i + 1] ?? '|')) unit++;
    }
  }
  const places = (needle: string): { start: number; end: number }[] => {
    const found = [];
    for (let at = 0; at + needle.length <= normal.length; ) {
      if (normal.startsWith(needle, at)) {
        found.push({ start: at, end: at + needle.length });
        at += needle.length;
      } else at++;
    }
    return found;
  };
  const others = places(normalForm(other));
  return places(normalForm(q)).filter((a) =>
    others.some((b) => {
      if (scope === 'document') return true;
      if (scope !== 'sentence' && scope !== 'paragraph') {
        return Math.max(a.start - b.end, b.start - a.end) <= Number(scope);
      }
      const units = new Set(unitOf.slice(a.start, a.end));
      return unitOf.slice(b.start, b.end).some((one) => units.has(one));
    }),
  ).length;
}

test('near and without are as defined: the same sentence, paragraph or document, or so many characters', () => {
  const scopes = fc.constantFrom('sentence', 'paragraph', 'document', '0', '3', '20');
  fc.assert(
    fc.property(archives, phrase, phrase, scopes, (texts, q, other, scope) => {
      fc.pre(normalForm(q) !== '' && normalForm(other) !== '' && !/[\n\r]/u.test(other));
      const documents = heldAs(texts);
      const near = texts.reduce((sum, text) => sum + naiveNear(text, q, other, scope), 0);
      const all = counted({ q }, documents).occurrences;
      expect(counted({ q, with: other, near: scope }, documents).occurrences).toBe(near);
      expect(counted({ q, without: other, withoutIn: scope }, documents).occurrences).toBe(all - near);
    }),
    { numRuns: 500 },
  );
});

const catalogue = openCatalogue(temporaryFolder());
const snapshot = createSnapshot(catalogue);
afterAll(() => catalogue.close());
const ask = (request: Record<string, unknown>) =>
  wording(WordingRequest.parse({ size: 100, ...request }), { catalogue, snapshot, maxQueryLength: 1_000 });
for (const [i, { text, metadata, removed = [] }] of [
  { text: '甲\n加强美育工作。推进体育。', metadata: { year: 2021, date: '2021-03-01', title: '丙' } },
  { text: '乙\n完善美育评价；加强劳动教育。\n美育保障', metadata: { year: 2019, date: '2019-03-01', title: '甲' } },
  {
    text: '丁\n深化美育改革',
    metadata: { title: '乙' },
    removed: [{ text: '版权所有 美育网', reason: 'footer' as const, at: 1 }],
  },
].entries()) {
  const version = { ...versionOf(`文件${i}.txt`, text, metadata), removed };
  catalogue.transaction(() => catalogue.store.put(version, '2026-01-01T00:00:00.000Z'));
}
const afters = (sort: string, more = {}): string[] =>
  ask({ q: '美育', sort, ...more }).hits.map(({ after }) => after.slice(0, 2));

test('lines come by date, by title, by what follows and by what stands before, in the order of pinyin', () => {
  expect(afters('date')).toEqual(['评价', '保障', '工作', '改革']);
  expect(afters('document')).toEqual(['工作', '评价', '保障', '改革']); // 丙、甲、乙
  expect(afters('right')).toEqual(['保障', '改革', '工作', '评价']);
  // before 美育, read outwards: 育(。)… 化, 强, 善, 。
  expect(ask({ q: '美育', sort: 'left' }).hits.map(({ before }) => before.slice(-1))).toEqual(['\n', '化', '强', '善']);
});

test('pages follow each other without gap, in every order', () => {
  for (const sort of ['date', 'document', 'left', 'right']) {
    const pages = [1, 2, 3, 4].flatMap((page) => afters(sort, { page, size: 1 }));
    expect(pages).toEqual(afters(sort));
  }
});

test('what was cleaned away is searched on request alone, with its reason, and counted apart', () => {
  const usual = ask({ q: '美育' });
  expect(usual).toMatchObject({ documents: 3, occurrences: 4 });
  expect(usual.removed).toBeUndefined();
  const more = ask({ q: '美育', removed: true });
  expect(more).toMatchObject({ documents: 3, occurrences: 4, removed: { documents: 1, occurrences: 1 } });
  expect(more.removed?.hits[0]).toMatchObject({ reason: 'footer', at: 1, match: '美育', after: '网' });
});

test('an answer of nothing says what was searched', () => {
  expect(ask({ q: '从未说过', year: 2019 })).toMatchObject({
    documents: 0,
    first: null,
    coverage: { documents: 1, undated: 0 },
  });
  expect(ask({ q: '从未说过' }).coverage).toMatchObject({ documents: 3, undated: 1, failed: 0, ocr: 0 });
});

test('what stands in a text as asked may be in it in a looser form, whatever its characters fold to by context', () => {
  const text = heldOf('文', '著作、乾坤、乾淨、藉口、瞭解İx');
  const index = createWordingIndex();
  for (const q of ['著作', '乾坤', '乾淨', '淨、藉', '瞭解', '解İ']) {
    const switches = { punctuation: true, script: false, numerals: false };
    expect(atOnce(index.mayHold({ normal: normalForm(q), switches }, new Map([['文', text]])))).toEqual([text]);
  }
  const elsewhere = { normal: '临澜市', switches: { punctuation: true, script: true, numerals: true } };
  expect(atOnce(index.mayHold(elsewhere, new Map([['文', text]])))).toEqual([]);
});
