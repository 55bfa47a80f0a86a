// Which language a page is in: the address says (and is remembered), then the cookie, then the setting.
import type { Request, Response } from 'express';
import type { Settings } from '../config/settings.js';
import type { Language } from '../services/domain/messages/language.js';

const cookie = 'yanju-lang';
const yearInMs = 365 * 24 * 3600 * 1000;
const remembered = new RegExp(`(?:^|;)\\s*${cookie}=(zh|en)\\s*(?:;|$)`);

const asLanguage = (value: unknown): Language | undefined => (value === 'zh' || value === 'en' ? value : undefined);

export const pageLanguage = (
  request: Pick<Request, 'query' | 'headers'>,
  settings: Pick<Settings, 'YANJU_LANGUAGE'>,
): Language =>
  asLanguage(request.query.lang) ??
  asLanguage(remembered.exec(request.headers.cookie ?? '')?.[1]) ??
  settings.YANJU_LANGUAGE;

/** Remembers a language that the address asked for. */
export function rememberLanguage(request: Request, response: Response): void {
  const asked = asLanguage(request.query.lang);
  if (asked) {
    response.cookie(cookie, asked, { path: '/', maxAge: yearInMs, sameSite: 'lax', httpOnly: true });
  }
}
