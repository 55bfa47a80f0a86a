// Addresses under which results are taken away: as a list, as a feed, as a saved search.
import type { Language } from '../services/domain/messages/language.js';
import type { SearchRequest, WordingRequest } from '../services/domain/query.js';
import { href, type Params, searchHref, searchParams, wordingHref, wordingParams } from './links.js';

/** A question that can be asked again: all of it is in its address. */
export interface TakeAway {
  readonly kind: 'search' | 'wording';
  readonly q: string;
  /** the page that asks it */
  readonly page: string;
  readonly csv: string;
  readonly docx: string;
  readonly feed: string;
}

const wholeList = (params: Params): Params => ({ ...params, page: undefined, size: undefined });

/** Files and feeds are in the page's language, whatever a browser prefers. */
export function searchTakeAway(request: SearchRequest, lang: Language): TakeAway {
  const params = wholeList(searchParams(request));
  const asListed = { ...params, families: request.families === 'collapse' ? 'collapse' : undefined, lang };
  return {
    kind: 'search',
    q: request.q,
    page: searchHref(request),
    csv: href('/api/export/search.csv', asListed),
    docx: href('/api/export/search.docx', asListed),
    // What is new is listed by document, families or not.
    feed: href('/feed/search.atom', { ...params, group: undefined, families: undefined, lang }),
  };
}

export function wordingTakeAway(request: WordingRequest, lang: Language): TakeAway {
  const params = wholeList(wordingParams(request));
  return {
    kind: 'wording',
    q: request.q,
    page: wordingHref(request, 1),
    csv: href('/api/export/wording.csv', { ...params, lang }),
    docx: href('/api/export/wording.docx', { ...params, lang }),
    feed: href('/feed/wording.atom', { ...params, sort: undefined, removed: undefined, lang }),
  };
}

/** /saved, as it is without a script: it says how to keep this question. */
export const savedHref = ({ page }: TakeAway): string => href('/saved', { of: page });
