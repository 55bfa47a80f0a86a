// Real files, which are not part of the project: taken from YANJU_SHARED, or ../shared beside it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from '../../../config/root.js';
import { extract } from '../../../ingest/extract/extract.js';
import { extractLimits } from '../../support/limits.js';
import { failureCode } from './support/failure-code.js';

const shared = process.env.YANJU_SHARED ?? join(projectRoot, '..', 'shared');
const files = (folder: string): string[] =>
  readdirSync(join(shared, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
const present = existsSync(join(shared, 'archive', 'documents')) && existsSync(join(shared, 'hostile', 'files'));
const withFiles = present ? describe : describe.skip;
const note = present ? '' : ' (skipped: no shared folder; set YANJU_SHARED)';

const outcome = (path: string): Promise<string> =>
  failureCode(() => extract(readFileSync(path), basename(path), { ...extractLimits, maxTextChars: 20_000_000 }));

withFiles(`extract on real files${note}`, () => {
  it('reads the archive but for scans', async () => {
    const chosen = files('archive/documents').filter((_, i) => i % 6 === 0);
    const failed: string[] = [];
    for (const path of chosen) {
      const code = await outcome(path);
      if (code !== 'none') failed.push(code);
    }
    expect(failed.every((code) => code === 'NO_TEXT')).toBe(true);
    expect(failed.length).toBeLessThanOrEqual(0.02 * chosen.length);
  }, 120_000);

  it('ends every hostile file in a text or an honest code', async () => {
    const codes = new Map<string, number>();
    for (const path of files('hostile/files')) {
      const code = await outcome(path);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect([...codes.keys()].sort()).toEqual(
      ['none', 'UNSUPPORTED_TYPE', 'NO_TEXT', 'ENCRYPTED', 'DAMAGED', 'ENCODING_UNKNOWN'].sort(),
    );
    expect(codes.get('none')).toBeGreaterThanOrEqual(128);
  }, 120_000);
});
