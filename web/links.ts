// Addresses of pages. Everything that varies goes through URLSearchParams or encodeURIComponent.

import {
  type SearchRequest,
  type TimelineRequest,
  type VariantsRequest,
  WordingRequest,
} from '../services/domain/query.js';
import type { StatedTarget, TargetsRequest } from '../services/domain/target-table.js';

export type Params = Readonly<Record<string, string | number | undefined>>;

/** A page as a link leads to it; `params` without a value, or with an empty one, are left out. */
export interface Address {
  readonly path: string;
  readonly params: Params;
}

export function href(path: string, params: Params = {}, fragment = ''): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== '') search.append(name, String(value));
  }
  const query = search.toString();
  return `${path}${query && `?${query}`}${fragment && `#${fragment}`}`;
}

/** A search as a page's parameters: defaults left out, so that addresses stay short and the same search has one address. */
export function searchParams(request: SearchRequest): Params {
  const { q, mode, group, families, above, sort, literal, page, size, ...filters } = request;
  return {
    q,
    mode: mode === 'hybrid' ? undefined : mode,
    ...filters,
    group: group === 'passage' ? undefined : group,
    families: families === 'collapse' ? undefined : families,
    above: above ? 'true' : undefined,
    sort: sort === 'relevance' ? undefined : sort,
    literal: literal ? 'true' : undefined,
    size: size === 10 ? undefined : size,
    page: page === 1 ? undefined : page,
  };
}

/** The same search as the API takes it, where families are not folded unless asked for. */
export const apiSearchHref = (request: SearchRequest): string =>
  href('/api/search', {
    ...searchParams(request),
    families: request.families === 'collapse' ? 'collapse' : undefined,
  });

/** The same search with some parameters changed (undefined takes one out), from its first page. */
export const searchHref = (request: SearchRequest, change: Params = {}): string =>
  href('/search', { ...searchParams(request), page: undefined, ...change });

/** A question at the public door; with a region, for what binds those who live there. */
export const answerParams = ({ q, region, page }: Pick<SearchRequest, 'q' | 'region' | 'page'>): Params => ({
  q,
  region,
  above: region === undefined ? undefined : 'true',
  page: page === 1 ? undefined : page,
});
export const answerHref = (request: Pick<SearchRequest, 'q' | 'region'>, page = 1): string =>
  href('/', answerParams({ ...request, page }));

export const documentPath = (id: string): string => `/documents/${encodeURIComponent(id)}`;
export const citationsPath = (id: string): string => `${documentPath(id)}/citations`;
/** Two documents side by side, the older as `a`; without `b`, what `a` may be compared with. */
export const compareHref = (a: string, b: string | undefined, { show, page }: Params = {}, fragment = ''): string =>
  href(
    '/compare',
    { a, b, show: show === 'changes' ? undefined : show, page: page === 1 ? undefined : page },
    fragment,
  );
/** A superior document against a local one that implements it. */
export const transmissionHref = (superior: string, local: string, show?: string): string =>
  href('/transmission', { superior, local, show });
export const passageAnchor = (id: number): string => `p${id}`;

/** A document, opened at one of its passages; `at` finds the place even when the passage's id has changed since. */
export const passageHref = (id: string, passage: { readonly id: number; readonly start: number }, q?: string): string =>
  href(documentPath(id), { at: passage.start, q }, passageAnchor(passage.id));

/**
 * The address that goes into citations, lists and feeds: a version of a document, or a place in it. It leads to what was
 * cited after the document was ingested again or corrected; the page then says that there is a newer version.
 */
export const permanentHref = (
  document: { readonly id: string },
  cited?: { readonly version: number; readonly start?: number; readonly paragraph?: number },
): string =>
  href(
    documentPath(document.id),
    { v: cited?.version, at: cited?.start },
    cited?.paragraph === undefined ? '' : `n${cited.paragraph}`, // as the reading page numbers its paragraphs
  );

/** A wording search as its page's parameters: what is usual there is left out. */
export function wordingParams({
  q,
  loose,
  punctuation,
  script,
  numerals,
  near,
  withoutIn,
  sort,
  removed,
  page,
  size,
  ...rest
}: WordingRequest): Params {
  return {
    q,
    loose: loose ? 'true' : undefined,
    punctuation: punctuation === 'keep' ? undefined : punctuation,
    script: script === 'keep' ? undefined : script,
    numerals: numerals === 'keep' ? undefined : numerals,
    ...rest,
    near: near === 'paragraph' ? undefined : near,
    withoutIn: withoutIn === 'paragraph' ? undefined : withoutIn,
    sort: sort === 'date' ? undefined : sort,
    removed: removed ? 'true' : undefined,
    size: size === 50 ? undefined : size,
    page: page === 1 ? undefined : page,
  };
}
export const wordingHref = (request: WordingRequest, page: number): string =>
  href('/wording', wordingParams({ ...request, page }));

/** A question to the targets desk as its page's parameters: what is usual is left out. */
export function targetsParams({ perCell, page, size, ...rest }: TargetsRequest): Params {
  return {
    ...rest,
    perCell: perCell === 10 ? undefined : perCell,
    size: size === 50 ? undefined : size,
    page: page === 1 ? undefined : page,
  };
}
/** The same question with some parameters changed (undefined takes one out), from its first page. */
export const targetsHref = (request: TargetsRequest, change: Params = {}): string =>
  href('/targets', { ...targetsParams(request), page: undefined, ...change });

/** Sentences of tables are long: then only the words of the value are marked. */
const LONGEST_MARKED = 80;
/** The sentence of a value in its document. */
export function statedHref({ document, passage, sentence, start, words }: StatedTarget): string {
  const q = sentence.text.length <= LONGEST_MARKED ? sentence.text : words;
  return href(documentPath(document.id), { at: start, q }, passage ? passageAnchor(passage.id) : '');
}

/** The timeline's page: what is usual there is left out. */
export function timelineParams(request: TimelineRequest, measure: string): Params {
  const { q, by, ...conditions } = request;
  return {
    ...wordingParams(WordingRequest.parse({ ...conditions, q, size: 50 })),
    by: by === 'year' ? undefined : by,
    measure: measure === 'occurrences' ? undefined : measure,
  };
}

/** Opens the lines that a group of the timeline counts: its filters, narrowed to the group. */
export function groupLines({ q: _, by: __, ...conditions }: TimelineRequest): (q: string, opens: Params) => string {
  const params = wordingParams(WordingRequest.parse({ ...conditions, q: '', size: 50 }));
  return (q, opens) => href('/wording', { ...params, q, ...opens });
}

export function variantsParams({ alike, size, ...rest }: VariantsRequest, against: string): Params {
  return {
    ...rest,
    alike: alike === 70 ? undefined : alike,
    size: size === 50 ? undefined : size,
    against: against === 'asked' ? undefined : against,
  };
}
