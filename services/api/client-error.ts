// Requests that Node's own parser refuses (a GET too long for any address, broken HTTP): they never reach
// express, and are answered with the same problem documents.
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError } from '../domain/errors.js';
import { wrong } from '../domain/request-error.js';
import { problemOf } from './errors.js';
import { newRequestId } from './occasion.js';

/** How long a client may go on sending what is no longer read, before the connection is cut. */
const drainMs = 2000;

function failureOf(code: string | undefined): { error: AppError; status: number } {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return { error: new AppError('HEADERS_TOO_LARGE'), status: 431 };
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return { error: new AppError('PAYLOAD_TOO_LARGE', { limit: '16 KB' }), status: 413 };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { error: wrong('HTTP', 'SLOW'), status: 408 };
    case 'HPE_INVALID_URL':
      return { error: wrong('URL', 'NOT_ENCODED'), status: 400 };
    default:
      return { error: wrong('HTTP', 'PROTOCOL'), status: 400 };
  }
}

function answerOf(code: string | undefined): string {
  const { error, status } = failureOf(code);
  const requestId = newRequestId();
  // Neither the address nor the headers could be read, so the path and the language are not known.
  const body = JSON.stringify(problemOf(error, { language: 'zh', path: '', requestId }, status));
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'X-Content-Type-Options: nosniff',
    'Cache-Control: no-store',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

/** Attaches to 'clientError'. */
export function handleClientError(server: Server): void {
  const latest = new WeakMap<Duplex, ServerResponse>();
  const answered = new WeakSet<Duplex>();
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    latest.set(request.socket, response);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (answered.has(socket)) return; // the parser complains again about what follows
    answered.add(socket);
    const current = latest.get(socket);
    const midAnswer = current?.headersSent === true && !current.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || midAnswer) {
      socket.destroy();
      return;
    }
    socket.end(answerOf(error.code));
    // Closing while the client still sends would reset the connection, and the answer would be lost with it.
    socket.resume();
    setTimeout(() => socket.destroy(), drainMs).unref();
  });
}
