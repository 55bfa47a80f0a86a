// A document: what is known about it, where it came from, and its stored text.
import { z } from 'zod';

/** Whether a document stands; only what the text or a metadata file states. */
export const Status = z.enum(['现行', '试行', '已修订', '已废止', '征求意见', '未知']);
export type Status = z.infer<typeof Status>;

/** Levels of law (效力级别), from the highest; only what a document states of itself, or what follows by law from its maker and name. */
export const Level = z.enum([
  '宪法',
  '法律',
  '行政法规',
  '监察法规',
  '地方性法规',
  '自治条例和单行条例',
  '部门规章',
  '地方政府规章',
  '司法解释',
  '党内法规',
]);
export type Level = z.infer<typeof Level>;

/** How high the body stands that issued a document; 学校及其他 are no authorities of a place. */
export const IssuerLevel = z.enum(['国家', '省', '市', '县', '学校及其他', '不明']).meta({
  description:
    '发文机关的层级；县 含市辖区；不明：机关和地区都没有写明 / level of the issuer; 县 takes in districts; 不明: neither issuer nor region is stated',
});
export type IssuerLevel = z.infer<typeof IssuerLevel>;

/** File formats that can be read. */
export const Format = z.enum([
  'docx',
  'doc',
  'wps',
  'rtf',
  'pdf',
  'ofd',
  'html',
  'mht',
  'txt',
  'md',
  'png',
  'jpg',
  'tiff',
]);
export type Format = z.infer<typeof Format>;

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Metadata as read; a value that is not stated is null, never guessed. */
export const Metadata = z.object({
  title: z.string(),
  /** 文号, e.g. 临教发〔2021〕3号 */
  number: z.string().nullable(),
  /** 发文机关; several joined bodies are several entries */
  issuers: z.array(z.string()),
  /** full official name, e.g. 河南省, 青岛市, 北京市昌平区; 全国 for national documents */
  region: z.string().nullable(),
  /**
   * official division code as a prefix: '41' province, '4101' city, '410105' district, '0' national.
   * A region takes in every code that starts with its own.
   */
  regionCode: z.string().nullable(),
  /** 成文日期, or the date of the version; null when only a year, or nothing, is stated */
  date: IsoDate.nullable(),
  /** year of `date`, or the year stated where no whole date is */
  year: z.number().int().nullable(),
  /** years named in the title or file name */
  titleYears: z.array(z.number().int()),
  /** kind of document: 通知, 意见, 办法, 条例, 法律, 工作要点, … */
  type: z.string().nullable(),
  /** 效力级别: what kind of law it is; null for what is none, and where it cannot be told */
  level: Level.nullable(),
  status: Status,
  /** the words that state the status: by what it was revised or repealed, e.g. 根据2022年…修正 */
  statusBasis: z.string().nullable(),
  /** 主送机关 */
  addressees: z.array(z.string()),
  /** 发布日期, where it is stated beside or instead of 成文日期 */
  publishedOn: IsoDate.nullable(),
  /** 施行日期 */
  effectiveOn: IsoDate.nullable(),
  /** 落款: the signing bodies as they stand at the end */
  signature: z.string().nullable(),
  /** 附件: names as the text lists them, without their numbers */
  attachments: z.array(z.string()),
});
export type Metadata = z.infer<typeof Metadata>;

/** Where each metadata value was read from, e.g. {region: 'title', date: 'file name'}. */
export const MetadataOrigins = z.partialRecord(Metadata.keyof(), z.string());
export type MetadataOrigins = z.infer<typeof MetadataOrigins>;

/** A document that has come in place of another. */
export const Newer = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string().nullable(),
  year: z.number().int().nullable(),
  kind: z.enum(['version', 'edition']),
});
export type Newer = z.infer<typeof Newer>;

/** A document as it stands beside every hit. */
export const DocumentSummary = z.object({
  id: z
    .string()
    .meta({ description: '由 file 得出，重新入库、改正后不变 / derived from file; survives re-ingest and correction' }),
  title: z.string(),
  number: z.string().nullable().meta({ description: '文号' }),
  issuer: z.string().nullable().meta({ description: '发文机关，几个机关以顿号相连 / issuing bodies joined by 、' }),
  region: z.string().nullable(),
  date: z.string().nullable().meta({ description: 'YYYY-MM-DD' }),
  year: z.number().int().nullable(),
  type: z.string().nullable(),
  status: Status,
  file: z.string().meta({ description: '入库目录内的路径 / path inside the ingested folder' }),
  newer: Newer.nullable().meta({
    description:
      '有更新的一份：同一文件的新版本，或逐年文件的新一年 / a newer version, or a newer edition of a yearly document',
  }),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

/** One line of the outline; `start` is an offset into the stored text. */
export const OutlineEntry = z.object({
  level: z.number().int().min(1).max(9),
  text: z.string(),
  start: z.number().int(),
});
export type OutlineEntry = z.infer<typeof OutlineEntry>;

/**
 * A part of the file that could not be read; the rest was.
 * scan: a page without usable text, and OCR is off or over its limit; ocr: OCR failed on it; page: the page is damaged;
 * object: an embedded file or object.
 */
export const UnreadPart = z.object({
  reason: z.enum(['scan', 'ocr', 'page', 'object']),
  page: z.number().int().nullable(),
});
export type UnreadPart = z.infer<typeof UnreadPart>;

/** A document with everything but its text. */
export const DocumentDetail = DocumentSummary.extend({
  titleYears: z.array(z.number().int()),
  level: Level.nullable().meta({ description: '效力级别：法律、行政法规、地方性法规、部门规章…… / level of law' }),
  ...Metadata.pick({
    statusBasis: true,
    addressees: true,
    publishedOn: true,
    effectiveOn: true,
    signature: true,
    attachments: true,
  }).shape,
  origins: MetadataOrigins,
  format: Format,
  version: z.number().int().meta({ description: '第几版，从 1 起 / counted from 1' }),
  characters: z.number().int(),
  pages: z.number().int().nullable(),
  passages: z.number().int(),
  unread: z.array(UnreadPart).meta({ description: '没能读出的部分 / parts that could not be read' }),
  duplicates: z.array(z.string()).meta({ description: '内容相同的其他文件 / other files with the same content' }),
  removed: z.boolean().meta({ description: '文件已从入库目录消失 / the file has gone from the ingested folder' }),
  ingestedAt: z.string(),
  outline: z.array(OutlineEntry),
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;

/** A part that was cleaned away; `at` is the offset in the stored text where it stood. */
export const RemovedPart = z.object({ text: z.string(), reason: z.string(), at: z.number().int() });
export type RemovedPart = z.infer<typeof RemovedPart>;

/** Where a page of the file begins in the stored text. */
export const PageStart = z.object({ page: z.number().int(), start: z.number().int() });
export type PageStart = z.infer<typeof PageStart>;

/** One of the texts that a document has had; a version is never changed once a newer one is there. */
export const DocumentVersion = z.object({
  version: z.number().int().meta({ description: '第几版，从 1 起 / counted from 1' }),
  ingestedAt: z.string(),
  format: Format,
  characters: z.number().int(),
  pages: z.number().int().nullable(),
  sameFile: z.boolean().meta({
    description: '与前一版是同一个文件，只是重新读过 / the same file as the version before, read anew',
  }),
  sameText: z.boolean().meta({
    description: '与前一版文字相同（空白、引号样式不计）/ the same words as the version before',
  }),
});
export type DocumentVersion = z.infer<typeof DocumentVersion>;

/** The whole stored text and what was cleaned away. */
export const DocumentText = z.object({ text: z.string(), removed: z.array(RemovedPart) });
export type DocumentText = z.infer<typeof DocumentText>;

/** One version's text with what is needed to read it. */
export const VersionText = DocumentText.extend({
  version: z.number().int(),
  outline: z.array(OutlineEntry),
  pages: z.array(PageStart).meta({ description: '各页从哪里开始 / where each page begins' }),
});
export type VersionText = z.infer<typeof VersionText>;
