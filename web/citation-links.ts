// Mentions in a text as links: where each stands, and the page of the document that it means.
import type { Citation } from '../services/domain/citation.js';
import { documentPath, href, passageAnchor } from './links.js';

export interface CitationLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
  readonly state: NonNullable<Citation['resolution']>['state'];
}

/** The page of what a mention means: the article cited where it names one; undefined where nothing is held. */
export function citationHref({ resolution }: Pick<Citation, 'resolution'>): string | undefined {
  const document = resolution?.document ?? resolution?.newer;
  if (!resolution || !document) return undefined;
  const { passage } = resolution;
  return passage
    ? href(documentPath(document.id), { at: passage.start }, passageAnchor(passage.id))
    : documentPath(document.id);
}

/** In the order of the text, without overlap: for the reading page. */
export const citationLinks = (cites: readonly Citation[]): CitationLink[] =>
  cites.flatMap((citation): CitationLink[] => {
    const to = citationHref(citation);
    const { start, end, resolution } = citation;
    return to && resolution ? [{ start, end, href: to, state: resolution.state }] : [];
  });
