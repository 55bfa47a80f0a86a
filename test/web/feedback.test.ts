import request from 'supertest';
import type { JudgementRequest } from '../../services/domain/judgement.js';
import { createFixtureApp } from './app-fixture.js';

const q = '监护人无正当理由';
const give = (fields: object, headers: Record<string, string> = {}, app = createFixtureApp()) =>
  request(app).post('/feedback').set(headers).type('form').send(fields);

/** The fields of the first form on the page of results, as a browser without JavaScript would send them. */
async function formOn(app = createFixtureApp()): Promise<Record<string, string>> {
  const { text } = await request(app).get('/').query({ q });
  const form = /<form action="\/feedback" method="post".*?<\/form>/s.exec(text)?.[0] ?? '';
  const unescaped = (value: string): string => value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return Object.fromEntries(
    [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      unescaped(value ?? ''),
    ]),
  );
}

test('each hit can be judged by a plain form that says what is kept before anything is pressed', async () => {
  const { text } = await request(createFixtureApp()).get('/').query({ q });
  expect(text).toMatch(/<details class="judge"><summary>这段能回答吗？<\/summary><form action="\/feedback"/);
  expect(text).toMatch(/name="answers" value="yes">能回答<.*name="answers" value="no">不能回答</s);
  expect(text).toContain('不保存您是谁');
  const english = (await request(createFixtureApp()).get('/').query({ q, lang: 'en' })).text;
  expect(english).toContain('never who you are');
});

test('in document grouping each passage has its own', async () => {
  const { text } = await request(createFixtureApp()).get('/search').query({ q, group: 'document' });
  expect(text.match(/class="judge"/g)?.length).toBe(text.match(/<a href="[^"]*">在原文中查看/g)?.length);
});

test('without JavaScript the form is kept and leads back to the same results', async () => {
  const judged: JudgementRequest[] = [];
  const app = createFixtureApp({ judged });
  const fields = await formOn(app);
  const { status, text, headers } = await give({ ...fields, answers: 'yes' }, { 'Sec-Fetch-Site': 'same-origin' }, app);
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('no-store');
  expect(judged).toEqual([{ query: q, passage: Number(fields.passage), answers: 'yes' }]);
  expect(text).toContain('这一段能回答');
  const back = /<a href="([^"]*)">回到结果/.exec(text)?.[1];
  expect(back).toBe(`/?q=${encodeURIComponent(q)}`);
  expect((await request(app).get(back ?? '')).text).toContain(q);
  expect(text).toMatch(/<a href="\/\?q=[^"]*lang=en"/);
});

test.each([
  [{ 'Sec-Fetch-Site': 'cross-site' }],
  [{ 'Sec-Fetch-Site': 'same-site' }],
  [{ Origin: 'https://elsewhere.example' }],
  [{ Origin: 'null' }],
])('a form from another site (%j) is refused, and nothing is kept', async (headers) => {
  const judged: JudgementRequest[] = [];
  const app = createFixtureApp({ judged });
  const { status } = await give({ ...(await formOn(app)), answers: 'yes' }, headers, app);
  expect(status).toBe(403);
  expect(judged).toEqual([]);
});

test.each([
  [{ back: 'https://elsewhere.example/' }],
  [{ back: '//elsewhere.example' }],
  [{ answers: 'perhaps' }],
  [{ passage: 'x' }],
])('a wrong field (%j) is refused', async (wrong) => {
  expect((await give({ ...(await formOn()), answers: 'yes', ...wrong })).status).toBe(400);
});

test('a passage that has gone is told', async () => {
  expect((await give({ ...(await formOn()), passage: '999999', answers: 'no' })).status).toBe(404);
});

test('switched off, there is nothing to press and nothing is taken', async () => {
  const app = createFixtureApp({ feedback: false });
  expect((await request(app).get('/').query({ q })).text).not.toContain('class="judge"');
  expect((await give({ query: q, passage: '1', answers: 'yes' }, {}, app)).status).toBe(403);
});
