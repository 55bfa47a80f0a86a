// The mentions in a document of the catalogue.
import type { Catalogue } from '../../catalogue/open.js';
import type { Mention } from '../../domain/citation.js';
import { readCitations } from './read-citations.js';

export function readDocumentCitations(catalogue: Catalogue, id: string): Mention[] {
  const metadata = catalogue.documents.metadata(id);
  return metadata ? readCitations(catalogue.documents.text(id).text, metadata.title) : [];
}
