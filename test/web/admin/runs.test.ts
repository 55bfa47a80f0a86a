import { join } from 'node:path';
import { readCsv } from '../../support/read-csv.js';
import { temporaryFolder } from '../../support/temporary.js';
import { type AdminApp, createAdminApp, finishJobs, type Hands, putDocument, signIn } from './fixture.js';

const folder = temporaryFolder();
let admin: AdminApp;
let hands: Hands;
let count = 0;
beforeEach(async () => {
  admin = createAdminApp(join(folder, String(count++)));
  hands = await signIn(admin);
});
afterEach(() => admin.close());
const queue = (...files: string[]): number =>
  admin.catalogue.transaction(() =>
    admin.catalogue.queue.add(
      files.map((file) => ({ file, root: '', path: `/x/${file}`, metadata: null, archive: null })),
      0,
    ),
  );
const jobs = () => admin.catalogue.queue.open(0, 1_000);

describe('the page of a run', () => {
  it('tells of each file what became of it, why and what to do, and once more', async () => {
    const id = putDocument(admin, '原件.txt', '临澜市教育局工作要点\n第一条');
    const run = queue('原件.txt', '好.txt', '坏.docx', '副本.txt', '密<b>.pdf', '等.txt');
    finishJobs(admin, (file) => {
      if (file === '坏.docx') return { status: 'failed', code: 'DAMAGED', message: '文件已损坏' };
      if (file === '密<b>.pdf') return { status: 'failed', code: 'ENCRYPTED', message: '文件有密码保护。' };
      if (file === '副本.txt') return { status: 'duplicate', documentId: id };
      if (file === '原件.txt') return { status: 'unchanged', documentId: id };
      return { status: 'indexed', passages: 3, documentId: id };
    });
    const { text, headers } = await hands.get(`/admin/runs/${run}`);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('全部完成：6 个文件');
    expect(text).toContain('2 个没能读入');
    expect(text).toMatch(/坏\.docx.*请换一份完好的原件.*DAMAGED.*重试/s);
    expect(text).toMatch(/副本\.txt.*与它相同.*原件\.txt/s);
    expect(text).toContain('与上次相同，不必重读');
    expect(text).toContain('密&lt;b>.pdf');
    expect(text).toContain('重试没能读入的 2 个');
    const english = (await hands.get(`/admin/runs/${run}?lang=en`)).text;
    expect(english).toContain('Remove the password');
    const failed = (await hands.get(`/admin/runs/${run}?status=failed`)).text;
    expect(failed).not.toContain('好.txt');
  });

  it('shows what waits, offers to be reloaded, and its part alone for the script', async () => {
    const run = queue('一.txt', '二.txt');
    const { text } = await hands.get(`/admin/runs/${run}`);
    expect(text).toContain('正在入库：已完成 0 / 2 个');
    expect(text).toMatch(/<a href="\/admin\/runs\/1" data-reload="[^"]+">刷新进度<\/a>/);
    const { text: part } = await hands.get(`/admin/runs/${run}?part=1`);
    expect(part.startsWith('<div data-run="going">')).toBe(true);
  });

  it('knows a new version and leads to what changed', async () => {
    putDocument(admin, '要点.txt', '一');
    const run = queue('要点.txt');
    const id = putDocument(admin, '要点.txt', '一\n二');
    finishJobs(admin, () => ({ status: 'indexed', passages: 2, documentId: id }));
    const { text } = await hands.get(`/admin/runs/${run}`);
    expect(text).toMatch(new RegExp(`新版本（第 2 版）.*/compare\\?a=${id}%401&amp;b=${id}%402`, 's'));
  });

  it('tries one file, or all that failed, again, as a run of their own', async () => {
    const run = queue('坏.docx', '也坏.docx', '好.txt');
    finishJobs(admin, (file) =>
      file === '好.txt' ? { status: 'indexed' } : { status: 'failed', code: 'DAMAGED', message: '坏' },
    );
    expect((await hands.post('/admin/retry', { file: '坏.docx' })).headers.location).toBe('/admin/runs/2');
    expect(jobs().map(({ file }) => file)).toEqual(['坏.docx']);
    finishJobs(admin, () => ({ status: 'failed', code: 'DAMAGED', message: '坏' }));
    expect((await hands.post('/admin/retry', { run: String(run) })).headers.location).toBe('/admin/runs/3');
    expect(jobs().map(({ file }) => file)).toEqual(['也坏.docx', '坏.docx']);
  });

  it('of a file that was too large says so again, until it is sent again', async () => {
    admin.catalogue.transaction(() =>
      admin.catalogue.queue.add(
        [
          {
            file: '大.pdf',
            root: '',
            path: '',
            metadata: null,
            archive: null,
            failure: { code: 'FILE_TOO_LARGE', values: { limit: 1 } },
          },
        ],
        0,
      ),
    );
    finishJobs(admin, () => ({ status: 'failed', code: 'FILE_TOO_LARGE', message: '大' }));
    await hands.post('/admin/retry', { file: '大.pdf' });
    expect(jobs()[0]?.failure?.code).toBe('FILE_TOO_LARGE');
  });

  it('that there is none of is not found', async () => {
    for (const id of ['7', '0', 'x', '1e3', '9'.repeat(30)])
      expect((await hands.get(`/admin/runs/${id}`)).status).toBe(404);
  });
});

describe('the ledger', () => {
  beforeEach(() => {
    queue(...Array.from({ length: 230 }, (_, i) => `处/${String(i).padStart(3, '0')}.docx`), '甲_坏.pdf');
    finishJobs(admin, (file) =>
      file.endsWith('.pdf') ? { status: 'failed', code: 'DAMAGED', message: '坏' } : { status: 'indexed', passages: 2 },
    );
  });

  it('goes through every file once, a page at a time, by path or by time', async () => {
    for (const sort of ['', '&sort=time']) {
      const seen: string[] = [];
      for (let path: string | undefined = `/admin/ledger?lang=zh${sort}`; path; ) {
        const { text } = await hands.get(path);
        expect(text).toContain('231 个文件');
        seen.push(...[...text.matchAll(/<th scope="row"[^>]*>([^<]+)/g)].map((match) => match[1]!));
        path = /<a rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(seen).toHaveLength(231);
      expect(new Set(seen).size).toBe(231);
      if (sort === '') expect(seen).toEqual(seen.toSorted());
    }
  });

  it('is filtered by outcome, code, path and day, and says when nothing fits', async () => {
    const failed = (await hands.get('/admin/ledger?status=failed')).text;
    expect(failed).toContain('1 个文件');
    expect(failed).toContain('甲_坏.pdf');
    expect((await hands.get('/admin/ledger?code=DAMAGED')).text).toContain('1 个文件');
    expect((await hands.get('/admin/ledger').query({ name: '处/00' })).text).toContain('10 个文件');
    expect((await hands.get('/admin/ledger').query({ name: '_' })).text).toContain('1 个文件'); // a letter like others
    expect((await hands.get('/admin/ledger?to=2020-01-01')).text).toContain('没有符合的文件');
    expect((await hands.get('/admin/ledger?status=x')).status).toBe(400);
    const wrong = await hands.get('/admin/ledger?from=yesterday');
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('2025-03-01 这样的日期');
  });

  it('is taken away whole as CSV, by the same conditions', async () => {
    const { text, headers } = await hands.get('/admin/ledger.csv?lang=en');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="Ledger \d{4}-\d\d-\d\d\.csv"/);
    const rows = readCsv(text.replace(/^\ufeff/, ''));
    expect(rows).toHaveLength(232);
    expect(rows[0]?.slice(0, 3)).toEqual(['path', 'title', 'outcome']);
    expect(readCsv((await hands.get('/admin/ledger.csv?status=failed')).text)).toHaveLength(2);
  });
});

describe('a document', () => {
  it('is removed only after a page that asks, is found no more, and comes back from the ledger', async () => {
    const id = putDocument(admin, '处/要点.txt', '临澜市教育局工作要点\n第一条');
    const asked = (await hands.get(`/admin/documents/${id}/remove`)).text;
    expect(asked).toContain('确认移出');
    expect((await hands.get(`/documents/${id}`)).text).not.toContain('这份文件已移出档案');
    const gone = await hands.post(`/admin/documents/${id}/remove`);
    expect(gone.status).toBe(303);
    const ledger = (await hands.get(gone.headers.location!)).text;
    expect(ledger).toContain('已移出：处/要点.txt');
    expect(ledger).toMatch(/is-removed.*恢复/s);
    expect((await hands.get(`/documents/${id}`)).text).toContain('这份文件已移出档案');
    expect((await hands.get(`/api/documents/${id}/original`)).status).toBe(200); // links to it hold
    const back = await hands.post('/admin/retry', { file: '处/要点.txt', removed: '1' });
    expect(back.status).toBe(303);
    expect(jobs().map(({ file }) => file)).toEqual(['处/要点.txt']);
  });

  it('is corrected by hand: what is filled in is kept for it, and it is read anew', async () => {
    const id = putDocument(admin, '要点.txt', '临澜市教育局工作要点\n第一条');
    const wrong = await hands.post(`/admin/documents/${id}`, { title: '新题', date: '2025-02-30' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('日期要写成');
    expect(wrong.text).toContain('value="新题"');
    const nowhere = await hands.post(`/admin/documents/${id}`, { region: '不存在的地方' });
    expect(nowhere.text).toContain('不认识的地区');
    expect(jobs()).toEqual([]);
    const right = await hands.post(`/admin/documents/${id}`, {
      title: '新题',
      issuers: '青岛市教育局、青岛市财政局',
      region: '青岛',
      date: '2025-03-01',
      status: '现行',
    });
    expect(right.headers.location).toBe('/admin/runs/1');
    expect(jobs()).toHaveLength(1);
    expect(JSON.parse(admin.catalogue.corrections.of('要点.txt') ?? '')).toEqual({
      title: '新题',
      issuers: ['青岛市教育局', '青岛市财政局'],
      region: { name: '青岛市', code: '3702' },
      date: '2025-03-01',
      year: 2025,
      status: '现行',
      byHand: ['title', 'issuers', 'date', 'status', 'region', 'regionCode', 'year'],
    });
    const { text } = await hands.get(`/admin/documents/${id}`);
    expect(text).toContain('value="青岛市教育局、青岛市财政局"');
    await hands.post(`/admin/documents/${id}`, { title: '' });
    expect(admin.catalogue.corrections.of('要点.txt')).toBeNull();
  });

  it('that there is none of is not found', async () => {
    for (const path of ['/admin/documents/x', '/admin/documents/x/remove']) {
      expect((await hands.get(path)).status).toBe(404);
      expect((await hands.post(path)).status).toBe(404);
    }
  });
});
