// What can be asked: search and wording requests, as they come from HTTP, the command line or a page.
import { z } from 'zod';
import { IssuerLevel } from './document.js';

export const Mode = z.enum(['keyword', 'semantic', 'hybrid']);
export type Mode = z.infer<typeof Mode>;

const year = z.coerce.number().int().min(1000).max(9999);
const word = z.string().trim().min(1).max(200);

export const Families = z.enum(['collapse', 'apart']);
export type Families = z.infer<typeof Families>;

/** The filters that every desk takes. Names as people write them (河南, 河南省). */
export const Filters = z.object({
  region: word
    .optional()
    .meta({ description: '地区：省含市，市含区县；全国 / region; a province takes in its cities' }),
  year: year.optional().meta({ description: '成文年份，或标题中的年份 / year of the date or of the title' }),
  yearFrom: year.optional(),
  yearTo: year.optional(),
  type: word.optional().meta({ description: '文种，如 通知、意见 / kind of document' }),
  issuer: word.optional().meta({
    description:
      '发文机关，含其部门；以顿号相连的几个机关（结果里联合发文的写法）：由各机关联合发的 / issuing body, departments included; several joined by 、, as a hit names them: issued by all of them together',
  }),
  status: word.optional().meta({ description: '现行、试行、已修订、已废止、征求意见、未知' }),
});
export type Filters = z.infer<typeof Filters>;

const page = z.coerce.number().int().min(1).max(10_000).default(1);
const size = z.coerce.number().int().min(1).max(100).default(10);

const flag = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')], 'NOT_FLAG')
  .default(false);

export const SearchSort = z.enum(['relevance', 'newest', 'oldest']);
export type SearchSort = z.infer<typeof SearchSort>;
/** By date so many of the best are put in order: what is least like the question never comes first for its day. */
export const SORTED_BY_DATE = 200;

export const SearchRequest = Filters.extend({
  q: z.string(),
  mode: Mode.default('hybrid'),
  group: z.enum(['passage', 'document']).default('passage'),
  families: Families.default('apart').meta({
    description:
      'collapse：同一文件的各个版本、转载合为一条，现行的在前（前 200 条之内）/ folds versions and copies of one document into one hit, the version in force shown, among the best 200',
  }),
  above: flag.meta({
    description:
      '连同 region 的上级和全国的一起，只不要别处的：住在那里的人受哪些文件管 / with what holds region and what is national, leaving out other places only: what binds those who live there',
  }),
  sort: SearchSort.default('relevance').meta({
    description:
      'newest、oldest：按日期排，没有日期的在最后；排的是最相关的前 200 条中含有全部查询词的，没有这样的则是这 200 条 / by date, undated ones last: of the best 200 those that hold all words of the query, or, where none does, the 200',
  }),
  literal: flag.meta({
    description:
      '按字面查：引号、地区、年份、文种、机关都只当普通的词，也不查别的说法 / marks, regions, years, kinds and bodies in the query are words like any other, and no other words are looked for',
  }),
  page,
  size,
});
export type SearchRequest = z.infer<typeof SearchRequest>;

export const WordingSort = z.enum(['date', 'document', 'left', 'right']);
export type WordingSort = z.infer<typeof WordingSort>;

/** Where phrases stand together: 同句、同段、同文, or so many characters of normal text. */
const together = z.string().regex(/^(sentence|paragraph|document|\d{1,5})$/, 'NOT_SCOPE');

/** What a bar of the timeline opens: of the documents that pass the filters, exactly those that it counts. */
const narrowings = {
  dateYear: z
    .union([year, z.literal('none')])
    .optional()
    .meta({
      description:
        '只看成文日期在这一年的，不看标题；none：没有日期的 / of this year by the date alone, not by the title; none: undated',
    }),
  ownRegion: word.optional().meta({
    description:
      '只看这一地区本身的，不含所属地区；none：地区不明的 / of this region itself, without what lies in it; none: region unknown',
  }),
  issuerLevel: IssuerLevel.optional(),
};

export const WordingRequest = Filters.extend({
  q: z.string(),
  ...narrowings,
  loose: flag.meta({
    description: '也不计标点、繁简、数字写法 / also leave out punctuation, fold traditional characters and numerals',
  }),
  punctuation: z.enum(['keep', 'ignore']).default('keep').meta({ description: '不计标点 / leave punctuation out' }),
  script: z
    .enum(['keep', 'fold'])
    .default('keep')
    .meta({ description: '不分繁简和大小写 / fold traditional characters and capitals' }),
  numerals: z
    .enum(['keep', 'fold'])
    .default('keep')
    .meta({ description: '不分数字写法：第二十条、第20条 / fold numerals' }),
  with: z.string().optional().meta({
    description: '须在附近的说法，一行一个 / phrases that must stand near each occurrence, one a line',
  }),
  near: together.default('paragraph').meta({
    description:
      'with 在多近：sentence 同句，paragraph 同段，document 同文，或相隔至多几个字（标准形式）/ how near: the same sentence, paragraph or document, or so many characters of normal text apart at most',
  }),
  without: z.string().optional().meta({
    description: '不得在附近的说法，一行一个 / phrases that must not stand near, one a line',
  }),
  withoutIn: together.default('paragraph').meta({ description: 'without 在多近，同 near / how near, as for near' }),
  sort: WordingSort.default('date').meta({
    description:
      'date：最早在先；document：按标题；left、right：按前文（由近及远）、后文，拼音为序 / oldest first; by title; by what stands before (read outwards) or after, in the order of pinyin',
  }),
  removed: flag.meta({
    description: '也查清理掉的部分，另计 / also search what was cleaned away, counted apart',
  }),
  page,
  size,
});
export type WordingRequest = z.infer<typeof WordingRequest>;

export const TimelineBy = z.enum(['year', 'region', 'level']);
export type TimelineBy = z.infer<typeof TimelineBy>;

export const TimelineRequest = WordingRequest.omit({ sort: true, removed: true, page: true, size: true }).extend({
  q: z
    .string()
    .meta({ description: '要比较的说法，一行一个，至多六个 / the wordings to compare, one a line, six at most' }),
  by: TimelineBy.default('year').meta({
    description:
      'year 成文年份；region 省，或所选地区的下一级；level 发文机关的层级 / year of the date; province, or what lies in the region asked for; level of the issuer',
  }),
});
export type TimelineRequest = z.infer<typeof TimelineRequest>;

export const VariantsRequest = Filters.extend({
  q: z.string(),
  ...narrowings,
  alike: z.coerce.number().int().min(50).max(99).default(70).meta({
    description:
      '至少有多像：所问的字数中不改的百分比 / how alike at least: of the characters asked, the percentage left unchanged',
  }),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type VariantsRequest = z.infer<typeof VariantsRequest>;
