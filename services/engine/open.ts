// Opens the engine that the settings name. The only file that names an adapter.
import { join } from 'node:path';
import type { Settings } from '../../config/settings.js';
import { createEmbeddedEngine } from './embedded/engine.js';
import type { Engine } from './engine.js';
import { createMeilisearchEngine } from './meilisearch/engine.js';

export interface EngineOptions {
  readonly settings: Settings;
  /** the catalogue's random id, so that archives never mix on a shared server */
  readonly catalogueId: string;
  readonly dimension: number;
}

export function openEngine({ settings, catalogueId, dimension }: EngineOptions): Engine {
  if (settings.YANJU_ENGINE === 'meilisearch') {
    return createMeilisearchEngine({
      url: settings.MEILI_URL ?? '',
      ...(settings.MEILI_API_KEY && { apiKey: settings.MEILI_API_KEY }),
      catalogueId,
      dimension,
    });
  }
  return createEmbeddedEngine({ path: join(settings.YANJU_DATA_DIR, 'engine.db'), dimension });
}
