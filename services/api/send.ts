// Sends what a handler gave, by the kind of its endpoint's answer. API answers are never stored by anyone.
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Original } from '../domain/archive.js';
import { AppError } from '../domain/errors.js';
import type { TakenFile } from '../export/file.js';
import type { Answer } from './endpoint.js';

/** The file's own name without what a header, or a file system, cannot take. */
const downloadName = (name: string): string =>
  basename(name.replaceAll('\\', '/')).replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '') || 'original';

interface SendFailure extends Error {
  readonly code?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The original as an attachment: a browser stores it and never shows it as a page of ours. Ranges work.
 * @throws AppError ORIGINAL_MISSING, RANGE_NOT_SATISFIABLE
 */
async function sendOriginal(response: Response, original: Original, id: string): Promise<void> {
  response.attachment(downloadName(original.name));
  response.set({
    'Content-Type': 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  const failure = await new Promise<SendFailure | undefined>((resolve) => {
    // The path is the store's own, so a dot in a folder above it means nothing.
    response.sendFile(original.path, { dotfiles: 'allow', cacheControl: false }, resolve);
  });
  if (!failure || response.headersSent || failure.code === 'ECONNABORTED') return;
  for (const name of ['Content-Disposition', 'Content-Type', 'ETag', 'Last-Modified', 'Accept-Ranges']) {
    response.removeHeader(name);
  }
  if (failure.status === 416) {
    response.set('Content-Range', `bytes */${original.bytes}`);
    throw new AppError('RANGE_NOT_SATISFIABLE', {}, { cause: failure });
  }
  throw new AppError('ORIGINAL_MISSING', { id }, { cause: failure });
}

/** What is made for this answer, as an attachment, as fast as the client takes it. */
async function sendDownload(response: Response, { name, type, body }: TakenFile): Promise<void> {
  response.attachment(downloadName(name));
  response.set({ 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(Readable.from(body), response).catch((error: unknown) => {
    // A client that goes away is no failure of ours, and nothing more can be said to it.
    if (!response.destroyed) throw error;
  });
}

export async function send(response: Response, answer: Answer, result: unknown, id: string): Promise<void> {
  if (response.headersSent || response.destroyed) return;
  response.set('Cache-Control', 'no-store');
  response.status(answer.status);
  if (answer.kind === 'json') response.json(result);
  else if (answer.kind === 'empty') response.end();
  else if (answer.kind === 'download')
    await sendDownload(response, result as TakenFile); // as below
  else await sendOriginal(response, result as Original, id); // endpoint() holds handlers to their answer's kind
}
