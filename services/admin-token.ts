// Compares what was given with the admin token, in a time that tells nothing about it.
import { createHash, timingSafeEqual } from 'node:crypto';

/** Hashing makes both sides equally long. */
const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

export const isAdminToken = (given: Uint8Array, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(Buffer.from(expected, 'utf8')));
