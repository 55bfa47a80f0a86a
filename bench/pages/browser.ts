// Chromium for the pages: a context a way of looking (language, width, scheme, JavaScript).
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

export interface Look {
  readonly language: 'zh' | 'en';
  readonly width: 'wide' | 'phone';
  readonly scheme: 'light' | 'dark';
  readonly javaScript: boolean;
}

const sizes = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;

export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });

export const contextOf = (browser: Browser, { width, scheme, javaScript }: Look): Promise<BrowserContext> =>
  browser.newContext({ viewport: sizes[width], colorScheme: scheme, javaScriptEnabled: javaScript });

/** All ways of looking that differ for a reader: both languages and schemes, both widths, and JavaScript off once each width. */
export const looks: readonly Look[] = [
  ...(['zh', 'en'] as const).flatMap((language) =>
    (['wide', 'phone'] as const).flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => ({ language, width, scheme, javaScript: true })),
    ),
  ),
  ...(['wide', 'phone'] as const).map((width) => ({
    language: 'zh' as const,
    width,
    scheme: 'light' as const,
    javaScript: false,
  })),
];
