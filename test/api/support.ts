// The application under test, with its archive in memory and its log lines kept.
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import type { Express } from 'express';
import { createLogger } from '../../config/logger.js';
import { readSettings, type Settings } from '../../config/settings.js';
import { type AppDependencies, createApp } from '../../services/api/app.js';
import { type ArchiveFixture, createArchiveFixture } from './archive-fixture.js';

export const token = 'a-token-for-these-tests';

export interface TestApp {
  readonly app: Express;
  readonly archive: ArchiveFixture;
  readonly settings: Settings;
  /** log lines so far, parsed */
  readonly lines: () => Record<string, unknown>[];
  /** log lines so far, as written */
  readonly written: () => string;
}

export function testApp(
  environment: Record<string, string> = {},
  more: Partial<Pick<AppDependencies, 'pages' | 'errorPage' | 'metrics'>> & {
    readonly archive?: Partial<ArchiveFixture>;
  } = {},
): TestApp {
  const settings = readSettings({ YANJU_RATE_LIMIT: '0', YANJU_ADMIN_TOKEN: token, ...environment });
  const { archive: changed, ...rest } = more;
  const archive = { ...createArchiveFixture(), ...changed };
  let written = '';
  const write = (line: string) => {
    written += line;
  };
  const logger = createLogger({ YANJU_LOG_LEVEL: 'info' }, 'test', { write });
  const lines = () =>
    written
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>); // pino writes objects
  return { app: createApp({ archive, settings, logger, ...rest }), archive, settings, lines, written: () => written };
}

/** A server on any free port. */
export async function listening(
  listener: RequestListener,
  prepare: (server: Server) => void = () => {},
): Promise<Server> {
  const server = createServer(listener);
  prepare(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address.port;
}

/** Sends bytes as they are and gives all that comes back until the connection ends. */
export function exchange(server: Server, sent: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(portOf(server), '127.0.0.1', () => socket.write(sent));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.once('error', reject);
    socket.once('end', () => socket.end());
    socket.once('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}
