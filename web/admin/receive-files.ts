// Receives the files of a form straight into the data folder, whatever their size, and names each by its content.
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { AppError, asAppError } from '../../services/domain/errors.js';
import type { SentFile } from '../../services/domain/intake.js';
import type { Say } from '../../services/domain/messages/web.js';

/** Files of one form; with JavaScript they come in batches, and there is no such limit. */
export const MOST_FILES = 500;
const MB = 1024 ** 2;
const DAY_MS = 24 * 3600 * 1000;

export interface ReceiveOptions {
  readonly dataDir: string;
  readonly maxFileMb: number;
}
export interface Received {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly SentFile[];
}

/** As half-written originals are named, so that backups leave it out. */
const asideName = (): string => `${randomBytes(32).toString('hex')}.${process.pid}`;

/** What a server that was killed left behind. */
function clearOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/^[0-9a-f]{64}\.\d+$/.test(name) && Date.now() - statSync(path).mtimeMs > DAY_MS) rmSync(path, { force: true });
  }
}

/** Writes a stream up to the limit, and reads on to its end beyond it. */
async function write(from: Readable, path: string, limit: number): Promise<{ bytes: number; contentHash: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    from,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > limit) continue;
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path),
  );
  return { bytes, contentHash: hash.digest('hex') };
}

interface Stored {
  readonly path: string;
  readonly size: number;
  readonly filename: string;
}

function storage(folder: string, limit: number): StorageEngine {
  return {
    _handleFile(_request, file, done) {
      const path = join(folder, asideName());
      write(file.stream, path, limit).then(
        ({ bytes, contentHash }) => done(null, { path, size: bytes, filename: contentHash }),
        (error) => {
          rmSync(path, { force: true });
          done(error);
        },
      );
    },
    _removeFile(_request, file, done) {
      rmSync(file.path, { force: true });
      done(null);
    },
  };
}

/** A path in the archive without what could leave it, or be mistaken for another. */
export function isArchivePath(path: string): boolean {
  if (path.length > 1_000 || /[\\\p{Cc}\p{Cs}\ufffd]/u.test(path)) return false;
  return path.split('/').every((part) => part.trim() !== '' && part !== '.' && part !== '..' && part.length <= 255);
}

/** The folder that was typed, without slashes around it. @throws AppError INVALID_REQUEST */
function folderOf(given: unknown, say: Say): string {
  const folder = String(given ?? '')
    .normalize('NFC')
    .split('/')
    .map((part) => part.trim())
    .filter(Boolean)
    .join('/');
  if (folder !== '' && !isArchivePath(folder))
    throw new AppError('INVALID_REQUEST', { why: say('uploadBadFolder', { name: folder.slice(0, 100) }) });
  return folder;
}

function sentFiles(request: Request, { maxFileMb }: ReceiveOptions, say: Say): SentFile[] {
  const folder = folderOf((request.body as Readonly<Record<string, unknown>> | undefined)?.folder, say);
  const names = new Set<string>();
  const files = (Array.isArray(request.files) ? request.files : []) as (Stored & { originalname: string })[];
  return files
    .filter(({ originalname, size }) => originalname !== '' || size > 0) // what browsers send of an empty field
    .map(({ originalname, path, size, filename }) => {
      const own = originalname.normalize('NFC').replace(/^\/+/, '');
      const name = folder === '' ? own : `${folder}/${own}`;
      if (!isArchivePath(name))
        throw new AppError('INVALID_REQUEST', { why: say('uploadBadName', { name: own.slice(0, 100) }) });
      if (names.has(name)) throw new AppError('INVALID_REQUEST', { why: say('uploadTwice', { name }) });
      names.add(name);
      if (size <= maxFileMb * MB) return { name, stored: { path, contentHash: filename } };
      return { name, failure: { code: 'FILE_TOO_LARGE', values: { limit: maxFileMb } } };
    });
}

/** What the disk refused is no fault of the form. */
function failureOf(error: unknown, say: Say): AppError {
  if (typeof error === 'object' && error !== null && 'syscall' in error) return asAppError(error, 'STORAGE_FAILED');
  const tooMany = error instanceof MulterError && error.code === 'LIMIT_FILE_COUNT';
  const why = tooMany ? say('uploadTooMany', { limit: MOST_FILES }) : say('uploadBroken');
  return new AppError('INVALID_REQUEST', { why }, { cause: error });
}

const dropAll = (request: Request): void => {
  for (const { path } of (Array.isArray(request.files) ? request.files : []) as Stored[]) rmSync(path, { force: true });
};

export interface Receiver {
  /** @throws AppError INVALID_REQUEST, STORAGE_FAILED; nothing of the form is kept then */
  receive(
    request: Request,
    response: Response,
    say: Say,
    check: (fields: Received['fields']) => void,
  ): Promise<Received>;
  /** Takes away what was not taken over. */
  drop(request: Request): void;
}

export function createReceiver(options: ReceiveOptions): Receiver {
  const folder = join(options.dataDir, 'uploads');
  const receive = multer({
    storage: storage(folder, options.maxFileMb * MB),
    preservePath: true,
    limits: { files: MOST_FILES, fields: 10, fieldSize: 10_000, fieldNameSize: 100, headerPairs: 20 },
    defParamCharset: 'utf8',
  }).array('files');
  if (existsSync(folder)) clearOld(folder);
  return {
    async receive(request, response, say, check) {
      await new Promise<void>((resolve, reject) => {
        mkdirSync(folder, { recursive: true });
        receive(request, response, (error: unknown) => (error ? reject(error) : resolve()));
      }).catch((error: unknown) => {
        throw failureOf(error, say);
      });
      try {
        const fields = (request.body ?? {}) as Readonly<Record<string, unknown>>; // multer: strings, or arrays of them
        check(fields);
        const files = sentFiles(request, options, say);
        if (files.length === 0) throw new AppError('INVALID_REQUEST', { why: say('uploadNone') });
        return { fields, files };
      } catch (error) {
        dropAll(request);
        throw error;
      }
    },
    drop: dropAll,
  };
}
