// The report's form, sent for a Word document; and what is known of a scan, which the text does not show.
import request from 'supertest';
import { exampleCheck } from '../../services/api/endpoints/examples-check.js';
import { opened } from '../support/open-docx.js';
import { createFixtureApp } from './app-fixture.js';

const { text, reading } = exampleCheck;
const scanned = { ...reading, ocr: { pages: 2, confidence: 0.93 }, unread: [{ reason: 'scan' as const, page: 3 }] };
const ocr = '2 页由图片识别（平均把握 93%）';
const form = (app: ReturnType<typeof createFixtureApp>, path: string, fields: Record<string, string>) => {
  const asked = request(app).post(path);
  for (const [name, value] of Object.entries(fields)) asked.field(name, value);
  return asked;
};
const field = (html: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&quot;', '"');

test('the page says what OCR read and what it did not, and carries it on to the next check and the Word document', async () => {
  const app = createFixtureApp({ archive: { check: async () => ({ ...exampleCheck, reading: scanned }) } });
  const page = await request(app).post('/check').attach('file', Buffer.from('%PDF'), '上稿.pdf');
  expect(page.text).toContain(ocr);
  expect(page.text).toContain('第 3 页没有读出');
  const carried = field(page.text, 'reading');

  const plain = createFixtureApp({ archive: { check: async () => exampleCheck } });
  const again = await form(plain, '/check', { text, reading: carried });
  expect(again.text).toContain(ocr);
  const { status, headers, body } = await form(plain, '/check/report.docx', {
    text,
    reading: carried,
    dismissed: JSON.stringify([{ key: exampleCheck.findings[0]?.key, reason: '经核实' }]),
    earlier: field(page.text, 'earlier'),
    region: '',
  })
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect(status).toBe(200);
  expect(headers['content-disposition']).toMatch(/^attachment;/);
  expect(headers['cache-control']).toBe('no-store');
  const words = (await opened(body as Buffer)).text;
  expect(words).toContain(ocr);
  expect(words).toContain('忽略的理由：经核实');
});

test('a form that is wrong is shown again, with what is wrong', async () => {
  const app = createFixtureApp();
  const empty = await form(app, '/check/report.docx', { text: ' ' });
  expect(empty.status).toBe(400);
  expect(empty.text).toContain('请贴上文稿');
  expect((await form(app, '/check/report.docx', { text, reading: '{"ocr":1}' })).status).toBe(400);
});
