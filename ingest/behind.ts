// Whether there is work, and how a worker that stays waits for an engine that is out of reach: what does not need it
// goes on, and it is asked again after a pause that grows.
import type { Logger } from 'pino';
import type { Catalogue } from '../services/catalogue/open.js';
import { AppError } from '../services/domain/errors.js';
import type { Engine } from '../services/engine/engine.js';
import { factsBehind } from '../services/facts/keep-facts.js';
import { familiesBehind } from '../services/families/link-documents.js';

export interface BehindDeps {
  readonly catalogue: Catalogue;
  readonly engine: Pick<Engine, 'identity'>;
  /** then nobody waits for the engine: its failure ends the work */
  readonly untilIdle: boolean;
  readonly logger: Logger;
}
export interface Behind {
  (): Promise<boolean>;
  /** Takes a failure of the work: an engine's is waited for, any other is thrown on. */
  failed(error: unknown): void;
  /** Whether the engine is waited for: what it lacks is then not known, and no run has ended. */
  waits(): boolean;
}

const PAUSE_MS = { first: 500, last: 10_000 };

export function createBehind({ catalogue, engine, untilIdle, logger }: BehindDeps): Behind {
  let pause = 0;
  let nextAt = 0;

  const failed = (error: unknown): void => {
    const isEngine = error instanceof AppError && /^ENGINE_/.test(error.code);
    if (!isEngine || untilIdle) throw error;
    if (pause === 0) logger.warn({ event: 'engine.out', code: error.code, message: error.message });
    pause = Math.min(PAUSE_MS.last, pause === 0 ? PAUSE_MS.first : pause * 2);
    nextAt = performance.now() + pause;
  };
  const engineBehind = async (): Promise<boolean> => {
    if (performance.now() < nextAt) return false;
    try {
      const isBehind = catalogue.sync.isBehind(await engine.identity());
      if (pause > 0) logger.info({ event: 'engine.back' });
      pause = 0;
      return isBehind;
    } catch (error) {
      failed(error);
      return false;
    }
  };
  const behind = async (): Promise<boolean> =>
    catalogue.queue.pending() > 0 || (await engineBehind()) || familiesBehind(catalogue) || factsBehind(catalogue);
  return Object.assign(behind, { failed, waits: () => pause > 0 });
}
