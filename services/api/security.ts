// What keeps a hostile client in bounds: headers, length of addresses, requests a minute, the admin token.
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { Settings } from '../../config/settings.js';
import { isAdminToken } from '../admin-token.js';
import { AppError } from '../domain/errors.js';

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

/** Requests a minute and client (an IPv6 client is its /56); the handler of errors answers. */
export function limitRate(settings: Settings, isFree: (path: string) => boolean): RequestHandler {
  if (settings.YANJU_RATE_LIMIT === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: 60_000,
    limit: settings.YANJU_RATE_LIMIT,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (request) => isFree(request.path),
    handler: (_request, _response, next) => next(new AppError('RATE_LIMITED')),
    // Headers of proxies that are not trusted are a client's own business; the setting says how many are.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
  });
}

/** @throws AppError CHANGES_DISABLED without a token set, UNAUTHORIZED without the right one */
export function requireAdmin(settings: Settings): RequestHandler {
  const expected = settings.YANJU_ADMIN_TOKEN;
  return (request, _response, next) => {
    if (!expected) throw new AppError('CHANGES_DISABLED');
    // A header comes as one character a byte, whatever its encoding.
    const given = /^Bearer +(\S.*)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
    if (!isAdminToken(Buffer.from(given, 'latin1'), expected)) throw new AppError('UNAUTHORIZED');
    next();
  };
}
