// Occurrences as they are shown: with their places in the stored text, what stands around them, document and passage.
import type { Catalogue } from '../catalogue/open.js';
import { passageIndexAt } from '../catalogue/snapshot.js';
import type { Occurrence } from '../domain/result.js';
import { normalText, originalRange } from '../domain/text.js';
import type { Located } from './order.js';
import type { Place } from './phrase.js';

/** Characters shown on either side of an occurrence. */
const CONTEXT = 40;

export interface Around {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** Finds places of the normal form in a stored text; the offset map is made once. */
export function around(text: string): (place: Place) => Around {
  const normal = normalText(text);
  return ({ start, end }) => {
    const range = originalRange(normal, start, end);
    return {
      ...range,
      before: text.slice(Math.max(0, range.start - CONTEXT), range.start),
      match: text.slice(range.start, range.end),
      after: text.slice(range.end, range.end + CONTEXT),
    };
  };
}

export function show(list: readonly Located[], catalogue: Catalogue): Occurrence[] {
  const texts = new Map<string, ReturnType<typeof around>>();
  return list.flatMap(({ document, place }) => {
    const inText = texts.get(document.id) ?? around(catalogue.documents.text(document.id).text);
    texts.set(document.id, inText);
    const summary = catalogue.documents.summary(document.id);
    const passageId = document.passageIds[Math.max(0, passageIndexAt(document, place.start))];
    const [passage] = passageId === undefined ? [] : catalogue.documents.passagesById([passageId]);
    if (!summary || !passage) return [];
    const { documentId: _, ...shown } = passage;
    return [{ document: summary, passage: shown, ...inText(place) }];
  });
}
