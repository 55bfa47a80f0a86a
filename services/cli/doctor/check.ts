// One thing that `yanju doctor` looks at.
import { type Catalogue, openCatalogue } from '../../catalogue/open.js';

/** A string is what was found; a warning works, and wants looking after; a failure is thrown. */
export type Found = string | { readonly warning: string };

export interface Check {
  readonly name: string;
  run(): Found | Promise<Found>;
}

export async function withCatalogue<T>(dataDir: string, use: (catalogue: Catalogue) => T | Promise<T>): Promise<T> {
  const catalogue = openCatalogue(dataDir);
  try {
    return await use(catalogue);
  } finally {
    catalogue.close();
  }
}
