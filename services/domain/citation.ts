// A citation: words in one document that name another, what is said with them, and which document is meant.
import { z } from 'zod';
import { DocumentSummary } from './document.js';
import { Range } from './passage.js';
import { Filters } from './query.js';

export const MentionKind = z.enum(['document', 'other', 'own']).meta({
  description:
    'document 文件；other 不是文件（证件、表格、书刊……）；own 本文件自己 / a document; none (certificates, forms, books, …); the citing document itself',
});
export type MentionKind = z.infer<typeof MentionKind>;

/** Words that name a document, as they are read out of a text, before it is known which document is meant. */
export const Mention = Range.extend({
  kind: MentionKind,
  title: z.string().nullable().meta({
    description:
      '书名号里的标题；用简称时是全称；只有文号时为 null / the title in full; null where only a number stands',
  }),
  number: z.string().nullable().meta({ description: '文号，标准写法 / number, in its standard form' }),
  issuer: z.string().nullable().meta({ description: '标题前写明的机关 / the body named before the title' }),
  articles: z.array(z.string()).meta({ description: '所引的条款 / articles cited: 第二十条第三款' }),
  sentence: Range,
  repeals: z.boolean().meta({ description: '此句将它废止 / the sentence repeals it' }),
});
export type Mention = z.infer<typeof Mention>;

export const CitationState = z.enum(['current', 'revised', 'repealed', 'missing', 'ambiguous']).meta({
  description:
    'current 库内有，未见更新或废止；revised 有更新的版本；repealed 已废止；missing 库内没有；ambiguous 有几份对得上 / held, nothing newer known; a newer version exists; repealed; not held; several documents fit',
});
export type CitationState = z.infer<typeof CitationState>;

/** Where a document says that another is repealed. */
export const Repeal = Range.extend({ document: DocumentSummary, text: z.string() });
export type Repeal = z.infer<typeof Repeal>;

export const Resolution = z.object({
  state: CitationState,
  document: DocumentSummary.nullable().meta({ description: '所指的文件 / the document meant, where it is held' }),
  newer: DocumentSummary.nullable().meta({ description: '更新的版本 / a newer version of it' }),
  repealedBy: z.array(Repeal),
  candidates: z.array(DocumentSummary).meta({ description: '对得上的几份 / for ambiguous: those that fit' }),
  passage: Range.extend({ id: z.number().int() })
    .nullable()
    .meta({ description: '所引条款在该文件中的段 / the passage of the article cited' }),
});
export type Resolution = z.infer<typeof Resolution>;

export const Citation = Mention.extend({
  words: z.string(),
  sentence: Range.extend({ text: z.string() }),
  resolution: Resolution.nullable().meta({ description: '不是文件或是本文件时为 null / null for other and own' }),
});
export type Citation = z.infer<typeof Citation>;

const Place = Range.extend({ words: z.string(), sentence: z.string() });
export const CitedBy = z.object({ document: DocumentSummary, places: z.array(Place) });
export type CitedBy = z.infer<typeof CitedBy>;

/** A citation as its text is read: where it stands, and what it means. */
export type CitedPlace = Pick<Citation, 'start' | 'end' | 'title' | 'articles'> & { readonly resolution: Resolution };

export const DocumentCitations = z.object({
  document: DocumentSummary,
  cites: z.array(Citation).meta({ description: '按出现的先后 / in the order of the text' }),
  citedBy: z.array(CitedBy).meta({ description: '引用它（含同族各版本）的文件，新的在前 / newest first' }),
  repealedBy: z.array(Repeal),
});
export type DocumentCitations = z.infer<typeof DocumentCitations>;

/** A document that others cite, versions taken together. */
export const Cited = z.object({
  title: z.string(),
  number: z.string().nullable(),
  state: CitationState,
  document: DocumentSummary.nullable(),
  newer: DocumentSummary.nullable(),
  repealedBy: z.array(Repeal),
  citing: z
    .number()
    .int()
    .meta({ description: '引用它的文件数，同族只计一次 / citing documents, a family counted once' }),
  places: z.number().int(),
  by: z.array(DocumentSummary).meta({ description: '引用它的几份 / some of those that cite it' }),
});
export type Cited = z.infer<typeof Cited>;

export const CitationRequest = Filters.extend({ size: z.coerce.number().int().min(1).max(100).default(20) });
export type CitationRequest = z.infer<typeof CitationRequest>;

export const CitationOverview = z.object({
  documents: z.number().int().meta({ description: '范围内的文件 / documents that pass the filters' }),
  citing: z.number().int().meta({ description: '其中引用别的文件的 / of which cite another' }),
  mentions: z.object({
    document: z.number().int(),
    own: z.number().int(),
    other: z.number().int(),
    states: z.record(CitationState, z.number().int()),
  }),
  mostCited: z.array(Cited),
  missing: z.array(Cited).meta({ description: '没有收入而多处引用的 / not held, most cited first' }),
  outdated: z.array(Cited).meta({ description: '已废止、已修订而仍被引用的 / cited though repealed or revised' }),
});
export type CitationOverview = z.infer<typeof CitationOverview>;
