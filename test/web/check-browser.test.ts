// The drafting desk in a real browser, over a real archive: a drafter's journey with and without a script, on a desktop and on
// a phone, in both languages; the files taken away; and every view by axe.
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { jest } from '@jest/globals';
import { Paragraph } from 'docx';
import type { Page } from 'playwright-core';
import { violations } from '../../bench/pages/axe.js';
import { bytesOf } from '../../services/export/docx/page.js';
import { opened } from '../support/open-docx.js';
import { temporaryFolder } from '../support/temporary.js';
import { type Browser, complaintsOf, describeInBrowser, listening, openBrowser } from './chromium-fixture.js';
import type { DeskApp } from './desk-fixture.js';
import { createDraftDesk, draft, earlierTitle, rules } from './draft-desk-fixture.js';

jest.setTimeout(180_000);
jest.retryTimes(2, { logErrorsBeforeRetry: true });

const folder = temporaryFolder();
const phone = { width: 390, height: 844 };

async function unfoldedViolations(page: Page): Promise<string[]> {
  await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
  return await violations(page);
}

const sideways = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** What a button gives for download. */
async function taken(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`button:has-text("${button}")`)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describeInBrowser.each([
  ['with a script', true],
  ['without a script', false],
] as const)('the drafting desk in a real browser, %s', (_name, javaScriptEnabled) => {
  let desk: DeskApp;
  let server: Server;
  let base: string;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    desk = await createDraftDesk(`${folder}/${javaScriptEnabled}`);
    ({ server, base } = await listening(desk.app));
    browser = await openBrowser({ javaScriptEnabled });
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
    await desk.close();
  });
  beforeEach(async () => {
    page = await browser.context.newPage();
    page.setDefaultTimeout(8_000);
    complaints = complaintsOf(page, /status of 4/);
    await browser.context.clearCookies();
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });

  const checkDraft = async (text: string): Promise<void> => {
    await page.goto(`${base}/check`);
    await page.fill('#c-text', text);
    await page.click('main button:not([aria-hidden]):has-text("核对")');
    await page.waitForSelector('#conflicts');
  };
  const conflicts = (): Promise<string[]> =>
    page.locator('section:has(> #conflicts) .finding mark:first-child').allTextContents();
  const count = (selector: string): Promise<number> => page.locator(selector).count();
  const again = async (button: string): Promise<void> => {
    await Promise.all([page.waitForNavigation(), page.click(button)]);
    await page.waitForSelector('#conflicts');
  };

  it.each([
    ['a desktop', { width: 1280, height: 900 }],
    ['a phone', phone],
  ] as const)(
    'on %s one pastes, dismisses with a reason, edits, checks again, and takes the report away',
    async (_on, size) => {
      await page.setViewportSize(size);
      await checkDraft(draft);
      expect(await page.textContent('#conflicts')).toContain('2');
      const first = page.locator('section:has(> #conflicts) .finding').first();
      for (const told of ['把握', '文稿', '来源', '《临澜市课后服务管理办法》'])
        expect(await first.textContent()).toContain(told);
      expect(await first.locator('del').count()).toBe(1);
      expect(await sideways(page)).toBe(0);

      // notes are folded; a link from the sentence opens the one it names
      const note = page.locator('section:has(> #notes) .finding').first();
      expect(await note.isVisible()).toBe(false);
      await page.locator('.to-finding.note').first().click();
      await note.waitFor({ state: 'visible' });

      await page.locator('input[name^="reason."]').first().fill('局长办公会已定');
      await again('section:has(> #conflicts) button[name="dismiss"] >> nth=0');
      expect(await page.textContent('#conflicts')).toContain('1');
      await page.click('details.dismissed > summary');
      expect(await page.textContent('details.dismissed')).toContain('局长办公会已定');

      await again('nav button:has-text("English")');
      expect(await page.getAttribute('html', 'lang')).toBe('en');
      expect(await page.textContent('h1')).toBe('Check a draft');
      expect(await page.textContent('details.dismissed')).toContain('局长办公会已定');
      expect(await page.inputValue('#c-text')).toBe(draft);
      await again('nav button:has-text("中文")');

      const report = await taken(page, '下载核对报告（Word）');
      expect(report.name).toMatch(/^核对报告.*\.docx$/);
      const words = await opened(report.bytes);
      expect(words.text).toContain('忽略的理由：局长办公会已定');
      const json = await taken(page, '下载 JSON');
      expect(JSON.parse(json.bytes.toString('utf8'))).toMatchObject({
        text: draft,
        summary: { conflicts: 2 },
        dismissed: [{ reason: '局长办公会已定' }],
      });

      // one is put right, one is made wrong
      await page.fill('#c-text', draft.replace('60人', '45人').replace('20个', '15个').replace('不得利用', '可以利用'));
      await again('main button:not([aria-hidden]):has-text("再核一次")');
      expect(await page.textContent('.since')).toContain('2 处已解决，1 处新出现');
      expect(await page.textContent('#conflicts')).toContain('1');
      await page.click('.since summary');
      expect(await page.textContent('.since')).toContain('60');
      expect(await count('section:has(> #conflicts) .finding .badge:text("新")')).toBe(1);
      expect(await sideways(page)).toBe(0);
    },
  );

  it('a docx comes back with comments at its own words, after it was checked and in any language', async () => {
    const lines = draft.split('\n').map((line) => new Paragraph(line));
    const buffer = Buffer.from(await bytesOf({ title: '稿', warnings: [], lines: [], language: 'zh' }, lines));
    await page.goto(`${base}/check`);
    await page.setInputFiles('#c-file', { name: '送审稿.docx', mimeType: 'application/octet-stream', buffer });
    await page.click('main button:not([aria-hidden]):has-text("核对")');
    await page.waitForSelector('#conflicts');
    await again('nav button:has-text("English")');
    const { name, bytes } = await taken(page, 'Download your own file with comments');
    expect(name).toBe('送审稿 (comments).docx');
    const { text, parts } = await opened(bytes);
    expect(text.trim().split(/\n+/)).toEqual(draft.split('\n'));
    expect(parts['word/comments.xml']?.match(/<w:comment /g)?.length).toBe(3);
    await page.fill('#c-text', rules);
    await again('main button:not([aria-hidden]):has-text("Check again")');
    expect(await page.textContent('section:has(> #conflicts)')).toContain('Nothing at odds');
    expect(await page.textContent('.buttons')).toContain('choose the docx above first');
  });

  it('the draft’s own earlier version, named by its title, is no source, and is compared with clause by clause', async () => {
    await page.goto(`${base}/check`);
    await page.fill('#c-text', draft);
    await page.click('summary:has-text("上一稿")');
    await page.fill('#c-earlier', `《${earlierTitle}》`);
    await page.click('main button:not([aria-hidden]):has-text("核对")');
    await page.waitForSelector('#revision');
    const told = page.locator('section:has(> #revision)');
    expect(await told.textContent()).toContain('修改 3');
    expect(await told.textContent()).toContain('新增 2');
    await told.locator('summary').click();
    expect(await told.locator('.change.changed', { hasText: '第三条' }).locator('ins').textContent()).toBe('60');
    expect(await page.locator('.clauses').textContent()).not.toContain('（二稿）》');
    await page.fill('#c-earlier', '没有的一稿');
    await page.click('main button:not([aria-hidden]):has-text("再核一次")');
    expect(await page.textContent('[role=alert]')).toContain('没有的一稿');
    expect(await page.inputValue('#c-text')).toBe(draft);
  });

  it('a form that is wrong says so, and keeps the draft', async () => {
    await page.goto(`${base}/check`);
    await page.fill('#c-text', draft);
    await page.click('summary:has-text("与哪些文件比")');
    await page.fill('#c-yearFrom', '二〇二〇');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=alert]');
    expect(await page.inputValue('#c-text')).toBe(draft);
    await Promise.all([page.waitForNavigation(), page.click('nav button:has-text("English")')]);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.inputValue('#c-text')).toBe(draft);
  });

  if (!javaScriptEnabled) return;

  it('what was dismissed is remembered in this browser, for the draft', async () => {
    await checkDraft(draft);
    await page.locator('input[name^="reason."]').first().fill('已核');
    await again('section:has(> #conflicts) button[name="dismiss"] >> nth=0');
    await checkDraft(draft);
    expect((await conflicts()).length).toBe(2);
    await again('.remembered button');
    expect((await conflicts()).length).toBe(1);
    expect(await page.textContent('details.dismissed')).toContain('已核');
  });

  it.each([
    ['zh', 'light', 1280],
    ['en', 'dark', 390],
  ] as const)(
    'neither the form, nor a wrong one, nor the report has an axe violation (%s, %s, %i wide), unfolded too',
    async (language, colorScheme, width) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await browser.context.addCookies([{ name: 'yanju-lang', value: language, url: base }]);
      await page.goto(`${base}/check`);
      expect(await unfoldedViolations(page)).toEqual([]);
      const button = language === 'zh' ? '核对' : 'Check';
      await page.click(`main button:not([aria-hidden]):has-text("${button}")`);
      await page.waitForSelector('[role=alert]');
      expect(await unfoldedViolations(page)).toEqual([]);
      await page.fill('#c-text', draft);
      await page.fill('#c-earlier', earlierTitle);
      await page.fill('#c-leaveOut', '青江.txt\n没有这份');
      await page.click(`main button:not([aria-hidden]):has-text("${button}")`);
      await page.waitForSelector('#conflicts');
      await again('section:has(> #conflicts) button[name="dismiss"] >> nth=0');
      expect(await unfoldedViolations(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
    },
  );
});
