import request from 'supertest';
import { createFixtureApp } from './app-fixture.js';

const app = createFixtureApp();
const results = async (params: Record<string, string>): Promise<string> =>
  (await request(app).get('/search').query(params)).text;

it('says what the query was understood to name, offers only that, and takes it back', async () => {
  const text = await results({ q: '海南 美育' });
  expect(text).toContain('您提到了 海南省');
  expect(text).toMatch(/href="[^"]*region=[^"]*"[^>]*>只看这些/);
  expect(text).toMatch(/href="[^"]*literal=true[^"]*"[^>]*>按字面查/);
});

it('says so when it searches as typed, and offers to go back', async () => {
  const text = await results({ q: '海南 美育', literal: 'true' });
  expect(text).toContain('正按字面查');
  expect(text).not.toContain('您提到了');
});

it('says nothing where there is nothing to understand', async () => {
  expect(await results({ q: '学前教育' })).not.toContain('class="understood"');
});
