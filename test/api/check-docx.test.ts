// The report on a draft over HTTP: as JSON, and as a plain form sends it.
import { Paragraph } from 'docx';
import request from 'supertest';
import { exampleCheck } from '../../services/api/endpoints/examples-check.js';
import { bytesOf } from '../../services/export/docx/page.js';
import { opened } from '../support/open-docx.js';
import { testApp } from './support.js';

const path = '/api/export/check.docx';
const bytes = (asked: request.Test) =>
  asked.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });
const commentsIn = async (body: unknown): Promise<number> =>
  ((await opened(body as Buffer)).parts['word/comments.xml'] ?? '').split('<w:comment ').length - 1;
const { text } = exampleCheck;
const key = exampleCheck.findings[0]?.key ?? '';

test('a draft comes back as a Word document with its comments, as an attachment that nobody keeps', async () => {
  const { status, headers, body } = await bytes(request(testApp().app).post(path).send({ text }));
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  expect(decodeURIComponent(headers['content-disposition'] ?? '')).toMatch(/核对报告：.+\.docx/);
  expect(headers['cache-control']).toBe('no-store');
  expect(await commentsIn(body)).toBe(1);
});

test('a form sends its fields beside a file, or without one; empty ones are none', async () => {
  const { app } = testApp();
  const dismissed = JSON.stringify([{ key, reason: '经核实' }]);
  const pasted = await bytes(
    request(app)
      .post(path)
      .field('text', text)
      .field('region', '')
      .field('yearFrom', '2019')
      .field('dismissed', dismissed),
  );
  expect(pasted.status).toBe(200);
  expect(await commentsIn(pasted.body)).toBe(0);
  const words = (await opened(pasted.body as Buffer)).text;
  expect(words).toContain('忽略的理由：经核实');
  expect(words).toContain('2019—… 年');
  const file = await bytes(
    request(app).post(path).attach('file', Buffer.from(text), '稿.txt').field('onlyInForce', 'true'),
  );
  expect(file.status).toBe(200);
  expect(await commentsIn(file.body)).toBe(1);
});

test('comments go into the docx that was given; into anything else they cannot', async () => {
  const { app } = testApp();
  const docx = Buffer.from(
    await bytesOf({ title: '稿', warnings: [], lines: [], language: 'zh' }, [new Paragraph(text)]),
  );
  const { status, headers, body } = await bytes(
    request(app).post(path).attach('file', docx, '稿.docx').field('into', 'original'),
  );
  expect(status).toBe(200);
  expect(decodeURIComponent(headers['content-disposition'] ?? '')).toContain('稿（批注）.docx');
  expect(await commentsIn(body)).toBe(1);
  expect((await opened(body as Buffer)).text.trim()).toBe(text);
  const none = await request(app).post(`${path}?into=original`).send({ text });
  expect(none.status).toBe(422);
  expect(none.body).toMatchObject({ code: 'NOT_DOCX' });
  const broken = request(app).post(path).attach('file', Buffer.from('PK'), '稿.docx').field('into', 'original');
  expect((await broken).body).toMatchObject({ code: 'NOT_DOCX' });
});

test('what is wrong in a form is named', async () => {
  const { app } = testApp();
  const wrong = async (fields: Record<string, string>): Promise<string[]> => {
    const asked = request(app).post(path);
    for (const [name, value] of Object.entries(fields)) asked.field(name, value);
    const { status, body } = await asked;
    expect(status).toBe(400);
    return (body as { errors: { field: string }[] }).errors.map(({ field }) => field);
  };
  expect(await wrong({ region: '临江市' })).toEqual(['text']);
  expect(await wrong({ text, colour: 'red' })).toEqual(['colour']);
  expect(await wrong({ text, yearFrom: '二〇' })).toEqual(['yearFrom']);
  expect(await wrong({ text, dismissed: '[{"key":1}]' })).toEqual(['dismissed']);
  expect(await wrong({ text, dismissed: 'x' })).toEqual(['dismissed']);
  expect(await wrong({ text, yearFrom: '2020', yearTo: '2019' })).toEqual(['yearFrom']);
});

test('nothing of the draft is logged', async () => {
  const { app, written } = testApp();
  await bytes(request(app).post(path).send({ text: '绝密的草稿文字。' }));
  await bytes(request(app).post(path).field('text', '绝密的草稿文字。').field('dismissed', '['));
  expect(written()).not.toContain('绝密');
});
