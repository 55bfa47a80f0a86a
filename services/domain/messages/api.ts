// What the API says beside its errors: titles by status, what is wrong with a field, and the words of its description.
import type { Message } from './language.js';

/** Titles of problem documents, by status; the same for every occurrence, as RFC 9457 asks. */
export const statusTitles: Readonly<Record<number, Message>> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '需要管理令牌', en: 'Unauthorized' },
  403: { zh: '不允许', en: 'Forbidden' },
  404: { zh: '找不到', en: 'Not found' },
  405: { zh: '方法不对', en: 'Method not allowed' },
  408: { zh: '请求没有按时发完', en: 'Request timeout' },
  413: { zh: '内容太大', en: 'Content too large' },
  414: { zh: '网址太长', en: 'URI too long' },
  416: { zh: '范围不对', en: 'Range not satisfiable' },
  422: { zh: '文件不能处理', en: 'Unprocessable content' },
  429: { zh: '请求太频繁', en: 'Too many requests' },
  431: { zh: '请求头太长', en: 'Request header fields too large' },
  500: { zh: '内部错误', en: 'Internal server error' },
  503: { zh: '暂时不能回答', en: 'Service unavailable' },
};

/** What is wrong with one field of a request. */
export const fieldMessages = {
  UNKNOWN: { zh: '没有这个参数', en: 'there is no such parameter' },
  REPEATED: { zh: '只能给一次', en: 'may be given once only' },
  REQUIRED: { zh: '必须给出', en: 'is required' },
  NOT_INTEGER: { zh: '应为整数', en: 'must be a whole number' },
  NOT_STRING: { zh: '应为文字', en: 'must be a string' },
  NOT_OBJECT: { zh: '应为 JSON 对象', en: 'must be a JSON object' },
  TOO_SMALL: { zh: '不能小于 {limit}', en: 'must be at least {limit}' },
  TOO_BIG: { zh: '不能大于 {limit}', en: 'must be at most {limit}' },
  EMPTY: { zh: '不能为空', en: 'must not be empty' },
  TOO_LONG: { zh: '最多 {limit} 个字符', en: 'must have at most {limit} characters' },
  OPTIONS: { zh: '应为 {options} 之一', en: 'must be one of {options}' },
  WRONG: { zh: '值不对', en: 'has a wrong value' },
  NOT_FLAG: { zh: '应为 true 或 false', en: 'must be true or false' },
  NOT_SCOPE: {
    zh: '应为 sentence（同句）、paragraph（同段）、document（同文）或字数',
    en: 'must be sentence, paragraph, document or a number of characters',
  },
  MOST_PHRASES: { zh: '最多 {limit} 个说法，一行一个', en: 'takes at most {limit} wordings, one a line' },
  LENGTH: { zh: '应有 {least} 到 {most} 个字', en: 'must have {least} to {most} characters' },
  CHARACTERS: {
    zh: '含有不能处理的字符（NUL 或残缺的 Unicode 字符）',
    en: 'holds characters that cannot be processed (NUL or half of a Unicode character)',
  },
  ENCODING: { zh: '不是有效的 UTF-8 百分号编码', en: 'is not valid percent-encoded UTF-8' },
  ORDER: { zh: '不能晚于 {other}', en: 'must not be later than {other}' },
  JSON: { zh: '不是有效的 JSON（UTF-8）', en: 'is not valid JSON in UTF-8' },
  MULTIPART: { zh: '不是有效的 multipart/form-data', en: 'is not valid multipart/form-data' },
  CONTENT_TYPE: { zh: '应为 {type}', en: 'must be {type}' },
  CONTENT: { zh: '读不出来：编码、长度或压缩方式不对', en: 'cannot be read: wrong encoding, length or compression' },
  FILES: { zh: '请至少选一个文件', en: 'must hold at least one file' },
  TOO_MANY: { zh: '一次最多 {limit} 个', en: 'at most {limit} at a time' },
  FILE_NAME: { zh: '文件名不能用：{name}', en: 'the file name cannot be used: {name}' },
  FILE_TWICE: { zh: '有两个文件同名：{name}', en: 'two files have the same name: {name}' },
  NOT_ENCODED: {
    zh: '含有没有编码的字符。中文和空格要写成百分号编码（curl 可用 -G --data-urlencode）',
    en: 'holds characters that are not encoded. Percent-encode Chinese and spaces (with curl: -G --data-urlencode)',
  },
  PROTOCOL: { zh: '不是有效的 HTTP 请求', en: 'is not a valid HTTP request' },
  SLOW: { zh: '没有按时发完', en: 'did not arrive in time' },
} as const satisfies Record<string, Message>;

/** Between a field and what is wrong with it, and between two fields. */
export const joints = { field: { zh: '：', en: ' ' }, list: { zh: '；', en: '; ' } };

/** The API's description, served at /api/openapi.json and shown at /api/docs. */
export const apiMessages = {
  title: { zh: '言据 API', en: 'Yanju API' },
  docsTitle: { zh: '言据 · 接口文档', en: 'Yanju · API' },
  docsNeedScript: {
    zh: '浏览接口文档需要 JavaScript；也可以直接读 /api/openapi.json。',
    en: 'Browsing the API needs JavaScript; you can also read /api/openapi.json.',
  },
  description: {
    zh: '在教育政策文件档案中查找：关键词、语义和混合检索，逐字查原话，读文件。出错时返回 application/problem+json，其中 code 不随版本改变。位置都以 UTF-16 单元计。',
    en: 'Find in an archive of education-policy documents: keyword, semantic and hybrid search, exact wording, reading. Failures are application/problem+json with a code that stays the same. Offsets count UTF-16 units.',
  },
  language: {
    zh: '出错说明的语言；不给则看 Accept-Language，默认中文',
    en: 'language of failures; otherwise by Accept-Language, Chinese by default',
  },
  requestId: { zh: '请求编号，也写在日志里', en: 'id of the request, also in the log' },
  retryAfter: { zh: '多少秒后再试', en: 'seconds to wait' },
  allow: { zh: '接受的方法', en: 'methods that are taken' },
  bearer: { zh: '管理令牌，即 YANJU_ADMIN_TOKEN', en: 'the admin token, YANJU_ADMIN_TOKEN' },
  problem: { zh: '出错', en: 'Failure' },
  attachment: { zh: '文件名按 RFC 5987', en: 'with the file name as in RFC 5987' },
  tags: {
    search: { zh: '检索', en: 'Search' },
    documents: { zh: '文件', en: 'Documents' },
    drafting: { zh: '拟稿', en: 'Drafting' },
    admin: { zh: '管理', en: 'Administration' },
    system: { zh: '系统', en: 'System' },
  },
  summaries: {
    search: { zh: '检索', en: 'Search' },
    searchLong: { zh: '检索（长问题）', en: 'Search with a long question' },
    wording: { zh: '逐字查原话', en: 'Find every occurrence of a wording' },
    wordingLong: { zh: '逐字查原话（长段落）', en: 'Find every occurrence of a long wording' },
    targets: {
      zh: '文件说到的指标，和一个指标各年、各地的数值，每个都带出处',
      en: 'Indicators that documents state, and one of them by year and region, every value with its source',
    },
    documentTargets: { zh: '一份文件说到的指标', en: 'Targets that a document states' },
    exportSearchCsv: { zh: '检索到的全部段落，存为 CSV', en: 'All that a search finds, as CSV' },
    exportSearchDocx: { zh: '检索到的全部段落，存为 Word 文档', en: 'All that a search finds, as a Word document' },
    exportWordingCsv: { zh: '一个说法的每一处，存为 CSV', en: 'Every occurrence of a wording, as CSV' },
    exportWordingDocx: {
      zh: '一个说法的每一处，存为 Word 文档',
      en: 'Every occurrence of a wording, as a Word document',
    },
    exportTargetsCsv: { zh: '一个指标的每一个数值，存为 CSV', en: 'Every value of an indicator, as CSV' },
    exportTargetsDocx: {
      zh: '一个指标的每一个数值，存为 Word 文档',
      en: 'Every value of an indicator, as a Word document',
    },
    exportTimelineCsv: {
      zh: '一个或几个说法各年（各地、各级）的处数和文件数，存为 CSV',
      en: 'Occurrences and documents of wordings by year, region or level, as CSV',
    },
    exportCitationsCsv: { zh: '被引用的全部文件，存为 CSV', en: 'All that is cited, as CSV' },
    exportDocumentCitationsCsv: {
      zh: '一份文件引用了什么、被什么引用，逐处存为 CSV',
      en: 'What a document cites and what cites it, place by place, as CSV',
    },
    exportCompareDocx: {
      zh: '两份文件（或版本）逐条对照，存为 Word 文档',
      en: 'Two documents or versions side by side, as a Word document',
    },
    exportVariantsCsv: { zh: '一个说法的变体，存为 CSV', en: 'The variants of a wording, as CSV' },
    exportVariantsDocx: { zh: '一个说法的变体，存为 Word 文档', en: 'The variants of a wording, as a Word document' },
    exportTransmissionCsv: {
      zh: '上级文件的每一句在地方文件里怎样，存为 CSV',
      en: 'What became of each sentence of a superior document in a local one, as CSV',
    },
    exportTransmissionDocx: {
      zh: '上级文件落实到地方文件，逐句对照，存为 Word 文档',
      en: 'What a superior document became in a local one, side by side, as a Word document',
    },
    exportCheckDocx: {
      zh: '核对文稿，存为 Word 文档：批注标在每处发现的原词上；是核对报告，或文稿自己的 docx',
      en: 'A draft checked, as a Word document with a comment at the words of each finding: a report, or the draft’s own docx',
    },
    timeline: {
      zh: '一个或几个说法的历年、各地、各级用法，以及占文件的比例',
      en: 'Wordings by year, region or level of issuer, and their share of the documents',
    },
    variants: {
      zh: '一个说法的变体：只差几个字的写法，按最早出现的日期',
      en: 'Variants of a wording: what differs in a few characters, by first use',
    },
    suggest: { zh: '边输边提示：词、标题、章节', en: 'Suggestions while typing: words, titles, headings' },
    list: { zh: '文件列表，由新到旧', en: 'Documents, newest first' },
    detail: { zh: '一份文件的信息', en: 'What is known about a document' },
    text: { zh: '全文，和清理掉的部分', en: 'The whole text, and what was cleaned away' },
    original: { zh: '下载原件', en: 'Download the original' },
    citations: { zh: '一份文件引用了什么，被什么引用', en: 'What a document cites, and what cites it' },
    citationOverview: {
      zh: '引用总览：引用最多的、没有收入的、已废止已修订的',
      en: 'Citations: what is cited most, what is missing, what is repealed or revised',
    },
    versions: { zh: '一份文件的各版', en: 'The versions of a document' },
    elsewhere: {
      zh: '一段话在别处怎么说：一字不差的、字句相近的、意思相近的',
      en: 'Where else a stretch of a document is said: word for word, nearly so, and in other words',
    },
    family: {
      zh: '一份文件的各个版本、副本、征求意见稿，哪一份现行，以及逐年的各份',
      en: 'A document’s versions, copies and drafts, which is in force, and its other editions',
    },
    citation: {
      zh: '一份文件或其中一处的引用：一行，和 GB/T 7714—2015',
      en: 'A citation of a document, or of a place in it: one line, and after GB/T 7714—2015',
    },
    similar: { zh: '文字相近的文件', en: 'Documents that are alike' },
    compare: {
      zh: '比较两份文件或两个版本：逐条对照，改了的数字、日期、要求和引用',
      en: 'What differs between two documents or versions: unit by unit, with changed numbers, dates, obligations and references',
    },
    transmission: {
      zh: '上级文件到了地方文件里：保留、改动、没有写进、另外增加的',
      en: 'A superior document against a local one: kept, altered, cut, added',
    },
    counterparts: {
      zh: '一份文件可以与哪些文件比较，谁是上级',
      en: 'What a document may be compared with, and which is superior',
    },
    upload: { zh: '上传文件入库', en: 'Upload files to be ingested' },
    remove: { zh: '把文件移出档案', en: 'Take a document out of the archive' },
    jobs: { zh: '入库的进度和结果，新的在前', en: 'Runs of ingest and their outcome, newest first' },
    job: {
      zh: '一次入库：每个文件的结果，一页一页',
      en: 'One run of ingest: what became of each file, page by page',
    },
    queue: { zh: '入库的队列：在处理什么、还要多久', en: 'The queue: what is worked on, and for how long yet' },
    ledger: {
      zh: '台账：每个来过的文件最近一次的结果，一页一页',
      en: 'The ledger: the newest outcome of every file that ever came, page by page',
    },
    failures: {
      zh: '没能入库的文件：原因，怎么办，以及各类结果的计数',
      en: 'Files that could not be taken in: why, what to do, and counts of every outcome',
    },
    retry: {
      zh: '再试没能入库、或只读出一部分的文件',
      en: 'Try files again that could not be taken in, or were read in part',
    },
    feedback: {
      zh: '评价某段能否回答问题。只记问题、段落、结论和日期，不记是谁',
      en: 'Say whether a passage answers a question. Kept: question, passage, verdict, day; never who',
    },
    judgements: { zh: '读者的评价，旧的在前', en: 'Readers’ judgements, oldest first' },
    forgetJudgements: {
      zh: '删除评价：一个问题的，或者（all=true）全部',
      en: 'Delete judgements: those of a question, or all of them (all=true)',
    },
    check: {
      zh: '检查文稿：照搬、改动了哪些已发的话，数字、期限、要求和引用有无不合。文稿不留存',
      en: 'Check a draft: what it takes over or changes of what was issued, and whether numbers, deadlines, obligations and references agree. The draft is not kept',
    },
    health: { zh: '能否回答', en: 'Whether the service can answer' },
    ready: { zh: '现在能否接受请求', en: 'Whether requests can be sent here now' },
    live: { zh: '进程是否活着', en: 'Whether the process lives' },
  },
  /** descriptions of successful answers that are not JSON, and of files sent */
  noContent: { zh: '已移出', en: 'taken out' },
  kept: { zh: '已记下', en: 'kept' },
  forgotten: { zh: '已删除', en: 'deleted' },
  originalFile: { zh: '原件的字节', en: 'the bytes of the original' },
  downloads: {
    csv: {
      zh: '清单或表，至多 YANJU_MAX_EXPORT_ROWS 行；不全时第一行写明',
      en: 'a list or table, YANJU_MAX_EXPORT_ROWS rows at most; where that is not all, the first line says so',
    },
    checkDocx: {
      zh: '文稿的 Word 文档：首页概览，批注至多 YANJU_MAX_EXPORT_ROWS 条，其后另列已忽略的',
      en: 'the draft as a Word document: an overview, YANJU_MAX_EXPORT_ROWS comments at most, and what was dismissed listed apart',
    },
    docx: {
      zh: '带引用的 Word 文档，至多 YANJU_MAX_EXPORT_ROWS 条；不全时开头写明',
      en: 'a Word document with citations, YANJU_MAX_EXPORT_ROWS entries at most; where that is not all, its beginning says so',
    },
  },
  files: { zh: '要入库的文件，可以有多个', en: 'files to be ingested, one or more' },
} as const;
