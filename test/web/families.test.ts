import request from 'supertest';
import { createFixtureApp } from './app-fixture.js';

const app = createFixtureApp();
const page = (path: string, params: Record<string, string> = {}) => request(app).get(path).query(params);

describe('the page that compares two documents', () => {
  it('shows both, numbers first, and marks what differs by more than colour', async () => {
    const { status, text } = await page('/compare', { a: 'd-enrolment', b: 'd-preschool' });
    expect(status).toBe(200);
    expect(text).toContain('<h1>比较两份文件</h1>');
    expect(text).toMatch(/<del>|<ins>/);
    expect(text.indexOf('数字、日期和要求')).toBeLessThan(text.indexOf('逐句的不同'));
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
    expect((await page('/compare', { a: 'd-enrolment' })).status).toBe(400);
    expect((await page('/compare', { a: 'd-enrolment', b: 'gone' })).status).toBe(404);
  });
});

it('a document without relatives has no section for them', async () => {
  expect((await page('/documents/d-enrolment')).text).not.toContain('同一文件的各个版本');
});
