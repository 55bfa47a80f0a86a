// Looking after an archive in a real browser, over the whole service: a journey with JavaScript and one without, axe, a phone.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { violations } from '../../../bench/pages/axe.js';
import { temporaryFolder } from '../../support/temporary.js';
import { serveYanju } from '../../support/yanju.js';
import { type Browser, complaintsOf, describeInBrowser, openBrowser } from '../chromium-fixture.js';
import { token } from './fixture.js';

jest.setTimeout(180_000);

const folder = temporaryFolder();
const chosen = join(folder, 'chosen');
const notice = (matter: string) =>
  `临澜市教育局关于${matter}的通知\n各学校：\n一、各学校应当做好${matter}。\n2025年3月1日\n`;
const files = (...names: string[]) => names.map((name) => join(chosen, name));

describeInBrowser('looking after an archive in a real browser', () => {
  let service: Awaited<ReturnType<typeof serveYanju>>;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    mkdirSync(join(chosen, '处', '2025'), { recursive: true });
    writeFileSync(join(chosen, '观星.txt'), notice('观星活动'));
    writeFileSync(join(chosen, '骑行.md'), notice('骑行安全'));
    writeFileSync(join(chosen, '坏.docx'), 'PK\u0003\u0004 不完整');
    writeFileSync(join(chosen, '观星（副本）.txt'), notice('观星活动'));
    writeFileSync(join(chosen, '大.pdf'), Buffer.alloc(1_200_000, 'x'));
    writeFileSync(join(chosen, '处', '2025', '垃圾分类.txt'), notice('垃圾分类'));
    writeFileSync(join(chosen, '处', '.DS_Store'), 'x');
    service = await serveYanju([], {
      YANJU_DATA_DIR: join(folder, 'data'),
      YANJU_PORT: '0',
      YANJU_RATE_LIMIT: '0',
      YANJU_ADMIN_TOKEN: token,
      YANJU_MAX_FILE_MB: '1',
      YANJU_EMBED_PROCESSES: '1',
    });
  });
  afterAll(async () => {
    service?.child.kill('SIGKILL');
  });
  const openPage = async (javaScriptEnabled: boolean) => {
    browser = await openBrowser({ javaScriptEnabled });
    page = await browser.context.newPage();
    complaints = complaintsOf(page, /status of 40[01]/);
  };
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await browser?.close();
  });
  const open = (path: string): Promise<unknown> => page.goto(`${service.url}${path}`);
  const signIn = async () => {
    await open('/admin');
    await page.fill('#token', token);
    await page.keyboard.press('Enter');
    await page.locator('form.upload').waitFor();
  };
  const row = (name: string) => page.locator('tr', { hasText: name });

  it('signs in, sends, sees each outcome, tries again, finds it in the ledger, removes, brings back, corrects, signs out', async () => {
    await openPage(true);
    await open('/admin/ledger');
    await page.fill('#token', 'wrong');
    await page.keyboard.press('Enter');
    expect(await page.locator('#token-error').textContent()).toContain('管理令牌不对');
    await page.fill('#token', token);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/admin\/ledger$/);
    expect(await page.locator('.notice').textContent()).toContain('台账是空的');

    await page.click('text=上传');
    await page.setInputFiles('#files', files('观星.txt', '骑行.md', '坏.docx', '观星（副本）.txt', '大.pdf'));
    await page.locator('.chosen li').nth(4).waitFor();
    expect(await page.locator('.chosen li.is-refused').textContent()).toContain('超过 1 MB，不发送');
    await page.click('[aria-label="去掉 大.pdf"]');
    expect(await page.locator('.told').textContent()).toMatch(/^已选 4 个/);
    expect(await violations(page)).toEqual([]);
    await page.click('form.upload > button[type="submit"]');
    await page.waitForURL(/\/admin\/runs\/1$/);
    await page.locator('[data-run="done"]').waitFor(); // by itself
    expect(await page.locator('[data-follow-told]').textContent()).toContain('全部完成：4 个文件');
    expect(await row('坏.docx').textContent()).toMatch(/没能读入.*DAMAGED/);
    expect(await row('观星.txt').first().textContent()).toContain('已入库');
    expect(await row('观星（副本）.txt').textContent()).toMatch(/内容重复.*与它相同：观星\.txt/);
    expect(await violations(page)).toEqual([]);

    await page.click('[aria-label="重试 坏.docx"]');
    await page.waitForURL(/\/admin\/runs\/2$/);
    await page.locator('[data-run="done"]').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);

    await page.click('text=台账');
    await page.selectOption('#l-status', 'failed');
    await page.click('text=筛选');
    expect(await page.locator('tbody tr').count()).toBe(1);
    await open('/admin/ledger');
    await page.click('[aria-label="管理 骑行.md"]');
    expect(await violations(page)).toEqual([]);
    await page.click('text=移出档案');
    expect(await violations(page)).toEqual([]);
    await page.click('text=确认移出');
    expect(await page.locator('.notice[role="status"]').textContent()).toContain('已移出：骑行.md');
    await page.click('[aria-label="恢复 骑行.md"]');
    await page.waitForURL(/\/admin\/runs\/3$/);
    await page.locator('[data-run="done"]').waitFor();
    await open('/admin/ledger');
    await page.click('[aria-label="管理 骑行.md"]');
    await page.fill('#m-date', '2025-13-40');
    await page.click('text=保存并重读');
    expect(await page.locator('[role="alert"]').textContent()).toContain('2025-03-01');
    await page.fill('#m-date', '2025-02-28');
    await page.fill('#m-issuers', '云州省教育厅、临澜市教育局');
    await page.click('text=保存并重读');
    await page.locator('[data-run="done"]').waitFor();
    await open('/admin/ledger');
    await page.click('[aria-label="管理 骑行.md"]');
    expect(await page.locator('#m-date-now').textContent()).toContain('2025-02-28');
    expect(await page.locator('#m-issuers-now').textContent()).toContain('人工更正');
    await page.click('text=退出登录');
    expect(await page.locator('.notice').textContent()).toContain('已退出登录');
    await open('/admin');
    expect(page.url()).toContain('/sign-in');
  });

  it('sends a folder by its paths, leaves system files out, and says which names are there already', async () => {
    await openPage(true);
    await signIn();
    await page.setInputFiles('input[webkitdirectory]', join(chosen, '处'));
    await page.locator('.chosen li').first().waitFor();
    expect(await page.locator('.chosen .path').allTextContents()).toEqual(['处/2025/垃圾分类.txt']);
    expect(await page.locator('.told').textContent()).toContain('跳过 1 个系统文件');
    await page.setInputFiles('#files', files('观星.txt'));
    await page.locator('.chosen .warned', { hasText: '档案里已有《临澜市教育局关于观星活动的通知》' }).waitFor();
    await page.click('form.upload > button[type="submit"]');
    await page.locator('[data-run="done"]').waitFor();
    expect(await row('垃圾分类.txt').textContent()).toContain('已入库');
    expect(await row('观星.txt').textContent()).toContain('没有变化');
  });

  it('goes on after the session ended in the middle, without the files being chosen again', async () => {
    await openPage(true);
    await signIn();
    await page.setInputFiles('#files', files('骑行.md', '观星.txt'));
    await browser.context.clearCookies();
    await page.click('form.upload > button[type="submit"]');
    await page.locator('.told', { hasText: '登录已过期，还有 2 个没有发送' }).waitFor();
    expect(await violations(page)).toEqual([]);
    const other = await browser.context.newPage();
    await other.goto(`${service.url}/sign-in`);
    await other.fill('#token', token);
    await other.keyboard.press('Enter');
    await other.locator('form.upload').waitFor();
    await page.click('text=继续发送');
    await page.locator('[data-run="done"]').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(2);
  });

  it('waits for a service that is out of reach, and goes on when it is back', async () => {
    await openPage(true);
    await signIn();
    await page.setInputFiles('#files', files('骑行.md'));
    let [refused, asked] = [2, 0];
    await page.route('**/admin/upload', (route) => {
      asked++;
      return refused-- > 0 ? route.fulfill({ status: 503, body: '{}' }) : route.continue();
    });
    await page.click('form.upload > button[type="submit"]');
    await page.locator('[data-run="done"]').waitFor();
    expect(asked).toBe(3);
    complaints = complaints.filter((one) => !one.includes('503')); // as was asked for
  });

  it('does all of it without JavaScript, on a phone', async () => {
    await openPage(false);
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn();
    writeFileSync(join(chosen, '种树.txt'), notice('植树活动'));
    await page.setInputFiles('#files', files('种树.txt', '坏.docx', '大.pdf'));
    await page.fill('#folder', '市教育局/2025');
    await page.click('form.upload > button[type="submit"]');
    await page.waitForURL(/\/admin\/runs\/\d+$/);
    for (let i = 0; i < 50 && (await page.locator('text=刷新进度').count()) > 0; i++) {
      await page.waitForTimeout(300);
      await page.click('text=刷新进度');
    }
    expect(await page.locator('.summary').textContent()).toContain('全部完成：3 个文件');
    expect(await row('大.pdf').textContent()).toContain('文件超过 1 MB 的上限');
    expect(await row('市教育局/2025/坏.docx').textContent()).toContain('DAMAGED');
    await page.click('text=重试没能读入的 2 个');
    await page.waitForURL(/\/admin\/runs\/\d+$/);
    await open('/admin/ledger');
    await page.fill('#l-name', '种树');
    await page.click('text=筛选');
    await page.click('[aria-label="管理 市教育局/2025/种树.txt"]');
    await page.fill('#m-number', '临教发〔2025〕1号');
    await page.click('text=保存并重读');
    await page.waitForURL(/\/admin\/runs\/\d+$/);
    for (let i = 0; i < 50 && (await page.locator('text=刷新进度').count()) > 0; i++) {
      await page.waitForTimeout(300);
      await page.click('text=刷新进度');
    }
    await page.click('a:has-text("种树.txt")');
    expect(await page.locator('main').textContent()).toContain('临教发〔2025〕1号');
    await page.goBack();
    await page.click('text=退出登录');
    expect(await page.locator('h1').textContent()).toContain('登录档案管理');
  });

  it.each([
    ['light', 'zh'],
    ['dark', 'en'],
  ] as const)(
    'every page fits a phone and has nothing that axe complains of, in the %s, in %s',
    async (colorScheme, lang) => {
      await openPage(true);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 390, height: 844 });
      await open(`/sign-in?lang=${lang}`);
      expect(await violations(page)).toEqual([]);
      await signIn();
      await open('/admin/ledger');
      const manage = await page.locator('a[href^="/admin/documents/"]').first().getAttribute('href');
      for (const path of [
        '/admin',
        `${manage}`,
        `${manage}/remove`,
        '/admin/queue',
        '/admin/ledger',
        '/admin/ledger?name=没有',
        '/admin/runs/1',
        '/failures',
      ]) {
        await open(path);
        expect([path, await violations(page)]).toEqual([path, []]);
        expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 390]);
      }
    },
  );
});
