// Judgements over the API: what is taken, what is kept, and who may see it.
import request from 'supertest';
import { exampleSearch } from '../../services/api/endpoints/examples.js';
import { testApp, token } from './support.js';

const passage = exampleSearch.hits[0]!.passage.id;
const given = { query: '几岁上幼儿园', passage, answers: 'no' };
const asAdmin = { Authorization: `Bearer ${token}` };

test('a verdict is kept, listed and deleted by the administrator', async () => {
  const { app } = testApp();
  expect((await request(app).post('/api/feedback').send(given)).status).toBe(204);
  const { body } = await request(app).get('/api/judgements').set(asAdmin);
  expect(body).toMatchObject({ total: 1, judgements: [{ query: '几岁上幼儿园', answers: false }] });
  expect(Object.keys(body.judgements[0]).sort()).toEqual(['answers', 'day', 'documentId', 'passageHash', 'query']);
  const gone = await request(app).delete('/api/judgements').query({ query: '几岁上幼儿园' }).set(asAdmin);
  expect(gone.status).toBe(204);
  expect((await request(app).get('/api/judgements').set(asAdmin)).body.total).toBe(0);
});

test('deleting everything has to be said', async () => {
  const { app } = testApp();
  await request(app).post('/api/feedback').send(given);
  expect((await request(app).delete('/api/judgements').set(asAdmin)).status).toBe(400);
  expect((await request(app).delete('/api/judgements').query({ all: 'true', query: 'x' }).set(asAdmin)).status).toBe(
    400,
  );
  expect((await request(app).get('/api/judgements').set(asAdmin)).body.total).toBe(1);
  expect((await request(app).delete('/api/judgements').query({ all: 'true' }).set(asAdmin)).status).toBe(204);
  expect((await request(app).get('/api/judgements').set(asAdmin)).body.total).toBe(0);
});

test.each([
  [{ ...given, passage: 999_999 }, 404],
  [{ ...given, answers: 'perhaps' }, 400],
  [{ ...given, answers: true }, 400],
  [{ ...given, who: 'me' }, 400],
  [{ query: 'x' }, 400],
])('%j is refused with %d', async (body, status) => {
  expect((await request(testApp().app).post('/api/feedback').send(body)).status).toBe(status);
});

test('a form, which another site’s page could send, is not taken', async () => {
  const { status } = await request(testApp().app).post('/api/feedback').type('form').send(given);
  expect(status).toBe(400);
});

test('it counts against a client like any other request', async () => {
  const { app } = testApp({ YANJU_RATE_LIMIT: '2' });
  const statuses = [];
  for (let i = 0; i < 3; i++) statuses.push((await request(app).post('/api/feedback').send(given)).status);
  expect(statuses).toEqual([204, 204, 429]);
});

test('neither the question nor the client is in the log', async () => {
  const { app, written } = testApp();
  await request(app).post('/api/feedback').send(given);
  expect(written()).not.toContain('几岁上幼儿园');
});
