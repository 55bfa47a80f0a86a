// Content hashes: everything that is named by what it holds is named by this.
import { createHash } from 'node:crypto';

export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');
