// The page that browses the API: served by ourselves alone, under the strict policy, working in a real browser.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import request from 'supertest';
import { endpoints } from '../../services/api/endpoints/all.js';
import { listening, portOf, testApp } from './support.js';

describe('the docs page', () => {
  const { app } = testApp();

  it('holds no script or style of its own, and loads everything from here', async () => {
    const { text, status, headers } = await request(app).get('/api/docs');
    expect(status).toBe(200);
    expect(text).toContain('<title>言据 · 接口文档</title>');
    expect(text).not.toMatch(/<style|style=|<script>|\son\w+=|https?:/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    for (const [, path = ''] of text.matchAll(/(?:href|src)="([^"]+)"/g)) {
      const asset = await request(app).get(path);
      expect(asset.status).toBe(200);
      expect(asset.headers['cache-control']).toMatch(/^public/);
    }
  });

  it('gives nothing else of the package', async () => {
    for (const path of [
      'index.html',
      'package.json',
      '../package.json',
      '..%2fpackage.json',
      'swagger-ui-bundle.js.map',
    ]) {
      expect((await request(app).get(`/api/docs/${path}`)).status).toBe(404);
    }
  });

  it('speaks English to whoever asks', async () => {
    const { text } = await request(app).get('/api/docs').set('Accept-Language', 'en');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('<title>Yanju · API</title>');
  });
});

const browserPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const present = existsSync(browserPath);
if (!present)
  process.stderr.write(`\nSKIPPED: no Chromium at ${browserPath}; the docs page is not tried in a browser.\n`);
const inBrowser = present ? it : it.skip;

inBrowser(
  'the docs page lists every operation and runs one, without a breach of the policy',
  async () => {
    const server = await listening(testApp().app);
    const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage({ locale: 'zh-CN' });
      page.setDefaultTimeout(25_000); // the page is slow to draw on a busy machine
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      const elsewhere: string[] = [];
      const origin = `http://127.0.0.1:${portOf(server)}`;
      page.on('request', (asked) => {
        if (!asked.url().startsWith(origin) && !asked.url().startsWith('data:')) elsewhere.push(asked.url());
      });
      await page.goto(`${origin}/api/docs`);
      await page.waitForSelector('.opblock');
      expect(await page.locator('.opblock').count()).toBe(endpoints.length);
      await page.locator('#operations-系统-health .opblock-summary-control').click();
      await page.locator('#operations-系统-health .execute').click();
      await page.waitForSelector('#operations-系统-health .live-responses-table .response');
      expect(await page.locator('#operations-系统-health .live-responses-table').textContent()).toContain('"embedded"');
      await page.locator('#operations-检索-search .opblock-summary-control').click();
      await page.waitForSelector('#operations-检索-search table.parameters');
      if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT, fullPage: true });
      expect(complaints).toEqual([]);
      expect(elsewhere).toEqual([]);
    } finally {
      await browser.close();
      server.close();
    }
  },
  90_000,
);
