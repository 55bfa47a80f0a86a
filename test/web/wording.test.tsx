// The wording desk's page: the form with its switches, lines aligned on the match, and the ground of "never said".
import { renderToString } from 'preact-render-to-string';
import request from 'supertest';
import { exampleWording } from '../../services/api/endpoints/examples.js';
import { sayIn } from '../../services/domain/messages/web.js';
import { WordingRequest } from '../../services/domain/query.js';
import type { WordingResponse } from '../../services/domain/result.js';
import { wordingHref } from '../../web/links.js';
import { Wording } from '../../web/views/wording.js';
import { createFixtureApp } from './app-fixture.js';

const view = { language: 'zh', say: sayIn('zh'), here: { path: '/wording', params: {} } } as const;
const page = (response: WordingResponse, given: Record<string, string> = {}): string => {
  const asked = WordingRequest.parse({ q: response.query, ...given });
  return renderToString(
    <Wording
      view={view}
      given={{ q: response.query, ...given }}
      answered={{ request: asked, response }}
      error={undefined}
    />,
  );
};

test('the empty desk is a form with a switch for each looseness', async () => {
  const { status, text } = await request(createFixtureApp()).get('/wording');
  expect(status).toBe(200);
  expect(text).toMatch(/<form action="\/wording" method="get">/);
  for (const name of ['q', 'punctuation', 'script', 'numerals', 'removed', 'with', 'near', 'without', 'sort']) {
    expect(text).toContain(`name="${name}"`);
  }
});

test('what is wrong in the address is said in the form', async () => {
  const { status, text } = await request(createFixtureApp()).get('/wording').query({ q: '教育', near: '隔壁' });
  expect(status).toBe(400);
  expect(text).toContain('role="alert"');
});

test('an answer counts, names first and latest, and sets each match between what stands around it', () => {
  const html = page(exampleWording);
  expect(html).toContain('1 份文件中的 1 处');
  expect(html).toContain('最早：');
  expect(html).toMatch(
    /class="before"[^>]*><span>[^<]*学前三年<\/span><\/td><td class="match"[^>]*><mark>毛入园率<\/mark>/,
  );
});

test('never said comes with what was searched', () => {
  const html = page({ ...exampleWording, documents: 0, occurrences: 0, first: null, latest: null, hits: [] });
  expect(html).toContain('没有这个说法');
  expect(html).toContain('检索了 34 份文件');
});

test('what was cleaned away stands apart, with its reason', () => {
  const { document } = exampleWording.hits[0]!; // the example has one
  const hit = { document, reason: 'footer', at: 3, before: '', match: '毛入园率', after: '网' };
  const html = page({ ...exampleWording, removed: { documents: 1, occurrences: 1, hits: [hit] } });
  expect(html).toContain('不计入上数');
  expect(html).toContain('页脚');
});

test('pages keep the conditions', () => {
  const asked = WordingRequest.parse({ q: '教育', with: '素质', near: 'sentence', size: 50 });
  expect(decodeURIComponent(wordingHref(asked, 2))).toBe('/wording?q=教育&with=素质&near=sentence&page=2');
});
