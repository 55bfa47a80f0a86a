import fc from 'fast-check';
import type { SnapshotDocument } from '../../../services/catalogue/snapshot.js';
import { normalText } from '../../../services/domain/text.js';
import { createSentenceIndex } from '../../../services/drafting/index/sentence-index.js';
import { versionOf } from '../../support/versions.js';

const texts = new Map<string, string>();
function documentOf(id: string, text: string): SnapshotDocument {
  texts.set(id, text);
  return {
    id,
    metadata: versionOf(`${id}.txt`, text).metadata,
    names: id,
    normalTitle: id,
    normal: normalText(text).text,
    passageIds: Int32Array.of(),
    passageStarts: Int32Array.of(),
    paragraphStarts: Int32Array.of(),
  };
}
const textOf = (id: string): string => texts.get(id) ?? '';
const run = (work: Generator<void, void>): void => {
  while (!work.next().done);
};
const all = (): boolean => true;

const one = documentOf('one', '第一条 学校应当在开学前公布收费项目。\n第二条 家长可以自愿参加课后服务。\n— 1 —');
const two = documentOf('two', '一、家长可以自愿参加课后服务；\n二、教师每学期培训不少于四十学时。');

it('finds a wording wherever it stands, under whatever number', () => {
  const index = createSentenceIndex();
  const documents = new Map([one, two].map((document) => [document.id, document]));
  run(index.build(documents, textOf));
  const found = index.same('家长可以自愿参加课后服务', all);
  expect(found.map(({ document }) => document.id)).toEqual(['one', 'two']);
  expect(found.map(({ document, start, end }) => textOf(document.id).slice(start, end))).toEqual([
    '第二条 家长可以自愿参加课后服务。',
    '一、家长可以自愿参加课后服务；',
  ]);
  expect(index.same('家长可以自愿参加课后服务', ({ id }) => id === 'two')).toHaveLength(1);
});

it('names what shares most first', () => {
  const index = createSentenceIndex();
  run(index.build(new Map([one, two].map((document) => [document.id, document])), textOf));
  expect(index.near('教师每学年培训不少于六十学时', 3, all)[0]?.core).toBe('教师每学期培训不少于四十学时');
});

it('is kept up: a changed text is another, and one that has gone is found no more', () => {
  const index = createSentenceIndex();
  const documents = new Map([one, two].map((document) => [document.id, document]));
  run(index.build(documents, textOf));
  expect(index.isBehind(documents)).toBe(false);
  documents.set('two', documentOf('two', '一、学校可以延时服务。'));
  documents.delete('one');
  expect(index.isBehind(documents)).toBe(true);
  run(index.build(documents, textOf));
  expect(index.same('家长可以自愿参加课后服务', all)).toEqual([]);
  expect(index.same('学校可以延时服务', all)).toHaveLength(1);
});

it('finds every sentence of any archive by its own wording, in one segment or many', () => {
  const sentence = fc.array(fc.constantFrom('学校', '应当', '家长', '不得', '公布', '三十日', '收费'), {
    minLength: 3,
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(sentence, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 5, max: 60 }),
      (archive, most) => {
        const index = createSentenceIndex(most);
        const documents = archive.map((lines, i) =>
          documentOf(`d${i}`, lines.map((words) => words.join('')).join('\n')),
        );
        run(index.build(new Map(documents.map((document) => [document.id, document])), textOf));
        for (const [i, lines] of archive.entries()) {
          for (const words of lines) {
            const core = words.join('');
            expect(index.same(core, all).some(({ document }) => document.id === `d${i}`)).toBe(true);
            expect(index.near(core, 40, all).map((wording) => wording.core)).toContain(core);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
