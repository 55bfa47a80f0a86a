// Places in other documents as they are shown: with their words and passage, documents of one family together.
import type { Catalogue } from '../catalogue/open.js';
import { passageIndexAt, type SnapshotDocument } from '../catalogue/snapshot.js';
import type { SimilarWording } from '../domain/elsewhere.js';
import { type NormalText, normalText, originalRange } from '../domain/text.js';

export type Copy = Pick<SimilarWording, 'document' | 'place'>;

/** A place in a document's normal form. */
export interface Found {
  readonly document: SnapshotDocument;
  readonly start: number;
  readonly end: number;
}

export interface Texts {
  /** null when the document has gone in the meantime */
  copy(found: Found): Copy | null;
}

/** Looks places up; each document's offset map is made once. */
export function createTexts(catalogue: Catalogue): Texts {
  const maps = new Map<string, { readonly text: string; readonly normal: NormalText }>();
  const mapOf = (id: string) => {
    const known = maps.get(id);
    if (known) return known;
    const { text } = catalogue.documents.text(id);
    const made = { text, normal: normalText(text) };
    maps.set(id, made);
    return made;
  };
  return {
    copy({ document, start, end }) {
      const summary = catalogue.documents.summary(document.id);
      const passageId = document.passageIds[Math.max(0, passageIndexAt(document, start))];
      const [passage] = passageId === undefined ? [] : catalogue.documents.passagesById([passageId]);
      if (!summary || !passage) return null;
      const { text, normal } = mapOf(document.id);
      const range = originalRange(normal, start, end);
      const place = { ...range, text: text.slice(range.start, range.end), passage: passage.id, page: passage.page };
      return { document: summary, place };
    },
  };
}

/** Documents of one family under the first of them, in the order given; a document without a family is its own. */
export function folded<T>(catalogue: Catalogue, items: readonly T[], idOf: (item: T) => string): T[][] {
  const families = catalogue.families.of(items.map(idOf));
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const family = families.get(idOf(item))?.family ?? idOf(item);
    const group = groups.get(family);
    if (group) group.push(item);
    else groups.set(family, [item]);
  }
  return [...groups.values()];
}
