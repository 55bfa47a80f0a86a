// Cites what a page shows: documents, and places in them by their offsets.
import type { Request } from 'express';
import type { Settings } from '../config/settings.js';
import { cite } from '../services/citation/cite.js';
import type { Archive } from '../services/domain/archive.js';
import type { DocumentSummary } from '../services/domain/document.js';
import type { Passage, Range } from '../services/domain/passage.js';
import type { Citation, Place } from '../services/domain/place.js';
import { publicAddress } from '../services/public-address.js';
import { permanentHref } from './links.js';

/** A range of a document's text, with the passage that it lies in. */
export type CitedRange = Pick<Passage, 'id' | 'start' | 'end'>;
export type Citing = (document: DocumentSummary, range?: CitedRange) => Citation;

export const originOf = (request: Request, { YANJU_PUBLIC_URL }: Pick<Settings, 'YANJU_PUBLIC_URL'>): string =>
  publicAddress(YANJU_PUBLIC_URL, { protocol: request.protocol, host: request.host });

/** Each document's text is read once. */
export function citing(archive: Pick<Archive, 'placing'>, origin: string): Citing {
  const placings = new Map<string, (range: Range) => Place>();
  const placingIn = (id: string): ((range: Range) => Place) => {
    const placing = placings.get(id) ?? archive.placing(id);
    placings.set(id, placing);
    return placing;
  };
  return (document, range) =>
    cite(document, range ? placingIn(document.id)(range) : null, { origin, href: permanentHref(document, range) });
}
