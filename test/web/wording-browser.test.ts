// The wording desk in a real browser, over a real archive: a journey, and every view on a phone, in the dark, and by axe.
import type { Server } from 'node:http';
import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { violations } from '../../bench/pages/axe.js';
import { temporaryFolder } from '../support/temporary.js';
import { type Browser, complaintsOf, describeInBrowser, listening, openBrowser } from './chromium-fixture.js';
import { createDeskApp, type DeskApp } from './desk-fixture.js';

jest.setTimeout(120_000);
jest.retryTimes(2, { logErrorsBeforeRetry: true });

const folder = temporaryFolder();
const two = encodeURIComponent('素质教育\n核心素养');
const addresses: Readonly<Record<string, string>> = {
  lines: '/wording?q=素质教育&dateYear=2018',
  'the timeline’s form': '/timeline',
  'a timeline by year': `/timeline?q=${two}`,
  'a timeline by region': `/timeline?q=${two}&by=region&measure=share`,
  'a timeline of one wording by level': '/timeline?q=素质教育&by=level',
  'nothing in a timeline': '/timeline?q=量子纠缠',
  variants: '/variants?q=加快普及学前教育',
  'no variants': '/variants?q=量子纠缠态',
  'a wrong question': '/variants?q=教育',
};

describeInBrowser('the wording desk in a real browser', () => {
  let desk: DeskApp;
  let server: Server;
  let base: string;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    desk = createDeskApp(folder);
    ({ server, base } = await listening(desk.app));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
    await desk.close();
  });
  beforeEach(async () => {
    page = await browser.context.newPage();
    complaints = complaintsOf(page, /status of 400/);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('one asks, turns a switch, opens an occurrence, and lands on it, marked', async () => {
    await page.goto(`${base}/wording`);
    await page.fill('#w-q', '素质教育');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    expect(await page.textContent('.summary')).toContain('5 份文件中的 6 处');
    await page.check('input[name=script]');
    await page.click('.box button');
    await page.waitForURL(/script=fold/);
    expect(await page.textContent('.summary')).toContain('6 份文件中的 7 处');
    await page.click('.kwic a:has-text("工作要点丙")');
    await page.waitForURL(/\/documents\//);
    const marked = page.locator('mark', { hasText: '素質教育' });
    const box = await marked.boundingBox();
    expect(box && box.y >= 0 && box.y < 900).toBe(true);
    await page.goBack();
    await page.click('.kwic a:has-text("学前教育意见")'); // its place is deep in the text
    await page.waitForURL(/#p\d+$/);
    const deep = await page.locator('mark', { hasText: '素质教育' }).boundingBox();
    expect(deep && deep.y >= 0 && deep.y < 900).toBe(true);
  });

  it('a bar of the timeline opens its lines', async () => {
    await page.goto(`${base}/wording?q=${encodeURIComponent('素质教育')}`);
    await page.locator('.picture.wide a[href*="dateYear=2016"]').click();
    await page.waitForURL(/dateYear=2016/);
    expect(await page.textContent('.summary')).toContain('1 份文件中的 1 处');
    expect(await page.locator('.kwic tbody tr').count()).toBe(1);
  });

  it.each(Object.entries(addresses))('%s does not scroll sideways on a phone', async (_name, path) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(base + path);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  });

  it.each(
    Object.entries(addresses).flatMap(([name, path]) => [
      [name, 'zh', 'light', path] as const,
      [name, 'en', 'dark', path] as const,
    ]),
  )('%s has no axe violation (%s, %s), unfolded too', async (_name, language, colorScheme, path) => {
    await page.emulateMedia({ colorScheme });
    await browser.context.addCookies([{ name: 'yanju-lang', value: language, url: base }]);
    await page.goto(base + path);
    await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
    expect(await violations(page)).toEqual([]);
    await browser.context.clearCookies();
  });
});
