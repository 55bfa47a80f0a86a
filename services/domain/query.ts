// What can be asked: search and wording requests, as they come from HTTP, the command line or a page.
import { z } from 'zod';

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
  issuer: word.optional().meta({ description: '发文机关，含其部门 / issuing body, departments included' }),
  status: word.optional().meta({ description: '现行、试行、已修订、已废止、征求意见、未知' }),
});
export type Filters = z.infer<typeof Filters>;

const page = z.coerce.number().int().min(1).max(10_000).default(1);
const size = z.coerce.number().int().min(1).max(100).default(10);

export const SearchRequest = Filters.extend({
  q: z.string(),
  mode: Mode.default('hybrid'),
  group: z.enum(['passage', 'document']).default('passage'),
  families: Families.default('apart').meta({
    description:
      'collapse：同一文件的各个版本、转载合为一条，现行的在前 / folds versions and copies of one document into one hit, the version in force shown',
  }),
  literal: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])
    .default(false)
    .meta({
      description:
        '按字面查：引号、地区、年份、文种、机关都只当普通的词，也不查别的说法 / marks, regions, years, kinds and bodies in the query are words like any other, and no other words are looked for',
    }),
  page,
  size,
});
export type SearchRequest = z.infer<typeof SearchRequest>;

export const WordingRequest = Filters.extend({
  q: z.string(),
  loose: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])
    .default(false)
    .meta({
      description: '也不计标点、繁简、数字写法 / also leave out punctuation, fold traditional characters and numerals',
    }),
  page,
  size,
});
export type WordingRequest = z.infer<typeof WordingRequest>;
