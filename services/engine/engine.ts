// The engine port: it scores passages, filters and counts facets, and returns ids and scores of a stated
// kind, nothing else. It is derived from the catalogue and can be thrown away and rebuilt from it.
// Every adapter passes test/engine/contract.ts; read the semantics there.

/** One passage as an engine sees it. Records are replaced by document, never one by one. */
export interface EnginePassage {
  /** the catalogue's passage id, a positive integer */
  readonly id: number;
  readonly documentId: string;
  readonly title: string;
  /** heading path joined by spaces */
  readonly heading: string;
  /** the passage's text */
  readonly text: string;
  /** unit length: the whole passage's, then its windows'; empty when it could not be embedded (then it is found by keyword only) */
  readonly vectors: readonly Float32Array[];
  readonly facets: PassageFacets;
}

export interface PassageFacets {
  /** full official name */
  readonly region: string | null;
  /** division codes from the province down, each a prefix of the next: ['41', '4101']; ['0'] national; [] unknown */
  readonly regionPath: readonly string[];
  /** the date's and the title's, each once */
  readonly years: readonly number[];
  readonly type: string | null;
  readonly issuers: readonly string[];
  readonly status: string;
}

/** All conditions must hold. Values are resolved: codes and whole names, no free text. */
export interface EngineFilter {
  /** a division code; matches when it is in `regionPath` */
  readonly region?: string;
  /** division codes; matches when none of them is in `regionPath` (so what is of no known region matches) */
  readonly notRegions?: readonly string[];
  /** matches when some of `years` lies in the closed range */
  readonly years?: { readonly from: number; readonly to: number };
  readonly type?: string;
  /** lists of bodies; matches when of every list one is in `issuers` (so an empty list matches nothing) */
  readonly issuers?: readonly (readonly string[])[];
  readonly status?: string;
}

export interface EngineQuery {
  /**
   * The keyword leg: `text` is the query in index form (see language/segment.ts), `terms` its key terms.
   * A passage *matches by keyword* when its title, heading or text (in index form) holds a key term, common
   * terms left out: a term in more than `commonShare` of all passages does not count while a rarer one of the
   * query is there at all; and when no key term is in the archive, a passage matches that holds a part of one, of two
   * characters at least. The leg scores matching passages only.
   */
  readonly keyword?: { readonly text: string; readonly terms: readonly string[] };
  /**
   * The vector leg: unit length, of the dimension of the passages' vectors. A passage scores the cosine of the nearest
   * of its vectors. Scores are exact but for rounding; which passages are scored may be approximate where an index holds
   * more than 4,096 vectors, or 8 for each result asked for, 256 at least, where that is less (each adapter says how).
   */
  readonly vector?: Float32Array;
  readonly filter: EngineFilter;
  /** how many of the best each leg returns, at most; ≤ 4,096 */
  readonly depth: number;
  /** how many of the vector leg's best are joined to the keyword matches in `total` and `facets` */
  readonly vectorMatches: number;
}

/** Best first; equal scores by ascending id. */
export interface Leg {
  /** bm25: unbounded, ≥ 0; idf: sum of the idf of the terms held, ≥ 0; cosine: −1 … 1 */
  readonly kind: 'bm25' | 'idf' | 'cosine';
  readonly scores: readonly { readonly id: number; readonly score: number }[];
}

export interface Counts {
  /** matching passages, and documents that hold one */
  readonly passages: number;
  readonly documents: number;
  /** false when the engine capped the set it counted over */
  readonly exact: boolean;
  readonly facets: EngineFacets;
}

/**
 * value → number of passages, and of documents, that pass a filter by the value: a region with all that lies in it, any
 * of a document's years, a body with its departments. Values are those that the documents counted have themselves.
 */
export type FacetCounts = ReadonlyMap<string, { readonly passages: number; readonly documents: number }>;
export type EngineFacets = Readonly<Record<'region' | 'year' | 'type' | 'issuer', FacetCounts>>;

export interface EngineAnswer {
  /** of the index that answered (see Engine.identity); absent where no index did */
  readonly identity?: string;
  /** present when `keyword` was asked (with no key term: an empty leg) */
  readonly keyword?: Leg;
  /** present when `vector` was asked */
  readonly vector?: Leg;
  readonly counts: Counts;
}

/** The passages of one document, all of them; an empty list takes the document out. */
export interface EngineDocument {
  readonly documentId: string;
  readonly passages: readonly EnginePassage[];
}

/** Share of all passages above which a term is common (see EngineQuery.keyword). */
export const commonShare = 0.2;

export type EngineName = 'embedded' | 'meilisearch';

/**
 * Every method throws AppError ENGINE_UNAVAILABLE when the engine cannot be reached, and ENGINE_TASK_FAILED
 * when it refuses or fails a change. Opening an engine, asking it and counting change nothing in an index that is there,
 * whatever model it was opened with.
 */
export interface Engine {
  readonly name: EngineName;
  /**
   * Names this index; a new one when the index was made anew, so that the catalogue knows to fill it again.
   * Makes an empty one where there is none.
   */
  identity(): Promise<string>;
  /**
   * Replaces the documents given. When it resolves they are searchable; doing it twice is harmless.
   * An index with vectors of another model than the engine was opened with is made anew first, under a new identity.
   */
  apply(documents: readonly EngineDocument[]): Promise<void>;
  /**
   * @throws AppError MODEL_MISMATCH when a vector is asked and the index holds those of another model: never does one
   *   model's vector meet another's; ENGINE_UNAVAILABLE also where there is no index.
   */
  query(query: EngineQuery): Promise<EngineAnswer>;
  /** passages held; @throws AppError ENGINE_UNAVAILABLE also where there is no index */
  size(): Promise<number>;
  /** Starts an index aside from the one that answers; at most one at a time, an earlier unfinished one is dropped. */
  rebuild(): Promise<EngineRebuild>;
  close(): Promise<void>;
}

export interface EngineRebuild {
  apply(documents: readonly EngineDocument[]): Promise<void>;
  /** Asks the new index, before it answers anybody else. */
  query(query: EngineQuery): Promise<EngineAnswer>;
  /** passages in the new index */
  size(): Promise<number>;
  /** Swaps the new index in, in one step, and drops the old one; gives the new identity. */
  commit(): Promise<string>;
  /** Drops the new index; nothing once it was committed. */
  abort(): Promise<void>;
}
