import request from 'supertest';
import { createFixtureApp } from './app-fixture.js';

const app = createFixtureApp();
const page = (path: string, params: Record<string, string> = {}) => request(app).get(path).query(params);

describe('the page that compares two documents', () => {
  it('offers what a document may be compared with, and both ways to compare', async () => {
    const { status, text } = await page('/compare', { a: 'd-enrolment' });
    expect(status).toBe(200);
    expect(text).toContain('href="/compare?a=d-enrolment&amp;b=d-preschool"');
    expect(text).toContain('href="/transmission?superior=d-enrolment&amp;local=d-preschool"');
    expect(text).toContain('href="/compare?a=d-enrolment%401&amp;b=d-enrolment"');
    expect((await page('/compare')).text).toContain('name="a"');
    expect((await page('/compare', { a: 'gone' })).status).toBe(404);
  });

  it('takes words of titles, offers those that several fit, and says where there is none', async () => {
    const both = await page('/compare', { a: '招生入学', b: '云州省义务教育条例', show: 'all' });
    expect(both.status).toBe(303);
    expect(both.headers.location).toMatch(/^\/compare\?a=d-enrolment&b=d-[a-z-]+&show=all$/);
    const several = await page('/compare', { a: '临江市', b: 'd-enrolment' });
    expect(several.status).toBe(200);
    expect(several.text).toContain('甲：标题合于“临江市”的有');
    expect(several.text).toContain('href="/compare?a=d-preschool&amp;b=d-enrolment"');
    const none = await page('/compare', { a: '没有这样的标题', b: 'd-enrolment' });
    expect(none.status).toBe(404);
    expect(none.text).toContain('没有标题含“没有这样的标题”的文件');
    expect(none.text).toContain('value="d-enrolment"');
  });

  it('shows only changes unless asked for all, and leads from the list to the place', async () => {
    const two = { a: 'd-enrolment', b: 'd-repealed' };
    const changes = (await page('/compare', two)).text;
    const all = (await page('/compare', { ...two, show: 'all' })).text;
    expect(all.match(/class="unit /g)?.length).toBeGreaterThanOrEqual(changes.match(/class="unit /g)?.length ?? 0);
    for (const [, target] of changes.matchAll(/href="#(u\d+)"/g)) expect(changes).toContain(`id="${target}"`);
    expect((await page('/compare', { ...two, show: 'some' })).status).toBe(400);
    expect((await page('/compare', { ...two, page: '9' })).status).toBe(400);
  });

  it('shows both, numbers first, and marks what differs by more than colour', async () => {
    const { status, text } = await page('/compare', { a: 'd-enrolment', b: 'd-preschool' });
    expect(status).toBe(200);
    expect(text).toContain('<h1>比较两份文件</h1>');
    expect(text).toMatch(/<(?:del|ins)/);
    expect(text.indexOf('数字、日期、要求和引用')).toBeLessThan(text.indexOf('逐条对照'));
    expect(text).toContain('href="/compare?a=d-preschool&amp;b=d-enrolment"');
  });

  it('says so when the texts are the same', async () => {
    expect((await page('/compare', { a: 'd-enrolment', b: 'd-enrolment' })).text).toContain('完全相同');
  });

  it('speaks English', async () => {
    expect((await page('/compare', { a: 'd-enrolment', b: 'd-preschool', lang: 'en' })).text).toContain(
      'Compare two documents',
    );
  });

  it('shows hostile words as words', async () => {
    const { text } = await page('/compare', { a: 'd-<hostile>&"/..', b: 'd-enrolment' });
    expect(text).not.toMatch(/<script>|<img|onerror=(?!&)/i);
  });

  it('names what is missing', async () => {
    expect((await page('/compare', { a: 'd-enrolment', b: 'gone' })).status).toBe(404);
  });
});

describe('the page of a superior document in a local one', () => {
  const two = { superior: 'd-enrolment', local: 'd-preschool' };

  it('shows shares, every sentence of the superior one, and what was added', async () => {
    const { status, text } = await page('/transmission', two);
    expect(status).toBe(200);
    for (const words of ['原样保留', '有改动', '没有写进', '另外增加', '看不出哪一份是上级'])
      expect(text).toContain(words);
    expect(text).toContain('href="/transmission?superior=d-preschool&amp;local=d-enrolment"');
    const older = (await page('/transmission', { superior: 'd-enrolment', local: 'd-preschool' })).text;
    expect(older).toContain('早于上级文件');
    expect((await page('/transmission', { superior: 'd-preschool', local: 'd-enrolment' })).text).not.toContain(
      '早于上级文件',
    );
    const cut = (await page('/transmission', { ...two, show: 'cut' })).text;
    expect(cut).not.toContain('class="sentence kept"');
    expect((await page('/transmission', { ...two, lang: 'en' })).text).toContain('A superior document in a local one');
  });

  it('shows hostile words as words, and names what is missing', async () => {
    const { text } = await page('/transmission', { superior: 'd-<hostile>&"/..', local: 'd-enrolment' });
    expect(text).not.toMatch(/<script>|<img|onerror=(?!&)/i);
    const half = await page('/transmission', { superior: 'd-enrolment' });
    expect(half.text).toContain('name="local"');
    expect((await page('/transmission', { superior: '招生入学', local: '三年行动计划' })).headers.location).toBe(
      '/transmission?superior=d-enrolment&local=d-preschool',
    );
    expect((await page('/transmission', { ...two, local: 'gone' })).status).toBe(404);
  });
});

it('a document leads to what it may be compared with, and to those above and below it', async () => {
  const { text } = await page('/documents/d-enrolment');
  expect(text).toContain('href="/compare?a=d-enrolment"');
  expect(text).toContain('同一件事，上级和地方的文件');
});

it('a document without relatives has no section for them', async () => {
  expect((await page('/documents/d-enrolment')).text).not.toContain('同一文件的各个版本');
});
