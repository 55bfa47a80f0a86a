// The drafting desk's page without a script: what a drafter sends, and what comes back.
import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { exampleCheck } from '../../services/api/endpoints/examples-check.js';
import { createFixtureApp } from './app-fixture.js';

const key = exampleCheck.findings[0]?.key ?? '';
const send = (fields: Record<string, string>, app = createFixtureApp(), query = '') => {
  const post = request(app).post(`/check${query}`);
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
  const { text } = await send({ seen: JSON.stringify(earlier) });
  expect(text).toContain('&lt;b>百分之八十');
});

const field = (html: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&quot;', '"');

test('what was settled and what is new stays while nothing is changed: in another language, and when a finding is dismissed', async () => {
  const seen = JSON.stringify([{ key: 'abc123', kind: 'number', draft: '百分之八十' }]);
  const first = await send({ seen });
  expect(first.text).toContain('1 处已解决，1 处新出现');
  const carried = Object.fromEntries(
    ['dismissed', 'seen', 'before', 'checked', 'reading'].map((name) => [name, field(first.text, name)]),
  );
  expect((await send({ ...carried, dismiss: key })).text).toContain('1 处已解决，1 处新出现');
  const switched = await send(carried, createFixtureApp(), '?lang=en');
  expect(switched.text).toContain('1 settled, 1 new');
  expect(switched.headers['set-cookie']?.[0]).toContain('yanju-lang=en');
  expect((await send({ ...carried, region: '临江市' })).text).toContain('0 处已解决，0 处新出现，1 处仍在');
});

test('the switch of language sends the report’s form, and a form that was wrong; elsewhere it is a link', async () => {
  expect((await send({})).text).toMatch(/<button type="submit" form="again" formaction="\/check\?lang=en"/);
  expect((await send({ text: ' ' })).text).toMatch(/<button type="submit" form="check" formaction="\/check\?lang=en"/);
  expect((await request(createFixtureApp()).get('/check')).text).toContain('href="/check?lang=en"');
});

test('a form that is wrong keeps what was typed and what was decided', async () => {
  const dismissed = JSON.stringify([{ key, reason: '经核实' }]);
  const { text } = await send({ yearFrom: '二〇', region: '临江市', earlierText: '上一稿', dismissed });
  expect(text).toContain('value="临江市"');
  expect(text).toContain('上一稿</textarea>');
  expect(JSON.parse(field(text, 'dismissed'))).toEqual([{ key, reason: '经核实' }]);
});

test('the earlier version goes to the check by its name, as text or as a file; the page says what became of it', async () => {
  const asked: unknown[] = [];
  const unit = (text: string) => ({ start: 0, end: text.length, text, label: null, kind: 'paragraph' as const });
  const counts = { same: 3, changed: 0, moved: 0, 'moved-changed': 0, split: 0, merged: 0, added: 0, removed: 1 };
  const app = createFixtureApp({
    archive: {
      check: async (_draft, _scope, { earlier }) => {
        asked.push(earlier);
        return {
          ...exampleCheck,
          revision: {
            earlier: { documentId: null, title: '上稿', date: null, text: '删去的话。' },
            units: [{ kind: 'removed', renumbered: false, a: [unit('删去的话。')], b: [], values: [] }],
            counts,
            comparedTo: null,
          },
        };
      },
    },
  });
  const { text } = await send({ earlierText: '删去的话。' }, app);
  expect(text).toContain('<del class="whole">删去的话。</del>');
  expect(text).toContain('删去的话。</textarea>');
  await send({ earlier: '关于上稿的通知' }, app);
  await send({}, app).attach('earlierFile', Buffer.from('旧稿'), '旧稿.txt');
  expect(asked).toEqual([
    { kind: 'text', text: '删去的话。' },
    { kind: 'document', name: '关于上稿的通知' },
    { kind: 'file', name: '旧稿.txt', bytes: Buffer.from('旧稿') },
  ]);
});

test('conflicts stand in plain view, notes are folded by kind', async () => {
  const [conflict] = exampleCheck.findings;
  if (!conflict) throw new Error('the example has one');
  const note = (n: string, kind: 'target' | 'number') => ({ ...conflict, key: n, kind, level: 'note' as const });
  const findings = [conflict, note('a1', 'target'), note('a2', 'number'), note('a3', 'target')];
  const app = createFixtureApp({ archive: { check: async () => ({ ...exampleCheck, findings }) } });
  const { text } = await send({}, app);
  const [, conflicts = '', notes = ''] = /id="conflicts"(.*)id="notes"(.*)id="sentences"/s.exec(text) ?? [];
  expect(conflicts).not.toContain('<details class="of-kind"');
  expect([...notes.matchAll(/<details class="of-kind"><summary>([^<]*)/g)].map(([, summary]) => summary)).toEqual([
    '指标（2）',
    '数字（1）',
  ]);
});

test('the report is taken away as JSON, with what was dismissed', async () => {
  const post = request(createFixtureApp()).post('/check/report.json').field('text', exampleCheck.text);
  const { status, headers, body } = await post.field('dismissed', JSON.stringify([{ key, reason: '经核实' }]));
  expect(status).toBe(200);
  expect(headers['content-disposition']).toMatch(/^attachment;.*\.json/);
  expect(headers['cache-control']).toBe('no-store');
  expect(body).toEqual({ ...exampleCheck, dismissed: [{ key, reason: '经核实' }] });
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
