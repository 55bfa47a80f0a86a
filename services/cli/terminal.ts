// What the command line shows: words in the reader's language, progress bars, tables. Progress goes to standard error.
import { SingleBar } from 'cli-progress';
import { type CliMessage, cliMessages } from '../domain/messages/cli.js';
import { fill, type Language } from '../domain/messages/language.js';

export type Say = (message: CliMessage, values?: Readonly<Record<string, string | number>>) => string;
export const speak =
  (language: Language): Say =>
  (message, values) =>
    fill(cliMessages[message][language], values);

/** Both languages, for help texts. */
export const both = (message: CliMessage): string => `${cliMessages[message].zh} · ${cliMessages[message].en}`;

export interface Progress {
  start(total: number): void;
  /** starts it, or tells that there is more to do than was known */
  total(total: number): void;
  update(done: number, note?: string): void;
  stop(): void;
}

/** A bar on a terminal; nothing elsewhere. */
export function progressBar(label: string, quiet = false): Progress {
  if (quiet || !process.stderr.isTTY) return { start() {}, total() {}, update() {}, stop() {} };
  const bar = new SingleBar({
    format: `${label} [{bar}] {percentage}% {value}/{total} {eta_formatted} {note}`,
    stream: process.stderr,
    hideCursor: true,
  });
  const start = (total: number): void => bar.start(total, 0, { note: '' });
  return {
    start,
    total: (total) => (bar.isActive ? bar.setTotal(total) : start(total)),
    update: (done, note) => bar.update(done, note === undefined ? undefined : { note: note.slice(-40) }),
    stop: () => bar.stop(),
  };
}

/** A bar over bytes, in MB; `update` starts it. Stopping it twice is once too often, and harmless. */
export function bytesBar(label: string, quiet = false): { update(done: number, total: number): void; stop(): void } {
  const bar = progressBar(label, quiet);
  const mb = (bytes: number): number => Math.ceil(bytes / 1024 ** 2);
  return {
    update(done, total) {
      bar.total(mb(total));
      bar.update(mb(done));
    },
    stop: () => bar.stop(),
  };
}

const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffdc]/u.test(character) ? 2 : 1), 0);

/** Columns aligned by display width. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
