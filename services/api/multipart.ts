// Reads multipart/form-data within bounds, for the API and the pages: files in memory, and text fields. Nothing touches the disk.
import type { Request, RequestHandler, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import type { Settings } from '../../config/settings.js';
import { AppError } from '../domain/errors.js';
import { wrong } from '../domain/request-error.js';
import type { UploadedFile } from './endpoint.js';
import { shown } from './query-string.js';

const megabyte = 1024 * 1024;
const mostFiles = 50;

export type BodySettings = Pick<Settings, 'YANJU_MAX_FILE_MB' | 'YANJU_MAX_QUERY_CHARS' | 'YANJU_MAX_DRAFT_CHARS'>;

export interface MultipartShape {
  /** names of the fields that hold files; without text fields there must be a file in the first */
  readonly files: readonly string[];
  /** how many text fields there may be */
  readonly fields: number;
  /** bytes of the longest text field, where it is longer than the longest text */
  readonly fieldBytes?: number;
  /** bytes of all text fields together, where that is less than all of them at their longest */
  readonly textBytes?: number;
}

export const megabytes = (bytes: number): string => `${Math.round((bytes / megabyte) * 10) / 10} MB`;

/** Room for the longest query or draft even when every character is written as \uXXXX. */
export const textLimit = ({ YANJU_MAX_QUERY_CHARS, YANJU_MAX_DRAFT_CHARS }: BodySettings): number =>
  Math.max(megabyte, Math.max(YANJU_MAX_QUERY_CHARS, YANJU_MAX_DRAFT_CHARS) * 6 + 16 * 1024);

/** @throws RequestError */
export function needType(request: Request, type: string): void {
  const told = request.is(type);
  if (told === null) throw wrong('body', 'REQUIRED');
  if (told === false) throw wrong('Content-Type', 'CONTENT_TYPE', { type });
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

/** A name that an archive can hold: no folders, no control characters, UTF-8 as it was sent. */
function nameOf(file: Express.Multer.File): string {
  const name = file.originalname.normalize('NFC').trim();
  const good = name !== '' && name !== '.' && name !== '..' && name.length <= 255 && !/[/\\\p{Cc}\p{Cs}�]/u.test(name);
  if (!good) throw wrong(file.fieldname, 'FILE_NAME', { name: shown(name) });
  return name;
}

function uploadError(error: unknown, fieldSize: number, { YANJU_MAX_FILE_MB: limit }: BodySettings): unknown {
  if (error instanceof AppError) return error;
  if (!(error instanceof MulterError)) return wrong('body', 'MULTIPART', {}, { cause: error });
  if (error.code === 'LIMIT_FILE_SIZE') return new AppError('FILE_TOO_LARGE', { limit });
  if (error.code === 'LIMIT_FIELD_VALUE') return new AppError('PAYLOAD_TOO_LARGE', { limit: megabytes(fieldSize) });
  if (error.code === 'LIMIT_FILE_COUNT') return wrong(error.field ?? 'files', 'TOO_MANY', { limit: mostFiles });
  return wrong(shown(error.field ?? 'body'), error.field ? 'UNKNOWN' : 'MULTIPART', {}, { cause: error });
}

export interface Multipart {
  readonly files: readonly UploadedFile[];
  /** text fields that are not empty; an array where one was repeated */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * A reader of such bodies; files of other fields, and more than may be, are refused.
 * @throws (the reader) AppError PAYLOAD_TOO_LARGE, FILE_TOO_LARGE, INVALID_REQUEST
 */
export function multipartReader(
  shape: MultipartShape,
  settings: BodySettings,
): (request: Request, response: Response) => Promise<Multipart> {
  const { files, fields } = shape;
  const limitBytes = settings.YANJU_MAX_FILE_MB * megabyte;
  const fieldSize = Math.max(textLimit(settings), shape.fieldBytes ?? 0);
  const textBytes = Math.min(fields * fieldSize, shape.textBytes ?? Number.POSITIVE_INFINITY);
  const receive = multer({
    storage: memory(limitBytes),
    limits: {
      fileSize: limitBytes,
      files: mostFiles,
      fields,
      fieldSize,
      parts: mostFiles + fields,
      fieldNameSize: 100,
      headerPairs: 20,
    },
    defParamCharset: 'utf8',
  }).fields(files.map((name) => ({ name })));
  // Where single fields together may hold more than all may, a body that does not say how long it is counts as too long.
  const unstated = textBytes < fields * fieldSize ? Number.POSITIVE_INFINITY : 0;
  // Boundaries and part headers come on top of the files and texts.
  const most = limitBytes + megabyte + textBytes;
  return async (request, response) => {
    needType(request, 'multipart/form-data');
    if (Number(request.get('content-length') ?? unstated) > most) {
      throw new AppError('PAYLOAD_TOO_LARGE', { limit: megabytes(most) });
    }
    await new Promise<void>((resolve, reject) => {
      receive(request, response, (error: unknown) => {
        if (error) reject(uploadError(error, fieldSize, settings));
        else resolve();
      });
    });
    return { files: filesOf(request, files, fields === 0), fields: fieldsOf(request.body) };
  };
}

/** The files go into res.locals.files, the text fields into res.locals.form. */
export function multipartBody(shape: MultipartShape, settings: BodySettings): RequestHandler {
  const read = multipartReader(shape, settings);
  return async (request, response, next) => {
    const { files, fields } = await read(request, response);
    Object.assign(response.locals, { files, form: fields });
    next();
  };
}

/** A form sends the fields that were left empty too. */
function fieldsOf(body: unknown): Record<string, unknown> {
  const given = Object.entries((body ?? {}) as Readonly<Record<string, unknown>>); // multer: an object, or nothing
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

function filesOf(request: Request, fields: readonly string[], needed: boolean): UploadedFile[] {
  const sent = (request.files ?? {}) as Readonly<Record<string, Express.Multer.File[]>>; // as fields() of multer gives them
  const files = fields.flatMap((field) =>
    (sent[field] ?? []).map((file) => ({ field, name: nameOf(file), bytes: file.buffer })),
  );
  if (needed && files.length === 0) throw wrong(fields[0] ?? 'body', 'FILES');
  const names = new Set<string>();
  for (const { field, name } of files) {
    const key = `${field}/${name}`;
    if (names.has(key)) throw wrong(field, 'FILE_TWICE', { name: shown(name) });
    names.add(key);
  }
  return files;
}
