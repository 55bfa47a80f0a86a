import type { Server } from 'node:http';
import { jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { violations } from '../../bench/pages/axe.js';
import { createFixtureApp } from './app-fixture.js';
import { type Browser, complaintsOf, describeInBrowser, listening, openBrowser } from './chromium-fixture.js';

jest.setTimeout(120_000);
// The browser is another process on a shared machine: what fails is tried again, and the first failure is shown.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

const phone = { width: 360, height: 740 };
const wide = { width: 1280, height: 900 };

/** Every page and state, by name. */
const addresses: Readonly<Record<string, string>> = {
  home: '/',
  'an answer': '/?q=孩子满六岁了是不是一定要上学',
  'an answer for a region': '/?q=入学&region=云州省&above=true',
  'no rule': '/?q=“量子纠缠”&region=云州省&above=true',
  'a region that there is not': '/?q=入学&region=无此地&above=true',
  'the staff’s door': '/search',
  results: '/search?q=孩子满六岁了是不是一定要上学',
  'results by date': '/search?q=作业&sort=newest',
  'results with filters': '/search?q=推进义务教育优质均衡发展&type=工作要点&yearFrom=2018&page=2',
  'results by document': '/search?q=义务教育优质均衡&group=document',
  'nothing found': '/search?q=量子纠缠&mode=keyword&region=青浦县',
  'a wrong filter': '/search?q=入学&year=abc',
  'a document': '/documents/d-enrolment?at=200&q=入学',
  'a document with pages and a table': '/documents/d-preschool',
  'an older version': '/documents/d-draft?v=1',
  'a document beside its original': '/documents/d-enrolment?original=1&removed=1',
  'a PDF beside its original': '/documents/d-preschool?original=1',
  'an original by itself': '/documents/d-preschool/original?page=2',
  'an original that is not shown': '/documents/d-repealed/original',
  'said elsewhere': '/documents/d-statute/elsewhere?p=4',
  'a repealed document': '/documents/d-repealed',
  'a hostile document': `/documents/${encodeURIComponent('d-<hostile>&"/..')}`,
  'no answer, with what was understood': '/search?q=海南幼儿园入学？？',
  'only near': '/search?q=入学？~',
  'a likely slip': '/search?q=义务较育',
  'as typed': '/search?q=海南 美育&literal=true',
  'two documents compared': '/compare?a=d-enrolment&b=d-repealed',
  'saved searches': '/saved?of=%2F%3Fq%3D%E5%85%A5%E5%AD%A6',
  indicators: '/targets',
  'an indicator': '/targets?indicator=学前教育毛入园率&forYear=2025',
  'titles to choose from for a comparison': '/compare?a=临江市&b=没有这样的标题',
  'what to compare with': '/compare?a=d-enrolment',
  'a superior document in a local one': '/transmission?superior=d-enrolment&local=d-preschool',
  'two boxes for a superior document and a local one': '/transmission',
  citations: '/citations',
  'the citations of a document': '/documents/d-enrolment/citations',
  list: '/documents',
  help: '/about',
  'the report': '/failures',
  'the report of one code': '/failures?code=EXTRACT_TIMEOUT&page=2&queued=3',
  'documents read in part': '/failures?list=partial',
  duplicates: '/failures?list=duplicate',
  'not found': '/nowhere',
};

async function inView(page: Page, element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const size = page.viewportSize();
  return box !== null && size !== null && box.y >= 0 && box.y < size.height && box.x >= 0 && box.x < size.width;
}

describeInBrowser('in a real browser', () => {
  let server: Server;
  let base: string;
  let browser: Browser;
  let page: Page;
  /** what the page complained of: script errors, refusals by the policy, files that did not come */
  let complaints: string[];

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
    complaints = complaintsOf(page, /the server responded with a status of (?:400|404)/);
    await page.setViewportSize(wide);
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });
  const open = (path: string): Promise<unknown> => page.goto(base + path);

  it('a question typed on the home page leads to the passage that answers, in view', async () => {
    await open('/');
    await page.fill('#q', '孩子满六岁了是不是一定要上学');
    await page.keyboard.press('Enter');
    await page.locator('.hit').first().waitFor();
    expect(await page.locator('.hit').count()).toBe(2);
    expect(await page.locator('.provision .answer').textContent()).toContain('年满六周岁');
    await page.click('.provision h3 a');
    await page.waitForURL(/#p\d+$/);
    const opened = page.locator('.opened');
    expect(await opened.textContent()).toContain('应当送其入学');
    expect(await inView(page, opened)).toBe(true);
  });

  it('a hit deep in a book of 300,000 characters opens in view', async () => {
    await open('/search?q=第299节第3款规定&mode=keyword');
    await page.click('.hit h2 a >> nth=0');
    await page.waitForURL(/#p\d+$/);
    await page.waitForTimeout(300); // layout of stretches that come into sight
    expect(await page.locator('.opened').textContent()).toContain('第299节第3款规定');
    expect(await inView(page, page.locator('.opened'))).toBe(true);
  });

  it('an old link whose anchor is gone still opens at its offset', async () => {
    await open('/documents/d-long?at=200000#p999999');
    await page.waitForTimeout(300);
    expect(await inView(page, page.locator('.opened'))).toBe(true);
  });

  it('a facet narrows, a chip widens again, pages turn', async () => {
    await open('/search?q=扎实做好');
    const total = await page.textContent('.total');
    await page.click('.facet a:has-text("2023")');
    expect(await page.textContent('.total')).not.toBe(total);
    expect(await page.inputValue('#q')).toBe('扎实做好');
    await page.click('.chips a');
    expect(await page.textContent('.total')).toBe(total);
    await page.click('a[rel=next]');
    expect(await page.textContent('.pagination [aria-current]')).toBe('2');
  });

  it('everything can be done by keyboard', async () => {
    await open('/search');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#main');
    await page.keyboard.press('/');
    await page.keyboard.type('学前三年毛入园率');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await page.keyboard.press('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await page.isChecked('input[value=keyword]')).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/mode=keyword/);
    await page.focus('.hit h2 a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/documents\//);
  });

  it('a reader finds in a document, steps through it, copies a link and looks elsewhere', async () => {
    await open('/documents/d-enrolment');
    await page.fill('.find input[name=q]', '入学');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await page.locator('.marks button').first().waitFor();
    await page.locator('h1').click(); // out of the box
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.waitForURL(/#f2$/);
    expect(await inView(page, page.locator('#f2'))).toBe(true);
    await page.keyboard.press('Shift+N');
    await page.waitForURL(/#f1$/);
    await page.keyboard.press('Shift+N');
    expect(await page.textContent('.marks .at')).toMatch(/^(\d+) \/ \1$/); // round to the last
    await page.click('#n6 > .n');
    await page.waitForURL(/\/documents\/d-enrolment\?v=1#n6$/);
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${base}/documents/d-enrolment?v=1#n6`);
    await page.click('#n6 > .elsewhere-link');
    await page.locator('#n6 + .elsewhere').waitFor();
    expect(await page.getAttribute('#n6 > .elsewhere-link', 'aria-expanded')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await page.click('#n6 > .elsewhere-link');
    await page.locator('#n6 + .elsewhere').waitFor({ state: 'hidden' });
  });

  it('the original beside the text turns its pages without leaving it; a page mark opens that page', async () => {
    await open('/documents/d-preschool?original=1');
    const frame = page.frameLocator('iframe[name=original]');
    await frame.locator('img').waitFor();
    await frame.locator('a:has-text("下一页")').click();
    await frame.locator('text=第 2 /').waitFor();
    await page.click('#page3 a');
    await frame.locator('text=第 3 /').waitFor();
    expect(page.url()).toContain('/documents/d-preschool?original=1');
    await open('/documents/d-enrolment?original=1');
    await page.frameLocator('iframe.markup').locator('text=原件：').waitFor();
  });

  it('a link to an older version opens at its paragraph with the notice in sight, and leads on', async () => {
    await open('/documents/d-draft?v=1#n4');
    expect(await inView(page, page.locator('.old-version'))).toBe(true);
    await page.click('#n2 .now');
    await page.waitForURL(/\/documents\/d-draft\?v=2#n2$/);
    expect(await page.locator('.old-version').count()).toBe(0);
  });

  it('on paper a document is its text, with page numbers and without controls', async () => {
    await open('/documents/d-preschool?q=幼儿园');
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('#page2')).toBe(true);
    for (const part of ['.find input', '.marks', '.elsewhere-link', '.outline', '.actions']) {
      expect(await page.locator(part).first().isVisible()).toBe(false);
    }
  });

  it("'/' typed into a field stays a character", async () => {
    await open('/');
    await page.focus('#q');
    await page.keyboard.type('a/b');
    expect(await page.inputValue('#q')).toBe('a/b');
  });

  it('a citation is copied by its button', async () => {
    await open('/search?q=学前三年毛入园率达到86.3%25');
    await page.click('.hit .copy >> nth=0');
    await page.locator('.hit .copy').first().filter({ hasText: '已复制' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('（临政办发〔2021〕12号），2021年3月2日');
  });

  it('the reference after GB/T 7714 is copied by one click, folded in as it is', async () => {
    await open('/search?q=学前三年毛入园率达到86.3%25');
    const button = page.locator('.hit .copy').nth(1);
    await button.click();
    await button.filter({ hasText: '已复制' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(
      /: 临政办发〔2021〕12号\[A\/OL\]\. \(2021-03-02\)\[[\d-]{10}\]\. http/,
    );
  });

  it('a search is saved, listed with what is new, renamed, opened and removed; nothing is sent', async () => {
    await open('/search?q=入学&mode=keyword');
    await page.click('[data-save]');
    await page.locator('[data-save]', { hasText: '已保存' }).click();
    await page.waitForURL(/\/saved$/);
    const row = page.locator('.saved-list li');
    expect(await row.count()).toBe(1);
    await row.locator('.news', { hasText: '没有新增' }).waitFor();
    await row.getByLabel('名称').fill('入学的新规定');
    await row.getByLabel('名称').press('Tab');
    // As if it had been looked at before anything was taken in.
    await page.evaluate(`localStorage.setItem('yanju-saved', localStorage.getItem('yanju-saved')
      .replace(/"seenAt":"[^"]*"/, '"seenAt":"2020-01-01T00:00:00.000Z"'))`);
    await page.reload();
    await row.locator('.news.some').waitFor();
    expect(await row.locator('.news').textContent()).toMatch(/^新增 \d+ 份$/);
    expect(await row.getByLabel('名称').inputValue()).toBe('入学的新规定');
    expect(await violations(page)).toEqual([]);
    await row.getByText('打开').click();
    await page.waitForURL(/mode=keyword/);
    expect(await page.textContent('[data-save]')).toContain('已保存');
    await open('/saved');
    await row.locator('.news', { hasText: '没有新增' }).waitFor();
    await row.getByText('删除').click();
    expect(await page.textContent('#saved')).toContain('还没有保存的查询');
  });

  it('what is kept in the browser by others does no harm', async () => {
    await open('/saved');
    await page.evaluate(`localStorage.setItem('yanju-saved', JSON.stringify([
      { name: 'x', page: 'javascript:alert(1)', feed: '/feed/search.atom?q=x' }, null, 7,
      { name: '<img src=x onerror=alert(1)>', page: '/?q=x', feed: '/feed/search.atom?q=x', seenAt: '' }]))`);
    await page.reload();
    expect(await page.locator('.saved-list li').count()).toBe(1);
    expect(await page.locator('.saved-list img').count()).toBe(0);
    await page.evaluate(`localStorage.setItem('yanju-saved', '{')`);
    await page.reload();
    expect(await page.textContent('#saved')).toContain('还没有保存的查询');
    await page.evaluate('localStorage.clear()');
  });

  it('a feed is well-formed to a strict reader, whatever its documents are called', async () => {
    await open('/saved');
    const errors =
      await page.evaluate(`fetch('/feed/search.atom?q=' + encodeURIComponent('。')).then((answer) => answer.text())
      .then((xml) => { const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        return [parsed.querySelectorAll('parsererror').length, parsed.querySelectorAll('entry').length]; })`);
    expect(errors).toEqual([0, expect.any(Number)]);
    expect((errors as number[])[1]).toBeGreaterThan(1);
  });

  it.each(Object.entries(addresses))('%s does not scroll sideways on a phone', async (_name, path) => {
    await page.setViewportSize(phone);
    await open(path);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  });

  it.each([
    ['a question', '/?q=孩子满六岁了是不是一定要上学'],
    ['a question without an answer', '/?q=海南幼儿园入学？？'],
    ['a question with what comes near', '/?q=入学？~'],
  ])('%s shows its first passage on a phone without scrolling, in both languages', async (_name, path) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const language of ['zh', 'en']) {
      await open(`${path}&lang=${language}`);
      const mark = page.locator('.hit .words :is(.answer, mark)').first();
      expect(await inView(page, mark)).toBe(true);
    }
    await browser.context.clearCookies();
  });

  it('n and p go from change to change of a comparison, once the focus is in the page', async () => {
    await open('/compare?a=d-enrolment&b=d-repealed');
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
    await page.keyboard.press('n');
    expect(await focused()).toBe('');
    await page.locator('h1').click();
    await page.keyboard.press('n');
    const first = await focused();
    expect(first).toMatch(/^u\d+$/);
    await page.keyboard.press('n');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('p');
    expect(await focused()).toMatch(/^u\d+$/);
  });

  it('on paper the results say what was asked, and leave out what is only for the screen', async () => {
    await open('/search?q=入学');
    await page.emulateMedia({ media: 'print' });
    expect((await page.locator('.results > h1').boundingBox())?.height).toBeGreaterThan(10);
    for (const part of ['.search', 'aside', '.grouping', '.judge']) {
      expect(await page.locator(part).first().isVisible()).toBe(false);
    }
  });

  it('the side folds on a phone and stands open on a wide screen', async () => {
    await open('/search?q=扎实做好');
    expect(await page.isVisible('.facet')).toBe(true);
    await page.setViewportSize(phone);
    await page.locator('.facet').first().waitFor({ state: 'hidden' });
    await page.click('.side > summary');
    expect(await page.isVisible('.facet')).toBe(true);
  });

  it.each(
    Object.entries(addresses).flatMap(([name, path]) => [
      [name, 'zh', 'light', path] as const,
      [name, 'en', 'dark', path] as const,
    ]),
  )('%s has no axe violation (%s, %s)', async (_name, language, colorScheme, path) => {
    await page.emulateMedia({ colorScheme });
    await browser.context.addCookies([{ name: 'yanju-lang', value: language, url: base }]);
    await open(path);
    expect(await violations(page)).toEqual([]);
    await browser.context.clearCookies();
  });

  it('unfolded parts and a phone have no axe violation either', async () => {
    await page.setViewportSize(phone);
    for (const path of [addresses.results, addresses['a document']]) {
      await open(path ?? '/');
      await page.evaluate('for (const part of document.querySelectorAll("details:not(.menu)")) part.open = true'); // it lies over the page
      expect(await violations(page)).toEqual([]);
    }
  });
});

describeInBrowser('an unfolded document on a narrow phone', () => {
  it('fits, in English too', async () => {
    const { server, base } = await listening(createFixtureApp());
    const browser = await openBrowser();
    try {
      const page = await browser.context.newPage();
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(`${base}/documents/d-enrolment?lang=en`);
      await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    } finally {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

describeInBrowser('without JavaScript', () => {
  let server: Server;
  let base: string;
  let browser: Browser;

  beforeAll(async () => {
    ({ server, base } = await listening(createFixtureApp()));
    browser = await openBrowser({ javaScriptEnabled: false });
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it.each([
    ['a wide screen', wide],
    ['a phone', phone],
  ])('on %s one searches, narrows, and opens a hit at its passage', async (_name, size) => {
    const page = await browser.context.newPage();
    await page.setViewportSize(size);
    await page.goto(`${base}/search`);
    await page.fill('#q', '学校应当建立健全管理制度');
    await page.locator('label:has(input[value=keyword])').click();
    await page.click('.box button');
    await page.waitForURL(/mode=keyword/);
    if (size === phone) await page.click('.side > summary');
    await page.click('.facet a:has-text("汇编")');
    await page.click('a[rel=next]');
    await page.click('.hit h2 a >> nth=4');
    await page.waitForURL(/#p\d+$/);
    expect(await inView(page, page.locator('.opened').first())).toBe(true);
    expect(await page.locator('.copy').count()).toBe(0);
    await page.close();
  });

  it('a search is saved as a bookmark, and followed by its feed', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${base}/search?q=入学`);
    await page.click('text=保存这次查询');
    await page.waitForURL(/\/saved\?of=/);
    expect(await page.isVisible('text=加入书签')).toBe(true);
    await page.getByRole('link', { name: '打开' }).click();
    await page.waitForURL(/\/search\?q=/);
    await page.locator('.cite summary').first().click();
    expect(await page.locator('.cite details .cite-text').first().isVisible()).toBe(true);
    await page.close();
  });

  it('a reader steps from place to place in a document, and sees where a paragraph is said elsewhere', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${base}/documents/d-enrolment`);
    await page.fill('.find input[name=q]', '入学');
    await page.click('.find button');
    await page.click('.marks a >> nth=0');
    await page.click('#f1 + .steps a');
    await page.waitForURL(/#f2$/);
    expect(await inView(page, page.locator('#f2'))).toBe(true);
    expect(await page.locator('#f1 + .steps').isVisible()).toBe(false);
    await page.click('#n6 > .elsewhere-link');
    await page.waitForURL(/\/elsewhere\?p=6$/);
    expect(await page.textContent('blockquote')).toContain('年满六周岁');
    await page.close();
  });

  it('the filters of the form work', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${base}/search?q=扎实做好`);
    await page.fill('#f-region', '望江区');
    await page.fill('#f-yearFrom', '2024');
    await page.click('.more-fields > summary');
    await page.selectOption('#f-group', 'document');
    await page.click('.box button');
    expect(await page.textContent('.total')).toContain('2 份文件');
    expect(await page.locator('.chips li').count()).toBe(3);
    await page.close();
  });
});
