// Cites documents, and places in them by their offsets, as they come: each document's text is read once.
import type { Archive } from '../domain/archive.js';
import type { DocumentSummary } from '../domain/document.js';
import type { Passage, Range } from '../domain/passage.js';
import type { Citation, Place } from '../domain/place.js';
import { cite } from './cite.js';

/** A range of a document's text, with the passage that it lies in. */
export type CitedRange = Pick<Passage, 'id' | 'start' | 'end'>;
export type Citing = (document: DocumentSummary, range?: CitedRange) => Citation;

export interface CitingDeps {
  readonly archive: Pick<Archive, 'placing'>;
  /** scheme and host; empty where the service has no address outside */
  readonly origin: string;
  /** the page of a document, or of a place in it */
  href(document: { readonly id: string }, range?: CitedRange): string;
}

export function createCiting({ archive, origin, href }: CitingDeps): Citing {
  const placings = new Map<string, (range: Range) => Place>();
  const placingIn = (id: string): ((range: Range) => Place) => {
    const placing = placings.get(id) ?? archive.placing(id);
    placings.set(id, placing);
    return placing;
  };
  return (document, range) =>
    cite(document, range ? placingIn(document.id)(range) : null, { origin, href: href(document, range) });
}
