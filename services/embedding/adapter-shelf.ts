// The adapters at hand: those carried in the project and those of the archive's own, and which of them is in use.
// The choice is a file beside them, `in-use.json`, that keeps the choices before it, so that each can be taken back.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../config/root.js';
import { AppError } from '../domain/errors.js';
import { type Adapter, AdapterName, adapterExtension, readAdapter } from './adapter.js';
import type { AdapterChoice } from './embedder.js';

/** Newest last; null is none. */
const Choices = z.object({ history: z.array(z.string().nullable()) });
const MAX_HISTORY = 100;
/** What an archive uses that has chosen nothing: none, for the reasons in docs/ranking.md. */
const BY_DEFAULT: string | null = null;

/** What the model at hand asks of an adapter. */
export interface Fit {
  readonly fingerprint: string;
  readonly dimension: number;
}

export interface AdapterShelf {
  /** names, those of the archive first */
  names(): string[];
  /** @throws AppError ADAPTER_MISSING, ADAPTER_INVALID */
  read(name: string): Adapter;
  /** where a new adapter of the archive's own is to be written; the name has a number where it is taken */
  place(name: string): { name: string; path: string };
  /** null: none */
  inUse(): string | null;
  /** @throws AppError ADAPTER_MISSING, ADAPTER_INVALID, ADAPTER_UNFIT: then nothing has changed */
  use(name: string | null, fit: Fit): void;
  /** Goes back to what was in use before the last change, and gives that. @throws AppError ADAPTER_NO_EARLIER */
  undo(): string | null;
  /** What is in use now, for a model; looked up anew when the choice has changed. */
  choice(fit: Fit): AdapterChoice | null;
}

export function openAdapterShelf(dataDir: string, carried = join(projectRoot, 'models', 'adapters')): AdapterShelf {
  const own = join(dataDir, 'adapters');
  const chosen = join(own, 'in-use.json');
  const namesIn = (folder: string): string[] =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => file.endsWith(adapterExtension))
          .map((file) => file.slice(0, -adapterExtension.length))
          .sort()
      : [];
  const pathIn = (folder: string, name: string): string => join(folder, `${name}${adapterExtension}`);
  const read = (name: string): Adapter => {
    if (!AdapterName.safeParse(name).success) throw new AppError('ADAPTER_MISSING', { name });
    const path = pathIn(own, name);
    return readAdapter(existsSync(path) ? path : pathIn(carried, name));
  };
  const history = (): (string | null)[] => {
    if (!existsSync(chosen)) return [];
    try {
      return Choices.parse(JSON.parse(readFileSync(chosen, 'utf8'))).history;
    } catch (cause) {
      throw new AppError('ADAPTER_INVALID', { name: 'in-use.json', why: 'JSON' }, { cause });
    }
  };
  const inUse = (choices = history()): string | null => {
    const last = choices.at(-1);
    return last === undefined ? BY_DEFAULT : last;
  };
  const write = (choices: (string | null)[]): void => {
    mkdirSync(own, { recursive: true });
    writeFileSync(`${chosen}.new`, `${JSON.stringify({ history: choices.slice(-MAX_HISTORY) })}\n`);
    renameSync(`${chosen}.new`, chosen);
  };
  const version = (): string => {
    const stat = statSync(chosen, { throwIfNoEntry: false, bigint: true });
    return stat ? `${stat.mtimeNs} ${stat.ino} ${stat.size}` : '';
  };

  let known: { readonly version: string; readonly fingerprint: string; readonly choice: AdapterChoice | null } | null =
    null;
  const look = (fit: Fit): AdapterChoice | null => {
    let name: string | null = 'in-use.json';
    try {
      name = inUse();
      if (name === null) return null;
      const adapter = read(name);
      return fits(adapter, fit) ? { name, adapter, problem: null } : { name, adapter: null, problem: 'unfit' };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { name: name ?? '', adapter: null, problem: error.code === 'ADAPTER_MISSING' ? 'missing' : 'invalid' };
    }
  };

  return {
    names: () => [...new Set([...namesIn(own), ...namesIn(carried)])],
    read,
    place(name) {
      mkdirSync(own, { recursive: true });
      const taken = new Set([...namesIn(own), ...namesIn(carried)]);
      for (let n = 1; ; n++) {
        const free = n === 1 ? name : `${name}-${n}`;
        if (!taken.has(free)) return { name: free, path: pathIn(own, free) };
      }
    },
    inUse: () => inUse(),
    use(name, fit) {
      if (name !== null && !fits(read(name), fit)) throw new AppError('ADAPTER_UNFIT', { name, want: fit.fingerprint });
      if (name !== inUse()) write([...history(), name]);
    },
    undo() {
      const before = history();
      if (before.length === 0) throw new AppError('ADAPTER_NO_EARLIER');
      write(before.slice(0, -1));
      return inUse();
    },
    choice(fit) {
      const now = version();
      if (known?.version !== now || known.fingerprint !== fit.fingerprint) {
        known = { version: now, fingerprint: fit.fingerprint, choice: look(fit) };
      }
      return known.choice;
    },
  };
}

const fits = (adapter: Adapter, { fingerprint, dimension }: Fit): boolean =>
  adapter.fingerprint === fingerprint && adapter.dimension === dimension;
