// Takes an archive's index off the Meilisearch server that MEILI_URL names.
import { Meilisearch } from 'meilisearch';
import { openCatalogue } from '../services/catalogue/open.js';

export async function dropIndex(dataDir: string): Promise<void> {
  const { MEILI_URL: host, MEILI_API_KEY: apiKey } = process.env;
  if (!host) return;
  const catalogue = openCatalogue(dataDir);
  const { id } = catalogue;
  catalogue.close();
  await new Meilisearch({ host, ...(apiKey && { apiKey }) })
    .deleteIndex(`yanju-${id}-passages`)
    .waitTask({ timeout: 60_000 });
}
