// The files as they came, named by their content: dataDir/originals/ab/abcdef….
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Originals {
  /** absolute path, whether the file is there or not */
  path(contentHash: string): string;
  has(contentHash: string): boolean;
  put(contentHash: string, bytes: Uint8Array): void;
}

export function createOriginals(dataDir: string): Originals {
  const path = (contentHash: string): string => join(dataDir, 'originals', contentHash.slice(0, 2), contentHash);
  return {
    path,
    has: (contentHash) => existsSync(path(contentHash)),
    put(contentHash, bytes) {
      const target = path(contentHash);
      if (existsSync(target)) return;
      mkdirSync(dirname(target), { recursive: true });
      const aside = `${target}.${process.pid}`; // a half-written file never bears the name
      writeFileSync(aside, bytes);
      renameSync(aside, target);
    },
  };
}
