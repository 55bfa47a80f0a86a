// Slows down whoever guesses the admin token: after some wrong ones a client is not heard for a while, whatever it gives.
// One count an application, for the API and the browser's sign-in alike: `tokenGuesses(request)`.
import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { AppError } from '../domain/errors.js';

export const MOST_GUESSES = 10;
export const WINDOW_MS = 15 * 60_000;
/** More clients than this are not told apart; the first goes. */
const MOST_CLIENTS = 10_000;

interface Count {
  failed: number;
  readonly until: number;
}

export interface TokenGuesses {
  /** Before a token is looked at. @throws AppError TOKEN_LIMITED */
  refuse(request: Request): void;
  /** A token was given, and wrong. */
  failed(request: Request): void;
}

export function createTokenGuesses(now: () => number = Date.now): TokenGuesses {
  const counts = new Map<string, Count>();
  const clientOf = ({ ip }: Request): string => ipKeyGenerator(ip ?? '');
  const countOf = (client: string): Count | undefined => {
    const count = counts.get(client);
    if (count && count.until > now()) return count;
    counts.delete(client);
    return undefined;
  };
  return {
    refuse(request) {
      const count = countOf(clientOf(request));
      if (!count || count.failed < MOST_GUESSES) return;
      const seconds = Math.ceil((count.until - now()) / 1000);
      throw new AppError('TOKEN_LIMITED', { seconds, minutes: Math.ceil(seconds / 60) });
    },
    failed(request) {
      const client = clientOf(request);
      const count = countOf(client) ?? { failed: 0, until: now() + WINDOW_MS };
      count.failed++;
      counts.set(client, count);
      const [oldest] = counts.keys();
      if (counts.size > MOST_CLIENTS && oldest !== undefined) counts.delete(oldest);
    },
  };
}

/** The count of the application that a request came to. */
export function tokenGuesses({ app }: Request): TokenGuesses {
  app.locals.tokenGuesses ??= createTokenGuesses();
  return app.locals.tokenGuesses as TokenGuesses; // as it was just set
}
