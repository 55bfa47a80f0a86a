// Word 97 files: the docx, saved by LibreOffice as its users do.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '../read-sources.js';
import { writeDocx } from './docx.js';

/** Null where LibreOffice is missing. @throws Error where it fails */
export async function writeDoc(source: Source): Promise<Uint8Array | null> {
  const folder = mkdtempSync(join(tmpdir(), 'yanju-doc-'));
  try {
    writeFileSync(join(folder, 'it.docx'), await writeDocx(source));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = [
      profile,
      '--headless',
      '--convert-to',
      'doc:MS Word 97',
      '--outdir',
      folder,
      join(folder, 'it.docx'),
    ];
    const { error, status, stderr } = spawnSync('soffice', convert, { encoding: 'utf8', timeout: 120_000 });
    if (error && 'code' in error && error.code === 'ENOENT') return null;
    if (error || status !== 0) throw new Error(`LibreOffice: ${error?.message ?? stderr}`);
    return readFileSync(join(folder, 'it.doc'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
