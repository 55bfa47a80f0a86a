// The engine in use, behind the port: it can be exchanged for another between two requests. What is under way ends on
// the one it began with, which is closed after its last.
import { AppError } from '../domain/errors.js';
import type { EngineChoice } from './choice.js';
import type { Engine } from './engine.js';

export interface EngineInUse extends Engine {
  choice(): EngineChoice;
  /** Why the engine that was chosen is not in use yet; null when it is. */
  problem(): AppError | null;
  /** Works on one engine to the end, even when another comes into use meanwhile. */
  hold<T>(work: (engine: Engine) => Promise<T>): Promise<T>;
}

export interface InUseOptions {
  open(choice: EngineChoice): Engine;
  /** The engine wanted now; asked before every use, so it must cost little. */
  chosen(): EngineChoice;
  /** Whether an index of this identity, which has just answered, holds enough for its answer to count. */
  mayAnswer(identity: string): boolean;
  /** Whether the index of this identity may come into use in the place of one that does. */
  isReady(identity: string): boolean;
  onChange?(choice: EngineChoice, problem: AppError | null): void;
}

/** How often an engine that could not be taken into use is tried again, and how often one that nobody asks looks. */
const AGAIN_MS = 2_000;
const LOOK_MS = 1_000;

interface Handle {
  readonly engine: Engine;
  readonly choice: EngineChoice;
  users: number;
  retired: boolean;
}

const same = (a: EngineChoice, b: EngineChoice): boolean => a.engine === b.engine && a.url === b.url;

export function createEngineInUse({
  open,
  chosen,
  mayAnswer,
  isReady,
  onChange = () => {},
}: InUseOptions): EngineInUse {
  const opened = (choice: EngineChoice): Handle => ({ engine: open(choice), choice, users: 0, retired: false });
  let current = opened(chosen());
  let problem: AppError | null = null;
  let exchanging: Promise<void> | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;
  let closed = false;

  const retire = async (handle: Handle): Promise<void> => {
    handle.retired = true;
    if (handle.users === 0) await handle.engine.close();
  };
  /** Looks at the other engine first: one that does not answer, or holds less, does not come into use. */
  async function exchange(choice: EngineChoice): Promise<void> {
    let next: Handle | null = null;
    try {
      next = opened(choice);
      const identity = await next.engine.identity();
      if (!isReady(identity)) throw new AppError('ENGINE_UNAVAILABLE', { why: `incomplete: ${identity}` });
      const before = current;
      current = next;
      problem = null;
      onChange(choice, null);
      await retire(before);
    } catch (error) {
      if (next && next !== current) await next.engine.close();
      if (!(error instanceof AppError)) throw error;
      if (problem?.message !== error.message) onChange(choice, error);
      problem = error;
    }
  }
  function look(): void {
    if (closed || exchanging) return;
    const wanted = chosen();
    if (same(wanted, current.choice)) {
      problem = null;
      return;
    }
    if (performance.now() - triedAt < AGAIN_MS) return;
    triedAt = performance.now();
    exchanging = exchange(wanted).finally(() => {
      exchanging = null;
    });
    exchanging.catch(() => {}); // an error that is none of ours shows in the next use
  }
  async function hold<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    look();
    const handle = current;
    handle.users++;
    try {
      return await work(handle.engine);
    } finally {
      handle.users--;
      if (handle.retired && handle.users === 0) await handle.engine.close();
    }
  }
  const timer = setInterval(look, LOOK_MS);
  timer.unref();

  return {
    get name() {
      return current.engine.name;
    },
    choice: () => current.choice,
    problem: () => problem,
    hold,
    identity: () => hold((engine) => engine.identity()),
    apply: (documents) => hold((engine) => engine.apply(documents)),
    query: (query) =>
      hold(async (engine) => {
        const answer = await engine.query(query);
        const { identity } = answer;
        if (identity === undefined || mayAnswer(identity)) return answer;
        throw new AppError('ENGINE_UNAVAILABLE', { why: `filling: ${identity}` });
      }),
    size: () => hold((engine) => engine.size()),
    rebuild: () => hold((engine) => engine.rebuild()),
    async close() {
      closed = true;
      clearInterval(timer);
      await exchanging;
      await current.engine.close();
    },
  };
}
