// What comes back: search results and occurrences of a wording.
import { z } from 'zod';
import { DocumentSummary } from './document.js';
import { Relation } from './family.js';
import { Passage, Range } from './passage.js';
import { Mode } from './query.js';

export const FacetValue = z.object({ value: z.string(), count: z.number().int() });
export type FacetValue = z.infer<typeof FacetValue>;

/**
 * Counts by value, most frequent first; documents without a value are not counted. In keyword mode a count is the total
 * that the same search has with the value as its filter; by meaning, the filter has a nearest 200 of its own.
 */
export const Facets = z.object({
  region: z.array(FacetValue).meta({ description: '省含市，市含区县 / a province takes in its cities' }),
  year: z.array(FacetValue).meta({ description: '成文年份和标题中的年份 / years of the date and of the title' }),
  type: z.array(FacetValue),
  issuer: z.array(FacetValue).meta({ description: '机关含其部门 / a body takes in its departments' }),
});
export type Facets = z.infer<typeof Facets>;

export const Highlight = Range.extend({
  kind: z.enum(['match', 'answer']).meta({
    description: 'match：查询的词；answer：最贴近问题的一句 / the query’s words, or the sentence that answers',
  }),
});
export type Highlight = z.infer<typeof Highlight>;

/** Why a hit stands where it does. */
export const Why = z.object({
  legs: z
    .array(
      z.object({
        leg: z.enum(['keyword', 'vector']),
        rank: z.number().int().meta({ description: '在该路中的名次，从 1 起 / place in that leg, from 1' }),
        score: z.number().meta({
          description: 'keyword：BM25 或 idf 之和；vector：余弦 / BM25 or a sum of idf; cosine',
        }),
      }),
    )
    .meta({ description: '由哪几路找到；没有找到它的不列 / the legs that found it; others are absent' }),
  terms: z.array(z.string()).meta({
    description:
      '段落、标题或各级标题中有的查询词 / the query’s key terms that the passage, its title or headings hold',
  }),
  named: z.array(z.enum(['verbatim', 'titled', 'region', 'years', 'type'])).meta({
    description:
      '另外靠前的理由：原样含有查询；标题或文件名含全部查询词；地区、年份、文种与查询所提相合 / what else brought it forward: it holds the query verbatim; title or file name hold all its terms; region, years, kind are those that the query names',
  }),
  sentence: Range.optional().meta({
    description: '最贴近问题的一句，passage.text 内的位置 / the sentence nearest to the question, in passage.text',
  }),
});
export type Why = z.infer<typeof Why>;

/** What is folded under a hit: the same matter in another document of its family. */
export const FoldedMember = z.object({
  document: DocumentSummary,
  passage: Passage.pick({ id: true, start: true, end: true, page: true }),
  relation: Relation.nullable().meta({
    description: '与所示文件的关系；null：经同族的另一份相连 / to the document shown; null: linked through another',
  }),
});
export type FoldedMember = z.infer<typeof FoldedMember>;

export const Hit = z.object({
  document: DocumentSummary,
  passage: Passage,
  highlights: z.array(Highlight).meta({ description: 'passage.text 内的位置 / offsets into passage.text' }),
  score: z.number().meta({ description: '只在同一次查询内可比 / comparable within one query only' }),
  verbatim: z.boolean().meta({ description: '原样含有查询 / holds the query verbatim' }),
  why: Why.meta({ description: '为什么排在这里 / why it stands here' }),
  family: z
    .object({
      members: z.array(FoldedMember).meta({ description: '排在前面的在先，至多 20 份 / best first, 20 at most' }),
      count: z.number().int().meta({ description: '折入的份数 / how many are folded' }),
    })
    .optional()
    .meta({
      description:
        'families=collapse：折入这一条的同族文件；所示的没有的内容不会折入 / documents of the same family folded into this hit; what the one shown does not hold is never folded',
    }),
  passages: z
    .array(z.object({ passage: Passage, highlights: z.array(Highlight), score: z.number() }))
    .optional()
    .meta({ description: 'group=document：该文件最好的几段 / the document’s best passages' }),
});
export type Hit = z.infer<typeof Hit>;

/** Why an answer is less than it could be. */
export const Degraded = z.enum(['model', 'engine', 'reranker']);
export type Degraded = z.infer<typeof Degraded>;

/** What the query says besides its words. */
export const Understood = z.object({
  phrases: z.array(z.string()).meta({ description: '引号或《》中的词句，结果必须原样含有 / required as they stand' }),
  region: z.string().nullable(),
  yearFrom: z.number().int().nullable(),
  yearTo: z.number().int().nullable(),
  type: z.string().nullable(),
  issuer: z.string().nullable().meta({ description: '提到的发文机关 / the issuing body named' }),
  synonyms: z.array(z.object({ everyday: z.string(), official: z.array(z.string()) })).meta({
    description: '平常的说法，与一并查找的正式说法 / everyday words, and the official ones looked for as well',
  }),
});
export type Understood = z.infer<typeof Understood>;

/** Whether the best hits answer the question. */
export const Answer = z.object({
  verdict: z.enum(['answered', 'near', 'none']).meta({
    description:
      'answered：有相应的段落；near：只有相近的；none：没有能回答的。命中照样给出 / hits are given all the same',
  }),
  confidence: z.number().min(0).max(1).meta({ description: '有相应段落的把握 / that a passage answers' }),
  cosine: z.number().meta({ description: '前几条与问题最近者的余弦 / of the nearest of the first hits' }),
  agreement: z
    .number()
    .nullable()
    .meta({ description: '两路前十条中相同的比例 / share of the first ten that both legs give' }),
});
export type Answer = z.infer<typeof Answer>;

/** What was searched, under the filter; files that could not be read have no metadata and are counted in all. */
export const Coverage = z.object({
  documents: z.number().int(),
  ocr: z.number().int().meta({ description: '有由图片识别的文字 / with text read from pictures' }),
  undated: z.number().int(),
  yearFrom: z.number().int().nullable(),
  yearTo: z.number().int().nullable(),
  failed: z
    .number()
    .int()
    .meta({ description: '读不出的文件，不论筛选 / files that could not be read, whatever the filter' }),
  partial: z
    .number()
    .int()
    .meta({ description: '有部分读不出的文件，不论筛选 / files read in part, whatever the filter' }),
});
export type Coverage = z.infer<typeof Coverage>;

export const SearchResponse = z.object({
  query: z.string(),
  mode: Mode,
  understood: Understood.meta({
    description:
      '查询中提到的地区、年份、文种使相合的文件靠前，并不筛去其他；literal=true 可收回 / documents that fit what the query names come first, others stay; literal=true takes it back',
  }),
  degraded: z.array(Degraded).meta({
    description:
      '缺了什么：model 向量模型，engine 检索引擎，reranker 重排；空为完好 / what is missing; empty when nothing is',
  }),
  adapter: z.string().nullable().meta({
    description: '所用的查询适配；没有为 null / the query adapter that the question’s vector went through',
  }),
  suggestion: z.string().nullable().meta({
    description: '是不是想查（疑有错字）；只供选用，从不自行替换 / did you mean: offered, never applied',
  }),
  total: z.number().int().meta({
    description: '段数或文件数，折叠之前 / passages or documents, before families are folded',
  }),
  collapsed: z
    .object({
      hits: z.number().int().meta({ description: '代表几份文件的结果条数 / hits that stand for several documents' }),
      folded: z.number().int().meta({
        description: '折入其下的段数或文件数 / passages or documents folded into them',
      }),
    })
    .optional()
    .meta({
      description:
        'families=collapse：全部页中的折叠数（前 200 条之内）；都排了次序时，结果共 total − folded 条 / over all pages, among the best 200; where all that match are ranked, there are total − folded hits',
    }),
  sorted: z.number().int().optional().meta({
    description:
      'sort=newest、oldest：按日期排的条数，即全部页的结果数 / hits put in order by date: those on all pages',
  }),
  totalIsExact: z.boolean(),
  took: z.number().meta({ description: 'ms' }),
  facets: Facets,
  answer: Answer.nullable().meta({
    description:
      '问题在前几条里有没有答案；不是问句、指名查找或降级时为 null / null when nothing is asked, something is named, or a part is missing',
  }),
  coverage: Coverage,
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

/** Occurrences in what was cleaned away; `at` is where the part stood in the stored text. */
export const RemovedWording = z.object({
  documents: z.number().int(),
  occurrences: z.number().int(),
  hits: z.array(
    z.object({
      document: DocumentSummary,
      reason: z.string(),
      at: z.number().int(),
      before: z.string(),
      match: z.string(),
      after: z.string(),
    }),
  ),
});
export type RemovedWording = z.infer<typeof RemovedWording>;

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
  removed: RemovedWording.optional().meta({
    description: 'removed=true：清理掉的部分里的，不计入以上各数 / in what was cleaned away; not in the counts above',
  }),
  coverage: Coverage.meta({
    description: '查了什么：没有找到时的依据 / what was searched: the ground of “never said”',
  }),
});
export type WordingResponse = z.infer<typeof WordingResponse>;
