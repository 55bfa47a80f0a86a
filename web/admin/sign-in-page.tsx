// The page to sign in at, as it is shown first, after a wrong token, and in place of what was asked for without a session.
import type { Request, Response } from 'express';
import type { AppError } from '../../services/domain/errors.js';
import { SignIn } from '../views/admin/sign-in.js';
import { renderPage } from '../views/layout.js';
import type { AdminParts, BaseParts } from './parts.js';

export interface SignInAsked {
  /** a page of ours that is opened then */
  readonly next: string;
  readonly error?: AppError;
  /** just signed out */
  readonly out?: boolean;
  readonly status?: number;
}

export const signInPage =
  ({ settings, send }: BaseParts, viewOf: AdminParts['viewOf']) =>
  (request: Request, response: Response, { next, error, out = false, status = 200 }: SignInAsked): void => {
    const view = viewOf(request, '/sign-in', { next: next === '/admin' ? undefined : next });
    const closed = settings.YANJU_ADMIN_TOKEN === undefined;
    const again = error?.code === 'SIGNED_OUT';
    const children = (
      <SignIn
        view={view}
        next={next}
        closed={closed}
        out={out}
        again={again}
        error={again ? undefined : error?.in(view.language)}
      />
    );
    send(response, view, renderPage({ view, title: view.say('signInTitle'), boxed: '', children }), status);
  };
