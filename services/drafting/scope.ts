// What a draft is compared with: which documents, what each is to the draft, and which of two says it with more weight.
import type { Catalogue } from '../catalogue/open.js';
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import type { CheckScope } from '../domain/check-scope.js';
import type { Metadata } from '../domain/document.js';
import { AppError } from '../domain/errors.js';
import { normalForm } from '../domain/text.js';
import { type DocumentName, nameOf } from '../families/name.js';
import { editionOf, isDraft, otherDay } from '../families/relation.js';
import { regionByCode, regionPath, resolveRegion } from '../regions/regions.js';
import { isSameMatter } from './tie.js';

/** What a document's place is to the draft's: the same (or not stated), one above it, one below, another. */
export type Standing = 'same' | 'superior' | 'inferior' | 'other';

export interface Comparable {
  readonly standing: Standing;
  /** another year’s of a yearly document, or of one that names its year: it was right for its year */
  readonly otherYear: boolean;
  /** that it is another year’s is told by its date alone: where nearly all of the draft is taken from it, the draft’s date is what differs */
  readonly byDate: boolean;
  /** a draft, repealed, revised, or superseded by a newer version */
  readonly stale: boolean;
  /** the draft is a revision of this document, and says so */
  readonly revised: boolean;
  /** that it is one is told by its date alone */
  readonly laterOnly: boolean;
  /** by their titles, the two are about the same matter */
  readonly sameMatter: boolean;
  /** date for comparing, as far as it is known */
  readonly date: string;
}

export interface Scope {
  /** region that the draft is compared for */
  readonly region: { readonly code: string; readonly name: string } | null;
  /** the draft’s title */
  readonly title: string;
  isAllowed(document: SnapshotDocument): boolean;
  of(document: SnapshotDocument): Comparable;
}

const NATIONAL = '0';
const pathOf = (code: string): readonly string[] => [NATIONAL, ...regionPath(code)];

export function standingOf(draft: string | null, source: string | null): Standing {
  if (draft === null || source === null || draft === source) return 'same';
  if (pathOf(draft).includes(source)) return 'superior';
  return pathOf(source).includes(draft) ? 'inferior' : 'other';
}

/**
 * @param replaces whether the draft takes a document's place
 * @throws AppError REGION_UNKNOWN
 */
export function scopeOf(
  asked: CheckScope,
  draft: Metadata,
  replaces: (document: SnapshotDocument) => boolean,
  catalogue: Catalogue,
): Scope {
  const named = asked.region === undefined ? null : resolveRegion(asked.region);
  if (asked.region !== undefined && named === null) throw new AppError('REGION_UNKNOWN', { region: asked.region });
  const code = named?.code ?? draft.regionCode;
  const leftOut = new Set(asked.leaveOut);
  const types = asked.types && new Set(asked.types);
  const facts = new Map<SnapshotDocument, Comparable>();
  const name = nameOf(draft.title, draft.issuers, draft.region);
  const year = name.year ?? draft.year;
  const edition = editionOf({ ...draft, id: '', name, regionCode: code });

  const factsFor = (document: SnapshotDocument): Comparable => {
    const { metadata, id } = document;
    const theirs = nameOf(metadata.title, metadata.issuers, metadata.region);
    const theirEdition = editionOf({ ...metadata, id, name: theirs });
    const replaced = replaces(document);
    const isRevision =
      (/修[订正]/u.test(draft.title) && normalForm(draft.title) !== normalForm(metadata.title)) || replaced;
    const newer = catalogue.documents.summary(id)?.newer ?? null;
    const superseded = newer?.kind === 'version' && !leftOut.has(newer.id);
    // a yearly document of another year than the draft’s; a five-year plan stands for all its years
    const yearly = theirs.year !== null && !theirs.edition.includes('{五年}') && !theirs.rule;
    const dated = yearly && year !== theirs.year;
    return {
      standing: standingOf(code, metadata.regionCode),
      otherYear: differ(name, theirs) || dated || (edition?.key === theirEdition?.key && differ(edition, theirEdition)),
      byDate: !differ(name, theirs),
      stale:
        superseded ||
        metadata.status === '已废止' ||
        metadata.status === '已修订' ||
        isDraft({ ...metadata, id, name: theirs }),
      revised: replaced || (name.base === theirs.base && (isRevision || isLater(draft.date, metadata.date))),
      laterOnly: !isRevision,
      sameMatter: isSameMatter(name.edition, theirs.edition),
      date: metadata.date ?? (metadata.year === null ? '' : String(metadata.year)),
    };
  };
  const of = (document: SnapshotDocument): Comparable => {
    const known = facts.get(document) ?? factsFor(document);
    facts.set(document, known);
    return known;
  };

  return {
    region: code === null ? null : { code, name: regionByCode(code)?.name ?? code },
    title: draft.title,
    of,
    isAllowed(document) {
      if (leftOut.has(document.id)) return false;
      const { metadata } = document;
      if (types && !types.has(metadata.type ?? '')) return false;
      if (asked.yearFrom !== undefined && (metadata.year ?? 0) < asked.yearFrom) return false;
      if (asked.yearTo !== undefined && (metadata.year ?? 9999) > asked.yearTo) return false;
      if (named && !['same', 'superior'].includes(of(document).standing)) return false;
      return !(asked.onlyInForce && of(document).stale);
    },
  };
}

/** By so much that it is another version, not the same one’s day of publication. */
const isLater = (draft: string | null, source: string | null): boolean =>
  draft !== null && source !== null && draft > source && otherDay(draft, source);

const differ = (a: Pick<DocumentName, 'year'> | null, b: Pick<DocumentName, 'year'> | null): boolean =>
  a !== null && b !== null && a.year !== null && b.year !== null && a.year !== b.year;

/** Which source is to be named first: of the draft’s region, not stale, of its year, of a superior, the newest. */
export function byWeight(a: Comparable, b: Comparable): number {
  const order: Record<Standing, number> = { same: 0, superior: 1, inferior: 2, other: 3 };
  return (
    order[a.standing] - order[b.standing] ||
    Number(a.stale) - Number(b.stale) ||
    Number(a.otherYear) - Number(b.otherYear) ||
    (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)
  );
}
