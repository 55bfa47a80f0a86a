// How files come in, for whoever looks after the archive: a run and each of its files, the queue, the ledger, corrections.
import { z } from 'zod';
import { Level, Status } from './document.js';
import { LedgerLine, LedgerStatus, LedgerSummary } from './ledger.js';

/** A file sent to the archive. `stored`: it lies in the data folder already; `failure`: it was not taken, and why. */
export type SentFile = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly stored: { readonly path: string; readonly contentHash: string } }
  | { readonly failure: { readonly code: 'FILE_TOO_LARGE'; readonly values: Readonly<Record<string, number>> } }
);

export const RunFileStatus = z.enum(['waiting', ...LedgerStatus.options]);
export type RunFileStatus = z.infer<typeof RunFileStatus>;

/** A file of a run, with what became of it in words. */
export const RunFile = LedgerLine.omit({ status: true, ms: true }).extend({
  status: RunFileStatus,
  version: z.number().int().optional().meta({
    description: '由此成为的新版本，2 起；头一版不写 / the new version it made, from 2; left out for a first version',
  }),
  of: z.string().optional().meta({ description: '与哪个文件内容相同 / the file with the same content' }),
  finishedAt: z.string().nullable(),
});
export type RunFile = z.infer<typeof RunFile>;

export const RunCounts = z.object({
  waiting: z.number().int(),
  indexed: z.number().int(),
  unchanged: z.number().int(),
  duplicate: z.number().int(),
  failed: z.number().int(),
});
export type RunCounts = z.infer<typeof RunCounts>;

export const RunRequest = z.object({
  status: RunFileStatus.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(1_000).default(100),
});
export type RunRequest = z.infer<typeof RunRequest>;

/** A run with a page of its files, in the order in which they came. */
export const RunReport = z.object({
  id: z.number().int(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  counts: RunCounts,
  total: z.number().int().meta({ description: '符合 status 的文件 / files of the status asked for' }),
  files: z.array(RunFile),
  summary: LedgerSummary.nullable(),
});
export type RunReport = z.infer<typeof RunReport>;

/** A run in a list of them. */
export interface RunLine {
  readonly id: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly counts: RunCounts;
}

export const QueueState = z.object({
  pending: z.number().int(),
  worker: z.enum(['busy', 'idle', 'absent']).meta({
    description: 'absent：有文件在等，却没有入库进程 / files wait, and no worker takes them',
  }),
  stuck: z.boolean().meta({ description: '许久没有一个文件入完 / no file was finished for long' }),
  lastFinishedAt: z.string().nullable(),
  perMinute: z.number().nullable().meta({ description: '近十分钟每分钟的文件 / files a minute, of the last ten' }),
  minutesLeft: z.number().nullable(),
  next: z.array(z.object({ file: z.string(), run: z.number().int() })).meta({
    description: '队列的头几个；在忙时第一个正在处理 / the head of the queue; the first is being worked on when busy',
  }),
});
export type QueueState = z.infer<typeof QueueState>;

export const LedgerState = z.enum(['indexed', 'partial', 'duplicate', 'failed', 'removed']);
export type LedgerState = z.infer<typeof LedgerState>;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const LedgerRequest = z.object({
  status: LedgerState.optional().meta({ description: 'partial：读出一部分 / read in part; 它也是 indexed' }),
  code: z.string().max(100).optional(),
  name: z.string().max(500).optional().meta({ description: '路径里含有 / part of the path' }),
  from: day.optional().meta({ description: '最近一次处理的日期（UTC）/ day of the newest outcome, UTC' }),
  to: day.optional(),
  sort: z.enum(['file', 'time']).default('file').meta({ description: 'time：新的在前 / newest first' }),
  after: z.string().max(6_000).optional().meta({ description: '上一页的 next / next of the page before' }),
  size: z.coerce.number().int().min(1).max(1_000).default(100),
});
export type LedgerRequest = z.infer<typeof LedgerRequest>;

export const LedgerRow = z.object({
  file: z.string(),
  status: LedgerState,
  code: z.string().nullable(),
  message: z.string().nullable(),
  documentId: z.string().nullable(),
  title: z.string().nullable().meta({ description: '文件的标题；没有读入的为 null / null where nothing was read' }),
  versions: z.number().int().nullable(),
  of: z.string().nullable().meta({ description: '与哪个文件内容相同 / the file with the same content' }),
  archive: z.string().nullable().meta({ description: '所在的压缩包 / the zip that holds it' }),
  members: z.number().int().nullable(),
  unread: z.number().int().nullable(),
  passages: z.number().int().nullable(),
  at: z.string(),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

export const LedgerPage = z.object({
  total: z.number().int(),
  rows: z.array(LedgerRow),
  next: z.string().nullable().meta({ description: '下一页的 after；到底为 null / null at the end' }),
});
export type LedgerPage = z.infer<typeof LedgerPage>;

/** A document that is in the archive under a name that is about to be sent. */
export const HeldName = z.object({
  file: z.string(),
  documentId: z.string(),
  title: z.string(),
  version: z.number().int(),
});
export type HeldName = z.infer<typeof HeldName>;

/** What someone who looks after the archive states of a document; what is left out is read from the file. */
export const Correction = z
  .object({
    title: z.string().min(1).max(500),
    number: z.string().min(1).max(200),
    issuers: z.array(z.string().min(1).max(200)).min(1).max(20),
    region: z.string().min(1).max(100),
    date: day.refine((value) => new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value)),
    type: z.string().min(1).max(100),
    level: Level,
    status: Status,
  })
  .partial();
export type Correction = z.infer<typeof Correction>;
