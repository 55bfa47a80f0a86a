import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { temporaryFolder } from '../../support/temporary.js';
import { type AdminApp, createAdminApp, finishJobs, type Hands, putDocument, signIn } from './fixture.js';

const folder = temporaryFolder();
let admin: AdminApp;
let hands: Hands;
let count = 0;
beforeEach(async () => {
  admin = createAdminApp(join(folder, String(count++)), { YANJU_MAX_FILE_MB: '1' });
  hands = await signIn(admin);
});
afterEach(() => admin.close());
const open = () => admin.catalogue.queue.open(0, 1_000);
const sending = (fields: Record<string, string> = {}, key = hands.key) => {
  const sent = request(admin.app).post('/admin/upload').set('Cookie', hands.cookie).field('key', key);
  for (const [name, value] of Object.entries(fields)) sent.field(name, value);
  return sent;
};
/** As browsers send a chosen folder: with paths, which the test's client would cut off. */
const sendingPath = (name: string, fields: Record<string, string> = {}) => {
  const part = (head: string, body: string) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const given = Object.entries({ key: hands.key, ...fields }).map(([field, value]) => part(`name="${field}"`, value));
  const file = part(`name="files"; filename="${name}"`, '一');
  return request(admin.app)
    .post('/admin/upload')
    .set('Cookie', hands.cookie)
    .set('Content-Type', 'multipart/form-data; boundary=x')
    .send(`${given.join('')}${file}--x--\r\n`);
};
const halfWritten = (): string[] => readdirSync(join(folder, String(count - 1), 'uploads'));

describe('files sent by the form', () => {
  it('are queued by their names, kept by their content, and lead to their run', async () => {
    const answer = await sending()
      .attach('files', Buffer.from('第一条'), '办法.txt')
      .attach('files', Buffer.from('第一条'), '同文.txt')
      .attach('files', Buffer.from(''), '空.txt');
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/admin/runs/1');
    expect(open().map(({ file }) => file)).toEqual(['办法.txt', '同文.txt', '空.txt']);
    const [one, same] = open();
    expect(one?.path).toMatch(/originals\/[0-9a-f]{2}\/[0-9a-f]{64}$/);
    expect(same?.path).toBe(one?.path);
    expect(halfWritten()).toEqual([]);
  });

  it('go into the folder that is typed, with the folders that they were chosen with', async () => {
    await sendingPath('通知/要点.txt', { folder: ' /市教育局//2025/ ' });
    expect(open().map(({ file }) => file)).toEqual(['市教育局/2025/通知/要点.txt']);
  });

  it('never leave the archive by their names, and nothing is queued then', async () => {
    for (const name of ['../密.txt', 'a/../../b.txt', 'a\\\\b.txt', './x.txt', `${'长'.repeat(256)}.txt`]) {
      const answer = await sendingPath(name);
      expect([name, answer.status]).toEqual([name, 400]);
      expect(answer.text).toContain('不能用');
    }
    for (const bad of ['..', 'a/./b', 'a\\b']) {
      const answer = await sending({ folder: bad }).attach('files', Buffer.from('一'), '一.txt');
      expect(answer.status).toBe(400);
    }
    expect(open()).toEqual([]);
    expect(halfWritten()).toEqual([]);
  });

  it('that are too large fail by themselves, with what to do, and the others come in', async () => {
    const answer = await sending()
      .attach('files', Buffer.alloc(1_200_000), '大.pdf')
      .attach('files', Buffer.from('一'), '小.txt');
    expect(answer.status).toBe(303);
    expect(open().map(({ file, failure }) => [file, failure?.code])).toEqual([
      ['大.pdf', 'FILE_TOO_LARGE'],
      ['小.txt', undefined],
    ]);
  });

  it('join the run that a script began, also when that has ended meanwhile', async () => {
    const first = await sending().set('Accept', 'application/json').attach('files', Buffer.from('一'), '一.txt');
    expect(first.status).toBe(202);
    expect(first.body).toEqual({ run: 1 });
    finishJobs(admin, () => ({ status: 'indexed', passages: 1 }));
    expect((await hands.get('/admin/runs/1')).text).toContain('全部完成：1 个文件');
    const second = await sending({ into: '1' })
      .set('Accept', 'application/json')
      .attach('files', Buffer.from('二'), '二.txt');
    expect(second.body).toEqual({ run: 1 });
    expect((await hands.get('/admin/runs/1')).text).toContain('正在入库：已完成 1 / 2 个');
    const none = await sending({ into: '99' })
      .set('Accept', 'application/json')
      .attach('files', Buffer.from('三'), '三.txt');
    expect(none.body.code).toBe('RUN_NOT_FOUND');
  });

  it('are refused whole when none was chosen, one came twice, or the form is another session’s', async () => {
    const none = await sending().attach('files', Buffer.from(''), { filename: '' });
    expect(none.text).toContain('请先选择文件');
    const twice = await sending().attach('files', Buffer.from('1'), 'a.txt').attach('files', Buffer.from('2'), 'a.txt');
    expect(twice.text).toContain('选了两次');
    const other = await sending({}, 'x').attach('files', Buffer.from('1'), 'a.txt');
    expect(other.status).toBe(403);
    const broken = await request(admin.app)
      .post('/admin/upload')
      .set('Cookie', hands.cookie)
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nnonsense');
    expect(broken.status).toBe(400);
    expect(open()).toEqual([]);
    expect(halfWritten()).toEqual([]);
  });

  it('that the disk does not take are no fault of the form: it says what is wrong with the data folder', async () => {
    const uploads = join(folder, String(count - 1), 'uploads');
    rmSync(uploads, { recursive: true, force: true });
    writeFileSync(uploads, 'no folder');
    const answer = await sending().set('Accept', 'application/json').attach('files', Buffer.from('一'), '一.txt');
    expect(answer.body).toMatchObject({ status: 503, code: 'STORAGE_FAILED' });
    expect(answer.body.detail).toContain('写不进数据目录');
    expect(open()).toEqual([]);
  });

  it('sent twice make two runs, of which the second changes nothing', async () => {
    for (let i = 0; i < 2; i++) await sending().attach('files', Buffer.from('一'), '一.txt');
    const [first, second] = open();
    expect(first?.path).toBe(second?.path);
    expect(first?.runId).not.toBe(second?.runId);
  });
});

describe('the page that sends', () => {
  it('tells the limits, what happens to a name that is there, and that the archive is empty', async () => {
    const { text } = await hands.get('/admin');
    expect(text).toContain('单个文件至多 1 MB');
    expect(text).toContain('成为那份文件的新版本');
    expect(text).toContain('档案还是空的');
    expect(text).toMatch(/<form class="upload" action="\/admin\/upload" method="post" enctype="multipart\/form-data"/);
    expect((await hands.get('/admin?lang=en')).text).toContain('At most 1 MB a file');
  });

  it('knows which names would become new versions', async () => {
    const id = putDocument(admin, '市教育局/要点.txt', '临澜市教育局工作要点\n第一条');
    const answer = await request(admin.app)
      .post('/admin/held')
      .set('Cookie', hands.cookie)
      .send({ names: ['市教育局/要点.txt', '要点.txt', '../x'] });
    expect(answer.body).toEqual({
      held: [{ file: '市教育局/要点.txt', documentId: id, title: '市教育局/要点', version: 1 }],
    });
    expect((await request(admin.app).post('/admin/held').set('Cookie', hands.cookie).send({ names: 3 })).status).toBe(
      400,
    );
  });

  it('says when nobody takes what waits', async () => {
    await sending().attach('files', Buffer.from('一'), '一.txt');
    expect((await hands.get('/admin/queue')).text).not.toContain('没有入库进程'); // it may be on its way
    admin.catalogue.transaction(() => admin.catalogue.queue.add([], 0));
    expect((await hands.get('/admin/queue')).text).toContain('1 个文件在等');
  });
});
