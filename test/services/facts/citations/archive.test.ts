import { type Catalogue, openCatalogue } from '../../../../services/catalogue/open.js';
import { documentIdOf } from '../../../../services/catalogue/store.js';
import { CitationOverview, CitationRequest, DocumentCitations } from '../../../../services/domain/citation.js';
import { createCitationWeb } from '../../../../services/facts/citations/open-web.js';
import { overviewSteps } from '../../../../services/facts/citations/overview.js';
import { citationsInText, documentCitations } from '../../../../services/facts/citations/show.js';
import type { CitationWeb } from '../../../../services/facts/citations/web-of.js';
import { keepFacts } from '../../../../services/facts/keep-facts.js';
import { atOnce } from '../../../../services/process/in-slices.js';
import { temporaryFolder } from '../../../support/temporary.js';
import { versionOf } from '../../../support/versions.js';

const at = '2026-01-01T00:00:00.000Z';
const catalogue: Catalogue = openCatalogue(temporaryFolder());
const web = createCitationWeb(catalogue);
const add = (file: string, title: string, text: string, more: object = {}): void => {
  catalogue.transaction(() => catalogue.store.put(versionOf(file, text, { title, ...more }), at));
};
afterAll(() => catalogue.close());

const overviewOf = (built: CitationWeb, request: CitationRequest) => atOnce(overviewSteps(catalogue, built, request));

const law = '云州省学前教育条例\n第一条 为了发展学前教育。\n第二条 幼儿园应当就近招生。\n';

beforeAll(async () => {
  add('条例.txt', '云州省学前教育条例', law);
  for (const place of ['甲县', '乙县', '丙县']) {
    add(`${place}.txt`, `${place}招生办法`, `根据《云州省学前教育条例》第二条和《云州省教师条例》，制定本办法。\n`, {
      type: '办法',
    });
  }
  add('通知.txt', '招生通知', '各园按《云州省教师条例》办理，出示《居住证》。\n', { type: '通知' });
  await keepFacts(catalogue);
});

test('a missing document that many cite is named first on the overview', async () => {
  const overview = overviewOf(await web.now(), CitationRequest.parse({}));
  expect(CitationOverview.parse(overview)).toEqual(overview);
  expect(overview).toMatchObject({ documents: 5, citing: 4, mentions: { document: 7, other: 1 } });
  expect(overview.missing).toMatchObject([{ title: '云州省教师条例', citing: 4, places: 4, state: 'missing' }]);
  expect(overview.mostCited.map(({ title }) => title)).toEqual(['云州省教师条例', '云州省学前教育条例']);
});

test('the filters choose the documents that cite', async () => {
  const overview = overviewOf(await web.now(), CitationRequest.parse({ type: '通知' }));
  expect(overview).toMatchObject({
    documents: 1,
    citing: 1,
    missing: [{ citing: 1 }],
    mostCited: [{ title: '云州省教师条例' }],
  });
});

test('a document shows what it cites with the article, and what cites it with the sentence', async () => {
  const shown = documentCitations(catalogue, await web.now(), documentIdOf('甲县.txt'));
  expect(DocumentCitations.parse(shown)).toEqual(shown);
  expect(shown.cites.map(({ words, resolution }) => [words, resolution?.state])).toEqual([
    ['《云州省学前教育条例》', 'current'],
    ['《云州省教师条例》', 'missing'],
  ]);
  expect(shown.cites[0]?.resolution?.passage).toMatchObject({ start: law.indexOf('第二条') });
  const { citedBy } = documentCitations(catalogue, await web.now(), documentIdOf('条例.txt'));
  expect(citedBy).toHaveLength(3);
  expect(citedBy[0]?.places[0]).toMatchObject({ words: '《云州省学前教育条例》' });
  expect(citedBy[0]?.places[0]?.sentence).toContain('制定本办法');
  const known = await web.now();
  expect(() => documentCitations(catalogue, known, 'unknown')).toThrow('没有这份文件');
});

test('what was missing is resolved as soon as the document comes', async () => {
  add('教师.txt', '云州省教师条例', '云州省教师条例\n第一条 教师应当持证。\n');
  await keepFacts(catalogue);
  const { missing } = overviewOf(await web.now(), CitationRequest.parse({}));
  expect(missing).toEqual([]);
});

describe('the citations in a text', () => {
  const inText = (): string[] =>
    citationsInText(catalogue, web.ready(), documentIdOf('甲县.txt')).map(({ start, resolution }) =>
      [start, resolution.state, resolution.document?.title].join(' '),
    );

  it('are none before the web is known, and those of the text afterwards', async () => {
    const own = createCitationWeb(catalogue);
    expect(citationsInText(catalogue, own.ready(), documentIdOf('甲县.txt'))).toEqual([]);
    await web.now();
    expect(inText()).toEqual(['2 current 云州省学前教育条例', '17 current 云州省教师条例']);
  });

  it('are none while a changed text has not been read, though the web of the older text is kept', async () => {
    add('甲县.txt', '甲县招生办法', '为了做好招生工作，根据《云州省教师条例》，制定本办法。\n', { type: '办法' });
    expect(web.ready()).not.toBeNull();
    expect(inText()).toEqual([]);
    await keepFacts(catalogue);
    await web.now();
    expect(inText()).toEqual(['11 current 云州省教师条例']);
  });
});
