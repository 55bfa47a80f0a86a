// Puts another archive's files in place of those of a data folder. The steps are written down first, so that whoever comes
// after a kill finishes them: a data folder is one archive or the other, never a mixture, and never none for long.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/errors.js';
import { stillHolds } from '../process/holder.js';

/** What is to be moved, as names in the data folder. */
const Steps = z.object({
  /** folder with the new files; it is gone when all is done */
  aside: z.string(),
  /** folder that takes what was there; null when there was nothing */
  formerly: z.string().nullable(),
  out: z.array(z.string()),
  into: z.array(z.string()),
});
type Steps = z.infer<typeof Steps>;

const journal = /^\.exchange-(.+)@(\d+)@[0-9a-f]+\.json$/;
const ownName = (): string =>
  `.exchange-${encodeURIComponent(hostname())}@${process.pid}@${randomBytes(6).toString('hex')}.json`;

/** Of an exchange, or of what it puts aside: no part of the archive. */
export const isOfExchange = (name: string): boolean => /^(?:\.exchange-|\.restoring-|before-restore-)/.test(name);

/** The catalogue goes last and comes last. */
const inOrder = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => Number(a.startsWith('catalogue.db')) - Number(b.startsWith('catalogue.db')));

export interface Exchange {
  /** Writes the steps down: from here on, nobody else opens the catalogue. */
  begin(): void;
  carryOut(): void;
  /** Instead of carrying it out: the folder stays as it is. */
  giveUp(): void;
}

/** Puts what lies in `aside` in place of what the folder holds, which goes to `formerly`; both are names in the folder. */
export function createExchange(dataDir: string, aside: string, formerly: string): Exchange {
  const out = inOrder(readdirSync(dataDir).filter((name) => !isOfExchange(name)));
  const into = inOrder(readdirSync(join(dataDir, aside)));
  const steps: Steps = { aside, formerly: out.length > 0 ? formerly : null, out, into };
  const name = ownName();
  return {
    begin() {
      const half = join(dataDir, `${name}.half`);
      writeFileSync(half, JSON.stringify(steps), { flush: true });
      renameSync(half, join(dataDir, name));
      flushFolder(dataDir);
    },
    carryOut: () => carryOut(dataDir, name, steps),
    giveUp() {
      rmSync(join(dataDir, name), { force: true });
      rmSync(join(dataDir, aside), { recursive: true, force: true });
    },
  };
}

const move = (from: string, to: string): void => {
  if (existsSync(from)) renameSync(from, to);
};

/** Every step can be taken twice: what has been moved is not there to be moved. A journal of SQLite's may be gone by now. */
function carryOut(dataDir: string, name: string, { aside, formerly, out, into }: Steps): void {
  if (formerly !== null) {
    mkdirSync(join(dataDir, formerly), { recursive: true });
    for (const one of out) {
      const target = join(dataDir, formerly, one);
      if (!existsSync(target)) move(join(dataDir, one), target);
    }
    flushFolder(join(dataDir, formerly));
  }
  for (const one of into) move(join(dataDir, aside, one), join(dataDir, one));
  flushFolder(dataDir);
  rmSync(join(dataDir, aside), { recursive: true, force: true });
  rmSync(join(dataDir, name));
}

/** The journal of an exchange under way, or left behind by one that was killed. */
const journalIn = (dataDir: string): string | undefined =>
  existsSync(dataDir) ? readdirSync(dataDir).find((name) => journal.test(name)) : undefined;

/** @throws AppError RESTORE_UNDER_WAY, also where it is known that the files were exchanged */
export function refuseDuringExchange(dataDir: string, exchanged = false): void {
  if (exchanged || journalIn(dataDir) !== undefined) throw new AppError('RESTORE_UNDER_WAY', { folder: dataDir });
}

/**
 * Finishes what a killed process began: the new files had been read and checked as a whole before the first was moved.
 * True when there was something to finish.
 * @throws AppError RESTORE_UNDER_WAY while another process is at it
 */
export function finishExchange(dataDir: string): boolean {
  const left = journalIn(dataDir);
  if (left === undefined) return false;
  const [, host = '', pid = '0'] = journal.exec(left) ?? [];
  const path = join(dataDir, left);
  try {
    const holder = { host: decodeURIComponent(host), pid: Number(pid), heardAt: statSync(path).mtimeMs };
    if (stillHolds(holder)) throw new AppError('RESTORE_UNDER_WAY', { folder: dataDir });
    const claimed = ownName();
    utimesSync(path, new Date(), new Date());
    renameSync(path, join(dataDir, claimed)); // one of several that come at once succeeds
    carryOut(dataDir, claimed, Steps.parse(JSON.parse(readFileSync(join(dataDir, claimed), 'utf8'))));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new AppError('RESTORE_UNDER_WAY', { folder: dataDir }, { cause: error });
  }
  return true;
}

/** Renames are kept through a loss of power once their folder is flushed; not every system can. */
function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {}
}
