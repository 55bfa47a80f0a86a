// The search box as a combobox, in a real browser.
import type { Server } from 'node:http';
import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import request from 'supertest';
import { violations } from '../../bench/pages/axe.js';
import { createFixtureApp } from './app-fixture.js';
import { type Browser, describeInBrowser, listening, openBrowser } from './chromium-fixture.js';

jest.setTimeout(120_000);
jest.retryTimes(2, { logErrorsBeforeRetry: true });

it('without the script the box is a plain one', async () => {
  const { text } = await request(createFixtureApp()).get('/');
  expect(text).toContain('id="q"');
  expect(text).not.toMatch(/role="(?:combobox|listbox|option)"/);
});

it('a likely slip is offered as a link and not applied', async () => {
  const { text } = await request(createFixtureApp()).get('/search').query({ q: '义务较育', mode: 'keyword' });
  expect(text).toMatch(
    /您是不是想查：.*<a[^>]*href="\/search\?q=%E4%B9%89%E5%8A%A1%E6%95%99%E8%82%B2&amp;mode=keyword"[^>]*>义务教育/s,
  );
  expect(text).toContain('value="义务较育"');
  expect((await request(createFixtureApp()).get('/').query({ q: '义务教育' })).text).not.toContain('did-you-mean');
});

it('official words that were looked for as well are named, and can be taken back', async () => {
  const { text } = await request(createFixtureApp()).get('/search').query({ q: '幼儿园' });
  expect(text).toMatch(/也查了：<span lang="zh-CN">学前教育<\/span>/);
  expect(text).toContain('literal=true');
});

describeInBrowser('suggestions while typing', () => {
  let server: Server;
  let base: string;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    ({ server, base } = await listening(createFixtureApp()));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(async () => {
    page = await browser.context.newPage();
    await page.goto(base);
  });
  afterEach(() => page.close());

  const options = () => page.locator('[role=option]');
  const type = async (text: string): Promise<void> => {
    await page.focus('#q');
    await page.keyboard.type(text);
    await options().first().waitFor();
  };
  const attribute = (name: string) => page.getAttribute('#q', name);

  it('stand in a list box that the field controls, and are told to whoever cannot see them', async () => {
    await type('工作要点');
    expect(await attribute('role')).toBe('combobox');
    expect(await attribute('aria-expanded')).toBe('true');
    expect(await page.getAttribute(`#${await attribute('aria-controls')}`, 'role')).toBe('listbox');
    expect(await page.locator('.search [role=status]').textContent()).toContain(`${await options().count()} 条提示`);
  });

  it('are walked through by the arrow keys, taken by Enter, and searched for', async () => {
    await type('工作要点');
    await page.keyboard.press('ArrowDown');
    const first = options().first();
    expect(await first.getAttribute('aria-selected')).toBe('true');
    expect(await attribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    expect(await attribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowDown');
    const text = await first.getAttribute('data-text');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    expect(await page.inputValue('#q')).toBe(text);
  });

  it('leave what was typed alone: Enter searches for it, Escape closes the list', async () => {
    await type('工作要点');
    await page.keyboard.press('Escape');
    await options().first().waitFor({ state: 'hidden' });
    expect(await page.inputValue('#q')).toBe('工作要点');
    expect(await attribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    expect(await page.inputValue('#q')).toBe('工作要点');
  });

  it('are taken by a click, and go when the field is left', async () => {
    await type('工作要点');
    await page.keyboard.press('Tab');
    await options().first().waitFor({ state: 'hidden' });
    await page.fill('#q', '');
    await type('工作要点');
    const text = await options().first().getAttribute('data-text');
    await options().first().click();
    await page.waitForURL(/q=/);
    expect(await page.inputValue('#q')).toBe(text);
  });

  it.each(['light', 'dark'] as const)('have no axe violation (%s)', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await type('工作要点');
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);
  });

  it('fit a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await type('工作要点');
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  });
});
