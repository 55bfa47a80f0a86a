// A citation in all its forms: of a document, or of a place in it.
import type { Citation, Place } from '../domain/place.js';
import { today } from '../today.js';
import { gbt7714 } from './gbt7714.js';
import { type Cited, plainCitation } from './plain.js';

export interface Link {
  /** scheme and host; empty where the service has no address outside */
  readonly origin: string;
  /** the page, from its host's root */
  readonly href: string;
}

/** As of today: the day of a visit is part of the reference. */
export function cite(document: Cited, place: Place | null, { origin, href }: Link): Citation {
  const on = today();
  const link = `${origin}${href}`;
  return {
    plain: plainCitation(document, place),
    gbt7714: gbt7714(document, { url: origin && link, on }),
    link,
    place,
  };
}
