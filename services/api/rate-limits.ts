// How much one client may ask: requests a minute, and fewer of those that take the service long.
import type { RequestHandler } from 'express';
import { type Options, rateLimit } from 'express-rate-limit';
import type { Settings } from '../../config/settings.js';
import { AppError } from '../domain/errors.js';

const WINDOW_MS = 60_000;

/** Each kind is counted by itself, pages and API together. */
export const heavyKinds = ['check', 'compare', 'export', 'upload'] as const;
export type HeavyKind = (typeof heavyKinds)[number];

const heavy: readonly (readonly [HeavyKind, 'GET' | 'POST', RegExp])[] = [
  ['check', 'POST', /^\/(?:api\/)?check(?:\/|$)|^\/api\/export\/check\./],
  ['compare', 'GET', /^\/(?:api\/)?(?:compare|transmission)$|^\/(?:api\/wording\/)?variants$/],
  ['export', 'GET', /^\/api\/export\//],
  ['upload', 'POST', /^\/api\/documents$/],
];

/** What the routes take for one address is one here: letters of either case, a slash at the end; HEAD makes what GET does. */
export function heavyKindOf(method: string, path: string): HeavyKind | null {
  const as = method === 'HEAD' ? 'GET' : method;
  const plain = path.toLowerCase().replace(/(?<=.)\/$/, '');
  return heavy.find(([, wanted, pattern]) => wanted === as && pattern.test(plain))?.[0] ?? null;
}

/** A client is an address; an IPv6 client its /56. The handler of errors answers, with Retry-After. */
const limiter = (identifier: string, limit: number, skip: Options['skip']): RequestHandler =>
  rateLimit({
    windowMs: WINDOW_MS,
    limit,
    identifier,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip,
    handler: (_request, response, next) =>
      next(new AppError('RATE_LIMITED', { seconds: Number(response.getHeader('Retry-After')) || WINDOW_MS / 1000 })),
    // Headers of proxies that are not trusted are a client's own business; the setting says how many are.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
  });

/** @param isFree what is not counted at all */
export function limitRate(
  { YANJU_RATE_LIMIT, YANJU_RATE_LIMIT_HEAVY }: Settings,
  isFree: (path: string) => boolean,
): RequestHandler[] {
  if (YANJU_RATE_LIMIT === 0) return [];
  const all = limiter('all', YANJU_RATE_LIMIT, ({ path }) => isFree(path));
  if (YANJU_RATE_LIMIT_HEAVY === 0) return [all];
  const ofKind = (kind: HeavyKind): RequestHandler =>
    limiter(kind, YANJU_RATE_LIMIT_HEAVY, ({ method, path }) => heavyKindOf(method, path) !== kind);
  return [all, ...heavyKinds.map(ofKind)];
}
