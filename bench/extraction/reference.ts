// A file's text by programs that are not ours: poppler, antiword, docx2txt, w3m (Debian packages of these names).
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import iconv from 'iconv-lite';

const maxBuffer = 256 * 1024 * 1024;
const run = (command: string, args: readonly string[], input?: string): string =>
  execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input !== undefined && { input }),
  });

/** UTF-8, or what an XML file declares, or GB18030. */
export function decodeText(bytes: Buffer): string {
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(bytes.toString('latin1', 0, 200))?.[1];
  if (declared && iconv.encodingExists(declared)) return iconv.decode(bytes, declared);
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? iconv.decode(bytes, 'gb18030') : text;
}

const html = (path: string): string =>
  run(
    'w3m',
    ['-dump', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8', '-cols', '10000'],
    decodeText(readFileSync(path)),
  );

const readers: Readonly<Record<string, (path: string) => string>> = {
  '.pdf': (path) => run('pdftotext', ['-q', path, '-']),
  '.doc': (path) => run('antiword', ['-m', 'UTF-8.txt', '-w', '0', path]),
  '.docx': (path) => run('docx2txt', [path, '-']),
  '.html': html,
  '.htm': html,
  '.txt': (path) => decodeText(readFileSync(path)),
  '.md': (path) => decodeText(readFileSync(path)),
};

/** @returns null where none of them reads the file; the reason is not asked for */
export function referenceText(path: string): string | null {
  try {
    return readers[extname(path).toLowerCase()]?.(path) ?? null;
  } catch {
    return null;
  }
}

/** Names of the programs that are not installed. */
export const missingPrograms = (): string[] =>
  ['pdftotext', 'antiword', 'docx2txt', 'w3m'].filter((program) => {
    try {
      execFileSync('which', [program], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
