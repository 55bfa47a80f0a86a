// How the service ends: nothing new, nothing cut off.
import { Agent, get, type IncomingMessage, type RequestListener } from 'node:http';
import { closeGracefully } from '../../services/api/graceful.js';
import { listening, portOf } from './support.js';

const fetched = (port: number, agent?: Agent): Promise<{ readonly response: IncomingMessage; readonly body: string }> =>
  new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', agent: agent ?? false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.once('end', () => resolve({ response, body }));
      response.once('error', reject);
    }).once('error', reject);
  });

const slow =
  (ms: number, begun: () => void): RequestListener =>
  (_request, response) => {
    begun();
    setTimeout(() => response.end('whole'), ms);
  };

it('a request under way is answered, new connections are refused, then all is closed once', async () => {
  let begun = () => {};
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const server = await listening(slow(300, () => begun()));
  const port = portOf(server);
  let closed = 0;
  const close = closeGracefully(server, {
    timeoutMs: 5000,
    onClose: () => {
      closed += 1;
    },
    signals: [],
  });
  const agent = new Agent({ keepAlive: true });
  const underWay = fetched(port, agent);
  await started;
  const ended = Promise.all([close(), close()]);
  await expect(fetched(port)).rejects.toThrow(/ECONNREFUSED/);
  expect(closed).toBe(0);
  expect((await underWay).body).toBe('whole');
  await ended;
  expect(closed).toBe(1);
  agent.destroy();
});

it('idle connections that are kept alive do not hold it up', async () => {
  const server = await listening((_request, response) => response.end('x'));
  const agent = new Agent({ keepAlive: true });
  await fetched(portOf(server), agent);
  const started = performance.now();
  await closeGracefully(server, { timeoutMs: 5000, onClose: () => {}, signals: [] })();
  expect(performance.now() - started).toBeLessThan(1000);
  agent.destroy();
});

it('a request that takes too long is cut', async () => {
  let begun = () => {};
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const server = await listening((_request, _response) => begun());
  const hanging = fetched(portOf(server)).catch((error: Error) => error.message);
  await started;
  await closeGracefully(server, { timeoutMs: 100, onClose: () => {}, signals: [] })();
  expect(await hanging).toMatch(/hang up|ECONNRESET/);
});

it('a signal closes it', async () => {
  const server = await listening((_request, response) => response.end('x'));
  const closed = new Promise<void>((resolve) => {
    closeGracefully(server, { timeoutMs: 1000, onClose: resolve, signals: ['SIGUSR2'] });
  });
  process.emit('SIGUSR2');
  await closed;
  expect(server.listening).toBe(false);
  expect(process.listenerCount('SIGUSR2')).toBe(0);
});
