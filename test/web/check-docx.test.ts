// The report's form, sent for a Word document; and what is known of a scan, which the text does not show.
import { Paragraph } from 'docx';
import request from 'supertest';
import { exampleCheck } from '../../services/api/endpoints/examples-check.js';
import { bytesOf } from '../../services/export/docx/page.js';
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
    seen: field(page.text, 'seen'),
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

const binary = (asked: request.Test): request.Test =>
  asked.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });

test('a docx travels with its report: comments are put into it, and its check is said again, until the text is edited', async () => {
  const given: string[] = [];
  const docx = Buffer.from(
    await bytesOf({ title: '稿', warnings: [], lines: [], language: 'zh' }, [new Paragraph(text)]),
  );
  const app = createFixtureApp({
    archive: {
      check: async (draft) => {
        given.push(draft.kind);
        return exampleCheck;
      },
    },
  });
  const page = await request(app).post('/check').attach('file', docx, '我的稿.docx');
  expect(page.text).toContain('下载带批注的原文件：我的稿.docx');
  const carried = Object.fromEntries(
    ['original', 'originalName', 'originalText'].map((name) => [name, field(page.text, name)]),
  );
  const { status, headers, body } = await binary(form(app, '/check/original.docx', { text, ...carried }));
  expect(status).toBe(200);
  expect(decodeURIComponent(headers['content-disposition'] ?? '')).toContain('我的稿（批注）.docx');
  const { parts } = await opened(body as Buffer);
  expect(parts['word/comments.xml']).toContain('92%');
  const edited = await form(app, '/check', { text: `${text}改过`, ...carried });
  expect(edited.text).toContain('先在上面选择 docx');
  expect(given).toEqual(['file', 'file', 'text']);
  const pasted = await form(app, '/check/original.docx', { text });
  expect(pasted.status).toBe(422);
  expect(pasted.text).toContain('批注只能写进 docx 文件');
});

test('a form that is wrong is shown again, with what is wrong', async () => {
  const app = createFixtureApp();
  const empty = await form(app, '/check/report.docx', { text: ' ' });
  expect(empty.status).toBe(400);
  expect(empty.text).toContain('请贴上文稿');
  expect((await form(app, '/check/report.docx', { text, reading: '{"ocr":1}' })).status).toBe(400);
});
