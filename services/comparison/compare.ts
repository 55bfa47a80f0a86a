// Two documents, or versions of one: what they are to each other, and what differs.
import type { Catalogue } from '../catalogue/open.js';
import type { Comparison } from '../domain/comparison.js';
import { normalForm } from '../domain/text.js';
import { factsOf } from '../families/facts.js';
import { relationOf } from '../families/relation.js';
import { overlapOf, shinglesOf } from '../families/signature.js';
import { compareTexts } from './compare-texts.js';
import { named } from './named.js';

/** `a` and `b` as named.ts reads them. @throws AppError DOCUMENT_NOT_FOUND */
export function compare(catalogue: Catalogue, nameA: string, nameB: string): Comparison {
  const [a, b] = [named(catalogue, nameA), named(catalogue, nameB)];
  const [normalA, normalB] = [normalForm(a.text), normalForm(b.text)];
  const shared = overlapOf(shinglesOf(normalA), shinglesOf(normalB));
  const one = a.document.id === b.document.id;
  const [factsA, factsB] = [factsOf(catalogue, a.document.id), factsOf(catalogue, b.document.id)];
  const related = one ? 'version' : factsA && factsB ? relationOf(factsA, factsB, shared) : null;
  return {
    a: a.document,
    b: b.document,
    relation: normalA === normalB ? 'duplicate' : related,
    similarity: normalA === normalB ? 1 : shared.resemblance,
    containment: normalA === normalB ? 1 : shared.containment,
    ...compareTexts(a, b),
  };
}
