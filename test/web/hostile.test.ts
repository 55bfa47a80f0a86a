import request from 'supertest';
import { createFixtureApp } from './app-fixture.js';
import { hostile } from './documents-fixture.js';

const app = createFixtureApp();
const id = encodeURIComponent(hostile.facts.id);
const query = '<script>alert(4)</script>';
const pages: readonly [string, string][] = [
  ['an answer', `/?q=${encodeURIComponent(query)}`],
  ['a wrong region', `/?q=a&region=${encodeURIComponent('"><script>alert(9)</script>')}&above=true`],
  ['results', `/search?q=${encodeURIComponent(query)}`],
  ['results by document', `/search?q=${encodeURIComponent(query)}&group=document`],
  ['a filter', `/search?q=a&region=${encodeURIComponent('"><script>alert(9)</script>')}`],
  ['a wrong filter', `/search?q=${encodeURIComponent(query)}&yearFrom=${encodeURIComponent('"><script>')}`],
  ['an unknown parameter', `/?${encodeURIComponent('<img src=x onerror=alert(1)>')}=1`],
  ['the document', `/documents/${id}?at=3&q=${encodeURIComponent(query)}`],
  ['the list', '/documents'],
  ['a missing document', `/documents/${encodeURIComponent('<svg onload=alert(1)>')}`],
];

/** Tags of a page, by name and attributes; text and quoted values do not count. */
const tags = (html: string): string[] => html.match(/<[a-z!/](?:"[^"]*"|[^">])*>/gi) ?? [];

describe('hostile text', () => {
  it.each(pages)('stays text on %s', async (_name, path) => {
    const { text } = await request(app).get(path);
    const scripts = tags(text).filter((tag) => tag.startsWith('<script'));
    const names = ['app', 'suggest', 'saved', 'check', ...(path.startsWith('/search') ? ['staff'] : [])];
    expect(scripts).toHaveLength(names.length);
    for (const [i, name] of names.entries()) {
      expect(scripts[i]).toMatch(new RegExp(`^<script defer src="/assets/${name}\\.js\\?v=[0-9a-f]{12}">$`));
    }
    expect(tags(text).filter((tag) => /^<(?:img|iframe|b|i)[ >]/.test(tag))).toEqual([]);
    expect(tags(text).filter((tag) => / on\w+=| style=|="javascript:/i.test(tag.replace(/="[^"]*"/g, '=')))).toEqual(
      [],
    );
  });

  it('is found, marked and led to', async () => {
    const { text } = await request(app).get(`/?q=${encodeURIComponent(query)}`);
    expect(text).toContain('<mark>&lt;script>alert(4)&lt;/script></mark>');
    const link = /href="(\/documents\/d-%3C[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const opened = await request(app).get(link.replace(/#.*/, ''));
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('<mark id="f1">&lt;script>alert(4)&lt;/script></mark>');
  });

  it('cannot leave the title or an attribute', async () => {
    const { text } = await request(app).get(`/documents/${id}`);
    expect(text).toContain('<title>&lt;script>alert(&quot;题&quot;)&lt;/script> &amp; ');
    expect(text).toContain(`href="/api/documents/${id}/original"`);
  });

  it('with characters beyond the basic plane is marked as a whole', async () => {
    const { text } = await request(app).get(`/?q=${encodeURIComponent('𠮷县')}`);
    expect(text).toContain('<mark>𠮷县</mark>');
    expect(text.isWellFormed()).toBe(true);
  });

  it('gets an answer or a 400, never a 500', async () => {
    const queries = [
      '"',
      '*',
      'AND OR NOT',
      '\u0000',
      '\ud800',
      '%',
      "'; DROP TABLE",
      '𠮷',
      '(',
      '\u202e',
      'a'.repeat(1000),
    ];
    for (const q of queries) {
      const { status } = await request(app).get('/').query({ q });
      expect([q, status < 500]).toEqual([q, true]);
    }
    expect((await request(app).get('/?q=%E4%B8')).status).toBeLessThan(500);
    expect((await request(app).get('/?q[a]=1')).status).toBe(400);
    expect((await request(app).get('/?__proto__=1')).status).toBe(400);
    expect((await request(app).get('/?constructor=1')).status).toBe(400);
  });
});
