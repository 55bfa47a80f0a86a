// A folder for one test file, removed afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Call at the top level of a test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yanju-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
