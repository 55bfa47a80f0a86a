// The drafting desk's page without a script: what a drafter sends, and what comes back.
import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { exampleCheck } from '../../services/api/endpoints/examples-check.js';
import { createFixtureApp } from './app-fixture.js';

const key = exampleCheck.findings[0]?.key ?? '';
const send = (fields: Record<string, string>, app = createFixtureApp()) => {
  const post = request(app).post('/check');
  for (const [name, value] of Object.entries({ text: exampleCheck.text, ...fields })) post.field(name, value);
  return post;
};

test('a pasted draft comes back as a report that nobody may store', async () => {
  const { status, text, headers } = await send({});
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('no-store');
  expect(text).toContain(`id="f-${key}"`);
});

test('what is dismissed keeps its reason, whatever that holds', async () => {
  const { text } = await send({ dismiss: key, [`reason.${key}`]: '"><script>alert(1)</script>' });
  expect(text).toContain('class="dismissed"');
  expect(text).not.toContain('<script>alert');
});

test('a finding that is there no more is settled', async () => {
  const earlier = [{ key: 'abc123', kind: 'number', draft: '<b>百分之八十</b>' }];
  const { text } = await send({ earlier: JSON.stringify(earlier) });
  expect(text).toContain('&lt;b>百分之八十');
});

test.each<Record<string, string>>([
  { text: '   ' },
  { text: '文稿', yearFrom: '2025', yearTo: '2020' },
  { text: '文稿', unknown: '1' },
  { text: '文稿', dismissed: '[{"key":"<"}]' },
])('a wrong form (%j) is shown again with what is wrong', async (fields) => {
  const { status, text } = await send(fields);
  expect(status).toBe(400);
  expect(text).toContain('name="text"');
});

test('a body longer than everything that may be in it is refused before it is read', async () => {
  const server = createFixtureApp().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo; // listening on a host and port
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': String(2 ** 40) };
  const status = await new Promise((resolve, reject) => {
    const post = ask({ host: '127.0.0.1', port, path: '/check', method: 'POST', headers }, (response) => {
      resolve(response.statusCode);
      post.destroy();
    });
    post.on('error', reject);
    post.flushHeaders();
  });
  await new Promise((resolve) => server.close(resolve));
  expect(status).toBe(413);
});
