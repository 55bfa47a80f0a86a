// Feeds: valid Atom whatever titles say, absolute links, and 304 for what has not changed.
import { DOMParser } from 'linkedom';
import request from 'supertest';
import { AppError } from '../../services/domain/errors.js';
import { atom } from '../../web/atom.js';
import { citing } from '../../web/citing.js';
import { createFixtureApp } from './app-fixture.js';
import { createFixtureArchive } from './archive-fixture.js';

const app = createFixtureApp();
const feed = (path: string, query: Record<string, string>) =>
  request(app)
    .get(`/feed/${path}`)
    .query(query)
    .buffer(true)
    .parse((response, done) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => done(null, text));
    });
const parsed = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml');
type Xml = ReturnType<typeof parsed>;
const all = (xml: Xml, selector: string) => [...xml.querySelectorAll(selector)];
const textOf = (element: Xml | Element, name: string): string => element.querySelector(name)?.textContent ?? '';

/** What RFC 4287 asks of every feed and entry. */
function expectAtom(xml: Xml): void {
  expect(xml.documentElement?.getAttribute('xmlns')).toBe('http://www.w3.org/2005/Atom');
  expect(textOf(xml, 'feed > id')).toMatch(/^urn:yanju:feed:[0-9a-f]{32}$/);
  for (const name of ['feed > title', 'feed > updated', 'feed > author > name']) expect(textOf(xml, name)).not.toBe('');
  const rels = all(xml, 'feed > link').map((link) => [link.getAttribute('rel'), link.getAttribute('href')]);
  expect(rels.map(([rel]) => rel).sort()).toEqual(['alternate', 'self']);
  for (const [, href] of rels) expect(() => new URL(href ?? '')).not.toThrow();
  const ids = all(xml, 'entry > id').map(({ textContent }) => textContent);
  expect(new Set(ids).size).toBe(ids.length);
  for (const entry of all(xml, 'entry')) {
    expect(textOf(entry, 'id')).toMatch(/^urn:yanju:document:/);
    expect(textOf(entry, 'title')).not.toBe('');
    expect(textOf(entry, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(entry.querySelector('link')?.getAttribute('href')).toMatch(/^https?:\/\/[^/]+\/documents\//);
    expect(textOf(entry, 'author > name')).not.toBe('');
  }
}

test('a search’s feed lists documents, each with a link to its place and a citation', async () => {
  const { status, headers, body } = await feed('search.atom', { q: '义务教育', mode: 'keyword' });
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  const xml = parsed(body);
  expectAtom(xml);
  expect(textOf(xml, 'feed > title')).toBe('言据：检索“义务教育”的新增');
  expect(all(xml, 'entry').length).toBeGreaterThan(0);
  expect(textOf(xml, 'entry > content')).toContain('<b>义务教育</b>');
  expect(textOf(xml, 'entry > content')).toMatch(/自然段|第.+条/);
});

test('a wording’s feed is the same, and speaks the language asked for', async () => {
  const { body } = await feed('wording.atom', { q: '义务教育', lang: 'en' });
  const xml = parsed(body);
  expectAtom(xml);
  expect(textOf(xml, 'feed > title')).toBe('Yanju: “义务教育” newly found in');
});

test('the same question has the same id, whatever its language and the order of its parameters', async () => {
  const ids = await Promise.all(
    ['q=入学&region=临江市', 'region=临江市&q=入学', 'lang=en&q=入学&region=临江市', 'q=入学'].map(async (query) =>
      textOf(parsed((await feed(`search.atom?${encodeURI(query)}`, {})).body), 'feed > id'),
    ),
  );
  expect(new Set(ids.slice(0, 3)).size).toBe(1);
  expect(ids[3]).not.toBe(ids[0]);
});

test('what has not changed is 304, by its tag or its date', async () => {
  const ask = (headers: Record<string, string> = {}) =>
    request(app)
      .get('/feed/search.atom')
      .query({ q: '义务教育' })
      .set({ Host: 'dang.an', ...headers });
  const { headers } = await ask();
  expect(headers['last-modified']).toBe('Sun, 01 Jun 2025 08:00:00 GMT');
  expect((await ask({ 'If-None-Match': headers.etag ?? '' })).status).toBe(304);
  expect((await ask({ 'If-Modified-Since': headers['last-modified'] ?? '' })).status).toBe(304);
  expect((await ask({ 'If-Modified-Since': 'Sat, 31 May 2025 08:00:00 GMT' })).status).toBe(200);
});

test('a question without news is a feed without entries', async () => {
  const xml = parsed((await feed('wording.atom', { q: '量子纠缠' })).body);
  expect(all(xml, 'entry')).toEqual([]);
  expect(textOf(xml, 'feed > updated')).toBe('1970-01-01T00:00:00.000Z');
});

test('hostile titles and texts stay words', async () => {
  const archive = createFixtureArchive();
  const [newcomer] = await archive.newInSearch({ q: '义务教育' } as never, 1);
  const title = ']]><script>alert("1")</script>&amp;\u0000\u0008\ud800';
  const document = { ...newcomer!.document, title, issuer: '<b>局</b>&' };
  const written = atom(
    [{ ...newcomer!, document, excerpt: { before: ']]>', match: '<img onerror=x>', after: '&lt;' } }],
    {
      id: `urn:yanju:feed:${'0'.repeat(32)}`,
      language: 'zh',
      self: 'https://dang.an/feed/search.atom?q=%3C&region=%26',
      page: 'https://dang.an/?q=%3C&region=%26',
      taken: { kind: 'search', q: '<&]]>\u0001' },
      updated: new Date(0),
      cite: citing(archive, 'https://dang.an'),
    },
  );
  const xml = parsed(written);
  expectAtom(xml);
  // The title is HTML: what a reader shows is the words, and no element.
  const shown = new DOMParser().parseFromString(`<p>${textOf(xml, 'entry > title')}</p>`, 'text/html');
  expect(shown.querySelector('script')).toBeNull();
  expect(shown.querySelector('p')?.textContent).toBe(']]><script>alert("1")</script>&amp;\ufffd');
  const content = new DOMParser().parseFromString(textOf(xml, 'entry > content'), 'text/html');
  expect(content.querySelector('img')).toBeNull();
  expect(content.querySelector('b')?.textContent).toBe('<img onerror=x>');
  expect(textOf(xml, 'entry > author > name')).toBe('<b>局</b>&');
  expect(written).toContain('rel="self" href="https://dang.an/feed/search.atom?q=%3C&amp;region=%26"');
});

test.each([
  ['search.atom', {}, 400],
  ['search.atom', { q: ' ' }, 400],
  ['search.atom', { q: '入学', page: '2' }, 400],
  ['wording.atom', { q: '入学', colour: 'red' }, 400],
  ['wording.atom', { q: '入'.repeat(1001) }, 400],
])('%s with %p is refused', async (path, query, status) => {
  const answer = await request(createFixtureApp()).get(`/feed/${path}`).query(query);
  expect([answer.status, answer.type]).toEqual([status, 'text/html']);
});

test('a failure of the archive is no empty feed', async () => {
  const failing = createFixtureApp({ failure: new AppError('ENGINE_UNAVAILABLE', { why: 'x' }) });
  expect((await request(failing).get('/feed/search.atom').query({ q: '入学' })).status).toBe(503);
});
