// Families: versions of one document, reprints, a draft and its final text; editions of yearly documents; and what differs.
import { z } from 'zod';
import { DocumentSummary } from './document.js';
import { Range } from './passage.js';

export const Relation = z.enum(['duplicate', 'reprint', 'version', 'draft', 'edition', 'similar']).meta({
  description:
    'duplicate 全文相同；reprint 同一文件的另一份；version 同一文件的不同版本；draft 一为征求意见稿；edition 逐年文件的不同年份；similar 文字相近而非同一文件 / same text; another copy; another version of the same rules; one is a draft of the other; another year’s; alike, but another document',
});
export type Relation = z.infer<typeof Relation>;
/** Relations that make a family; editions make a series, and what is merely similar stays apart. */
export const familyRelations: readonly Relation[] = ['duplicate', 'reprint', 'version', 'draft'];

const Share = z.number().min(0).max(1);

export const Related = z.object({
  document: DocumentSummary,
  relation: Relation.nullable().meta({
    description: '与所问文件的关系；null：不直接相连，经同族的另一份相连 / null: linked through another of the family',
  }),
  similarity: Share.meta({
    description: '共有的五字片段占两者全部的比例 / shingles of five characters shared, of all in either',
  }),
  containment: Share.meta({ description: '共有的占较短一份的比例 / shingles shared, of those in the shorter' }),
  numbers: z.number().int().nullable().meta({
    description: '不同的数字、日期的处数；null：没有数 / places where numbers or dates differ; null: not counted',
  }),
});
export type Related = z.infer<typeof Related>;

/** Which of a family is in force, and how that is known; or why it cannot be told. */
export const InForce = z.union([
  z.object({
    id: z.string(),
    ground: z.enum(['newest', 'stated']).meta({
      description:
        'newest：各版都有日期，它最新；stated：文件自己写明 / every version has a date, and it is the newest; the document says so',
    }),
    of: z.number().int().meta({ description: '比较了几个版本 / versions compared' }),
  }),
  z.object({
    id: z.null(),
    ground: z.enum(['alone', 'undated', 'tie', 'repealed', 'draft', 'pending']).meta({
      description:
        'alone 只有一个版本；undated 有版本没有日期；tie 日期相同；repealed 最新一版已废止；draft 只有征求意见稿；pending 最新一版尚未施行 / one version only; a version has no date; same dates; the newest is repealed; only drafts; the newest has not taken effect',
    }),
    of: z.number().int(),
  }),
]);
export type InForce = z.infer<typeof InForce>;

export const Family = z.object({
  document: DocumentSummary,
  members: z.array(Related).meta({ description: '同族的其他文件，新的在前 / the others of the family, newest first' }),
  more: z.number().int().meta({ description: '没有列出的 / members not listed' }),
  inForce: InForce,
  duplicates: z.array(z.string()).meta({ description: '内容相同的其他文件 / other files with the same content' }),
  series: z.array(z.object({ document: DocumentSummary, year: z.number().int() })).meta({
    description:
      '逐年文件的各年，新的在前，含本文件；没有则为空 / the editions of a yearly document, newest first, this one included',
  }),
});
export type Family = z.infer<typeof Family>;

export const SimilarDocuments = z.object({ documents: z.array(Related) });
export type SimilarDocuments = z.infer<typeof SimilarDocuments>;

export const Piece = Range.extend({ text: z.string() });

/** strength: words of obligation (应当, 可以, 不得); reference: 《…》, 第三条, where units are compared */
export const ValueKind = z.enum(['number', 'date', 'strength', 'reference']);
export type ValueKind = z.infer<typeof ValueKind>;

/** A number, date, word of obligation or reference that differs between two otherwise alike sentences. */
export const ChangedValue = z.object({
  kind: ValueKind,
  a: Piece.nullable(),
  b: Piece.nullable(),
  /** the sentences that they stand in */
  inA: Piece,
  inB: Piece,
});
export type ChangedValue = z.infer<typeof ChangedValue>;

export const Change = z.object({
  kind: z.enum(['same', 'changed', 'added', 'removed']),
  a: Piece.optional(),
  b: Piece.optional(),
  /** for `same`: sentences left out here */
  sentences: z.number().int().optional(),
  parts: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })).optional(),
});
export type Change = z.infer<typeof Change>;

export const Difference = z.object({
  numbers: z.array(ChangedValue),
  changes: z.array(Change).meta({
    description:
      'same 只给范围，不给文字；位置是各自全文里的 / same ones come without text; offsets are into each whole text',
  }),
  truncated: z
    .boolean()
    .meta({ description: '两份差别太大或太长，只粗略比较 / too long or too different to be compared in full' }),
});
export type Difference = z.infer<typeof Difference>;
