// Opens an engine. The only file that names an adapter.
import { join } from 'node:path';
import type { Settings } from '../../config/settings.js';
import { AppError } from '../domain/errors.js';
import type { EngineChoice } from './choice.js';
import { createEmbeddedEngine } from './embedded/engine.js';
import type { Engine } from './engine.js';
import { createMeilisearchEngine, type EngineLogger } from './meilisearch/engine.js';

export interface EngineOptions {
  readonly settings: Settings;
  /** the catalogue's random id, so that archives never mix on a shared server */
  readonly catalogueId: string;
  readonly dimension: number;
  /** fingerprint of the model whose vectors it holds or is asked by; left out where there is none */
  readonly model?: string | undefined;
  /** the engine that the settings name, without one */
  readonly choice?: EngineChoice;
  readonly logger?: EngineLogger;
}

/** @throws AppError SETTING_INVALID when nothing says where the Meilisearch server is */
export function openEngine({ settings, catalogueId, dimension, model, choice, logger }: EngineOptions): Engine {
  if ((choice?.engine ?? settings.YANJU_ENGINE) === 'meilisearch') {
    const url = choice?.url ?? settings.MEILI_URL;
    if (!url) {
      throw new AppError('SETTING_INVALID', { name: 'MEILI_URL', value: '', why: 'Meilisearch 需要它 / needs it' });
    }
    return createMeilisearchEngine({
      url,
      ...(settings.MEILI_API_KEY && { apiKey: settings.MEILI_API_KEY }),
      catalogueId,
      dimension,
      model,
      ...(logger && { logger }),
    });
  }
  return createEmbeddedEngine({ path: join(settings.YANJU_DATA_DIR, 'engine.db'), dimension, model });
}
