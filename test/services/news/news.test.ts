// What is news of a saved question, in a small real archive without a model.
import { createArchive } from '../../../services/archive.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { SearchRequest, WordingRequest } from '../../../services/domain/query.js';
import { openEngine } from '../../../services/engine/open.js';
import { syncBatch } from '../../../services/search/index-documents.js';
import { testSettings } from '../../support/settings.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const { settings } = testSettings(temporaryFolder());
const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: 512 });
const archive = createArchive({ settings, catalogue, engine, embedder: null });
const put = (file: string, text: string, day: number, changes: object = {}) =>
  catalogue.transaction(() =>
    catalogue.store.put(versionOf(file, text, changes), `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`),
  );
const sync = async () => {
  while (await syncBatch(catalogue, engine, ''));
};
const ofWording = async (q: string, most = 50) => archive.newInWording(WordingRequest.parse({ q }), most);
const ofSearch = async (request: object, most = 50) =>
  archive.newInSearch(SearchRequest.parse({ mode: 'keyword', ...request }), most);
const files = (news: Awaited<ReturnType<typeof ofWording>>) => news.map(({ document }) => document.file);

beforeAll(async () => {
  put('早.txt', '学校提供托管服务。\n收费另行规定。', 1);
  put('晚.txt', '托管服务由家长自愿。', 3);
  put('中.txt', '校车安全管理。\n服务半径。', 2);
  // Many that hold one word of a question more than once, so that they rank before one that was in first.
  for (let i = 0; i < 14; i++) put(`杂/${i}.txt`, `收费收费。\n第${i}号收费公示。`, 4);
  await sync();
});
afterAll(async () => {
  await engine.close();
  catalogue.close();
});

test('of a wording: every document that holds it, newest in the archive first', async () => {
  const news = await ofWording('托管服务');
  expect(files(news)).toEqual(['晚.txt', '早.txt']);
  expect(news[1]).toMatchObject({
    version: 1,
    addedAt: '2026-01-01T00:00:00.000Z',
    occurrences: 1,
    excerpt: { before: '学校提供', match: '托管服务' },
  });
  expect(await ofWording('收费', 3)).toHaveLength(3);
});

test('of a search: what holds all its words in one passage, or is among its first ten; not whatever shares a word', async () => {
  const news = await ofSearch({ q: '托管服务收费' });
  expect(files(news)).toEqual(expect.arrayContaining(['早.txt', '晚.txt']));
  expect(news.length).toBeLessThanOrEqual(11);
  expect(news.map(({ addedAt }) => addedAt)).toEqual([...news.map(({ addedAt }) => addedAt)].sort().reverse());
});

test('of a search with words in marks: what holds them, nothing else', async () => {
  expect(files(await ofSearch({ q: '“收费另行规定”' }))).toEqual(['早.txt']);
});

test('all words may stand in passage and title together', async () => {
  put('校车办法.txt', '接送学生应当购买保险。', 5, { title: '临澜市校车管理办法' });
  await sync();
  expect(files(await ofSearch({ q: '校车保险' }))[0]).toBe('校车办法.txt');
});

test('a file read again is no news; a changed text is, as another version', async () => {
  put('早.txt', '学校提供托管服务。\n收费另行规定。', 20); // the same bytes, perhaps by a newer recipe
  expect(files(await ofWording('托管服务'))).toEqual(['晚.txt', '早.txt']);
  const resaved = { ...versionOf('早.txt', '学校提供托管服务。\n收费另行规定。'), contentHash: 'other bytes' };
  catalogue.transaction(() => catalogue.store.put(resaved, '2026-01-21T00:00:00.000Z'));
  expect(files(await ofWording('托管服务'))).toEqual(['晚.txt', '早.txt']);
  put('早.txt', '学校应当提供托管服务。', 22);
  const [first] = await ofWording('托管服务');
  expect(first).toMatchObject({ version: 3, addedAt: '2026-01-22T00:00:00.000Z' });
  expect(first?.document.file).toBe('早.txt');
});

test('a document that has gone is no news', async () => {
  const [first] = await ofWording('自愿');
  await archive.remove(first?.document.id ?? '');
  expect(await ofWording('自愿')).toEqual([]);
});

test('filters hold, and what is wrong with a question is said', async () => {
  await expect(ofSearch({ q: ' ' })).rejects.toMatchObject({ code: 'QUERY_EMPTY' });
  await expect(ofSearch({ q: '收费', region: '无此地' })).rejects.toMatchObject({ code: 'REGION_UNKNOWN' });
  expect(await ofSearch({ q: '收费', year: 1999 })).toEqual([]);
});
