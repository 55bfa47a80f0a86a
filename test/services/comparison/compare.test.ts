import { join } from 'node:path';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { documentIdOf } from '../../../services/catalogue/store.js';
import { compare } from '../../../services/comparison/compare.js';
import { counterparts } from '../../../services/comparison/counterparts.js';
import { transmission } from '../../../services/comparison/transmission/transmission.js';
import type { Metadata } from '../../../services/domain/document.js';
import { linkDocuments } from '../../../services/families/link-documents.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';
import { provision, statute } from './statute.js';

const catalogue = openCatalogue(join(temporaryFolder(), 'data'));
afterAll(() => catalogue.close());
const twelve = Array.from({ length: 12 }, (_, i) => provision(i + 1));
const put = (file: string, articles: readonly string[], metadata: Partial<Metadata> = {}): void => {
  const { text, outline } = statute(articles, metadata.title);
  catalogue.transaction(() =>
    catalogue.store.put({ ...versionOf(file, text, metadata), outline }, '2026-01-01T00:00:00.000Z'),
  );
};
const matter = '加强校园图书工作';
beforeAll(async () => {
  put('条例.txt', twelve);
  put('条例.txt', [...twelve.slice(0, 5), provision(90), ...twelve.slice(5)]);
  const national = { region: '全国', regionCode: '0', issuers: ['教育部'], date: '2020-01-01' };
  put('上级.txt', twelve, { title: `教育部关于全面${matter}的意见`, ...national });
  const henan = { region: '河南省', regionCode: '41', issuers: ['河南省教育厅'], date: '2021-01-01' };
  put('省.txt', twelve.slice(0, 6), { title: `河南省教育厅关于${matter}的实施意见`, ...henan });
  const hunan = { region: '湖南省', regionCode: '43', issuers: ['湖南省教育厅'], date: '2021-01-01' };
  put('邻省.txt', [provision(301)], { title: `湖南省教育厅关于进一步${matter}的通知`, ...hunan });
  put('无关.txt', [provision(150)], { title: '河南省教育厅关于做好防汛工作的通知', ...henan });
  await linkDocuments(catalogue);
});

test('a version of a document is compared with the newest, by id or by file', () => {
  const id = documentIdOf('条例.txt');
  const found = compare(catalogue, `${id}@1`, id);
  expect(found).toMatchObject({ relation: 'version', a: { id, version: 1 }, b: { id, version: null } });
  expect(found.articles).toMatchObject({ added: 1, same: 12, removed: 0 });
  expect(compare(catalogue, '条例.txt@1', '条例.txt@2').articles).toEqual(found.articles);
  expect(compare(catalogue, id, id).relation).toBe('duplicate');
  for (const name of [`${id}@3`, `${id}@0`]) {
    expect(() => compare(catalogue, id, name)).toThrow(expect.objectContaining({ code: 'VERSION_NOT_FOUND' }));
  }
  for (const name of ['gone', 'gone@1', '@1', '']) {
    expect(() => compare(catalogue, id, name)).toThrow(expect.objectContaining({ code: 'DOCUMENT_NOT_FOUND' }));
  }
});

test('the catalogue lists versions and gives their texts', () => {
  const id = documentIdOf('条例.txt');
  expect(catalogue.documents.versions(id).map(({ version }) => version)).toEqual([1, 2]);
  expect(catalogue.documents.versionText(id, 1)?.text).not.toContain(provision(90));
  expect(catalogue.documents.versionText(id, 2)?.text).toContain(provision(90));
  expect(catalogue.documents.versionText(id, 3)).toBeNull();
  expect(catalogue.documents.versions('gone')).toEqual([]);
});

test('documents on the same matter are offered, those above and below first', () => {
  const offered = (file: string) =>
    counterparts(catalogue, documentIdOf(file)).counterparts.map(({ document, standing }) => [document.file, standing]);
  expect(offered('省.txt')).toEqual(
    expect.arrayContaining([
      ['上级.txt', 'superior'],
      ['邻省.txt', null],
    ]),
  );
  expect(offered('省.txt')[0]).toEqual(['上级.txt', 'superior']);
  expect(offered('上级.txt')).toEqual(expect.arrayContaining([['省.txt', 'local']]));
  expect(offered('省.txt').flat()).not.toContain('无关.txt');
  expect(() => counterparts(catalogue, 'gone')).toThrow(expect.objectContaining({ code: 'DOCUMENT_NOT_FOUND' }));
});

test('transmission says when superior and local are the wrong way round', () => {
  expect(transmission(catalogue, '上级.txt', '省.txt')).toMatchObject({ order: 'superior', shares: { added: 0 } });
  expect(transmission(catalogue, '省.txt', '上级.txt')).toMatchObject({ order: 'reversed', shares: { kept: 1 } });
  expect(transmission(catalogue, '省.txt', '邻省.txt').order).toBe('unclear');
});
