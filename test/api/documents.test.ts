// Reading originals and texts, uploading and removing.
import request from 'supertest';
import { exampleDocument } from '../../services/api/endpoints/examples.js';
import { originalBytes } from './archive-fixture.js';
import { testApp, token } from './support.js';

const address = `/api/documents/${exampleDocument.id}`;

describe('an original', () => {
  const { app } = testApp();
  const get = () => request(app).get(`${address}/original`).buffer(true).responseType('blob');

  it('comes byte for byte as an attachment with its own name, and never as a page', async () => {
    const { status, headers, body } = await get();
    expect(status).toBe(200);
    expect(Buffer.compare(body, originalBytes)).toBe(0);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="/);
    expect(headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('学前教育发展工作要点.docx')}`,
    );
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(headers['cache-control']).toBe('no-store');
  });

  it('comes in ranges', async () => {
    const { status, headers, body } = await get().set('Range', 'bytes=10-19');
    expect(status).toBe(206);
    expect(headers['content-range']).toBe('bytes 10-19/4096');
    expect([...body]).toEqual([...originalBytes.subarray(10, 20)]);
  });

  it('has no range beyond its end', async () => {
    const answer = await request(app).get(`${address}/original`).set('Range', 'bytes=9999-');
    expect(answer.status).toBe(416);
    expect(answer.headers['content-range']).toBe('bytes */4096');
    expect(answer.headers['content-disposition']).toBeUndefined();
    expect(answer.body.code).toBe('RANGE_NOT_SATISFIABLE');
  });

  it('that is gone is said to be gone, whether the archive or only the disk knows', async () => {
    const known = await request(app).get('/api/documents/lj2019ywjy/original');
    expect(known.body).toMatchObject({ status: 404, code: 'ORIGINAL_MISSING' });
    const lost = testApp({}, { archive: { original: () => ({ path: '/nowhere/at/all', name: 'a.docx', bytes: 1 }) } });
    const answer = await request(lost.app).get(`${address}/original`);
    expect(answer.body).toMatchObject({ status: 404, code: 'ORIGINAL_MISSING' });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['content-disposition']).toBeUndefined();
    expect(JSON.stringify(answer.body)).not.toContain('nowhere');
  });

  it('that is gone is told on a page to whoever followed a link to it', async () => {
    const page = await request(testApp({}, { errorPage: (error) => `<p>${error.code}` }).app)
      .get('/api/documents/lj2019ywjy/original')
      .set('Sec-Fetch-Mode', 'navigate')
      .set('Accept', 'text/html');
    expect(page.status).toBe(404);
    expect(page.type).toBe('text/html');
    expect(page.text).toBe('<p>ORIGINAL_MISSING');
  });

  it.each(['a"b\r\nSet-Cookie: x=1.docx', '../../etc/passwd', 'C:\\docs\\要点.doc', '\ud800.txt', '', '💧.pdf'])(
    'with a hostile name (%j) is still sent safely',
    async (name) => {
      const archive = { original: () => ({ ...testApp().archive.original(exampleDocument.id), name }) };
      const answer = await request(testApp({}, { archive }).app).get(`${address}/original`);
      expect(answer.status).toBe(200);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename/);
      expect(answer.headers['content-disposition']).not.toMatch(/[/\\][^"]/);
    },
  );
});

describe('an upload', () => {
  const send = (app: Parameters<typeof request>[0]) =>
    request(app).post('/api/documents').set('Authorization', `Bearer ${token}`);

  it('hands names in UTF-8 and bytes as they are to the archive', async () => {
    const { app, archive } = testApp();
    const answer = await send(app)
      .attach('files', originalBytes, '通知（一）.pdf')
      .attach('files', Buffer.from('二'), 'b.txt');
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ run: 1 });
    expect([...archive.uploads.keys()]).toEqual(['通知（一）.pdf', 'b.txt']);
    expect(Buffer.compare(Buffer.from(archive.uploads.get('通知（一）.pdf') ?? []), originalBytes)).toBe(0);
  });

  it('never carries folders in a name', async () => {
    const { app, archive } = testApp();
    await send(app)
      .attach('files', Buffer.from('x'), '../../etc/passwd')
      .attach('files', Buffer.from('x'), 'C:\\a\\b.doc');
    expect([...archive.uploads.keys()]).toEqual(['passwd', 'b.doc']);
  });

  it.each(['..', 'a\0b.txt', 'a\nb.txt', `${'长'.repeat(256)}.txt`])('refuses the file name %j', async (name) => {
    const { app, archive } = testApp();
    const answer = await send(app).attach('files', Buffer.from('x'), name);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('INVALID_REQUEST');
    expect(archive.uploads.size).toBe(0);
  });

  it('refuses two files of one name, other fields, and no file at all', async () => {
    const { app } = testApp();
    const twice = await send(app).attach('files', Buffer.from('1'), 'a.txt').attach('files', Buffer.from('2'), 'a.txt');
    const other = await send(app).attach('document', Buffer.from('1'), 'a.txt');
    const none = await send(app).field('name', 'x');
    const json = await send(app).send({ files: [] });
    const broken = await send(app).set('Content-Type', 'multipart/form-data; boundary=x').send('--x\r\nnonsense');
    const nameless = await send(app).set('Content-Type', 'multipart/form-data').send('x');
    for (const answer of [twice, other, none, json, broken, nameless]) {
      expect(answer.status).toBe(400);
      expect(answer.body.code).toBe('INVALID_REQUEST');
    }
    expect(other.body.errors[0].field).toBe('document');
    expect(json.body.errors[0].field).toBe('Content-Type');
  });

  it('refuses a file above the limit, and files that are above it together', async () => {
    const { app, archive } = testApp({ YANJU_MAX_FILE_MB: '1' });
    const half = Buffer.alloc(700_000);
    const one = await send(app).attach('files', Buffer.alloc(1_200_000), 'a.txt');
    const many = await send(app).attach('files', half, 'a.txt').attach('files', half, 'b.txt');
    const huge = await send(app).attach('files', Buffer.alloc(5_000_000), 'a.txt');
    expect(one.body).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
    expect(many.body).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(huge.body).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(archive.uploads.size).toBe(0);
  });

  it('shows up among the jobs', async () => {
    const { app } = testApp();
    await send(app).attach('files', Buffer.from('x'), 'a.txt');
    const answer = await request(app).get('/api/jobs').set('Authorization', `Bearer ${token}`);
    expect(answer.body.runs).toMatchObject([{ id: 1, files: 1, done: 0, summary: null }]);
  });
});

it('a removed document is found no more', async () => {
  const { app } = testApp();
  const answer = await request(app).delete(address).set('Authorization', `Bearer ${token}`);
  expect(answer.status).toBe(204);
  expect(answer.text).toBe('');
  expect((await request(app).get(address)).body.code).toBe('DOCUMENT_NOT_FOUND');
});
