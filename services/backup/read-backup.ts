// Reads a backup through, member by member, checking each against the manifest; where asked, writes them below a folder.
// A backup comes from outside: whatever is not a plain file that the manifest names ends the reading.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Parser, type ReadEntry } from 'tar';
import { AppError } from '../domain/errors.js';
import { hashInName, Manifest, manifestName } from './manifest.js';

/** Longest manifest that is read (bytes): some 300,000 files. */
const LONGEST_MANIFEST = 64 * 1024 ** 2;

export interface ReadOptions {
  /** called once, before anything is written */
  readonly onManifest?: (manifest: Manifest) => void;
  /** bytes read, of all */
  readonly onProgress?: (done: number, total: number) => void;
}

/** @throws AppError FILE_UNREADABLE, BACKUP_DAMAGED */
export async function readBackup(file: string, into: string | null, options: ReadOptions = {}): Promise<Manifest> {
  if (!existsSync(file)) throw new AppError('FILE_UNREADABLE', { file, why: 'ENOENT' });
  let manifest: Manifest | null = null;
  const wanted = new Map<string, { bytes: number; sha256: string }>();
  let [done, total] = [0, 0];

  const take = async (entry: ReadEntry): Promise<void> => {
    const path = entry.path.replace(/^\.\//, '');
    if (entry.type !== 'File' && entry.type !== 'OldFile') throw damaged(path);
    if (!manifest) {
      if (path !== manifestName || entry.size > LONGEST_MANIFEST) throw damaged(manifestName);
      manifest = parseManifest(await contentOf(entry));
      for (const { path: name, ...rest } of manifest.files) wanted.set(name, rest);
      total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
      options.onManifest?.(manifest);
      return;
    }
    const known = wanted.get(path);
    if (!known || known.bytes !== entry.size) throw damaged(path);
    if (known.sha256 !== (hashInName(path) ?? known.sha256)) throw damaged(path);
    if ((await digest(entry, into && join(into, ...path.split('/')))) !== known.sha256) throw damaged(path);
    wanted.delete(path);
    done += known.bytes;
    options.onProgress?.(done, total);
  };

  await eachEntry(file, take);
  const [missing] = wanted.keys();
  if (!manifest || missing !== undefined) throw damaged(missing ?? manifestName);
  return manifest;
}

const damaged = (what: string, cause?: unknown): AppError => new AppError('BACKUP_DAMAGED', { what }, { cause });

/** One entry after the other; the first failure ends it. */
async function eachEntry(file: string, take: (entry: ReadEntry) => Promise<void>): Promise<void> {
  const source = createReadStream(file);
  const failure = await new Promise<unknown>((resolve) => {
    let taking = Promise.resolve();
    const parser = new Parser({ strict: true });
    const fail = (error: unknown): void => {
      source.destroy();
      resolve(error);
    };
    parser.on('entry', (entry: ReadEntry) => {
      taking = taking
        .then(() => take(entry))
        .catch((error) => {
          entry.resume();
          fail(error);
        });
    });
    parser.on('error', (error: unknown) => fail(damaged(file, error)));
    parser.on('end', () => void taking.then(() => resolve(null)));
    source.on('error', (error) =>
      fail(new AppError('FILE_UNREADABLE', { file, why: error.message }, { cause: error })),
    );
    source.on('data', (chunk) => {
      if (!parser.write(chunk as Buffer)) {
        source.pause();
        parser.once('drain', () => source.resume());
      }
    });
    source.on('end', () => parser.end());
  });
  if (failure) throw failure instanceof AppError ? failure : damaged(file, failure);
}

function parseManifest(bytes: Buffer): Manifest {
  try {
    return Manifest.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw damaged(manifestName, error);
  }
}

async function contentOf(entry: ReadEntry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** SHA-256 of an entry, written to `target` on the way where one is given. */
async function digest(entry: ReadEntry, target: string | null): Promise<string> {
  const hash = createHash('sha256');
  if (target) mkdirSync(dirname(target), { recursive: true });
  const out = target ? createWriteStream(target, { flags: 'wx', flush: true }) : null;
  for await (const chunk of entry) {
    hash.update(chunk as Buffer);
    if (out && !out.write(chunk)) await once(out, 'drain');
  }
  if (out) {
    out.end();
    await finished(out);
  }
  return hash.digest('hex');
}
