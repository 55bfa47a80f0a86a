import { openCatalogue } from '../../../services/catalogue/open.js';
import { createSnapshot } from '../../../services/catalogue/snapshot.js';
import { documentIdOf } from '../../../services/catalogue/store.js';
import { meant } from '../../../services/comparison/meant.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const catalogue = openCatalogue(temporaryFolder());
const snapshot = createSnapshot(catalogue);
const titles = {
  '条例.txt': '云州省学前教育条例',
  '办法.txt': '云州省学前教育条例实施办法',
  '校外/通知.txt': '关于规范校外培训的通知',
  '校外/再通知.txt': '关于规范校外培训的通知',
};
beforeAll(() => {
  catalogue.transaction(() => {
    for (const [file, title] of Object.entries(titles)) {
      catalogue.store.put(versionOf(file, '第一条 略。', { title }), '2026-01-01T00:00:00.000Z');
    }
  });
});
afterAll(() => catalogue.close());
const ask = (typed: string) => meant(typed, { catalogue, snapshot });
const id = documentIdOf;

test('a title means its document, though others hold it; 《》, spaces, script and width do not matter', () => {
  for (const typed of ['云州省学前教育条例', '《云州省学前教育条例》', ' 雲州省學前教育條例 ', '云州省 学前教育条例']) {
    expect(ask(typed).name).toBe(id('条例.txt'));
  }
  expect(ask('实施 学前教育').name).toBe(id('办法.txt'));
});

test('words that several titles hold leave the choice, the shortest title first', () => {
  expect(ask('学前教育')).toMatchObject({
    name: null,
    total: 2,
    documents: [{ id: id('条例.txt') }, { id: id('办法.txt') }],
  });
  expect(ask('关于规范校外培训的通知')).toMatchObject({ name: null, total: 2 });
});

test('an id or a path is its document, with a version or without', () => {
  for (const version of ['', '@1', '@7']) {
    expect(ask(`${id('条例.txt')}${version}`).name).toBe(`${id('条例.txt')}${version}`);
    expect(ask(`校外/通知.txt${version}`).name).toBe(`${id('校外/通知.txt')}${version}`);
    expect(ask(`实施办法${version}`).name).toBe(`${id('办法.txt')}${version}`);
  }
});

test('what no title holds means nothing', () => {
  for (const typed of ['校车', '《》', '，', '%', '学前教育 校车'])
    expect(ask(typed)).toEqual({ name: null, total: 0, documents: [] });
});
