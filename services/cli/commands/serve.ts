// yanju serve: pages and API, with a worker beside them. `--examples` fills an empty archive first (npm start).
import { join } from 'node:path';
import { projectRoot } from '../../../config/root.js';
import { startServer } from '../../api/server.js';
import { openCatalogue } from '../../catalogue/open.js';
import type { Context } from '../context.js';
import { ingest } from './ingest.js';

export async function serve(options: { examples?: boolean }, context: Context): Promise<number> {
  const { settings, logger, say } = context;
  if (options.examples && isEmpty(settings.YANJU_DATA_DIR)) {
    await ingest([join(projectRoot, 'examples', 'documents')], {}, context);
  }
  const server = await startServer(settings, logger);
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
