// A real Chromium with an empty profile of its own, or none: then browser tests are skipped, and loudly said to be.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const found = existsSync(executablePath);
if (!found) {
  process.stderr.write(
    `\n  !!  BROWSER TESTS SKIPPED: no Chromium at ${executablePath}. Install it or set CHROMIUM_PATH.\n\n`,
  );
}

/** `describe` where there is a Chromium, `describe.skip` where there is none. */
export const describeInBrowser: jest.Describe = found ? describe : describe.skip;

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Browser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export async function openBrowser({ javaScriptEnabled = true } = {}): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'yanju-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args,
    javaScriptEnabled,
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1280, height: 900 },
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
