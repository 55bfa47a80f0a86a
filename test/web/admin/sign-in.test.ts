import { join } from 'node:path';
import request from 'supertest';
import { temporaryFolder } from '../../support/temporary.js';
import { type AdminApp, cookieOf, createAdminApp, signIn, token } from './fixture.js';

const folder = temporaryFolder();
let admin: AdminApp;
let count = 0;
beforeEach(() => {
  admin = createAdminApp(join(folder, String(count++)));
});
afterEach(() => admin.close());
const enter = (fields: Record<string, string>) => request(admin.app).post('/sign-in').type('form').send(fields);

describe('signing in', () => {
  it('turns the token into a cookie that scripts and other sites do not get, and the page holds no secret', async () => {
    const answer = await enter({ token });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/admin');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^yanju-admin=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    const cookie = cookieOf(answer);
    const page = await request(admin.app).get('/admin').set('Cookie', cookie);
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.text).not.toContain(token);
    expect(page.text).not.toContain(cookie.split('=')[1]);
  });

  it('sends the cookie over https alone where the service goes by https', async () => {
    const secure = createAdminApp(join(folder, 'secure'), { YANJU_PUBLIC_URL: 'https://archive.example' });
    const proxied = createAdminApp(join(folder, 'proxied'), { YANJU_TRUST_PROXY: '1' });
    try {
      const one = await request(secure.app).post('/sign-in').type('form').send({ token });
      const two = await request(proxied.app)
        .post('/sign-in')
        .set('X-Forwarded-Proto', 'https')
        .type('form')
        .send({ token });
      for (const answer of [one, two]) expect(answer.headers['set-cookie']?.[0]).toMatch(/; Secure/);
    } finally {
      await Promise.all([secure.close(), proxied.close()]);
    }
  });

  it('says that a token is wrong, and repeats nothing of it', async () => {
    for (const wrong of ['', 'x', `${token}x`, token.toUpperCase()]) {
      const { status, text, headers } = await enter({ token: wrong });
      expect(status).toBe(401);
      expect(text).toContain('管理令牌不对');
      expect(headers['set-cookie']).toBeUndefined();
      if (wrong.length > 1) expect(text).not.toContain(wrong);
    }
  });

  it('takes no more than ten wrong tokens in a quarter of an hour from one client, right ones not counted', async () => {
    for (let i = 0; i < 3; i++) expect((await enter({ token })).status).toBe(303);
    for (let i = 0; i < 10; i++) expect((await enter({ token: 'wrong' })).status).toBe(401);
    const { status, text, headers } = await enter({ token });
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(60);
    expect(text).toContain('请 15 分钟后再试');
  });

  it('leads back to where one wanted to go, and never to another site', async () => {
    const away = await request(admin.app).get('/admin/ledger?status=failed');
    expect(away.status).toBe(303);
    expect(away.headers.location).toBe('/sign-in?next=%2Fadmin%2Fledger%3Fstatus%3Dfailed');
    const form = (await request(admin.app).get(away.headers.location!)).text;
    expect(form).toContain('name="next" value="/admin/ledger?status=failed"');
    expect((await enter({ token, next: '/admin/ledger?status=failed' })).headers.location).toBe(
      '/admin/ledger?status=failed',
    );
    const hostile = [
      '//evil.example',
      'https://evil.example/admin',
      '/\\evil.example',
      '/admin\\..',
      '/administrator',
      '/',
      '',
    ];
    for (const next of [...hostile, '/admin\nSet-Cookie: a=b', '/admin/ x']) {
      expect((await enter({ token, next })).status).toBe(400);
      if (next !== '') expect((await request(admin.app).get('/sign-in').query({ next })).status).toBe(400);
    }
  });

  it('says how to set a token where there is none, and changes nothing', async () => {
    const closed = createAdminApp(join(folder, 'closed'), { YANJU_ADMIN_TOKEN: '' });
    try {
      const { headers } = await request(closed.app).get('/admin');
      const { text } = await request(closed.app).get(headers.location!);
      expect(text).toContain('网页上不能改动档案');
      expect(text).toContain('YANJU_ADMIN_TOKEN');
      expect(text).not.toContain('type="password"');
      for (const path of ['/sign-in', '/admin/upload', '/admin/retry', '/failures', '/admin/documents/x/remove']) {
        const answer = await request(closed.app).post(path).type('form').send({ token: '' });
        expect([path, answer.status]).toEqual([path, 403]);
      }
    } finally {
      await closed.close();
    }
  });
});

describe('a session', () => {
  it('ends when one signs out: the cookie is good for nothing then', async () => {
    const { cookie, get, post } = await signIn(admin);
    const out = await post('/sign-out');
    expect(out.headers.location).toBe('/sign-in?out=1');
    expect(out.headers['set-cookie']?.[0]).toMatch(/^yanju-admin=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect((await request(admin.app).get('/sign-in?out=1')).text).toContain('已退出登录');
    expect((await get('/admin')).headers.location).toContain('/sign-in');
    expect(cookie).not.toBe('');
  });

  it('of one server is none of another', async () => {
    const { cookie } = await signIn(admin);
    const restarted = createAdminApp(join(folder, 'restarted'));
    try {
      expect((await request(restarted.app).get('/admin').set('Cookie', cookie)).status).toBe(303);
    } finally {
      await restarted.close();
    }
  });

  it('opens pages alone: the API asks for the token still', async () => {
    const { get } = await signIn(admin);
    for (const path of ['/api/ledger', '/api/jobs', '/api/queue']) expect((await get(path)).status).toBe(401);
  });
});

describe('a form that changes something', () => {
  const changing = [
    '/admin/upload',
    '/admin/retry',
    '/admin/held',
    '/admin/documents/x',
    '/admin/documents/x/remove',
    '/failures',
  ];

  it.each(changing)('%s is taken from nobody who is not signed in', async (path) => {
    const page = await request(admin.app).post(path).type('form').send({ key: 'x' });
    expect(page.status).toBe(401);
    expect(page.text).toContain('刚才的操作没有执行');
    expect(page.text).toContain('type="password"');
    const script = await request(admin.app)
      .post(path)
      .set('Accept', 'application/json')
      .type('form')
      .send({ key: 'x' });
    expect(script.body).toMatchObject({ status: 401, code: 'SIGNED_OUT' });
  });

  it.each([...changing, '/sign-out', '/sign-in'])('%s is taken from no other site', async (path) => {
    const { cookie, key } = await signIn(admin);
    const from = (name: string, value: string) =>
      request(admin.app).post(path).set('Cookie', cookie).set(name, value).type('form').send({ key, token });
    const tries = [
      await from('Sec-Fetch-Site', 'cross-site'),
      await from('Sec-Fetch-Site', 'same-site'),
      await from('Origin', 'https://evil.example'),
      await from('Origin', 'null'),
    ];
    for (const answer of tries) {
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('只接受本站页面提交的表单');
    }
  });

  it.each(['/admin/retry', '/admin/documents/x', '/admin/documents/x/remove', '/failures', '/sign-out'])(
    '%s without its session’s key is refused',
    async (path) => {
      const { cookie } = await signIn(admin);
      const other = await signIn(admin);
      for (const key of ['', 'x', other.key]) {
        const answer = await request(admin.app)
          .post(path)
          .set('Cookie', cookie)
          .type('form')
          .send({ key, which: 'all' });
        expect(answer.status).toBe(403);
        expect(answer.text).toContain('这个表单已过期');
      }
    },
  );
});
