// What people read when something fails: what failed, on what, and what to do. `{name}` is filled in.
// zh first, en second; a code once published keeps its meaning.
export const errorMessages = {
  // files
  EMPTY_FILE: {
    zh: '文件是空的。请检查原件后重新入库。',
    en: 'The file is empty. Check the original and ingest it again.',
  },
  NO_TEXT: {
    zh: '文件里没有可读的文字。若是扫描件或图片，请看 YANJU_OCR 是否关闭；开着仍读不出，请提供带文字的版本。',
    en: 'The file holds no readable text. If it is a scan or a picture, see whether YANJU_OCR is off; if it is on, nothing was found, and a version with text is needed.',
  },
  OCR_FAILED: {
    zh: '扫描页或图片没有识别成功（超时、内存不足或图片损坏）。可调大 YANJU_OCR_TIMEOUT_S 或 YANJU_OCR_MEMORY_MB，或换一份原件。',
    en: 'OCR failed on the scanned pages or the picture (time, memory, or a damaged picture). Raise YANJU_OCR_TIMEOUT_S or YANJU_OCR_MEMORY_MB, or provide another original.',
  },
  ENCRYPTED: {
    zh: '文件有密码保护。请去掉密码后重新入库。',
    en: 'The file is protected by a password. Remove the password and ingest it again.',
  },
  DAMAGED: {
    zh: '文件已损坏或不完整，无法读取：{why}。请换一份完好的原件。',
    en: 'The file is damaged or incomplete and cannot be read: {why}. Provide an intact original.',
  },
  UNSUPPORTED_TYPE: {
    zh: '不支持这种文件（{type}）。支持 docx、doc、wps、rtf、pdf、ofd、html、mht、txt、md、png、jpg、tiff，以及装有这些文件的 zip。',
    en: 'This kind of file ({type}) is not supported. Supported: docx, doc, wps, rtf, pdf, ofd, html, mht, txt, md, png, jpg, tiff, and zips of these.',
  },
  NOT_DOCX: {
    zh: '批注只能写进 docx 文件，这份文稿不是。请给 docx，或下载核对报告。',
    en: 'Comments can be put into a docx file only, and this draft is none. Give a docx, or take the report.',
  },
  ENCODING_UNKNOWN: {
    zh: '认不出文字编码（可能是 {encoding}）。请另存为 UTF-8 后重新入库。',
    en: 'The text encoding is not recognised (perhaps {encoding}). Save it as UTF-8 and ingest it again.',
  },
  FILE_TOO_LARGE: {
    zh: '文件超过 {limit} MB 的上限。可调大 YANJU_MAX_FILE_MB。',
    en: 'The file is larger than the limit of {limit} MB. Raise YANJU_MAX_FILE_MB.',
  },
  TEXT_TOO_LONG: {
    zh: '文字超过 {limit} 字符的上限。可调大 YANJU_MAX_TEXT_CHARS。',
    en: 'The text is longer than the limit of {limit} characters. Raise YANJU_MAX_TEXT_CHARS.',
  },
  ARCHIVE_TOO_LARGE: {
    zh: '压缩包（含内层）超过 {limit} 的上限，没有全部展开。请拆分，或调大 {setting}。',
    en: 'The archive, with those inside it, goes beyond the limit of {limit} and was not unpacked whole. Split it or raise {setting}.',
  },
  ARCHIVE_TOO_DEEP: {
    zh: '压缩包套压缩包超过 {limit} 层。请先解开，或调大 YANJU_ARCHIVE_MAX_NESTING。',
    en: 'Archives lie in archives more than {limit} deep. Unpack it first or raise YANJU_ARCHIVE_MAX_NESTING.',
  },
  EXTRACT_TIMEOUT: {
    zh: '读取文件超过 {seconds} 秒。可调大 YANJU_EXTRACT_TIMEOUT_S，或拆分文件。',
    en: 'Reading the file took longer than {seconds} s. Raise YANJU_EXTRACT_TIMEOUT_S or split the file.',
  },
  EXTRACT_CRASHED: {
    zh: '读取文件的进程意外退出（可能内存不足）。可调大 YANJU_EXTRACT_MEMORY_MB，或换一份原件。',
    en: 'The process that read the file ended unexpectedly (perhaps out of memory). Raise YANJU_EXTRACT_MEMORY_MB or provide another original.',
  },
  FILE_UNREADABLE: {
    zh: '打不开文件 {file}：{why}。请检查路径和权限。',
    en: 'The file {file} cannot be opened: {why}. Check the path and its permissions.',
  },
  PATH_NOT_FOUND: { zh: '找不到 {path}。请检查路径。', en: '{path} was not found. Check the path.' },
  METADATA_INVALID: {
    zh: '元数据文件 {file} 第 {line} 行有误：{why}',
    en: 'The metadata file {file} is wrong in line {line}: {why}',
  },
  // requests
  QUERY_EMPTY: { zh: '请输入要查的内容。', en: 'Type something to search for.' },
  QUERY_TOO_LONG: {
    zh: '查询有 {length} 字符，上限是 {limit}。请缩短；长问题请用 POST。',
    en: 'The query has {length} characters; the limit is {limit}. Shorten it; use POST for long questions.',
  },
  INVALID_REQUEST: { zh: '请求有误：{why}', en: 'The request is wrong: {why}' },
  REGION_UNKNOWN: {
    zh: 'region：不认识的地区“{region}”。请用省、市、县的名称，同名的区县请写上所在的市。',
    en: 'region: “{region}” is not a known region. Use the name of a province, city or county; name the city of a district that several have.',
  },
  STATUS_UNKNOWN: {
    zh: 'status：没有“{status}”这种效力，可用：{known}。',
    en: 'status: there is no “{status}”; use one of {known}.',
  },
  DRAFT_EMPTY: {
    zh: '文稿是空的。请粘贴文字或选一个文件。',
    en: 'The draft is empty. Paste its text or choose a file.',
  },
  DRAFT_TOO_LONG: {
    zh: '文稿有 {length} 字符，上限是 {limit}（YANJU_MAX_DRAFT_CHARS）。请分段检查。',
    en: 'The draft has {length} characters; the limit is {limit} (YANJU_MAX_DRAFT_CHARS). Check it part by part.',
  },
  URI_TOO_LONG: {
    zh: '网址太长。长问题请用 POST /api/search 或 POST /api/wording。',
    en: 'The address is too long. Use POST /api/search or POST /api/wording for long questions.',
  },
  HEADERS_TOO_LARGE: {
    zh: '网址或请求头太长。长问题请用 POST /api/search 或 POST /api/wording。',
    en: 'The address or the headers are too long. Use POST /api/search or POST /api/wording for long questions.',
  },
  NOT_FOUND: { zh: '没有这个页面或接口：{path}', en: 'There is no such page or endpoint: {path}' },
  METHOD_NOT_ALLOWED: { zh: '{path} 不接受 {method}。', en: '{path} does not take {method}.' },
  DOCUMENT_NOT_FOUND: {
    zh: '没有这份文件：{id}。它可能从未入库。',
    en: 'There is no such document: {id}. It may never have been ingested.',
  },
  RUN_NOT_FOUND: { zh: '没有这次入库：{run}。', en: 'There is no such run: {run}.' },
  VERSION_NOT_FOUND: {
    zh: '这份文件（{id}）没有第 {version} 版。',
    en: 'This document ({id}) has no version {version}.',
  },
  PREVIEW_UNAVAILABLE: {
    zh: '这种格式（{format}）的原件不能在网页里预览，请下载查看。',
    en: 'An original of this format ({format}) cannot be previewed here; download it.',
  },
  PREVIEW_BUSY: {
    zh: '正在为别的读者做预览，请稍后再试，或下载原件。',
    en: 'Previews for other readers are being made: try again in a moment, or download the original.',
  },
  PREVIEW_FAILED: {
    zh: '原件的预览没有做成（损坏、过大或超时），请下载查看。',
    en: 'The preview could not be made: the file is damaged, too large, or took too long. Download it.',
  },
  ORIGINAL_MISSING: {
    zh: '原件不在了：{id}。它的文字仍可在网页上阅读；要恢复原件，请重新入库。',
    en: 'The original is gone: {id}. Its text can still be read here; to have the original back, ingest it again.',
  },
  RANGE_NOT_SATISFIABLE: {
    zh: '请求的字节范围超出了文件。请去掉 Range 头或改小范围。',
    en: 'The byte range lies outside the file. Leave the Range header out or ask for less.',
  },
  PASSAGE_NOT_FOUND: {
    zh: '没有这一段：{id}。它所在的文件可能已更新，请重新检索。',
    en: 'There is no such passage: {id}. Its document may have changed; search again.',
  },
  FEEDBACK_OFF: {
    zh: '没有开启评价（YANJU_FEEDBACK）。',
    en: 'Judging is switched off (YANJU_FEEDBACK).',
  },
  FEEDBACK_FULL: {
    zh: '评价已满 {limit} 条，不再接收。请管理员导出并清理。',
    en: 'There are {limit} judgements already and no more are taken. The administrator can export and delete them.',
  },
  CROSS_SITE: {
    zh: '只接受本站页面提交的表单。',
    en: 'Forms are only taken from this site’s own pages.',
  },
  UNAUTHORIZED: {
    zh: '需要管理令牌（Authorization: Bearer …）。',
    en: 'The admin token is needed (Authorization: Bearer …).',
  },
  SIGNED_OUT: {
    zh: '还没有登录，或登录已过期。请登录后再试。',
    en: 'You are not signed in, or no longer. Sign in and try again.',
  },
  FORM_STALE: {
    zh: '这个表单已过期（可能在别处重新登录过）。请刷新页面后再提交。',
    en: 'This form is out of date (perhaps you signed in anew elsewhere). Reload the page and send it again.',
  },
  TOKEN_WRONG: { zh: '管理令牌不对。', en: 'The admin token is wrong.' },
  CHANGES_DISABLED: {
    zh: '未设置 YANJU_ADMIN_TOKEN，不能经 HTTP 改动档案。',
    en: 'YANJU_ADMIN_TOKEN is not set, so nothing can be changed over HTTP.',
  },
  TOKEN_LIMITED: {
    zh: '管理令牌错了太多次。请 {minutes} 分钟后再试。',
    en: 'The admin token was wrong too often. Try again in {minutes} minutes.',
  },
  RATE_LIMITED: {
    zh: '请求太频繁，请 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  REQUEST_TIMEOUT: { zh: '处理超时，请稍后再试。', en: 'The request took too long; try again.' },
  PAYLOAD_TOO_LARGE: {
    zh: '提交的内容超过 {limit} 的上限。',
    en: 'What was sent is larger than the limit of {limit}.',
  },
  NOT_READY: {
    zh: '服务还不能回答。请稍后再试，或看日志、运行 yanju doctor。',
    en: 'The service cannot answer yet. Try again in a while, or see the log and run yanju doctor.',
  },
  INTERNAL: {
    zh: '服务内部出错。请把请求编号 {requestId} 告诉管理员。',
    en: 'Something failed inside. Tell the administrator the request id {requestId}.',
  },
  // engine, model, catalogue
  ENGINE_UNAVAILABLE: {
    zh: '检索引擎连不上：{why}。请检查 MEILI_URL 和服务是否在运行。',
    en: 'The search engine cannot be reached: {why}. Check MEILI_URL and that the server runs.',
  },
  ENGINE_TASK_FAILED: { zh: '检索引擎的任务失败：{why}', en: 'A task of the search engine failed: {why}' },
  REINDEX_RUNNING: {
    zh: '另一个 yanju reindex 正在进行，请等它结束。',
    en: 'Another yanju reindex is under way; wait until it has ended.',
  },
  REINDEX_NOTHING_KEPT: {
    zh: '没有可以退回的索引（{engine}）：没有建过、已被删除，或由另一个模型建成。请运行 yanju reindex --to {engine} 重建。',
    en: 'There is no index to go back to ({engine}): it was never built, was deleted, or is of another model. Build it with yanju reindex --to {engine}.',
  },
  MODEL_MISSING: {
    zh: '找不到向量模型：{dir}。请检查 YANJU_MODEL_DIR。',
    en: 'The embedding model was not found: {dir}. Check YANJU_MODEL_DIR.',
  },
  MODEL_CHECKSUM: {
    zh: '模型的文件 {file} 与校验和不符，可能损坏。请恢复原文件。',
    en: 'The file {file} of the model does not match its checksum and may be damaged. Restore the original.',
  },
  MODEL_MISMATCH: {
    zh: '档案的向量由另一个模型（{have}）算出，现在的模型是 {want}。请运行 yanju reindex，或改回 YANJU_MODEL_DIR。',
    en: 'The archive was embedded by another model ({have}); the present one is {want}. Run yanju reindex, or set YANJU_MODEL_DIR back.',
  },
  ADAPTER_MISSING: {
    zh: '没有名为“{name}”的查询适配。可用 yanju adapter list 查看。',
    en: 'There is no query adapter named “{name}”. See yanju adapter list.',
  },
  ADAPTER_INVALID: {
    zh: '查询适配“{name}”的文件有误（{why}），可能损坏。请重新运行 yanju tune，或换用另一个。',
    en: 'The file of the query adapter “{name}” is wrong ({why}) and may be damaged. Run yanju tune again, or use another.',
  },
  ADAPTER_UNFIT: {
    zh: '查询适配“{name}”是为另一个向量模型做的，不能用于 {want}。请重新运行 yanju tune。',
    en: 'The query adapter “{name}” was made for another embedding model and does not fit {want}. Run yanju tune again.',
  },
  ADAPTER_NO_EARLIER: {
    zh: '没有可以撤销的更换。',
    en: 'There is no change of adapter to undo.',
  },
  TOO_FEW_EXAMPLES: {
    zh: '可学的问题太少：{have} 个，至少要 {want} 个。每个问题要有能回答它的段落。',
    en: 'Too few questions to learn from: {have}, at least {want} are needed, each with a passage that answers it.',
  },
  EMBEDDING_FAILED: { zh: '计算向量失败：{why}', en: 'Embedding failed: {why}' },
  EXPORT_FAILED: {
    zh: 'Word 文档没有做成（{why}）。请加上条件缩小清单，或导出 CSV。',
    en: 'The Word document could not be made ({why}). Narrow the list with filters, or take it as CSV.',
  },
  RERANKER_MISSING: {
    zh: '{dir} 里没有可用的重排模型：{why}。请检查 YANJU_RERANKER_MODEL_DIR，或设 YANJU_RERANK=none。',
    en: 'There is no usable reranking model in {dir}: {why}. Check YANJU_RERANKER_MODEL_DIR, or set YANJU_RERANK=none.',
  },
  RERANKING_FAILED: { zh: '重排失败：{why}', en: 'Reranking failed: {why}' },
  CATALOGUE_NEWER: {
    zh: '目录库由更新的版本（{have}）写成，这个版本只认识到 {want}。请升级程序。',
    en: 'The catalogue was written by a newer version ({have}); this one knows up to {want}. Upgrade the program.',
  },
  BACKUP_EXISTS: {
    zh: '{file} 已经存在，没有动它。请换一个文件名，或加 --force。',
    en: '{file} is already there and was left alone. Name another file, or add --force.',
  },
  BACKUP_NO_SPACE: {
    zh: '{folder} 所在的磁盘只剩 {free} MB，需要 {need} MB。请腾出空间，或换一个磁盘。',
    en: 'The disk of {folder} has {free} MB left, and {need} MB are needed. Free some space, or use another disk.',
  },
  BACKUP_FAILED: {
    zh: '备份没有做成：{why}。请检查数据目录和目标位置；没有留下半份备份。',
    en: 'The backup was not made: {why}. Check the data folder and the target; no half backup was left.',
  },
  BACKUP_DAMAGED: {
    zh: '这不是完好的备份：{what} 不对。数据目录没有改动；请换一份备份。',
    en: 'This is no sound backup: {what} is wrong. The data folder was not changed; use another backup.',
  },
  RESTORE_NOT_EMPTY: {
    zh: '{folder} 里已有档案，没有动它。请把 YANJU_DATA_DIR 指向空目录，或加 --force（原有的会移到其中的 before-restore-…，不会删除）。',
    en: '{folder} already holds an archive and was left alone. Point YANJU_DATA_DIR to an empty folder, or add --force (what is there is put aside in before-restore-… below it, not deleted).',
  },
  RESTORE_IN_USE: {
    zh: '{folder} 正由服务或入库进程使用。请先停下它们，再恢复。',
    en: '{folder} is in use by a server or worker. Stop them first, then restore.',
  },
  RESTORE_UNDER_WAY: {
    zh: '{folder} 正在从备份恢复。请等它结束再试。',
    en: 'A backup is being restored to {folder}. Wait until that has ended and try again.',
  },
  STORAGE_FAILED: {
    zh: '写不进数据目录：{why}。请检查磁盘空间和权限；再运行一次即从中断处继续。',
    en: 'The data folder cannot be written: {why}. Check disk space and permissions; running it again goes on where it stopped.',
  },
  WORKER_FAILED: {
    zh: '入库进程反复退出：{why}。请看日志，再运行一次即从中断处继续。',
    en: 'The ingest worker keeps ending: {why}. See the log; running it again goes on where it stopped.',
  },
  SETTING_INVALID: {
    zh: '设置 {name} 的值 {value} 无效：{why}',
    en: 'The setting {name} has an invalid value {value}: {why}',
  },
} as const;
