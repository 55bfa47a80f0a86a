// /sign-in and /sign-out: the admin token is typed once, then a cookie stands for it. Wrong tokens are slowed down.
import { setTimeout as sleep } from 'node:timers/promises';
import express, { type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import { isAdminToken } from '../../services/admin-token.js';
import { tokenGuesses } from '../../services/api/token-guesses.js';
import { AppError } from '../../services/domain/errors.js';
import { readParameters } from '../parameters.js';
import { checkFormKey } from './door.js';
import type { AdminParts } from './parts.js';

/** Pages of ours, by path; never another site. */
const next = z
  .string()
  .max(2_000)
  .regex(/^\/(?:admin|failures)(?:[/?][^\s\\]*)?$/);
const Parameters = z.object({
  next: next.optional(),
  out: z.literal('1').optional(),
  lang: z.enum(['zh', 'en']).optional(),
});
const Form = z.object({ token: z.string().max(1_000).default(''), next: next.default('/admin') });

/** What a wrong token costs whoever guesses, one after the other. */
const PAUSE_MS = 300;

export function addSignIn(router: Router, parts: AdminParts): void {
  const { door, settings, viewOf, showSignIn } = parts;
  const expected = settings.YANJU_ADMIN_TOKEN;

  router.get('/sign-in', (request, response) => {
    const { value, error } = readParameters(Parameters, request.query, viewOf(request, '/sign-in').say);
    if (error) throw error;
    const to = value.next ?? '/admin';
    if (door.session(request)) return response.redirect(303, to);
    return showSignIn(request, response, { next: to, out: value.out !== undefined });
  });

  /** Before a token is looked at: whoever guessed too often, here or at the API, is told to wait. */
  const slowDown: RequestHandler = (request, response, next) => {
    try {
      tokenGuesses(request).refuse(request);
      next();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      response.set('Retry-After', String(error.values.seconds));
      showSignIn(request, response, { next: '/admin', error, status: 429 });
    }
  };

  router.post(
    '/sign-in',
    slowDown,
    express.urlencoded({ extended: false, limit: '8kb' }),
    async (request, response) => {
      if (expected === undefined) throw new AppError('CHANGES_DISABLED');
      door.refuseOthers(request);
      const form = Form.safeParse(request.body);
      if (!form.success) throw new AppError('INVALID_REQUEST', { why: form.error.issues[0]?.path.join('.') ?? '' });
      const { token, next: to } = form.data;
      if (!isAdminToken(Buffer.from(token, 'utf8'), expected)) {
        tokenGuesses(request).failed(request);
        await sleep(PAUSE_MS);
        showSignIn(request, response, { next: to, error: new AppError('TOKEN_WRONG'), status: 401 });
        return;
      }
      door.signIn(request, response);
      response.set('Cache-Control', 'no-store').redirect(303, to);
    },
  );

  router.post('/sign-out', express.urlencoded({ extended: false, limit: '8kb' }), (request, response) => {
    door.refuseOthers(request);
    const session = door.session(request);
    if (session) checkFormKey((request.body as { key?: unknown } | undefined)?.key, session);
    door.signOut(request, response);
    response.set('Cache-Control', 'no-store').redirect(303, '/sign-in?out=1');
  });
}
