// Families as they are shown: who belongs to one, which is in force, what is alike, and what differs between two documents.
import type { FamilyLink } from '../catalogue/families.js';
import type { Catalogue } from '../catalogue/open.js';
import { AppError } from '../domain/errors.js';
import type { Family, Related, SimilarDocuments } from '../domain/family.js';
import { normalForm } from '../domain/text.js';
import { difference } from './difference.js';
import { inForceOf } from './in-force.js';
import { familyVersions } from './link-documents.js';
import { precedence } from './precedence.js';
import { overlapOf, shinglesOf } from './signature.js';

const MAX_MEMBERS = 50;
const MAX_SIMILAR = 50;
/** Members whose differing numbers are counted, and the characters of both texts that this may take. */
const MAX_COUNTED = 8;
const MAX_COUNTED_CHARACTERS = 400_000;

type Answer = Pick<Related, 'relation' | 'similarity' | 'containment'>;
const answerOf = ({ relation, resemblance, containment }: FamilyLink): Answer => ({
  relation,
  similarity: resemblance,
  containment,
});

/** @throws AppError DOCUMENT_NOT_FOUND */
export function familyOf(catalogue: Catalogue, id: string, today: string): Family {
  const { document, duplicates } = need(catalogue, id);
  const entry = catalogue.families.entry(id);
  const ids = entry ? catalogue.families.members(entry.family) : [];
  const links = linksOf(catalogue, id);
  const all = ids
    .filter((other) => other !== id)
    .flatMap((other) => summaryOf(catalogue, other))
    .sort((x, y) => ((x.date ?? String(x.year ?? '')) < (y.date ?? String(y.year ?? '')) ? 1 : -1));
  const counted = countNumbers(catalogue, id);
  const members = all.slice(0, MAX_MEMBERS).map((other, i): Related => {
    const link = links.get(other.id);
    const how = link ? answerOf(link) : { relation: null, ...overlap(catalogue, id, other.id) };
    return { document: other, ...how, numbers: i < MAX_COUNTED ? counted(other.id) : null };
  });
  const editions = entry?.edition ? catalogue.families.editions(entry.edition.key) : [];
  const series = editions.flatMap(({ documentId, year }) =>
    summaryOf(catalogue, documentId).map((summary) => ({ document: summary, year })),
  );
  return {
    document,
    members,
    more: all.length - members.length,
    inForce: inForceOf(familyVersions(catalogue, ids.length > 0 ? ids : [id]), today),
    duplicates,
    series: new Set(series.map(({ year }) => year)).size > 1 ? series : [],
  };
}

/** A family's members, each with its place in the order in which they are shown; copies of one version share a place. */
export function placesIn(catalogue: Catalogue, family: string, today: string): ReadonlyMap<string, number> {
  const versions = familyVersions(catalogue, catalogue.families.members(family));
  return precedence(versions, inForceOf(versions, today), today);
}

/** Documents alike, closest first: of the same family, other editions, and others' texts. @throws AppError DOCUMENT_NOT_FOUND */
export function similarTo(catalogue: Catalogue, id: string): SimilarDocuments {
  need(catalogue, id);
  const documents = [...linksOf(catalogue, id)]
    .slice(0, MAX_SIMILAR)
    .flatMap(([other, link]) =>
      summaryOf(catalogue, other).map((document) => ({ document, ...answerOf(link), numbers: null })),
    );
  return { documents };
}

function need(catalogue: Catalogue, id: string) {
  const document = catalogue.documents.summary(id);
  if (!document) throw new AppError('DOCUMENT_NOT_FOUND', { id });
  return { document, text: catalogue.documents.text(id).text, duplicates: catalogue.documents.detail(id).duplicates };
}

const summaryOf = (catalogue: Catalogue, id: string) => {
  const summary = catalogue.documents.summary(id);
  return summary ? [summary] : [];
};

/** The other document's id → the link, closest first. */
const linksOf = (catalogue: Catalogue, id: string): Map<string, FamilyLink> =>
  new Map(catalogue.families.links(id).map((link) => [link.a === id ? link.b : link.a, link]));

function overlap(catalogue: Catalogue, a: string, b: string): Pick<Related, 'similarity' | 'containment'> {
  const shingles = (id: string) => shinglesOf(normalForm(catalogue.documents.text(id).text));
  const { resemblance, containment } = overlapOf(shingles(a), shingles(b));
  return { similarity: resemblance, containment };
}

/** Places where numbers or dates differ; null where counting them would take too long. */
function countNumbers(catalogue: Catalogue, id: string): (other: string) => number | null {
  const { text } = catalogue.documents.text(id);
  let left = MAX_COUNTED_CHARACTERS;
  return (other) => {
    const against = catalogue.documents.text(other).text;
    left -= text.length + against.length;
    if (left < 0) return null;
    return difference(text, against).numbers.filter(({ kind }) => kind !== 'strength').length;
  };
}
