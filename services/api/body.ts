// Reads bodies within bounds: JSON objects, and files sent as multipart/form-data. Nothing touches the disk.
import { isUtf8 } from 'node:buffer';
import express, { type Request, type RequestHandler } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import type { Settings } from '../../config/settings.js';
import { AppError } from '../domain/errors.js';
import { wrong } from '../domain/request-error.js';
import type { UploadedFile } from './endpoint.js';
import { shown } from './query-string.js';

const megabyte = 1024 * 1024;
const mostFiles = 50;

const needsType =
  (type: string): RequestHandler =>
  (request, _response, next) => {
    const told = request.is(type);
    if (told === null) throw wrong('body', 'REQUIRED');
    if (told === false) throw wrong('Content-Type', 'CONTENT_TYPE', { type });
    next();
  };

/** Room for the longest query or draft even when every character is written as \uXXXX. */
const textLimit = ({ YANJU_MAX_QUERY_CHARS, YANJU_MAX_DRAFT_CHARS }: Settings): number =>
  Math.max(megabyte, Math.max(YANJU_MAX_QUERY_CHARS, YANJU_MAX_DRAFT_CHARS) * 6 + 16 * 1024);

export function jsonBody(settings: Settings): RequestHandler[] {
  const parse = express.json({
    limit: textLimit(settings),
    type: 'application/json',
    verify: (_request, _response, bytes, encoding) => {
      if (encoding === 'utf-8' && !isUtf8(bytes)) throw wrong('body', 'JSON');
    },
  });
  return [needsType('application/json'), parse];
}

/** Keeps files in memory, all files of a request together within the limit of one. */
function memory(limitBytes: number): StorageEngine {
  const taken = new WeakMap<Request, number>();
  return {
    _handleFile(request, file, done) {
      const chunks: Buffer[] = [];
      file.stream.on('data', (chunk: Buffer) => {
        const total = (taken.get(request) ?? 0) + chunk.length;
        taken.set(request, total);
        if (total <= limitBytes) chunks.push(chunk);
        else chunks.length = 0;
      });
      file.stream.once('error', done);
      file.stream.once('end', () => {
        if ((taken.get(request) ?? 0) > limitBytes) {
          done(new AppError('PAYLOAD_TOO_LARGE', { limit: megabytes(limitBytes) }));
        } else {
          const buffer = Buffer.concat(chunks);
          done(null, { buffer, size: buffer.length });
        }
      });
    },
    _removeFile: (_request, _file, done) => done(null),
  };
}

export const megabytes = (bytes: number): string => `${Math.round((bytes / megabyte) * 10) / 10} MB`;

/** A name that an archive can hold: no folders, no control characters, UTF-8 as it was sent. */
function nameOf(file: Express.Multer.File): string {
  const name = file.originalname.normalize('NFC').trim();
  const good = name !== '' && name !== '.' && name !== '..' && name.length <= 255 && !/[/\\\p{Cc}\p{Cs}�]/u.test(name);
  if (!good) throw wrong(file.fieldname, 'FILE_NAME', { name: shown(name) });
  return name;
}

function uploadError(error: unknown, settings: Settings): unknown {
  if (error instanceof AppError) return error;
  if (!(error instanceof MulterError)) return wrong('body', 'MULTIPART', {}, { cause: error });
  if (error.code === 'LIMIT_FILE_SIZE') return new AppError('FILE_TOO_LARGE', { limit: settings.YANJU_MAX_FILE_MB });
  if (error.code === 'LIMIT_FIELD_VALUE') {
    return new AppError('PAYLOAD_TOO_LARGE', { limit: megabytes(textLimit(settings)) });
  }
  if (error.code === 'LIMIT_FILE_COUNT') return wrong(error.field ?? 'files', 'TOO_MANY', { limit: mostFiles });
  return wrong(shown(error.field ?? 'body'), error.field ? 'UNKNOWN' : 'MULTIPART', {}, { cause: error });
}

/**
 * Reads the files of one multipart field into res.locals.files, and so many text fields as are named into res.locals.form;
 * other fields are refused. Without text fields there must be a file.
 */
export function multipartBody(field: string, settings: Settings, fields: readonly string[] = []): RequestHandler[] {
  const limitBytes = settings.YANJU_MAX_FILE_MB * megabyte;
  const receive = multer({
    storage: memory(limitBytes),
    limits: {
      fileSize: limitBytes,
      files: mostFiles,
      fields: fields.length,
      fieldSize: textLimit(settings),
      parts: mostFiles + fields.length,
      fieldNameSize: 100,
      headerPairs: 20,
    },
    defParamCharset: 'utf8',
  }).array(field);
  const refuseEarly: RequestHandler = (request, _response, next) => {
    // Boundaries and part headers come on top of the files themselves.
    const most = limitBytes + megabyte + fields.length * textLimit(settings);
    if (Number(request.get('content-length') ?? 0) > most) {
      throw new AppError('PAYLOAD_TOO_LARGE', { limit: megabytes(limitBytes) });
    }
    next();
  };
  return [
    needsType('multipart/form-data'),
    refuseEarly,
    (request, response, next) => {
      receive(request, response, (error: unknown) => {
        if (error) return next(uploadError(error, settings));
        try {
          response.locals.files = filesOf(request, field, fields.length === 0);
          response.locals.form = fieldsOf(request.body);
        } catch (reason) {
          return next(reason);
        }
        next();
      });
    },
  ];
}

/** A multipart body where the request says that it is one, JSON otherwise. */
export function eitherBody(field: string, settings: Settings, fields: readonly string[] = []): RequestHandler[] {
  const [json, multipart] = [jsonBody(settings), multipartBody(field, settings, fields)];
  const only =
    (wanted: boolean, handler: RequestHandler): RequestHandler =>
    (request, response, next) =>
      Boolean(request.is('multipart/form-data')) === wanted ? handler(request, response, next) : next();
  return [...json.map((handler) => only(false, handler)), ...multipart.map((handler) => only(true, handler))];
}

/** A form sends the fields that were left empty too. */
function fieldsOf(body: unknown): Record<string, unknown> {
  const given = Object.entries((body ?? {}) as Readonly<Record<string, unknown>>); // multer: an object, or nothing
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

function filesOf(request: Request, field: string, needed: boolean): UploadedFile[] {
  const files = (Array.isArray(request.files) ? request.files : []).map((file) => ({
    name: nameOf(file),
    bytes: file.buffer,
  }));
  if (needed && files.length === 0) throw wrong(field, 'FILES');
  const names = new Set<string>();
  for (const { name } of files) {
    if (names.has(name)) throw wrong(field, 'FILE_TWICE', { name: shown(name) });
    names.add(name);
  }
  return files;
}
