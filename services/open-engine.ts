// Opens the engine in use for one process: what its settings say, and where the archive is moved meanwhile.
import type { Logger } from 'pino';
import type { Settings } from '../config/settings.js';
import type { Catalogue } from './catalogue/open.js';
import { engineChoice, leadsBack } from './engine/choice.js';
import { createEngineInUse, type EngineInUse } from './engine/in-use.js';
import { openEngine } from './engine/open.js';

export interface EngineInUseDeps {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  readonly dimension: number;
  readonly model?: string | undefined;
  readonly logger: Logger;
}

/** An index that was never whole may lack so many documents, or such a share of all, before it no longer answers. */
const FEW = 20;
const SHARE = 0.1;

export function mayAnswer({ indexes }: Catalogue, identity: string): boolean {
  if (indexes.get(identity)) return true;
  const { documents, lacking } = indexes.lacking(identity);
  return lacking <= Math.max(FEW, SHARE * documents);
}

export function openEngineInUse({ settings, catalogue, dimension, model, logger }: EngineInUseDeps): EngineInUse {
  const startedAfter = catalogue.indexes.move()?.number ?? 0;
  const chosen = () => engineChoice(settings, catalogue.indexes.move(), startedAfter);
  const moved = catalogue.indexes.move()?.engine;
  if (moved !== undefined && leadsBack(settings, moved) !== null) {
    logger.warn({ event: 'engine.setting', set: settings.YANJU_ENGINE, moved });
  }
  const told = {
    info: (fields: Readonly<Record<string, unknown>>, event: string) => logger.info({ event, ...fields }),
  };
  return createEngineInUse({
    open: (choice) => openEngine({ settings, catalogueId: catalogue.id, dimension, model, choice, logger: told }),
    chosen,
    mayAnswer: (identity) => mayAnswer(catalogue, identity),
    isReady: (identity) => catalogue.indexes.get(identity) !== null,
    onChange({ engine }, problem) {
      if (problem) logger.warn({ event: 'engine.waiting', engine, code: problem.code, message: problem.message });
      else logger.info({ event: 'engine.moved', engine });
    },
  });
}
