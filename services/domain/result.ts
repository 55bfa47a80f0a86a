// What comes back: search results and occurrences of a wording.
import { z } from 'zod';
import { DocumentSummary } from './document.js';
import { Passage, Range } from './passage.js';
import { Mode } from './query.js';

export const FacetValue = z.object({ value: z.string(), count: z.number().int() });
export type FacetValue = z.infer<typeof FacetValue>;

/** Counts by value, most frequent first; documents without a value are not counted. */
export const Facets = z.object({
  region: z.array(FacetValue),
  year: z.array(FacetValue),
  type: z.array(FacetValue),
  issuer: z.array(FacetValue),
});
export type Facets = z.infer<typeof Facets>;

export const Highlight = Range.extend({
  kind: z.enum(['match', 'answer']).meta({
    description: 'match：查询的词；answer：最贴近问题的一句 / the query’s words, or the sentence that answers',
  }),
});
export type Highlight = z.infer<typeof Highlight>;

export const Hit = z.object({
  document: DocumentSummary,
  passage: Passage,
  highlights: z.array(Highlight).meta({ description: 'passage.text 内的位置 / offsets into passage.text' }),
  score: z.number().meta({ description: '只在同一次查询内可比 / comparable within one query only' }),
  verbatim: z.boolean().meta({ description: '原样含有查询 / holds the query verbatim' }),
  passages: z
    .array(z.object({ passage: Passage, highlights: z.array(Highlight), score: z.number() }))
    .optional()
    .meta({ description: 'group=document：该文件最好的几段 / the document’s best passages' }),
});
export type Hit = z.infer<typeof Hit>;

/** Why an answer is less than it could be. */
export const Degraded = z.enum(['model', 'engine']);
export type Degraded = z.infer<typeof Degraded>;

/** What the query says besides its words. */
export const Understood = z.object({
  phrases: z.array(z.string()).meta({ description: '引号或《》中的词句，结果必须原样含有 / required as they stand' }),
  region: z.string().nullable(),
  yearFrom: z.number().int().nullable(),
  yearTo: z.number().int().nullable(),
  type: z.string().nullable(),
});
export type Understood = z.infer<typeof Understood>;

export const SearchResponse = z.object({
  query: z.string(),
  mode: Mode,
  understood: Understood.meta({
    description:
      '查询中提到的地区、年份、文种使相合的文件靠前，并不筛去其他；literal=true 可收回 / documents that fit what the query names come first, others stay; literal=true takes it back',
  }),
  degraded: z.array(Degraded).meta({
    description: '缺了什么：model 向量模型，engine 检索引擎；空为完好 / what is missing; empty when nothing is',
  }),
  adapter: z.string().nullable().meta({
    description: '所用的查询适配；没有为 null / the query adapter that the question’s vector went through',
  }),
  total: z.number().int(),
  totalIsExact: z.boolean(),
  took: z.number().meta({ description: 'ms' }),
  facets: Facets,
  hits: z.array(Hit),
});
export type SearchResponse = z.infer<typeof SearchResponse>;

const Count = z.object({ value: z.string().nullable(), documents: z.number().int(), occurrences: z.number().int() });

export const Occurrence = z.object({
  document: DocumentSummary,
  passage: Passage,
  start: z.number().int(),
  end: z.number().int(),
  before: z.string(),
  match: z.string(),
  after: z.string(),
});
export type Occurrence = z.infer<typeof Occurrence>;

/** `documents` and `occurrences` are whole numbers over the whole archive; `hits` is a page of them. */
export const WordingResponse = z.object({
  query: z.string(),
  documents: z.number().int(),
  occurrences: z.number().int(),
  first: Occurrence.nullable(),
  latest: Occurrence.nullable(),
  byYear: z.array(Count),
  byRegion: z.array(Count),
  byIssuer: z.array(Count),
  hits: z.array(Occurrence),
});
export type WordingResponse = z.infer<typeof WordingResponse>;
