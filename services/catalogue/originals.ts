// The files as they came, named by their content: dataDir/originals/ab/abcdef….
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Originals {
  /** absolute path, whether the file is there or not */
  path(contentHash: string): string;
  has(contentHash: string): boolean;
  put(contentHash: string, bytes: Uint8Array): void;
  /** Moves a file of the data folder in; gives its path. */
  adopt(contentHash: string, from: string): string;
  /** An empty folder on the same disk, to unpack an archive to. */
  scratch(): string;
  /** Takes what killed workers left of such folders away; call while no other worker is at it. */
  clearScratch(): void;
}

export function createOriginals(dataDir: string): Originals {
  const path = (contentHash: string): string => join(dataDir, 'originals', contentHash.slice(0, 2), contentHash);
  const scratch = join(dataDir, 'scratch');
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
    adopt(contentHash, from) {
      const target = path(contentHash);
      if (existsSync(target)) {
        rmSync(from, { force: true });
        return target;
      }
      mkdirSync(dirname(target), { recursive: true });
      renameSync(from, target);
      return target;
    },
    scratch() {
      mkdirSync(scratch, { recursive: true });
      return mkdtempSync(join(scratch, 'unpack-'));
    },
    clearScratch: () => rmSync(scratch, { recursive: true, force: true }),
  };
}
