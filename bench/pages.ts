// npm run bench:pages -- [--pictures DIR]
// Opens every page and state of a service of its own in Chromium, in both languages and schemes, wide and on a phone, with and
// without JavaScript: axe (WCAG 2.2 AA), errors of scripts and policy, width. With --pictures: a picture of each, and a gallery.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { builtModule } from '../config/root.js';
import { violations } from './pages/axe.js';
import { contextOf, type Look, looks, openChromium } from './pages/browser.js';
import { galleryOf } from './pages/gallery.js';
import { type ServerName, type State, servers, states } from './pages/states.js';
import { argument } from './settings.js';

const pictures = argument('pictures', '');
const token = 'a token for the pictures';
const folder = mkdtempSync(join(tmpdir(), 'yanju-bench-pages-'));

const started: ChildProcess[] = [];
const more: Readonly<Record<ServerName, { args: string[]; env: Record<string, string> }>> = {
  examples: { args: ['--examples'], env: {} },
  empty: { args: [], env: {} },
  'no-model': { args: ['--examples'], env: { YANJU_MODEL_DIR: join(folder, 'none') } },
};

function serve(name: ServerName): Promise<string> {
  const { args, env } = more[name];
  const own = { YANJU_DATA_DIR: join(folder, name), YANJU_PORT: '0', YANJU_RATE_LIMIT: '0', YANJU_LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, [builtModule('services/cli/main.js'), 'serve', ...args], {
    env: { ...process.env, ...own, YANJU_ADMIN_TOKEN: token, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`serve (${name}) ended with ${code}: ${said}`)));
    child.stdout.on('data', (data) => {
      said += String(data);
      const url = /http:\/\/\S+/.exec(said)?.[0];
      if (url) resolve(url);
    });
  });
}

interface Listed {
  readonly documents: readonly { readonly id: string; readonly file: string }[];
}
async function idsOf(url: string): Promise<Listed['documents']> {
  const listed = (await (await fetch(`${url}/api/documents?size=100`)).json()) as Listed; // the contract's answer
  return listed.documents;
}

/** `{part of a file's name}` → its id. @throws Error where none or several files are so called */
function addressOf(path: string, documents: Listed['documents']): string {
  return path.replace(/\{([^}]+)\}/gu, (_, part: string) => {
    const [found, other] = documents.filter(({ file }) => file.includes(part));
    if (!found || other) throw new Error(`${found ? 'several files' : 'no file'} called ${part}`);
    return found.id;
  });
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  if (!page.url().includes('/sign-in')) return; // signed in before
  await page.fill('input[name=token]', token);
  await page.press('input[name=token]', 'Enter');
  await page.waitForURL(/\/admin/);
}

const nameOf = ({ name }: State, { language, width, scheme, javaScript }: Look): string =>
  [name.replaceAll(' ', '-'), width, language, scheme, ...(javaScript ? [] : ['no-js'])].join('.');

/** Pictures are taken in Chinese and by day, both widths; in English wide, and by night on a phone. */
const isPictured = ({ language, width, scheme, javaScript }: Look): boolean =>
  javaScript && (language === 'zh' ? scheme === 'light' || width === 'phone' : width === 'wide' && scheme === 'light');

async function takePicture(page: Page, path: string): Promise<void> {
  const png = await page.screenshot({ fullPage: false });
  await sharp(png).webp({ quality: 60 }).toFile(path);
}

const counts = { pages: 0, pictures: 0 };
const faults: string[] = [];

function fault(state: State, look: Look, what: string): void {
  faults.push(what);
  console.log(`${nameOf(state, look)}  ${what}`);
}

async function lookAt(page: Page, state: State, look: Look, address: string): Promise<void> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (?:400|404|422|503)/.test(message.text()))
      complaints.push(`console: ${message.text()}`);
  });
  await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${look.language}`);
  await state.before?.(page);
  if (look.javaScript) complaints.push(...(await violations(page)).map((line) => `axe ${line}`));
  const wide = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number; // pixels
  if (wide > 0) complaints.push(`${wide} pixels wider than the screen`);
  counts.pages++;
  if (pictures && isPictured(look)) {
    await takePicture(page, join(pictures, `${nameOf(state, look)}.webp`));
    counts.pictures++;
  }
  for (const complaint of complaints) fault(state, look, complaint);
}

if (pictures) mkdirSync(pictures, { recursive: true });
const browser = await openChromium();
try {
  for (const server of servers) {
    const url = await serve(server);
    const documents = await idsOf(url);
    for (const look of looks) {
      const context = await contextOf(browser, look);
      for (const state of states.filter((one) => one.server === server)) {
        const page = await context.newPage();
        try {
          if (state.signedIn) await signIn(page, url);
          await lookAt(page, state, look, url + addressOf(state.path, documents));
        } catch (error) {
          fault(state, look, error instanceof Error ? error.message.split('\n')[0]! : String(error)); // a split has one part
        }
        await page.close();
      }
      await context.close();
      console.error(`${server} ${Object.values(look).join(' ')}: ${counts.pages} pages so far`);
    }
  }
} finally {
  await browser.close();
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
if (pictures) writeFileSync(join(pictures, 'README.md'), galleryOf(states, looks.filter(isPictured), nameOf));
console.log(
  `${states.length} states, ${looks.length} ways of looking: ${counts.pages} pages, ${counts.pictures} pictures`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
