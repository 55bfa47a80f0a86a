// A graceful end: no new connections, requests under way may finish, then what is open below is closed.
import type { Server, ServerResponse } from 'node:http';

export interface GracefulOptions {
  /** how long requests under way may take before their connections are cut */
  readonly timeoutMs: number;
  /** runs once, after the last connection: close the archive, flush the log */
  readonly onClose: () => void | Promise<void>;
  readonly signals?: readonly NodeJS.Signals[];
}

/**
 * Closes the server at the first SIGTERM or SIGINT; a second one ends the process as it would without this.
 * Gives the function that closes, for callers that end by themselves: every call gives the same promise.
 */
export function closeGracefully(
  server: Server,
  { timeoutMs, onClose, signals = ['SIGTERM', 'SIGINT'] }: GracefulOptions,
): () => Promise<void> {
  let closing: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    for (const signal of signals) process.removeListener(signal, onSignal);
    // A client that keeps its connection alive is told, with its last answer, to let go.
    server.prependListener('request', (_request, response: ServerResponse) =>
      response.setHeader('Connection', 'close'),
    );
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), timeoutMs);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    clearInterval(sweep);
    clearTimeout(cut);
    await onClose();
  };
  const close = (): Promise<void> => {
    closing ??= run();
    return closing;
  };
  const onSignal = (): void => void close();
  for (const signal of signals) process.once(signal, onSignal);
  return close;
}
