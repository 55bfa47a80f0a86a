// Mentions in a text as links: where each stands, the page of the document that it means, and how that stands.
import type { Citation, CitationState, CitedPlace } from '../services/domain/citation.js';
import { inTitleMarks } from '../services/domain/title-marks.js';
import { documentPath, href, passageAnchor } from './links.js';
import type { View } from './views/view.js';

export interface CitationLink {
  readonly start: number;
  readonly end: number;
  /** undefined where nothing is held that it could lead to */
  readonly href: string | undefined;
  readonly state: CitationState;
  /** the state in words, with what came in the document's place or repealed it */
  readonly title: string;
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

function titleOf({ say }: View, { articles, resolution }: CitedPlace): string {
  const { state, document, newer, repealedBy, passage } = resolution;
  const by = repealedBy[0]?.document;
  const words = [
    say(state === 'current' && document?.status === '现行' ? 'citationState_inForce' : `citationState_${state}`),
    ...(document ? [inTitleMarks(document.title)] : []),
    ...(passage ? [say('citationArticle', { article: articles[0] ?? '' })] : []),
    ...(by ? [say('citationLinkRepealed', { by: inTitleMarks(by.title) })] : []),
    ...(newer ? [say(document ? 'citationLinkNewer' : 'citationLinkOther', { newer: inTitleMarks(newer.title) })] : []),
  ];
  return words.join(say('citationLinkJoint'));
}

/** In the order of the text, for the reading page; of two that overlap the first is kept. */
export function citationLinks(cites: readonly CitedPlace[], view: View): CitationLink[] {
  let end = 0;
  return cites.flatMap((cited): CitationLink[] => {
    if (cited.start < end) return [];
    end = cited.end;
    const { start, resolution } = cited;
    return [{ start, end, href: citationHref(cited), state: resolution.state, title: titleOf(view, cited) }];
  });
}
