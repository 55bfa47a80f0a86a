// Two documents, or versions of one, compared: unit by unit (an article, a paragraph, an item, a table row), and as what
// a superior document became in the local one that implements it.
import { z } from 'zod';
import { DocumentSummary } from './document.js';
import { ChangedValue, Difference, Relation } from './family.js';
import { Range } from './passage.js';

/** What is compared: a document, or one of its versions. */
export const Compared = DocumentSummary.extend({
  version: z.number().int().nullable().meta({
    description: '指明的版本；null：最新一版 / the version that was named; null: the newest',
  }),
});
export type Compared = z.infer<typeof Compared>;

export const ComparedUnit = Range.extend({
  text: z.string(),
  label: z.string().nullable().meta({ description: '第五条、（二） / its number' }),
  kind: z.enum(['article', 'heading', 'item', 'row', 'paragraph']),
});
export type ComparedUnit = z.infer<typeof ComparedUnit>;

const Parts = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }));

export const UnitKind = z.enum(['same', 'changed', 'moved', 'moved-changed', 'split', 'merged', 'added', 'removed']);
export type UnitKind = z.infer<typeof UnitKind>;

export const UnitChange = z.object({
  kind: UnitKind,
  renumbered: z.boolean().meta({ description: '条号不同 / its number is another' }),
  a: z.array(ComparedUnit).meta({ description: '甲中的；新增的为空 / empty for what was added' }),
  b: z.array(ComparedUnit).meta({ description: '乙中的；删去的为空 / empty for what was removed' }),
  parts: Parts.optional().meta({
    description: '逐字的不同，条号除外 / differences by character, numbers of articles apart',
  }),
  values: z.array(ChangedValue).meta({
    description: '改了的数字、日期、要求、引用 / numbers, dates, obligations and references that changed',
  }),
});
export type UnitChange = z.infer<typeof UnitChange>;

export const UnitCounts = z.record(UnitKind, z.number().int());
export type UnitCounts = z.infer<typeof UnitCounts>;

export const Comparison = Difference.extend({
  a: Compared,
  b: Compared,
  relation: Relation.nullable(),
  similarity: z.number().min(0).max(1),
  containment: z.number().min(0).max(1),
  units: z.array(UnitChange).meta({
    description:
      '逐条（段、项、表格行）对照，依乙的次序；甲、乙的每一条都恰好在一处 / unit by unit in the order of b; every unit of either side stands in exactly one',
  }),
  comparedTo: z.number().int().nullable().meta({
    description:
      '文字太长时，只比较每份的前若干字；全部比较了为 null / characters of each text that were compared; null: all',
  }),
  counts: UnitCounts,
  articles: UnitCounts.meta({ description: '只计“第某条” / articles alone' }),
});
export type Comparison = z.infer<typeof Comparison>;

export const Carried = z.enum(['kept', 'altered', 'cut']);
export type Carried = z.infer<typeof Carried>;

/** A sentence of the superior document, and what came of it in the local one. */
export const CarriedSentence = Range.extend({
  text: z.string(),
  fate: Carried,
  local: z.array(Range.extend({ text: z.string() })).meta({ description: '地方文件中的相应句子 / where it went' }),
  parts: Parts.optional(),
  values: z.array(ChangedValue),
});
export type CarriedSentence = z.infer<typeof CarriedSentence>;

export const Transmission = z.object({
  superior: Compared,
  local: Compared,
  units: z.array(
    z.object({
      fate: Carried.meta({
        description:
          'kept 各句原样保留；cut 各句都没有；altered 其余 / every sentence verbatim; none is there; all else',
      }),
      unit: ComparedUnit,
      sentences: z.array(CarriedSentence),
    }),
  ),
  added: z.array(ComparedUnit.extend({ sentences: z.array(Range.extend({ text: z.string() })) })).meta({
    description: '地方文件中上级文件没有的句子，依所在段落 / sentences of the local document that the superior lacks',
  }),
  shares: z.object({ kept: z.number(), altered: z.number(), cut: z.number(), added: z.number() }).meta({
    description:
      'kept、altered、cut：占上级文件字数；added：占地方文件字数 / shares of the superior’s characters; added: of the local one’s',
  }),
  sentences: z.object({
    kept: z.number().int(),
    altered: z.number().int(),
    cut: z.number().int(),
    added: z.number().int(),
  }),
  order: z.enum(['superior', 'reversed', 'unclear']).meta({
    description:
      'superior：所给的上级确在上级；reversed：看来给反了；unclear：从地区和级别看不出 / as given; seems the other way round; cannot be told from regions and levels',
  }),
  truncated: z.boolean(),
});
export type Transmission = z.infer<typeof Transmission>;

/** A document that another may be compared with. */
export const Counterpart = z.object({
  document: DocumentSummary,
  how: z.enum(['family', 'edition', 'similar', 'matter']).meta({
    description:
      'family 同一文件；edition 逐年文件的另一年；similar 文字相近；matter 题目所说的是同一件事 / the same document; another year’s; alike in words; titles on the same matter',
  }),
  standing: z.enum(['superior', 'local']).nullable().meta({
    description:
      '与所问文件相比是上级还是下级；看不出为 null / above or below the document asked about; null: cannot be told',
  }),
});
export type Counterpart = z.infer<typeof Counterpart>;

export const Counterparts = z.object({
  document: DocumentSummary,
  versions: z.array(z.object({ version: z.number().int(), ingestedAt: z.string() })),
  counterparts: z.array(Counterpart),
});
export type Counterparts = z.infer<typeof Counterparts>;

/** Which document is meant by what someone typed: its id, its path, or words of its title. */
export interface Meant {
  /** as compare takes it; null where the words fit several documents, or none */
  readonly name: string | null;
  /** where they fit several: how many, and the likeliest of them */
  readonly total: number;
  readonly documents: readonly DocumentSummary[];
}
