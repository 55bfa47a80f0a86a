// Every setting once: its name in the environment, type, default and help text in both languages.
// The only file that reads the environment.
import { availableParallelism } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../services/domain/errors.js';
import { projectRoot } from './root.js';
import { type UnknownSetting, unknownSettings } from './unknown-settings.js';

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const path = z
  .string()
  .min(1)
  .transform((value) => resolve(value));

interface Described<T extends z.ZodType> {
  readonly schema: T;
  /** As it would be written in the environment; undefined: not set. */
  readonly fallback: string | undefined;
  readonly zh: string;
  readonly en: string;
  readonly secret?: boolean;
}
const setting = <T extends z.ZodType>(
  schema: T,
  fallback: string | undefined,
  zh: string,
  en: string,
  secret = false,
): Described<T> => ({ schema, fallback, zh, en, secret });

/** Name in the environment → description. The README's table is checked against this. */
export const described = {
  YANJU_DATA_DIR: setting(path, './data', '数据目录：目录库、索引、原件', 'data folder: catalogue, index, originals'),
  YANJU_HOST: setting(z.string().min(1), '127.0.0.1', '服务监听的地址', 'address the server listens on'),
  YANJU_PORT: setting(
    whole(0, 65535),
    '3000',
    '服务监听的端口（0 为任意空闲端口）',
    'port the server listens on (0: any free one)',
  ),
  YANJU_ENGINE: setting(
    z.enum(['embedded', 'meilisearch']),
    'embedded',
    '启动时所用的检索引擎；不设则用 yanju reindex --to 上次换到的，没有换过则为 embedded',
    'search engine to start with; left out: the one that yanju reindex --to last moved to, embedded before any move',
  ),
  MEILI_URL: setting(
    z.url({ protocol: /^https?$/ }).optional(),
    undefined,
    'Meilisearch 的地址',
    'address of the Meilisearch server',
  ),
  MEILI_API_KEY: setting(z.string().optional(), undefined, 'Meilisearch 的密钥', 'key of the Meilisearch server', true),
  YANJU_MODEL_DIR: setting(
    z
      .string()
      .min(1)
      .transform((value) => (isAbsolute(value) ? value : join(projectRoot, value))),
    'models/bge-small-zh-v1.5',
    '向量模型的目录（相对路径从项目目录算起）',
    'folder of the embedding model (a relative path starts at the project)',
  ),
  YANJU_MODEL_DOWNLOAD: setting(
    flag,
    'false',
    '是否允许联网下载模型',
    'whether a model may be downloaded from the network',
  ),
  YANJU_RERANK: setting(
    z.enum(['none', 'late', 'cross']),
    'none',
    '语义和混合检索的前几十条再排一次：none 不排；late 用同一模型逐词比较（入库时多存 tokens.db）；cross 用 YANJU_RERANKER_MODEL_DIR 的交叉编码模型',
    'whether the best of semantic and hybrid answers are ranked once more: none; late, token by token with the same model (ingest then also fills tokens.db); cross, by the cross-encoder in YANJU_RERANKER_MODEL_DIR',
  ),
  YANJU_RERANK_CANDIDATES: setting(
    whole(2, 200),
    '50',
    '重排的条数；其后的次序不变',
    'how many are ranked once more; those after them stay in their order',
  ),
  YANJU_RERANK_TIMEOUT_MS: setting(
    whole(10, 60_000),
    '1500',
    '一次查询里重排的时限（毫秒），超时则按原次序',
    'time limit of ranking once more in a query (ms); past it the first order stays',
  ),
  YANJU_RERANKER_MODEL_DIR: setting(
    path.optional(),
    undefined,
    '交叉编码重排模型的目录（Hugging Face ONNX 序列分类），YANJU_RERANK=cross 时必填',
    'folder of the cross-encoder (a Hugging Face ONNX export for sequence classification); needed with YANJU_RERANK=cross',
  ),
  YANJU_EMBED_PROCESSES: setting(
    whole(1, 64),
    String(availableParallelism()),
    '入库时计算向量的进程数',
    'processes that embed during an ingest',
  ),
  YANJU_EXTRACT_PROCESSES: setting(whole(1, 64), '1', '同时解析文件的进程数', 'processes that read files at once'),
  YANJU_ADMIN_TOKEN: setting(
    z.string().min(16).optional(),
    undefined,
    '管理令牌，至少 16 字符；不设则不能经 HTTP 改动档案',
    'admin token, at least 16 characters; without it nothing can be changed over HTTP',
    true,
  ),
  YANJU_RATE_LIMIT: setting(
    whole(0, 1_000_000),
    '300',
    '每个客户端每分钟的请求数（0 为不限）',
    'requests a minute and client (0: no limit)',
  ),
  YANJU_RATE_LIMIT_HEAVY: setting(
    whole(0, 1_000_000),
    '30',
    '每个客户端每分钟查文稿、比对、导出、上传的次数，各算各的（0 为只按 YANJU_RATE_LIMIT）',
    'checks, comparisons, exports and uploads a minute and client, each counted by itself (0: only YANJU_RATE_LIMIT holds)',
  ),
  YANJU_METRICS: setting(
    flag,
    'true',
    '是否在 /metrics 给出运行指标（Prometheus 格式，只有数目，不含问题和文件名）',
    'whether figures of the service are given at /metrics (for Prometheus; numbers alone, no question and no name of a file)',
  ),
  YANJU_FEEDBACK: setting(
    flag,
    'true',
    '是否让读者评价某段能否回答问题（只记问题、段落、结论和日期，不记是谁）',
    'whether readers may say that a passage answers or does not (kept: question, passage, verdict, day; never who)',
  ),
  YANJU_PUBLIC_URL: setting(
    z
      .url({ protocol: /^https?$/ })
      .transform((value) => new URL(value).origin)
      .optional(),
    undefined,
    '对外的网址，用在引用、导出的清单和订阅里；不设则按所问的主机',
    'address outside, for citations, lists and feeds; without it, the host that was asked',
  ),
  YANJU_MAX_EXPORT_ROWS: setting(
    whole(1, 50_000),
    '5000',
    '导出的清单（CSV、Word）的行数上限',
    'most rows of a list that is taken away (CSV, Word)',
  ),
  YANJU_TRUST_PROXY: setting(whole(0, 10), '0', '前面有几层反向代理', 'how many reverse proxies stand in front'),
  YANJU_LANGUAGE: setting(
    z.enum(['zh', 'en']),
    'zh',
    '命令行与默认网页的语言',
    'language of the command line and, by default, of the pages',
  ),
  YANJU_LOG_LEVEL: setting(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    'info',
    '日志级别',
    'log level',
  ),
  YANJU_MAX_FILE_MB: setting(whole(1, 10_000), '200', '单个文件的大小上限（MB）', 'largest file taken in (MB)'),
  YANJU_MAX_TEXT_CHARS: setting(
    whole(1_000, 100_000_000),
    '20000000',
    '单个文件的文字上限（字符）',
    'longest text of one file (characters)',
  ),
  YANJU_EXTRACT_TIMEOUT_S: setting(
    whole(1, 3600),
    '60',
    '解析一个文件的时限（秒）',
    'time limit for reading one file (seconds)',
  ),
  YANJU_EXTRACT_MEMORY_MB: setting(
    whole(128, 16_384),
    '1024',
    '解析进程的内存上限（MB）',
    'memory limit of a process that reads files (MB)',
  ),
  YANJU_ARCHIVE_MAX_MEMBERS: setting(
    whole(1, 1_000_000),
    '10000',
    '一个压缩包（含内层）里的文件数上限',
    'most files in one archive, those of archives within it included',
  ),
  YANJU_ARCHIVE_MAX_MB: setting(
    whole(1, 100_000),
    '1024',
    '一个压缩包（含内层）展开后的大小上限（MB）',
    'most bytes that one archive unpacks to, archives within it included (MB)',
  ),
  YANJU_ARCHIVE_MAX_NESTING: setting(
    whole(1, 10),
    '3',
    '压缩包套压缩包的层数上限',
    'how deep archives may lie in archives',
  ),
  YANJU_OCR: setting(
    flag,
    'true',
    '扫描页和图片是否用文字识别（OCR）来读',
    'whether scanned pages and pictures are read by OCR',
  ),
  YANJU_OCR_PROCESSES: setting(
    whole(1, 64),
    String(availableParallelism()),
    '同时识别页面的进程数',
    'processes that read pages by OCR at once',
  ),
  YANJU_OCR_TIMEOUT_S: setting(
    whole(1, 3600),
    '60',
    '识别一页的时限（秒）',
    'time limit for one page of OCR (seconds)',
  ),
  YANJU_OCR_MEMORY_MB: setting(
    whole(512, 16_384),
    '2048',
    '识别进程的内存上限（MB）',
    'memory limit of a process that reads pages by OCR (MB)',
  ),
  YANJU_OCR_MAX_PAGES: setting(
    whole(1, 100_000),
    '500',
    '一个文件里识别的页数上限，超出的页记为未读',
    'most pages of one file that OCR reads; those beyond count as unread',
  ),
  YANJU_PREVIEW: setting(
    flag,
    'true',
    '网页上是否能预览原件；关闭则只能下载',
    'whether originals can be previewed on the pages; otherwise they can only be downloaded',
  ),
  YANJU_PREVIEW_MAX_MB: setting(
    whole(1, 10_000),
    '50',
    '预览的原件大小上限（MB），更大的只能下载',
    'largest original that is previewed (MB); larger ones can only be downloaded',
  ),
  YANJU_PREVIEW_TIMEOUT_S: setting(
    whole(1, 600),
    '15',
    '做一次预览（一页）的时限（秒）',
    'time limit for one preview, or one page of it (seconds)',
  ),
  YANJU_PREVIEW_MEMORY_MB: setting(
    whole(256, 16_384),
    '1024',
    '做预览的进程的内存上限（MB）',
    'memory limit of the process that makes previews (MB)',
  ),
  YANJU_MAX_QUERY_CHARS: setting(whole(1, 100_000), '10000', '查询的长度上限（字符）', 'longest query (characters)'),
  YANJU_MAX_DRAFT_CHARS: setting(
    whole(1_000, 1_000_000),
    '200000',
    '待查文稿的长度上限（字符）',
    'longest draft that is checked (characters)',
  ),
  YANJU_REQUEST_TIMEOUT_S: setting(whole(1, 600), '30', '一个请求的时限（秒）', 'time limit for one request (seconds)'),
} as const satisfies Record<string, Described<z.ZodType>>;

type Names = keyof typeof described;
/** All settings, parsed; keys are the names in the environment. */
export type Settings = { readonly [K in Names]: z.output<(typeof described)[K]['schema']> } & {
  /** names of those that were set, rather than left to their default */
  readonly given: ReadonlySet<string>;
};

/**
 * Parses the settings. An empty string counts as not set.
 * @throws AppError SETTING_INVALID naming the first wrong setting (its value is not repeated when secret).
 */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const entries = Object.entries<Described<z.ZodType>>(described).map(([name, { schema, fallback, secret }]) => {
    const given = environment[name] === '' ? undefined : environment[name];
    const parsed = schema.safeParse(given ?? fallback);
    if (!parsed.success) {
      throw new AppError('SETTING_INVALID', {
        name,
        value: secret ? '***' : String(given),
        why: parsed.error.issues.map((issue) => issue.message).join('; '),
      });
    }
    return [name, parsed.data] as const;
  });
  const given = new Set(Object.keys(described).filter((name) => (environment[name] ?? '') !== ''));
  const settings = { ...(Object.fromEntries(entries) as Omit<Settings, 'given'>), given }; // each key was parsed by its own schema
  if (settings.YANJU_ENGINE === 'meilisearch' && !settings.MEILI_URL) {
    throw new AppError('SETTING_INVALID', {
      name: 'MEILI_URL',
      value: '',
      why: 'YANJU_ENGINE=meilisearch 需要它 / needs it',
    });
  }
  if (settings.YANJU_RERANK === 'cross' && !settings.YANJU_RERANKER_MODEL_DIR) {
    throw new AppError('SETTING_INVALID', {
      name: 'YANJU_RERANKER_MODEL_DIR',
      value: '',
      why: 'YANJU_RERANK=cross 需要它 / needs it',
    });
  }
  return settings;
}

/** Names that benchmarks and tests read for themselves. */
const readElsewhere = ['YANJU_SHARED'];

export const settingsNotKnown = (environment: Record<string, string | undefined> = process.env): UnknownSetting[] =>
  unknownSettings(Object.keys(environment), Object.keys(described), readElsewhere);

/** What a child process starts with: this one's environment, `given` over it, `otherwise` where it says nothing. */
export function childEnvironment(
  given: Readonly<Record<string, string>> = {},
  otherwise: Readonly<Record<string, string>> = {},
): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name, value]) => value !== '' || !(name in otherwise));
  return { ...otherwise, ...Object.fromEntries(own), ...given };
}
