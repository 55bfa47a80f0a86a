// "Did you mean" and suggestions over a small archive of a made-up city.
import { openCatalogue } from '../../../../services/catalogue/open.js';
import { createSnapshot } from '../../../../services/catalogue/snapshot.js';
import { createLexicon } from '../../../../services/search/lexicon/lexicon.js';
import { temporaryFolder } from '../../../support/temporary.js';
import { versionOf } from '../../../support/versions.js';

const catalogue = openCatalogue(temporaryFolder());
const closedFolder = temporaryFolder();
const lexicon = createLexicon({ catalogue, snapshot: createSnapshot(catalogue) });
const put = (file: string, text: string, outline: string[] = []) =>
  catalogue.transaction(() =>
    catalogue.store.put(
      { ...versionOf(file, text), outline: outline.map((line) => ({ level: 1, text: line, start: 0 })) },
      '2026-01-01T00:00:00.000Z',
    ),
  );

beforeAll(async () => {
  for (const year of [2019, 2020, 2021, 2022]) {
    put(
      `临澜市教育局${year}年工作要点.txt`,
      '推进义务教育优质均衡发展。\n落实义务教育就近入学。\n健全课后服务制度。\n规范校外培训机构。\n加强校车安全管理。\n义务教育学校提供课后服务。',
      ['一、总体要求', '二、义务教育优质均衡'],
    );
  }
  put('临澜市校车安全管理办法.txt', '校车安全管理由教育局负责。\n校车应当安全行驶。', ['第一章 校车安全']);
  await lexicon.prepared();
});
afterAll(() => catalogue.close());

const suggested = (typed: string, size = 8) => lexicon.suggest(typed, size).map(({ text }) => text);

describe('did you mean', () => {
  it.each([
    ['义务较育', '义务教育'],
    ['意务教育', '义务教育'],
    ['义务育教', '义务教育'],
    ['课后服物', '课后服务'],
    ['笑外培训', '校外培训'],
  ])('%s: %s', (typed, meant) => {
    expect(lexicon.correct(typed)).toBe(meant);
  });

  it('keeps what stands around the slip', () => {
    expect(lexicon.correct('2021 义务较育 均衡')).toBe('2021 义务教育 均衡');
  });

  it.each([
    '义务教育',
    '课后服务',
    '校车安全',
    '量子纠缠',
    '孩子满六岁了是不是一定要上学',
    '二〇二一年',
    '',
    'abc',
    '，',
  ])('offers nothing for %s', (typed) => {
    expect(lexicon.correct(typed)).toBeNull();
  });
});

describe('suggestions while typing', () => {
  it('come from words, titles and headings, from their beginning or from within', () => {
    expect(suggested('义务')).toContain('义务教育');
    expect(suggested('校车')).toContain('临澜市校车安全管理办法');
    expect(suggested('优质均')).toContain('义务教育优质均衡');
  });

  it('are told apart by kind, with the number of documents', () => {
    expect(lexicon.suggest('义务教育优', 8)).toContainEqual({
      text: '义务教育优质均衡',
      kind: 'heading',
      documents: 4,
    });
  });

  it('show one title of a yearly series, unless the year is typed', () => {
    expect(suggested('工作要点').filter((text) => text.includes('工作要点'))).toHaveLength(1);
    expect(suggested('局2020年')).toEqual(['临澜市教育局2020年工作要点']);
    expect(suggested('局二〇二〇年')).toEqual(['临澜市教育局2020年工作要点']);
  });

  it('are found by pinyin, in full or by initials, and in traditional characters', () => {
    expect(suggested('ywjy')).toContain('义务教育');
    expect(suggested('yiwuj')).toContain('义务教育');
    expect(suggested('義務')).toContain('义务教育');
  });

  it('are no more than asked for, never what is typed already, and none for nothing', () => {
    expect(suggested('教', 2).length).toBeLessThanOrEqual(2);
    expect(suggested('义务教育')).not.toContain('义务教育');
    for (const typed of ['', ' ', '。', '魑魅', '%', '\\']) expect(suggested(typed)).toEqual([]);
  });
});

test('follows the archive', async () => {
  expect(suggested('劳动教')).toEqual([]);
  put('临澜市中小学劳动教育方案.txt', '劳动教育每周一课时。'.repeat(6));
  await lexicon.prepared();
  expect(suggested('劳动教')).toContain('临澜市中小学劳动教育方案');
});

test('building ends quietly when the catalogue is closed meanwhile', async () => {
  const other = openCatalogue(closedFolder);
  other.transaction(() => other.store.put(versionOf('a.txt', '教育。'.repeat(20_000)), '2026-01-01T00:00:00.000Z'));
  const building = createLexicon({ catalogue: other, snapshot: createSnapshot(other) }).prepared();
  other.close();
  await building;
});
