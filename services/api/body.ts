// Reads bodies within bounds: JSON objects, and what multipart.ts reads. Nothing touches the disk.
import { isUtf8 } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import type { Settings } from '../../config/settings.js';
import { wrong } from '../domain/request-error.js';
import { type MultipartShape, multipartBody, needType, textLimit } from './multipart.js';

export function jsonBody(settings: Settings): RequestHandler[] {
  const parse = express.json({
    limit: textLimit(settings),
    type: 'application/json',
    verify: (_request, _response, bytes, encoding) => {
      if (encoding === 'utf-8' && !isUtf8(bytes)) throw wrong('body', 'JSON');
    },
  });
  const isJson: RequestHandler = (request, _response, next) => {
    needType(request, 'application/json');
    next();
  };
  return [isJson, parse];
}

/** A multipart body where the request says that it is one, JSON otherwise. */
export function eitherBody(shape: MultipartShape, settings: Settings): RequestHandler[] {
  const [json, multipart] = [jsonBody(settings), multipartBody(shape, settings)];
  const only =
    (wanted: boolean, handler: RequestHandler): RequestHandler =>
    (request, response, next) =>
      Boolean(request.is('multipart/form-data')) === wanted ? handler(request, response, next) : next();
  return [...json.map((handler) => only(false, handler)), only(true, multipart)];
}
