// A real Chromium with an empty profile of its own, or none: then browser tests are skipped, and loudly said to be.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

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

/** What the page complains of from now on: script errors, refusals by the policy, files that did not come. */
export function complaintsOf(page: Page, expected?: RegExp): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected?.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

/** The app on a free port. */
export async function listening(app: Express): Promise<{ readonly server: Server; readonly base: string }> {
  const server = await new Promise<Server>((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started));
  });
  const { port } = server.address() as AddressInfo; // listening on a host and port
  return { server, base: `http://127.0.0.1:${port}` };
}
