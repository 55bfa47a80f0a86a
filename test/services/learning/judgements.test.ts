// Judgements in a real catalogue: what is kept, and for how long it counts.
import { createArchive } from '../../../services/archive.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { AppError } from '../../../services/domain/errors.js';
import { openEngine } from '../../../services/engine/open.js';
import { judgedQuestions } from '../../../services/learning/judged-questions.js';
import { testSettings } from '../../support/settings.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const folder = temporaryFolder();
const { settings } = testSettings(folder);
const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: 512 });
const archive = createArchive({ settings, catalogue, engine, embedder: null });
afterAll(async () => {
  await engine.close();
  catalogue.close();
});

const put = (text: string): string =>
  catalogue.transaction(() => {
    catalogue.store.put(versionOf('招生.txt', text), '2026-01-01T00:00:00.000Z');
    return catalogue.documents.list(1, 0)[0]!.id;
  });
const idOf = (words: string): number =>
  catalogue.documents.passages(catalogue.documents.list(1, 0)[0]!.id).find(({ text }) => text.includes(words))!.id;
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
  }
  return '';
};
const q = '孩子几岁上学';

beforeEach(() => {
  catalogue.judgements.remove(null);
  put('适龄儿童年满六周岁应当入学。\n学校提供课后服务。');
});

test('kept is the question, the passage by its text, the verdict and the day; the same again is kept once', () => {
  archive.judge({ query: ` ${q} `, passage: idOf('六周岁'), answers: 'yes' });
  archive.judge({ query: q, passage: idOf('六周岁'), answers: 'yes' });
  const { total, judgements } = archive.judgements(1, 10);
  expect(total).toBe(1);
  expect(judgements[0]).toEqual({
    query: q,
    documentId: catalogue.documents.list(1, 0)[0]!.id,
    passageHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    answers: true,
    day: new Date().toISOString().slice(0, 10),
  });
});

test('a question to learn from is made of what was said to answer it, and what was not', () => {
  archive.judge({ query: q, passage: idOf('六周岁'), answers: 'yes' });
  archive.judge({ query: q, passage: idOf('课后'), answers: 'no' });
  archive.judge({ query: '放学后谁管', passage: idOf('六周岁'), answers: 'no' });
  const { queries, refused } = judgedQuestions(catalogue);
  expect(queries).toEqual([
    { id: q, kind: 'judged', query: q, gold: [{ doc: '招生.txt', text: '适龄儿童年满六周岁应当入学。' }] },
  ]);
  expect(refused.get(q)).toEqual([idOf('课后')]);
});

test('verdicts that contradict each other count as none', () => {
  archive.judge({ query: q, passage: idOf('六周岁'), answers: 'yes' });
  archive.judge({ query: q, passage: idOf('六周岁'), answers: 'no' });
  expect(judgedQuestions(catalogue).queries).toEqual([]);
});

test('a passage keeps its judgement through another version only while its text is the same', () => {
  archive.judge({ query: q, passage: idOf('六周岁'), answers: 'yes' });
  archive.judge({ query: '放学后谁管', passage: idOf('课后'), answers: 'yes' });
  put('适龄儿童年满六周岁应当入学。\n学校应当免费提供课后服务。');
  expect(judgedQuestions(catalogue).queries.map(({ query }) => query)).toEqual([q]);
  expect(archive.judgements(1, 10).total).toBe(2);
});

test('all that was judged of a question can be deleted', () => {
  archive.judge({ query: q, passage: idOf('六周岁'), answers: 'yes' });
  archive.judge({ query: '放学后谁管', passage: idOf('课后'), answers: 'yes' });
  expect(archive.forgetJudgements(q)).toBe(1);
  expect(archive.judgements(1, 10).judgements.map(({ query }) => query)).toEqual(['放学后谁管']);
  expect(archive.forgetJudgements(null)).toBe(1);
});

test.each([
  [{ query: ' ', passage: 1 }, 'QUERY_EMPTY'],
  [{ query: '问'.repeat(501), passage: 1 }, 'QUERY_TOO_LONG'],
  [{ query: q, passage: 999_999 }, 'PASSAGE_NOT_FOUND'],
])('%j is refused with %s', (wrong, code) => {
  expect(codeOf(() => archive.judge({ ...wrong, answers: 'yes' }))).toBe(code);
});

test('switched off, nothing is taken', () => {
  const off = createArchive({ settings: { ...settings, YANJU_FEEDBACK: false }, catalogue, engine, embedder: null });
  expect(codeOf(() => off.judge({ query: q, passage: idOf('六周岁'), answers: 'yes' }))).toBe('FEEDBACK_OFF');
});
