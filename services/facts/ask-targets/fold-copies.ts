// The same value in the same sentence of documents of one family is one statement: a reprint, or a version that kept it.
import type { Catalogue } from '../../catalogue/open.js';
import type { TargetOf } from '../../catalogue/stated-targets.js';
import { normalForm } from '../../domain/text.js';

export interface FoldedTarget {
  readonly target: TargetOf;
  /** the others, in the order in which they would be shown */
  readonly copies: readonly TargetOf[];
}

/** Those of newer documents first, and first of all those that no newer version has replaced. */
export function foldCopies(stated: readonly TargetOf[], catalogue: Catalogue): FoldedTarget[] {
  const families = catalogue.families.of([...new Set(stated.map(({ documentId }) => documentId))]);
  const dates = new Map<string, string>();
  const dateOf = (id: string): string => {
    const known = dates.get(id);
    if (known !== undefined) return known;
    const metadata = catalogue.documents.metadata(id);
    const date = metadata?.date ?? String(metadata?.year ?? '');
    dates.set(id, date);
    return date;
  };
  const superseded = (id: string): number => (families.get(id)?.superseded ? 1 : 0);
  const inOrder = [...stated].sort(
    (a, b) =>
      superseded(a.documentId) - superseded(b.documentId) ||
      compare(dateOf(b.documentId), dateOf(a.documentId)) ||
      compare(a.documentId, b.documentId) ||
      a.start - b.start,
  );
  const familyOf = (id: string): string => families.get(id)?.family ?? id;
  return groups(inOrder, ({ documentId, comparison, value, valueTo, unit }) =>
    [familyOf(documentId), comparison, value, valueTo, unit].join('|'),
  ).flatMap((alike) => {
    if (alike.length === 1) return alike.map((target) => ({ target, copies: [] }));
    const sentences = sentenceReader(catalogue);
    return groups(alike, sentences).flatMap(foldSentence);
  });
}

/** Within one sentence, what does not state the year or the region goes under what does. */
function foldSentence(same: readonly TargetOf[]): FoldedTarget[] {
  const folded: { target: TargetOf; copies: TargetOf[] }[] = [];
  const stating = (target: TargetOf): number => Number(target.year === null) + Number(target.regionCode === null);
  for (const target of same.toSorted((a, b) => stating(a) - stating(b))) {
    const into = folded.find(
      ({ target: { year, regionCode } }) =>
        (target.year === null || target.year === year) &&
        (target.regionCode === null || target.regionCode === regionCode),
    );
    if (into) into.copies.push(target);
    else folded.push({ target, copies: [] });
  }
  return folded;
}

function sentenceReader(catalogue: Catalogue): (target: TargetOf) => string {
  const texts = new Map<string, string>();
  return ({ documentId, sentence }) => {
    const text = texts.get(documentId) ?? catalogue.documents.text(documentId).text;
    texts.set(documentId, text);
    return normalForm(text.slice(sentence.start, sentence.end));
  };
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return [...found.values()];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
