// Which engine answers: what the settings say, and where the archive was moved to by `yanju reindex --to`.
import type { Settings } from '../../config/settings.js';
import type { EngineMove } from '../catalogue/indexes.js';
import type { EngineName } from './engine.js';

export interface EngineChoice {
  readonly engine: EngineName;
  /** of the Meilisearch server; null where nothing says */
  readonly url: string | null;
}

type Said = Pick<Settings, 'YANJU_ENGINE' | 'MEILI_URL' | 'given'>;

/** Its own settings know the way to the server better than whoever moved the archive. */
const to = (engine: EngineName, { MEILI_URL }: Said, move: EngineMove | null): EngineChoice => ({
  engine,
  url: engine === 'embedded' ? null : (MEILI_URL ?? move?.url ?? null),
});

/**
 * A process starts with the engine that YANJU_ENGINE names; where it is not set, with the one that the archive was last
 * moved to, the embedded one before any move. A move after its start takes it along, whatever it was started with: the
 * operator's newest word counts.
 * @param startedAfter number of the newest move when the process started; 0 before any
 */
export function engineChoice(settings: Said, move: EngineMove | null, startedAfter: number): EngineChoice {
  const takenAlong = move !== null && move.number > startedAfter;
  if (!takenAlong && settings.given.has('YANJU_ENGINE')) return to(settings.YANJU_ENGINE, settings, move);
  return to(move?.engine ?? settings.YANJU_ENGINE, settings, move);
}

/** The setting that will lead a process back to another engine at its next start; null where none will. */
export const leadsBack = (settings: Said, inUse: EngineName): EngineName | null =>
  settings.given.has('YANJU_ENGINE') && settings.YANJU_ENGINE !== inUse ? settings.YANJU_ENGINE : null;
