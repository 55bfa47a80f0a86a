import { join } from 'node:path';
import fc from 'fast-check';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { createSnapshot } from '../../../services/catalogue/snapshot.js';
import { documentIdOf } from '../../../services/catalogue/store.js';
import type { Metadata } from '../../../services/domain/document.js';
import { normalForm } from '../../../services/domain/text.js';
import { asked } from '../../../services/elsewhere/asked.js';
import { elsewhere } from '../../../services/elsewhere/elsewhere.js';
import type { Engine } from '../../../services/engine/engine.js';
import { linkDocuments } from '../../../services/families/link-documents.js';
import { createWordingIndex } from '../../../services/wording/index/wording-index.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';
import { rules } from '../families/made-up.js';

const folder = temporaryFolder();
const catalogue = openCatalogue(join(folder, 'archive'));
afterAll(() => catalogue.close());
const snapshot = createSnapshot(catalogue);
const deps = {
  catalogue,
  snapshot,
  index: createWordingIndex(),
  engine: null as unknown as Engine, // never asked: nothing here is embedded
  fingerprint: null,
};
const put = (file: string, text: string, metadata: Partial<Metadata> = {}): string =>
  catalogue.transaction(() => catalogue.store.put(versionOf(file, text, metadata), '2026-01-01T00:00:00.000Z'));

const first = '各区教育局应当于每年五月底前公布学校服务范围。';
const second = '公布前应当听取学校和家长代表的意见。';
const paragraph = `（一）${first}${second}特此通知。`;
put('own.txt', `临澜市招生办法\n${paragraph}`, { date: '2024-01-01' });
put('whole.txt', `云州县招生办法\n二、${first}\n${second}`, { date: '2020-05-01' });
put('earlier.txt', `江城市招生办法\n${first}${second}`, { date: '2018-05-01' });
put('undated.txt', `无日期\n${second}`);
put('near.txt', '望江区招生办法\n各区教育主管部门应当于每年六月底前公布学校服务范围。公布前应当听取家长代表的意见。', {
  date: '2022-01-01',
});
put('other.txt', '午餐管理办法\n食堂留样四十八小时，由专人负责。');
const own = documentIdOf('own.txt');
const stretch = { id: own, start: 8, end: 8 + paragraph.length };

test('documents that hold its sentences are counted exactly, those that share most first, the earliest of them first', async () => {
  const found = await elsewhere(stretch, deps);
  expect(found).toMatchObject({ documents: 3, families: 3, tooShort: false, text: paragraph });
  expect(found.verbatim.map(({ whole, documents }) => [whole, documents])).toEqual([
    [true, 2],
    [false, 1],
  ]);
  expect(found.verbatim[0]!.hits.map(({ document }) => document.title)).toEqual(['earlier', 'whole']);
});

test('a place is given in the other document’s stored text, numbers and line breaks aside', async () => {
  const found = await elsewhere(stretch, deps);
  const [, whole] = found.verbatim[0]!.hits;
  const { text } = catalogue.documents.text(whole!.document.id);
  expect(text.slice(whole!.place.start, whole!.place.end)).toBe(whole!.place.text);
  expect(whole!.place.text).toBe(`${first}\n${second}`.slice(0, -1));
});

test('nearly the same words come with what differs', async () => {
  const { near } = await elsewhere(stretch, deps);
  expect(near.map(({ document }) => document.title)).toEqual(['near']);
  expect(near[0]!.similarity).toBeGreaterThan(0.35);
  const changed = near[0]!.parts.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text}`);
  expect(changed).toEqual(expect.arrayContaining(['removed 五月', 'added 六月']));
});

test('all that is nearly the same is counted, the closest are shown', async () => {
  const words = '各幼儿园每学期开学前应当完成玩具消毒、床品晾晒和厨房设备检修，并把结果张贴在园门口。';
  const id = put('toys.txt', words);
  for (let n = 0; n < 14; n++) put(`toys-${n}.txt`, words.replace('开学前', `开学前${'一二三四五六七'[n % 7]}天`));
  const { near, nearDocuments, nearFamilies } = await elsewhere({ id, start: 0, end: words.length }, deps);
  expect({ shown: near.length, nearDocuments, nearFamilies }).toEqual({
    shown: 10,
    nearDocuments: 14,
    nearFamilies: 14,
  });
});

test('versions of one document are folded under the earliest and still counted', async () => {
  const title = '临澜市课后服务管理办法';
  const here = { title, region: '临澜市', regionCode: '9001', issuers: ['临澜市教育局'] };
  put('a-2018.txt', rules({ title }), { ...here, date: '2018-03-01' });
  put('b-2023.txt', rules({ title, changed: { 11: '第11条 删去。' } }), {
    ...here,
    title: `${title}（2023修订）`,
    date: '2023-05-01',
  });
  const sentence =
    rules({ title })
      .split('\n')
      .find((line) => line.startsWith('第5条')) ?? '';
  const quoting = put('quoting.txt', `转引\n${sentence}`);
  await linkDocuments(catalogue);
  const found = await elsewhere({ id: quoting, start: 3, end: 3 + sentence.length }, deps);
  expect(found).toMatchObject({ documents: 2, families: 1 });
  expect(found.verbatim[0]!.hits.map(({ document, others }) => [document.date, others.length])).toEqual([
    ['2018-03-01', 1],
  ]);
});

test('what is too short is not looked for, and is said to be', async () => {
  const id = put('short.txt', '附件：略');
  expect(await elsewhere({ id, start: 0, end: 4 }, deps)).toMatchObject({ tooShort: true, documents: 0, near: [] });
});

test('a stretch beyond the text, an empty one and an endless one are refused', async () => {
  for (const range of [
    { start: 0, end: 1e9 },
    { start: 3, end: 3 },
    { start: 9, end: 2 },
  ]) {
    await expect(elsewhere({ id: own, ...range }, deps)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  }
  await expect(elsewhere({ ...stretch, version: 7 }, deps)).rejects.toMatchObject({ code: 'VERSION_NOT_FOUND' });
});

test('sentences that are looked for stand in the stretch as their offsets say, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'（一）第二条甲乙丙丁戊己庚辛。；\n 1、"') }), (text) => {
      for (const { start, end, key } of asked(text, { start: 0, end: text.length })) {
        expect(normalForm(text.slice(start, end))).toBe(key);
        expect(key.length).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});
