// The targets desk: which indicators documents state, and one of them by year and region with the sentence behind each value.
import { z } from 'zod';
import { DocumentSummary } from './document.js';
import { Passage, Range } from './passage.js';
import { Filters } from './query.js';
import { Coverage } from './result.js';
import { Target } from './target.js';

const fourDigits = z
  .string()
  .regex(/^[1-9]\d{3}$/)
  .transform(Number);
const name = z.string().trim().min(1).max(200);
const page = z.coerce.number().int().min(1).max(10_000).default(1);

export const TargetsRequest = Filters.extend({
  q: z.string().max(200).optional().meta({
    description: '要找的指标，平常的说法也行 / words for an indicator, everyday ones too; without q and indicator: all',
  }),
  indicator: name.optional().meta({ description: '一个指标：给出它的表 / one indicator: its table is given' }),
  unit: z.string().trim().min(1).max(20).optional().meta({ description: '只要这个单位的 / of this unit only' }),
  forYear: z
    .union([z.literal('none'), fourDigits])
    .optional()
    .meta({
      description: '数值所说的年份；none：没有写明的 / the year that a value is for; none: where none is stated',
    }),
  forYearFrom: fourDigits.optional(),
  forYearTo: fourDigits.optional(),
  forRegion: name.optional().meta({
    description:
      '数值所说的地区，省含市；none：没有写明的 / the region that a value is for, a province takes in its cities; none: where none is stated',
  }),
  perCell: z.coerce.number().int().min(1).max(500).default(10).meta({
    description: '每格最多列几处，其余只计数 / values listed in a cell at most; the others are counted',
  }),
  page,
  size: z.coerce.number().int().min(1).max(100).default(50).meta({
    description: '每页几个指标，或表的几行 / indicators a page, or rows of the table',
  }),
});
export type TargetsRequest = z.infer<typeof TargetsRequest>;

export const IndicatorCount = z.object({
  indicator: z.string(),
  targets: z.number().int().meta({ description: '处数，副本各计 / statements, each copy counted' }),
  documents: z.number().int(),
  years: z.number().int().meta({ description: '所说的不同年份数 / different years that values are for' }),
  yearFrom: z.number().int().nullable(),
  yearTo: z.number().int().nullable(),
  regions: z.number().int(),
  units: z.array(z.string()).meta({ description: '最常见的在先 / most frequent first' }),
});
export type IndicatorCount = z.infer<typeof IndicatorCount>;

/** A copy of a document, or another version, that says the same in the same sentence. */
const Copy = DocumentSummary.pick({ id: true, title: true, date: true, year: true, file: true });

/** A value where it is stated: what it is, in which words, in which sentence of which document. */
export const StatedTarget = Target.extend({
  region: z.string().nullable(),
  words: z.string().meta({ description: '原文中说数值的字 / the words that state the value' }),
  sentence: Range.extend({ text: z.string() }),
  passage: Passage.pick({ id: true, start: true, end: true, page: true, ocr: true }).nullable(),
  document: DocumentSummary,
  copies: z.array(Copy).meta({
    description:
      '同族文件中同一句话、同一数值，并入此处，至多 20 份 / the same value in the same sentence in documents of the same family, folded into this one; 20 at most',
  }),
  folded: z.number().int().meta({ description: '并入的处数 / statements folded into this one' }),
});
export type StatedTarget = z.infer<typeof StatedTarget>;

export const TargetCell = z.object({
  year: z.number().int().nullable(),
  stated: z.array(StatedTarget).meta({ description: '文件新的在先 / of the newest document first' }),
  more: z.number().int().meta({ description: '没有列出的处数 / statements not listed' }),
});
export type TargetCell = z.infer<typeof TargetCell>;

export const TargetRow = z.object({
  region: z.object({ code: z.string(), name: z.string() }).nullable(),
  cells: z.array(TargetCell).meta({ description: '按年份；没有写明年份的在最后 / by year, those without one last' }),
});
export type TargetRow = z.infer<typeof TargetRow>;

/** Values of one unit: they can be set side by side. */
export const TargetSeries = z.object({
  unit: z.string(),
  years: z.array(z.number().int().nullable()),
  rows: z.array(TargetRow),
});
export type TargetSeries = z.infer<typeof TargetSeries>;

export const TargetTable = z.object({
  indicator: z.string(),
  targets: z.number().int().meta({ description: '处数，副本已并 / statements, copies folded' }),
  folded: z.number().int().meta({ description: '并入的副本处数 / statements of copies that were folded' }),
  documents: z.number().int().meta({ description: '文件数，副本在内 / documents, copies included' }),
  units: z.array(z.object({ unit: z.string(), targets: z.number().int() })),
  rows: z.number().int().meta({ description: '全部页的行数 / rows over all pages' }),
  series: z.array(TargetSeries).meta({ description: '本页各行，一个单位一组 / the rows of this page, by unit' }),
});
export type TargetTable = z.infer<typeof TargetTable>;

export const TargetsResponse = z.object({
  query: z.string().nullable(),
  named: z.string().nullable().meta({
    description:
      'q 或 indicator 所指的那个指标；不止一个或没有为 null / the one indicator that q or indicator names; null where it names several, or none',
  }),
  total: z.number().int().meta({ description: '找到的指标数 / indicators found' }),
  indicators: z.array(IndicatorCount).meta({
    description:
      '找到的指标，一页；给了 indicator 时是名称相近的，一个也没有找到时也是 / a page of those found; with indicator, and where none is found, those of nearest names',
  }),
  table: TargetTable.nullable().meta({
    description: '只在给了 indicator 且有值时 / only with indicator, where it has values',
  }),
  unread: z.number().int().meta({
    description: '还没有读过指标的文件数，不论筛选 / documents not read for targets yet, whatever the filter',
  }),
  coverage: Coverage,
});
export type TargetsResponse = z.infer<typeof TargetsResponse>;

/** What one document states, in the order of its text. */
export const DocumentTargets = z.object({
  document: DocumentSummary,
  total: z.number().int(),
  unread: z.boolean().meta({ description: '还没有读过 / not read yet' }),
  targets: z.array(StatedTarget),
});
export type DocumentTargets = z.infer<typeof DocumentTargets>;
