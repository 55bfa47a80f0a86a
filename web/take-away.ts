// Addresses under which results are taken away: as a file, as a feed, as a saved search.
import type { Language } from '../services/domain/messages/language.js';
import type { SearchRequest, TimelineRequest, VariantsRequest, WordingRequest } from '../services/domain/query.js';
import type { TargetsRequest } from '../services/domain/target-table.js';
import {
  href,
  type Params,
  searchHref,
  searchParams,
  targetsParams,
  timelineParams,
  variantsParams,
  wordingHref,
  wordingParams,
} from './links.js';

/** Files of all that was found, in the formats that there are. */
export interface Files {
  readonly csv?: string;
  readonly docx?: string;
}

/** A question that can be asked again: all of it is in its address. */
export interface TakeAway extends Required<Files> {
  readonly kind: 'search' | 'wording';
  readonly q: string;
  /** the page that asks it */
  readonly page: string;
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
    feed: href('/feed/search.atom', { ...params, group: undefined, families: undefined, sort: undefined, lang }),
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

/** Every value of one indicator; nothing without one. */
export function targetsFiles(request: TargetsRequest, lang: Language): Files {
  if (request.indicator === undefined) return {};
  const params = { ...wholeList(targetsParams(request)), q: undefined, perCell: undefined, lang };
  return { csv: href('/api/export/targets.csv', params), docx: href('/api/export/targets.docx', params) };
}

export const timelineFiles = (request: TimelineRequest, lang: Language): Files => ({
  csv: href('/api/export/timeline.csv', { ...timelineParams(request, 'occurrences'), lang }),
});

/** With the changes marked as the page marks them. */
export function variantsFiles(request: VariantsRequest, against: 'asked' | 'before', lang: Language): Files {
  const params = { ...wholeList(variantsParams(request, against)), lang };
  return { csv: href('/api/export/variants.csv', params), docx: href('/api/export/variants.docx', params) };
}

export const citationsFiles = (filters: Params, lang: Language): Files => ({
  csv: href('/api/export/citations.csv', { ...wholeList(filters), lang }),
});

export const documentCitationsFiles = (id: string, lang: Language): Files => ({
  csv: href(`/api/export/documents/${encodeURIComponent(id)}/citations.csv`, { lang }),
});

/** What the page shows: changes alone, or everything. */
export const comparisonFiles = (a: string, b: string, show: 'changes' | 'all', lang: Language): Files => ({
  docx: href('/api/export/compare.docx', { a, b, show: show === 'changes' ? undefined : show, lang }),
});

/** What the page shows: everything, or one outcome alone. */
export function transmissionFiles(superior: string, local: string, show: string, lang: Language): Files {
  const params = { superior, local, show: show === 'all' ? undefined : show, lang };
  return { csv: href('/api/export/transmission.csv', params), docx: href('/api/export/transmission.docx', params) };
}

/** /saved, as it is without a script: it says how to keep this question. */
export const savedHref = ({ page }: TakeAway): string => href('/saved', { of: page });
