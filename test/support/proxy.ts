// A way to a server that can be cut, opened again, and made slow, as a restart or a bad network would.
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export interface Proxy {
  readonly url: string;
  /** cuts what is open and refuses what comes */
  down(): Promise<void>;
  up(): Promise<void>;
  /** answers are held back so long, in ms */
  slow(ms: number): void;
}

export async function openProxy(target: string): Promise<Proxy> {
  const { hostname, port: to } = new URL(target);
  const open = new Set<Socket>();
  let [port, delay] = [0, 0];
  let server: Server | null = null;

  const up = async (): Promise<void> => {
    if (server) return;
    server = createServer((client) => {
      const upstream = connect(Number(to), hostname);
      for (const socket of [client, upstream]) {
        open.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => {
          open.delete(socket);
          client.destroy();
          upstream.destroy();
        });
      }
      client.pipe(upstream);
      upstream.on('data', (data) => {
        if (delay === 0) client.write(data);
        else setTimeout(() => client.destroyed || client.write(data), delay).unref();
      });
    });
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port; // it listens on a port
  };
  const down = async (): Promise<void> => {
    const closing = server;
    server = null;
    for (const socket of open) socket.destroy();
    await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()));
  };
  await up();
  return {
    url: `http://127.0.0.1:${port}`,
    down,
    up,
    slow(ms) {
      delay = ms;
    },
  };
}
