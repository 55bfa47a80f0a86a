// Two documents, or versions of one: what they are to each other, and what differs.
import type { Catalogue } from '../catalogue/open.js';
import type { Comparison } from '../domain/comparison.js';
import { normalForm } from '../domain/text.js';
import { factsOf } from '../families/facts.js';
import { relationOf } from '../families/relation.js';
import { overlapOf, shinglesOf } from '../families/signature.js';
import { atOnce, every } from '../process/in-slices.js';
import { compareTextSteps } from './compare-texts.js';
import { named } from './named.js';

/** `a` and `b` as named.ts reads them. @throws AppError DOCUMENT_NOT_FOUND */
export const compare = (catalogue: Catalogue, nameA: string, nameB: string): Comparison =>
  atOnce(compareSteps(catalogue, nameA, nameB));

/** The same; whoever runs it may rest between two steps. */
export function* compareSteps(catalogue: Catalogue, nameA: string, nameB: string): Generator<void, Comparison> {
  const [a, b] = [named(catalogue, nameA), named(catalogue, nameB)];
  const [normalA, normalB] = [yield* normalSteps(a.text), yield* normalSteps(b.text)];
  const shinglesA = shinglesOf(normalA);
  yield;
  const shinglesB = shinglesOf(normalB);
  yield;
  const shared = overlapOf(shinglesA, shinglesB);
  yield;
  const one = a.document.id === b.document.id;
  const [factsA, factsB] = [factsOf(catalogue, a.document.id), factsOf(catalogue, b.document.id)];
  const related = one ? 'version' : factsA && factsB ? relationOf(factsA, factsB, shared) : null;
  return {
    a: a.document,
    b: b.document,
    relation: normalA === normalB ? 'duplicate' : related,
    similarity: normalA === normalB ? 1 : shared.resemblance,
    containment: normalA === normalB ? 1 : shared.containment,
    ...(yield* compareTextSteps(a, b)),
  };
}

/** A line's normal form does not depend on its neighbours. */
function* normalSteps(text: string): Generator<void, string> {
  const rest = every(20);
  let normal = '';
  for (const line of text.split('\n')) {
    normal += normalForm(line);
    if (rest()) yield;
  }
  return normal;
}
