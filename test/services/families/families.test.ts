import { join } from 'node:path';
import { type Catalogue, openCatalogue } from '../../../services/catalogue/open.js';
import { documentIdOf } from '../../../services/catalogue/store.js';
import { compare } from '../../../services/comparison/compare.js';
import type { Metadata } from '../../../services/domain/document.js';
import { familiesBehind, linkDocuments } from '../../../services/families/link-documents.js';
import { familyOf, similarTo } from '../../../services/families/read.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';
import { rules, unrelated } from './made-up.js';

const folder = temporaryFolder();
let count = 0;
const at = '2026-01-01T00:00:00.000Z';
const today = '2026-01-01';
const here = { region: '临澜市', regionCode: '9001', issuers: ['临澜市教育局'] };
const title = '临澜市课后服务管理办法';
const points = (year: number, n: number) =>
  rules({ title: `临澜市教育局${year}年工作要点`, changed: { 2: `第2条 全年新增学位${n}个，应当在9月前完成。` } });

type File = readonly [file: string, text: string, metadata: Partial<Metadata>];
const files: readonly File[] = [
  ['2018.txt', rules({ title }), { title, date: '2018-03-01', ...here }],
  [
    '2023.txt',
    rules({
      title,
      changed: {
        4: '第4条 临澜市各学校开展图书借阅第1轮工作，应当在45日内向所在区县教育主管部门备案。',
        11: '第11条 删去。',
      },
    }),
    { title: `${title}（2023修订）`, date: '2023-05-01', ...here },
  ],
  ['copy.html', rules({ title }).replace('第1条', '第一条'), { title, ...here }],
  [
    'draft.txt',
    rules({ title, changed: { 11: '第11条 删去。', 12: '第12条 另行规定。' } }),
    { title: `关于公开征求《${title}（征求意见稿）》意见的公告`, status: '征求意见', date: '2023-02-01', ...here },
  ],
  [
    'other-city.txt',
    rules({ title: '江城市课后服务管理办法', city: '江城市' }),
    {
      title: '江城市课后服务管理办法',
      date: '2024-01-01',
      region: '江城市',
      regionCode: '9002',
      issuers: ['江城市教育局'],
    },
  ],
  ['points-2023.txt', points(2023, 3000), { title: '临澜市教育局2023年工作要点', year: 2023, ...here }],
  ['points-2024.txt', points(2024, 4500), { title: '临澜市教育局2024年工作要点', year: 2024, ...here }],
  [
    'lunch.txt',
    unrelated('临澜市午餐管理办法', '午餐留样四十八小时'),
    { title: '临澜市午餐管理办法', date: '2020-01-01', ...here },
  ],
];
const id = (file: string): string => documentIdOf(file);
const add = (catalogue: Catalogue, [file, text, metadata]: File): void => {
  catalogue.transaction(() => catalogue.store.put(versionOf(file, text, metadata), at));
};
async function archive(all: readonly File[] = files): Promise<Catalogue> {
  const catalogue = openCatalogue(join(folder, String(count++)));
  for (const file of all) add(catalogue, file);
  await linkDocuments(catalogue);
  return catalogue;
}
/** All that is derived, to be compared. */
const derived = (catalogue: Catalogue) =>
  files.map(([file]) => [
    file,
    catalogue.documents.summary(id(file))?.newer,
    catalogue.families.entry(id(file)) &&
      familyOf(catalogue, id(file), today).members.map((member) => [member.document.file, member.relation]),
    catalogue.families.links(id(file)),
  ]);

test('versions, a copy and a draft are one family; another city’s text and other rules are not of it', async () => {
  const catalogue = await archive();
  const family = familyOf(catalogue, id('2018.txt'), today);
  expect(new Map(family.members.map(({ document, relation }) => [document.file, relation]))).toEqual(
    new Map([
      ['2023.txt', 'version'],
      ['copy.html', 'reprint'],
      ['draft.txt', 'draft'],
    ]),
  );
  expect(family.inForce).toEqual({ id: id('2023.txt'), ground: 'newest', of: 2 });
  expect(family.members.find(({ document }) => document.file === '2023.txt')?.numbers).toBeGreaterThan(0);
  expect(familyOf(catalogue, id('lunch.txt'), today)).toMatchObject({ members: [], series: [] });
  expect(similarTo(catalogue, id('other-city.txt')).documents.map(({ relation }) => relation)).toContain('similar');
  catalogue.close();
});

test('every document that is not the newest says what is', async () => {
  const catalogue = await archive();
  const newer = (file: string) => catalogue.documents.summary(id(file))?.newer ?? null;
  for (const file of ['2018.txt', 'copy.html', 'draft.txt']) {
    expect(newer(file)).toMatchObject({ id: id('2023.txt'), kind: 'version', date: '2023-05-01' });
  }
  expect(newer('2023.txt')).toBeNull();
  expect(newer('points-2023.txt')).toMatchObject({ id: id('points-2024.txt'), kind: 'edition' });
  expect(newer('points-2024.txt')).toBeNull();
  expect(newer('other-city.txt')).toBeNull();
  expect(familyOf(catalogue, id('points-2023.txt'), today).series.map(({ year }) => year)).toEqual([2024, 2023]);
  catalogue.close();
});

test('the order of arrival makes no difference', async () => {
  const [one, other, third] = [await archive(), await archive([...files].reverse()), await archive(files.slice(4))];
  for (const file of files.slice(0, 4)) {
    add(third, file);
    await linkDocuments(third);
  }
  expect(derived(other)).toEqual(derived(one));
  expect(derived(third)).toEqual(derived(one));
  for (const catalogue of [one, other, third]) catalogue.close();
});

test('a document that goes takes its links along, and one that comes back is linked again', async () => {
  const catalogue = await archive();
  const before = derived(catalogue);
  catalogue.transaction(() => catalogue.store.markRemoved(id('2023.txt'), at));
  expect(familiesBehind(catalogue)).toBe(true);
  expect(catalogue.documents.summary(id('2018.txt'))?.newer).toBeNull(); // at once, not only when it is linked anew
  await linkDocuments(catalogue);
  expect(familyOf(catalogue, id('2018.txt'), today).members.map(({ document }) => document.file)).not.toContain(
    '2023.txt',
  );
  expect(familiesBehind(catalogue)).toBe(false);
  add(catalogue, files[1]!);
  await linkDocuments(catalogue);
  expect(derived(catalogue)).toEqual(before);
  catalogue.close();
});

test('a corrected document leaves the family that it no longer belongs to', async () => {
  const catalogue = await archive();
  add(catalogue, [
    '2023.txt',
    unrelated('临澜市校车管理办法', '校车停放有序'),
    { title: '临澜市校车管理办法', ...here },
  ]);
  await linkDocuments(catalogue);
  expect(familyOf(catalogue, id('2023.txt'), today).members).toEqual([]);
  expect(catalogue.documents.summary(id('2018.txt'))?.newer).toBeNull();
  catalogue.close();
});

test('two documents are compared with what they are to each other', async () => {
  const catalogue = await archive();
  const comparison = compare(catalogue, id('points-2023.txt'), id('points-2024.txt'));
  expect(comparison).toMatchObject({ relation: 'edition', truncated: false });
  expect(comparison.numbers.map(({ a, b }) => [a?.text, b?.text])).toContainEqual(['3000', '4500']);
  expect(compare(catalogue, id('lunch.txt'), id('lunch.txt'))).toMatchObject({ relation: 'duplicate', similarity: 1 });
  expect(() => compare(catalogue, id('lunch.txt'), 'gone')).toThrow(
    expect.objectContaining({ code: 'DOCUMENT_NOT_FOUND' }),
  );
  catalogue.close();
});
