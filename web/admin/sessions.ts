// Who is signed in: kept in this process's memory alone, so that a restart, and with it another token, ends every session.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Session {
  /** every form that changes something holds it, and no other site can know it */
  readonly formKey: string;
}

export interface Sessions {
  /** Gives the secret that goes into the cookie. */
  open(): string;
  /** The session of a cookie's secret. `use`: it was used by hand, and lasts on. */
  find(secret: string | undefined, use: boolean): Session | null;
  close(secret: string | undefined): void;
}

const MINUTE = 60_000;
export const IDLE_MS = 60 * MINUTE;
export const LONGEST_MS = 12 * 60 * MINUTE;
/** More than this are never signed in at once; the oldest goes. */
const MOST = 200;

interface Kept extends Session {
  readonly openedAt: number;
  usedAt: number;
}

/** Only its hash is kept, so that the time a look-up takes tells nothing of a secret. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
const random = (): string => randomBytes(32).toString('base64url');

export function createSessions(now: () => number = Date.now): Sessions {
  const kept = new Map<string, Kept>();
  const isOver = ({ openedAt, usedAt }: Kept): boolean => now() - openedAt > LONGEST_MS || now() - usedAt > IDLE_MS;
  return {
    open() {
      for (const [key, session] of kept) if (isOver(session) || kept.size >= MOST) kept.delete(key);
      const secret = random();
      kept.set(hashOf(secret), { formKey: random(), openedAt: now(), usedAt: now() });
      return secret;
    },
    find(secret, use) {
      if (!secret) return null;
      const session = kept.get(hashOf(secret));
      if (!session) return null;
      if (isOver(session)) {
        kept.delete(hashOf(secret));
        return null;
      }
      if (use) session.usedAt = now();
      return { formKey: session.formKey };
    },
    close: (secret) => void (secret && kept.delete(hashOf(secret))),
  };
}

export function isFormKey(given: unknown, { formKey }: Session): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(formKey)];
  return a.length === b.length && timingSafeEqual(a, b);
}
