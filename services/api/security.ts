// What keeps a hostile client in bounds: headers, length of addresses, the admin token.
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Settings } from '../../config/settings.js';
import { isAdminToken } from '../admin-token.js';
import { AppError } from '../domain/errors.js';
import { tokenGuesses } from './token-guesses.js';

/** Longest request target that is read; long questions go by POST. */
export const longestTarget = 8192;

/** Security headers of every answer. HSTS is left to whoever terminates TLS in front. */
export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'frame-src': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'base-uri': ["'none'"],
    },
  },
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
});

export const limitTarget: RequestHandler = (request, _response, next) => {
  if (request.originalUrl.length > longestTarget) throw new AppError('URI_TOO_LONG');
  next();
};

/** @throws AppError CHANGES_DISABLED without a token set, UNAUTHORIZED without the right one, TOKEN_LIMITED after too many wrong */
export function requireAdmin(settings: Settings): RequestHandler {
  const expected = settings.YANJU_ADMIN_TOKEN;
  return (request, _response, next) => {
    if (!expected) throw new AppError('CHANGES_DISABLED');
    // A header comes as one character a byte, whatever its encoding.
    const given = /^Bearer +(\S.*)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
    const guesses = tokenGuesses(request);
    guesses.refuse(request);
    if (!isAdminToken(Buffer.from(given, 'latin1'), expected)) {
      if (given !== '') guesses.failed(request);
      throw new AppError('UNAUTHORIZED');
    }
    next();
  };
}
