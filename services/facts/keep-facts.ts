// The worker's step that keeps what documents say up to the catalogue: those that came, changed or went since, one by one.
import { setImmediate as breathe } from 'node:timers/promises';
import type { DocumentFacts } from '../catalogue/facts.js';
import type { Catalogue } from '../catalogue/open.js';
import { readDocumentCitations } from './citations/of-document.js';
import { citationsRecipe } from './citations/read-citations.js';
import { readDocumentTargets } from './targets/of-document.js';
import { targetsRecipe } from './targets/read-targets.js';

/** Differs when the result of a reader changes: every document is then read anew. */
const recipe = `targets ${targetsRecipe}, citations ${citationsRecipe}`;
const BATCH = 200;
const nothing: DocumentFacts = { targets: [], citations: [] };

export const factsBehind = (catalogue: Catalogue): boolean => catalogue.facts.isBehind(recipe);

/** `onDocument` is told of every document done, and of the error where one could not be read. */
export async function keepFacts(
  catalogue: Catalogue,
  onDocument: (id: string, error?: unknown) => void = () => {},
): Promise<void> {
  for (;;) {
    const batch = catalogue.facts.behind(recipe, BATCH);
    if (batch.length === 0) return;
    for (const { documentId, revision, removed } of batch) {
      let failure: unknown;
      let facts = nothing;
      try {
        if (!removed) facts = readFacts(catalogue, documentId);
      } catch (error) {
        failure = error;
      }
      catalogue.transaction(() => catalogue.facts.put({ documentId, revision, recipe }, facts));
      onDocument(documentId, failure);
      await breathe(); // the process has other things to do
    }
  }
}

const readFacts = (catalogue: Catalogue, id: string): DocumentFacts => ({
  targets: readDocumentTargets(catalogue, id),
  citations: readDocumentCitations(catalogue, id),
});
