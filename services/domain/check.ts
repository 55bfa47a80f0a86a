// The check of a draft: what is asked, and the report clause by clause. Offsets count in the draft's text, which comes with it.
import { z } from 'zod';
import { UnitChange, UnitCounts } from './comparison.js';
import { OutlineEntry, UnreadPart } from './document.js';
import type { Language } from './messages/language.js';
import { Range } from './passage.js';
import { Degraded } from './result.js';

/** What a drafter hands in; it is read in memory and kept nowhere. */
export type GivenDraft =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

/** The draft’s own earlier version: handed in as the draft is, or a document of the archive by its id, file or title. */
export type EarlierDraft = GivenDraft | { readonly kind: 'document'; readonly name: string };

export interface CheckOptions {
  readonly language: Language;
  /** compared with on its own, and no source */
  readonly earlier?: EarlierDraft | undefined;
  /** after so many milliseconds nothing more is looked for by meaning; the report says so */
  readonly withinMs?: number;
  readonly onProgress?: (progress: CheckProgress) => void;
}
export interface CheckProgress {
  readonly step: 'ocr' | 'index' | 'reuse' | 'meaning';
  readonly done: number;
  readonly of: number;
}

export const ClauseLabel = z.enum(['verbatim', 'edited', 'paraphrase', 'new', 'formula']).meta({
  description:
    'verbatim 与已发文件一字不差；edited 改动过；paraphrase 意思相近而措辞不同；new 档案里没有；formula 公文套语，不计 / word for word; edited; the same in other words; not in the archive; a set phrase, not counted',
});
export type ClauseLabel = z.infer<typeof ClauseLabel>;

/** A place in a document of the archive; offsets count in its stored text. */
export const SourcePlace = z.object({
  documentId: z.string(),
  file: z.string(),
  title: z.string(),
  date: z.string().nullable(),
  ...Range.shape,
  text: z.string(),
});
export type SourcePlace = z.infer<typeof SourcePlace>;

const Part = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

export const CheckedClause = z.object({
  ...Range.shape,
  text: z.string(),
  label: ClauseLabel,
  sources: z.array(SourcePlace).meta({
    description: '最相称的在前，其后有最早的和最近的 / the fittest first; the earliest and the latest are among them',
  }),
  similarity: z.number().min(0).max(1).meta({ description: '与第一个来源有多近 / how near the first source is' }),
  parts: z.array(Part).optional().meta({
    description: 'edited：由来源改成文稿的地方 / how the source became the draft’s words',
  }),
  found: z
    .object({
      documents: z.number().int().meta({ description: '有这句话的文件数 / documents that say so' }),
      earliest: z.string().nullable(),
      latest: z.string().nullable(),
      issuers: z.array(z.string()).meta({ description: '哪些机关说过，至多 10 个 / by whom, 10 at most' }),
    })
    .meta({ description: '说过几次、最早最近、谁说的 / how often, first and last, by whom' }),
});
export type CheckedClause = z.infer<typeof CheckedClause>;

/** What a finding is known by in the next version of the draft. */
export const FindingKey = z.string().regex(/^[0-9a-f]{1,64}(?:\.\d{1,4})?$/);

export const FindingKind = z.enum([
  'target',
  'deadline',
  'number',
  'strength',
  'reference',
  'term',
  'internal',
  'numbering',
]);
export type FindingKind = z.infer<typeof FindingKind>;

export const Finding = z.object({
  key: FindingKey.meta({
    description:
      '同一处发现改稿后仍是同一个 key，可据以记住已忽略的 / the same for the same finding in the next version of the draft: what was dismissed is known by it',
  }),
  kind: FindingKind,
  level: z.enum(['conflict', 'note']).meta({
    description:
      'conflict 与来源不合；note 供参考：别的年份、别的地区、比上级更严等 / conflict: at odds with its source; note: worth knowing, as another year’s or region’s value, or stricter than a superior’s',
  }),
  ...Range.shape,
  draft: z.string().meta({ description: '文稿里的词语，即 text.slice(start, end) / the draft’s words' }),
  source: SourcePlace.optional().meta({ description: '来源的句子 / the source’s sentence' }),
  words: z.string().optional().meta({ description: '来源里对应的词语 / the words that the source has instead' }),
  message: z.string(),
  confidence: z.number().min(0).max(1),
});
export type Finding = z.infer<typeof Finding>;

export const CheckSummary = z.object({
  characters: z.number().int(),
  clauses: z.number().int(),
  labels: z.record(ClauseLabel, z.number().int()).meta({ description: '各类句数 / sentences by label' }),
  labelCharacters: z.record(ClauseLabel, z.number().int()).meta({ description: '各类字数 / characters by label' }),
  conflicts: z.number().int(),
  notes: z.number().int(),
  kinds: z.partialRecord(FindingKind, z.number().int()).meta({ description: '各类发现的数目 / findings by kind' }),
  reusedShare: z.number().min(0).max(1).meta({
    description: '照搬和改写的字数占全文（套语除外）/ characters taken over or edited, of all that are no set phrase',
  }),
  sources: z
    .array(z.object({ documentId: z.string(), title: z.string(), file: z.string(), clauses: z.number().int() }))
    .meta({ description: '来自哪些文件，多的在前，至多 20 份 / by source, most first, 20 at most' }),
  region: z.string().nullable().meta({ description: '按哪个地区比 / the region compared for' }),
  leftOut: z
    .array(z.object({ documentId: z.string(), title: z.string(), file: z.string() }))
    .meta({ description: '没有用作来源的文件 / documents that were no source' }),
  notFound: z.array(z.string()).meta({
    description: '要求不比、而档案里没有的 / named to be left out, and not in the archive',
  }),
  compared: z.number().int().meta({ description: '比了多少份文件 / documents compared with' }),
  complete: z.boolean().meta({
    description:
      'false：到了时限，意思相近的没有找全 / false: time ran out before everything was looked for by meaning',
  }),
  degraded: z.array(Degraded),
  took: z.number().int().meta({ description: '毫秒 / milliseconds' }),
});
export type CheckSummary = z.infer<typeof CheckSummary>;

/** How the draft's file was read: what is to be known before its findings are believed. */
export const DraftReading = z.object({
  title: z.string(),
  outline: z.array(OutlineEntry).meta({ description: '标题和条，start 在 text 中 / headings and articles' }),
  ocr: z
    .object({
      pages: z.number().int().meta({ description: '识别的页数 / pages read' }),
      confidence: z.number().min(0).max(1).meta({ description: '平均把握 / mean confidence' }),
    })
    .nullable()
    .meta({
      description: '由图片识别的部分，可能有错字；没有为 null / what OCR read and may have wrong; null without any',
    }),
  unread: z
    .array(UnreadPart)
    .meta({ description: '没有读出、因而没有核对的部分 / parts not read, and so not checked' }),
});
export type DraftReading = z.infer<typeof DraftReading>;

/** What became of the draft’s own earlier version, unit by unit. */
export const Revision = z.object({
  earlier: z.object({
    documentId: z.string().nullable().meta({ description: '档案里的；另给的为 null / null: not of the archive' }),
    title: z.string(),
    date: z.string().nullable(),
    text: z.string().meta({ description: '上一稿的文字，units 中 a 的位置在其中 / which the offsets of a count in' }),
  }),
  units: z.array(UnitChange).meta({
    description: '逐条（段、项、表格行）：a 是上一稿，b 是这一稿 / unit by unit: a is the earlier version, b this one',
  }),
  counts: UnitCounts,
  comparedTo: z.number().int().nullable().meta({
    description:
      '文字太长时，只比较每份的前若干字；全部比较了为 null / characters of each text that were compared; null: all',
  }),
});
export type Revision = z.infer<typeof Revision>;

export const CheckReport = z.object({
  reading: DraftReading,
  text: z.string().meta({ description: '文稿的文字，各处位置都在其中 / the draft’s text, which all offsets count in' }),
  clauses: z.array(CheckedClause),
  findings: z.array(Finding).meta({ description: '要紧的在前 / weightiest first' }),
  summary: CheckSummary,
  revision: Revision.optional().meta({ description: '与上一稿相比；没有给上一稿则无 / only where one was given' }),
});
export type CheckReport = z.infer<typeof CheckReport>;

/** A finding that a drafter has looked at and put aside. */
export const Dismissal = z.strictObject({
  key: FindingKey,
  reason: z.string().trim().max(2_000).default(''),
});
export type Dismissal = z.infer<typeof Dismissal>;
