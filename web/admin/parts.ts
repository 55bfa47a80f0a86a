// What the pages for whoever looks after the archive have in common.
import type { Request, RequestHandler, Response } from 'express';
import type { Settings } from '../../config/settings.js';
import type { Archive } from '../../services/domain/archive.js';
import { AppError } from '../../services/domain/errors.js';
import { sayIn } from '../../services/domain/messages/web.js';
import { pageLanguage } from '../language.js';
import type { Params } from '../links.js';
import type { View } from '../views/view.js';
import type { Door } from './door.js';
import type { Session } from './sessions.js';
import { type SignInAsked, signInPage } from './sign-in-page.js';

export type AdminSettings = Pick<
  Settings,
  | 'YANJU_LANGUAGE'
  | 'YANJU_ADMIN_TOKEN'
  | 'YANJU_PUBLIC_URL'
  | 'YANJU_DATA_DIR'
  | 'YANJU_MAX_FILE_MB'
  | 'YANJU_ARCHIVE_MAX_MEMBERS'
>;

export interface BaseParts {
  readonly archive: Archive;
  readonly settings: AdminSettings;
  readonly door: Door;
  /** sends a page that is not to be stored */
  send(response: Response, view: View, html: string, status?: number): void;
}
export interface AdminParts extends BaseParts {
  viewOf(request: Pick<Request, 'query' | 'headers'>, path: string, params?: Params): View;
  /** shows the form to sign in, with `next` as what comes after */
  showSignIn(request: Request, response: Response, asked: SignInAsked): void;
}

export function createParts(base: BaseParts): AdminParts {
  const viewOf: AdminParts['viewOf'] = (request, path, params = {}) => {
    const language = pageLanguage(request, base.settings);
    return { language, say: sayIn(language), here: { path, params } };
  };
  return { ...base, viewOf, showSignIn: signInPage(base, viewOf) };
}

/** Scripts of ours ask for JSON, and are answered by it. */
export const isScript = (request: Request): boolean => request.accepts(['html', 'json']) === 'json';

/**
 * A page for whoever is signed in; others are led to the form and back. A page opened by hand makes the session last; one
 * that looks at itself (`part`) does not.
 */
export const forSignedIn =
  <P extends Record<string, string> = Record<string, string>>(
    { door }: AdminParts,
    page: (request: Request<P>, response: Response, session: Session) => void | Promise<void>,
  ): RequestHandler<P> =>
  (request, response) => {
    const session = door.session(request as Request, request.query.part === undefined); // its parameters mean nothing here
    if (session) return page(request, response, session);
    if (isScript(request as Request)) throw new AppError('SIGNED_OUT');
    response.set('Cache-Control', 'no-store').redirect(303, `/sign-in?next=${encodeURIComponent(request.originalUrl)}`);
    return undefined;
  };

/** Checks the door before a form's body is read; whoever is signed out is asked to sign in, and told that nothing was done. */
export const forChange =
  (parts: AdminParts, back: (request: Request) => string): RequestHandler =>
  (request, response, next) => {
    try {
      response.locals.session = parts.door.forChange(request);
    } catch (error) {
      const signedOut = error instanceof AppError && error.code === 'SIGNED_OUT';
      if (!signedOut || isScript(request)) throw error;
      parts.showSignIn(request, response, { next: back(request), error: new AppError('SIGNED_OUT'), status: 401 });
      return;
    }
    next();
  };

/** As `forChange` left it. */
export const sessionOf = (response: Response): Session => response.locals.session as Session;
