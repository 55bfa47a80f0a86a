// Journeys through both doors in a real browser over a real archive: on a desk and a phone, with and without JavaScript.
import type { Server } from 'node:http';
import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { violations } from '../../bench/pages/axe.js';
import { temporaryFolder } from '../support/temporary.js';
import { type Browser, complaintsOf, describeInBrowser, listening, openBrowser } from './chromium-fixture.js';
import { createDoorsApp, type DoorsApp } from './doors-fixture.js';

jest.setTimeout(120_000);
jest.retryTimes(2, { logErrorsBeforeRetry: true });

const folder = temporaryFolder();
const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const screens = [
  ['a desk', desk],
  ['a phone', phone],
] as const;

let doors: DoorsApp;
let server: Server;
let base: string;

/** Opens and closes the archive around a describe block's tests. */
function served(): void {
  beforeAll(async () => {
    doors = await createDoorsApp(`${folder}/${Math.random().toString(36).slice(2)}`);
    ({ server, base } = await listening(doors.app));
  });
  afterAll(async () => {
    server.closeAllConnections(); // the browser is closed after this
    await new Promise((resolve) => server.close(resolve));
    await doors.close();
  });
}

/** Question → provision → its document; an old notice → the newer edition. */
async function publicJourney(page: Page): Promise<void> {
  await page.goto(base);
  await page.click('.my-region > summary');
  await page.fill('#my-region', '临澜市');
  await page.click('.my-region button');
  await page.waitForURL(`${base}/`);
  expect(await page.textContent('.my-region > summary')).toBe('我的地区：临澜市');
  await page.fill('#q', '孩子满六岁了是不是一定要上学');
  await page.click('.box button');
  await page.waitForURL(/\?q=.*&region=.*&above=true$/);
  expect(await page.textContent('.for-region')).toContain('临澜市、云州省、全国');
  expect(await page.textContent('.provision .words')).toMatch(/^第二条 .*\n.*批准。$/);
  expect(await page.textContent('.provision .standing')).toContain('现行有效');
  expect(await page.textContent('.provision .facts')).toContain('2020年7月1日');
  const other = page.locator('.other').first();
  expect(await other.locator('.whole .words').isVisible()).toBe(false);
  await other.locator('.whole > summary').click();
  expect(await other.locator('.whole .words').isVisible()).toBe(true);
  await page.click('.provision h3 a');
  await page.waitForURL(/\/documents\/.*#p\d+$/);
  expect(await page.textContent('.opened')).toContain('年满六周岁');

  await page.fill('.header-box input', '家长持户口簿原件到学校窗口排队报名');
  await page.click('.header-box button');
  await page.waitForURL(/\?q=.*&region=.*&above=true$/);
  expect(await page.textContent('.provision .standing')).toContain('这是往年的');
  await page.click('.provision .newer a');
  await page.waitForURL(/\/documents\//);
  expect(await page.textContent('h1')).toContain('2026年');
}

/** From the menu to the staff's search: filters, order, the undated apart, another order of the same. */
async function staffJourney(page: Page, size: typeof desk): Promise<void> {
  await page.goto(base);
  await page.click('.menu > summary');
  await page.click('.menu a[href="/search"]');
  await page.waitForURL(`${base}/search`);
  if (size === phone) await page.click('.filters > summary');
  await page.fill('#f-yearFrom', '2012');
  await page.fill('#f-type', '方案');
  await page.fill('#q', '校园安全专项检查');
  await page.click('.box button');
  await page.waitForURL(/yearFrom=2012/);
  expect(await page.locator('.chips li').count()).toBe(3);
  expect(await page.textContent('.order-notes')).toContain('日期未载的文件不在结果里');
  await page.click('.order-notes a');
  await page.waitForURL(/sort=newest/);
  await page.click('.chips a');
  await page.waitForURL((url) => !url.search.includes('type='));
  const dates = await page
    .locator('.hits time')
    .evaluateAll((times) => times.map((one) => one.getAttribute('datetime')));
  expect(dates).toEqual([...dates].sort().reverse());
  while ((await page.locator('.pagination a[rel=next]').count()) > 0) {
    const next = page.locator('.pagination a[rel=next]');
    const to = await next.getAttribute('href');
    await next.click();
    await page.waitForURL(`${base}${to}`);
    if ((await page.locator('.undated-part').count()) > 0) break;
  }
  expect(await page.textContent('.undated-part')).toContain('校园安全旧闻');
  await page.click('.sorting a >> nth=2');
  await page.waitForURL(/sort=oldest/);
  expect(await page.locator('.hits time').first().getAttribute('datetime')).toBe('2010-02-11');
}

describeInBrowser.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('both doors, %s', (_name, javaScriptEnabled) => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  served();
  beforeAll(async () => {
    browser = await openBrowser({ javaScriptEnabled });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    await browser.context.clearCookies();
    page = await browser.context.newPage();
    complaints = complaintsOf(page);
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each(screens)('on %s a question leads to the provision, its document, and the newer edition', async (_n, size) => {
    await page.setViewportSize(size);
    await publicJourney(page);
  });

  it.each(screens)('on %s staff filter, sort, and find the undated apart', async (_n, size) => {
    await page.setViewportSize(size);
    await staffJourney(page, size);
  });
});

describeInBrowser('the staff’s door by keyboard', () => {
  let browser: Browser;
  let page: Page;
  served();
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.context.newPage();
    await page.goto(`${base}/search`);
    await page.evaluate('localStorage.clear()');
  });
  afterEach(() => page.close());
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('.hit')?.querySelector('h2 a')?.textContent);
  const titles = () => page.locator('.hits .hit h2 a').allTextContents();

  it('goes from hit to hit, unfolds, copies, changes the order, turns pages, and opens', async () => {
    await page.goto(`${base}/search?q=校园安全专项检查`);
    const all = await titles();
    await page.keyboard.press('j');
    expect(await focused()).toBe(all[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused()).toBe(all[1]);
    await page.keyboard.press('c');
    await page.locator('.copy', { hasText: '已复制' }).first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('临澜市');
    await page.keyboard.press('f');
    expect(await page.evaluate('document.activeElement.id')).toBe('f-region');
    await page.keyboard.type('jk');
    expect(await page.inputValue('#f-region')).toBe('jk');
    await page.keyboard.press('Escape');
    await page.keyboard.press(']');
    await page.waitForURL(/page=2/);
    await page.keyboard.press('[');
    await page.waitForURL((url) => !url.search.includes('page='));
    await page.keyboard.press('s');
    await page.waitForURL(/sort=newest/);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/documents\//);
  });

  it('tells its keys in a panel, where they are turned off for good', async () => {
    await page.goto(`${base}/search?q=校园安全专项检查`);
    await page.keyboard.press('?');
    expect(await page.isVisible('#keys')).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('#keys').waitFor({ state: 'hidden' });
    await page.click('#keys-open');
    await page.uncheck('#keys-on');
    await page.click('#keys button');
    await page.keyboard.press('j');
    expect(await focused()).toBeUndefined();
    await page.reload();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).not.toBe('q');
  });

  it('keeps searches of late in the browser alone, until they are cleared or no more are to be kept', async () => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${JSON.stringify(request.headers().cookie ?? '')}`));
    await page.goto(`${base}/search?q=校园安全&yearFrom=2015`);
    await page.goto(`${base}/search?q=校服`);
    expect(await page.locator('#recent li').allTextContents()).toEqual(['校园安全 · 2015–']);
    await page.goto(`${base}/search`);
    expect(await page.locator('#recent li').allTextContents()).toEqual(['校服', '校园安全 · 2015–']);
    expect(sent.filter((one) => /校服|%E6%A0%A1%E6%9C%8D/.test(one.split(' ')[1] ?? ''))).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.click('#recent li a >> nth=1');
    await page.waitForURL(/yearFrom=2015/);
    await page.goto(`${base}/search`);
    await page.getByRole('button', { name: '清空' }).click();
    expect(await page.textContent('#recent')).toContain('还没有。');
    await page.getByRole('button', { name: '不再记' }).click();
    await page.goto(`${base}/search?q=校服`);
    await page.goto(`${base}/search`);
    expect(await page.locator('#recent li').count()).toBe(0);
    await page.evaluate(`localStorage.clear(); localStorage.setItem('yanju-recent', JSON.stringify([
      { name: 'x', page: 'javascript:alert(1)' }, null, { name: '<img src=x>', page: '/search?q=x' }]))`);
    await page.reload();
    expect(await page.locator('#recent li').allTextContents()).toEqual(['<img src=x>']);
  });

  it('the menu closes on a press elsewhere and on Escape', async () => {
    await page.click('.menu > summary');
    await page.keyboard.press('Escape');
    await page.locator('.menu ul').waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
    await page.click('.menu > summary');
    expect(await violations(page)).toEqual([]);
    await page.click('h1');
    await page.locator('.menu ul').waitFor({ state: 'hidden' });
  });
});

describeInBrowser('the look of both doors', () => {
  let browser: Browser;
  let page: Page;
  served();
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  const addresses = [
    '/',
    '/?q=孩子满六岁了是不是一定要上学',
    '/?q=家长持户口簿原件到学校窗口排队报名&region=临澜市&above=true',
    '/?q=学校可以收取补课费',
    '/?q=“量子纠缠态”',
    '/search',
    '/search?q=校园安全专项检查&sort=oldest&page=3',
    '/search?q=家长持户口簿原件到学校窗口排队报名&yearFrom=2010',
  ];
  beforeEach(async () => {
    page = await browser.context.newPage();
  });
  afterEach(async () => {
    await page.close();
    await browser.context.clearCookies();
  });

  it.each(addresses)('%s has no axe violation, in both languages and schemes, folded and unfolded', async (path) => {
    for (const [language, colorScheme, size] of [
      ['zh', 'light', phone],
      ['en', 'dark', desk],
    ] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await page.goto(`${base}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      expect(await violations(page)).toEqual([]);
      await page.evaluate('for (const one of document.querySelectorAll("details:not(.menu)")) one.open = true');
      expect(await violations(page)).toEqual([]);
      const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(over).toBe(0);
    }
  });

  it.each(['zh', 'en'])('on a phone the header is one line, and the menu fits (%s)', async (language) => {
    for (const width of [360, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`${base}/?lang=${language}`);
      expect((await page.locator('.top').boundingBox())?.height).toBeLessThan(60);
      await page.click('.menu > summary');
      const menu = await page.locator('.menu ul').boundingBox();
      expect(menu?.x).toBeGreaterThanOrEqual(0);
      expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(width);
      expect(await violations(page)).toEqual([]);
    }
  });
});
