// Sends what a handler gave, by the kind of its endpoint's answer. API answers are never stored by anyone.
import { basename } from 'node:path';
import type { Response } from 'express';
import type { Original } from '../domain/archive.js';
import { AppError } from '../domain/errors.js';
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

export async function send(response: Response, answer: Answer, result: unknown, id: string): Promise<void> {
  if (response.headersSent || response.destroyed) return;
  response.set('Cache-Control', 'no-store');
  response.status(answer.status);
  if (answer.kind === 'json') response.json(result);
  else if (answer.kind === 'empty') response.end();
  else await sendOriginal(response, result as Original, id); // endpoint() holds handlers to their answer's kind
}
