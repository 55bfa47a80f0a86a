// yanju serve: pages and API, with a worker beside them, unless `--no-worker`. `--examples` fills an empty archive first (npm start).
import { join } from 'node:path';
import { projectRoot } from '../../../config/root.js';
import { startServer } from '../../api/server.js';
import { openCatalogue } from '../../catalogue/open.js';
import type { Context } from '../context.js';
import { tellCrash, tellUnknownSettings } from '../serving.js';
import { ingest } from './ingest.js';

export interface ServeCommand {
  readonly examples?: boolean;
  /** false: it runs elsewhere, on the same data folder */
  readonly worker?: boolean;
}

export async function serve({ examples, worker = true }: ServeCommand, context: Context): Promise<number> {
  const { settings, logger, say } = context;
  tellCrash(logger);
  tellUnknownSettings(logger);
  if (examples && isEmpty(settings.YANJU_DATA_DIR)) {
    await ingest([join(projectRoot, 'examples', 'documents')], {}, context);
  }
  const server = await startServer(settings, logger, { worker });
  console.log(say('listening', { url: server.url }));
  await server.closed;
  return 0;
}

function isEmpty(dataDir: string): boolean {
  const catalogue = openCatalogue(dataDir);
  const empty = catalogue.documents.counts().documents === 0 && catalogue.queue.pending() === 0;
  catalogue.close();
  return empty;
}
