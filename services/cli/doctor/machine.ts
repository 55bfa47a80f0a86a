// What the machine has to give: Node, a user, a folder that can be written, room on its disk, a clock.
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SayDoctor } from '../../domain/messages/doctor.js';
import { freeSpace } from '../../free-space.js';
import { type Check, type Found, withCatalogue } from './check.js';

const OLDEST_NODE = [20, 19] as const;
const LEAST_DISK_MB = 500;
const MB = 1024 ** 2;
/** Of clocks that are set, and of a disk over the network. */
const MOST_SECONDS_APART = 5;

function checkNode(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
    throw new Error(`Node ≥ ${OLDEST_NODE.join('.')}`);
  return process.version;
}

function checkUser(say: SayDoctor): Found {
  const uid = process.getuid?.();
  return uid === 0 ? { warning: say('root') } : say('user', { uid: uid ?? '?' });
}

/** Writes a file there: permissions, a full disk and a folder mounted read-only all show. Gives when the disk says it was. */
function writeThere(folder: string): number {
  const path = join(folder, `.doctor.${process.pid}`);
  try {
    writeFileSync(path, 'doctor', { flush: true });
    return statSync(path).mtimeMs;
  } finally {
    rmSync(path, { force: true });
  }
}

function checkDataDir(folder: string, say: SayDoctor): Found {
  mkdirSync(folder, { recursive: true });
  writeThere(folder);
  const mode = statSync(folder).mode & 0o777;
  const isOpen = process.platform !== 'win32' && (mode & 0o007) !== 0;
  return isOpen ? { warning: say('openToAll', { folder, mode: mode.toString(8) }) } : say('writable', { folder });
}

function checkDisk(folder: string, say: SayDoctor): Found {
  const free = Math.floor(freeSpace(folder) / MB);
  if (free < LEAST_DISK_MB) throw new Error(say('diskFree', { free }));
  const catalogue = statSync(join(folder, 'catalogue.db'), { throwIfNoEntry: false });
  const need = Math.ceil((catalogue?.size ?? 0) / MB);
  return free < need ? { warning: say('diskSmall', { free, need }) } : say('diskFree', { free });
}

const checkClock = (folder: string, say: SayDoctor): Promise<Found> =>
  withCatalogue(folder, ({ queue }) => {
    const seconds = Math.round(Math.abs(Date.now() - writeThere(folder)) / 1000);
    if (seconds > MOST_SECONDS_APART) return { warning: say('clockDisk', { seconds }) };
    const now = new Date();
    const [latest] = queue.runs(1);
    const at = latest?.finishedAt ?? latest?.startedAt;
    if (at !== undefined && Date.parse(at) > now.getTime() + MOST_SECONDS_APART * 1000)
      return { warning: say('clockBehind', { now: now.toISOString(), at }) };
    return say('clock', { now: now.toISOString() });
  });

export const machineChecks = (folder: string, say: SayDoctor): Check[] => [
  { name: 'node', run: checkNode },
  { name: 'user', run: () => checkUser(say) },
  { name: 'YANJU_DATA_DIR', run: () => checkDataDir(folder, say) },
  { name: 'disk', run: () => checkDisk(folder, say) },
  { name: 'clock', run: () => checkClock(folder, say) },
];
