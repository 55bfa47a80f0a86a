// Brings the families up to the catalogue: documents that came, changed or went since, one by one.
import { setImmediate as breathe } from 'node:timers/promises';
import type { FamilyLink } from '../catalogue/families.js';
import type { Catalogue } from '../catalogue/open.js';
import { createShingleCache, factsOf } from './facts.js';
import { familiesOf, makesFamily } from './group.js';
import { copyOf, newestOf, versionsOf } from './in-force.js';
import { editionOf, relationOf } from './relation.js';
import { bandsOf, estimate, overlapOf, type Shingles, signatureOf } from './signature.js';

/** Grows when the method's result changes: every document is then linked anew. */
export const familyRecipe = 1;

/** Shingles below which a text is too short to say that it is like another: a form's heading, a table of contents. */
const MIN_SHINGLES = 60;
const BATCH = 200;
/** Documents that one is compared with, and those of them whose texts are read. */
const MAX_CANDIDATES = 400;
const MAX_COMPARED = 60;
/** Signatures that agree on less are of texts that are not alike. */
const MIN_ESTIMATE = 0.3;
const family = (links: readonly FamilyLink[]): FamilyLink[] => links.filter(makesFamily);

export const familiesBehind = (catalogue: Catalogue): boolean => catalogue.families.isBehind(familyRecipe);

/** `onDocument` is told of every document done, and of the error where one could not be linked. */
export async function linkDocuments(
  catalogue: Catalogue,
  onDocument: (id: string, error?: unknown) => void = () => {},
): Promise<void> {
  const shinglesFor = createShingleCache(catalogue);
  for (;;) {
    const batch = catalogue.families.behind(familyRecipe, BATCH);
    if (batch.length === 0) return;
    for (const { documentId, revision, removed } of batch) {
      let failure: unknown;
      try {
        catalogue.transaction(() => linkOne(catalogue, documentId, revision, removed, shinglesFor));
      } catch (error) {
        failure = error;
        const bare = { signature: null, bands: [], base: '', edition: null };
        catalogue.transaction(() =>
          catalogue.families.put({ documentId, revision, recipe: familyRecipe, ...bare }, []),
        );
      }
      onDocument(documentId, failure);
      await breathe(); // the process has other things to do
    }
  }
}

function linkOne(
  catalogue: Catalogue,
  documentId: string,
  revision: number,
  removed: boolean,
  shinglesFor: (id: string) => Shingles,
): void {
  const { families } = catalogue;
  const before = families.entry(documentId);
  const neighbours = new Set(family(families.links(documentId)).map((link) => otherOf(link, documentId)));
  if (before) for (const id of families.members(before.family)) neighbours.add(id);
  families.drop(documentId);
  const editions = new Set(before?.edition ? [before.edition.key] : []);
  neighbours.delete(documentId);
  const facts = removed ? null : factsOf(catalogue, documentId);
  if (facts) {
    const shingles = shinglesFor(documentId);
    const signature = shingles.length < MIN_SHINGLES ? null : signatureOf(shingles);
    const bands = signature ? bandsOf(signature) : [];
    const links: FamilyLink[] = [];
    for (const id of signature ? candidates(catalogue, documentId, facts.name.base, bands, signature) : []) {
      const other = factsOf(catalogue, id);
      const overlap = overlapOf(shingles, shinglesFor(id));
      const relation = other && relationOf(facts, other, overlap);
      if (!relation) continue;
      const [a, b] = documentId < id ? [documentId, id] : [id, documentId];
      links.push({ a, b, relation, resemblance: overlap.resemblance, containment: overlap.containment });
    }
    const edition = editionOf(facts);
    const { base } = facts.name;
    families.put({ documentId, revision, recipe: familyRecipe, signature, bands, base, edition }, links);
    for (const link of links) neighbours.add(otherOf(link, documentId));
    neighbours.add(documentId);
    if (edition) editions.add(edition.key);
  }
  regroup(catalogue, neighbours, editions);
}

const otherOf = ({ a, b }: FamilyLink, id: string): string => (a === id ? b : a);

/** Those whose signatures are nearest, and those of the same title. */
function candidates(
  { families }: Catalogue,
  documentId: string,
  base: string,
  bands: readonly number[],
  signature: Uint32Array,
): string[] {
  const near = families
    .sharingBands(bands, MAX_CANDIDATES)
    .map((other) => ({ id: other.documentId, likeness: estimate(signature, other.signature) }))
    .filter(({ likeness }) => likeness >= MIN_ESTIMATE)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_COMPARED)
    .map(({ id }) => id);
  const named = base === '' ? [] : families.withBase(base, MAX_COMPARED);
  return [...new Set([...near, ...named])].filter((id) => id !== documentId);
}

/** Works out anew the families that the documents belong to, and what is newer than each of their members. */
function regroup(catalogue: Catalogue, touched: ReadonlySet<string>, editions: Set<string>): void {
  const { families } = catalogue;
  const linksOf = new Map<string, FamilyLink[]>();
  const open = [...touched];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (linksOf.has(id) || !families.entry(id)) continue;
    const links = families.links(id);
    linksOf.set(id, links);
    open.push(...family(links).map((link) => otherOf(link, id as string))); // not undefined within the loop
  }
  const links = [...linksOf].flatMap(([id, all]) => all.filter(({ a }) => a === id));
  const changed = new Set(linksOf.keys());
  for (const members of familiesOf(linksOf.keys(), links)) {
    for (const id of members) families.setFamily(id, members[0] ?? id);
    for (const id of members) {
      const key = families.entry(id)?.edition?.key;
      if (key) editions.add(key);
    }
  }
  for (const key of editions) for (const { documentId } of families.editions(key)) changed.add(documentId);
  const newestOfFamily = new Map<string, ReturnType<typeof newestVersion>>();
  for (const id of changed) {
    const entry = families.entry(id);
    if (!entry) continue;
    if (!newestOfFamily.has(entry.family)) newestOfFamily.set(entry.family, newestVersion(catalogue, entry.family));
    const newest = newestOfFamily.get(entry.family);
    const version = newest?.older.has(id) ? newest.id : null;
    const [last] = entry.edition ? families.editions(entry.edition.key) : [];
    const edition = last && entry.edition && last.year > entry.edition.year ? last.documentId : null;
    families.setNewer(
      id,
      version ? { id: version, kind: 'version' } : edition ? { id: edition, kind: 'edition' } : null,
    );
  }
}

/** A family's newest version, and the documents that it is known to be newer than. */
function newestVersion(catalogue: Catalogue, name: string): { id: string; older: ReadonlySet<string> } | null {
  const ids = catalogue.families.members(name);
  if (ids.length < 2) return null;
  const versions = familyVersions(catalogue, ids);
  const newest = newestOf(versions);
  if (!('version' in newest)) return null;
  const { date } = newest.version;
  const copy = copyOf(newest.version);
  if (date === null || !copy) return null;
  // a draft may be of a revision still to come; 2020 and 2020-05-01 tell nothing
  const older = versions.filter(
    (version) => version.date !== null && version.date < date && !date.startsWith(version.date),
  );
  return { id: copy.id, older: new Set(older.flatMap(({ members }) => members.map(({ id }) => id))) };
}

/** The versions of a family, from the catalogue. */
export function familyVersions(catalogue: Catalogue, ids: readonly string[]) {
  const members = ids.map((id) => factsOf(catalogue, id)).filter((facts) => facts !== null);
  const copies = ids
    .flatMap((id) => catalogue.families.links(id))
    .filter(({ relation }) => relation === 'reprint' || relation === 'duplicate')
    .sort((x, y) => y.resemblance - x.resemblance || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1));
  return versionsOf(members, copies);
}
