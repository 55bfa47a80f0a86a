// Every word on the pages. zh first, en second; `{name}` is filled in.
import { fill, type Language, type Message } from './language.js';

export const webMessages = {
  // frame
  siteName: { zh: '言据', en: 'Yanju' },
  motto: { zh: '言必有据', en: 'Every statement has its source' },
  siteIs: {
    zh: '教育政策文件的全文与语义检索：每一句话都带着出处、日期和效力。',
    en: 'Full-text and semantic search over education-policy documents: every sentence comes with its source, its date and whether it still stands.',
  },
  skipToMain: { zh: '跳到正文', en: 'Skip to content' },
  skipToResults: { zh: '跳过筛选，看结果', en: 'Skip filters, go to results' },
  mainNavigation: { zh: '主导航', en: 'Main' },
  navSearch: { zh: '检索', en: 'Search' },
  navDocuments: { zh: '全部文件', en: 'Documents' },
  navAbout: { zh: '使用说明', en: 'Help' },
  navApi: { zh: '接口', en: 'API' },
  otherLanguage: { zh: 'English', en: '中文' },
  footer: {
    zh: '检索结果只用于查找，引用以正式公布的文本为准。',
    en: 'Results are for finding; quote from the officially published text.',
  },

  // home
  holds: { zh: '现藏 {documents} 份文件、{passages} 段文字', en: '{documents} documents, {passages} passages' },
  holdsYears: { zh: '，{from} 年至 {to} 年', en: ', from {from} to {to}' },
  holdsYear: { zh: '，{from} 年', en: ', {from}' },
  pending: { zh: '另有 {count} 份正在入库。', en: '{count} more are being taken in.' },
  archiveEmpty: {
    zh: '档案还是空的。请先入库：npm run --silent yanju -- ingest 文件夹',
    en: 'The archive is empty. Take documents in first: npm run --silent yanju -- ingest FOLDER',
  },
  tryThese: { zh: '试试这样问', en: 'For example' },
  example1: { zh: '孩子满六岁了是不是一定要上学', en: '孩子满六岁了是不是一定要上学' },
  example2: { zh: '学前三年毛入园率', en: '学前三年毛入园率' },
  example3: { zh: '加快普及学前教育', en: '加快普及学前教育' },
  example1Note: { zh: '用平常话问', en: 'a question in everyday words' },
  example2Note: { zh: '查一个说法', en: 'a term' },
  example3Note: { zh: '照抄一句原文', en: 'exact words' },

  // form
  searchLabel: { zh: '要查什么', en: 'What to look for' },
  searchPlaceholder: { zh: '一句话、一个词，或照抄原文', en: 'A question, a term, or exact words' },
  searchButton: { zh: '检索', en: 'Search' },
  modeLegend: { zh: '检索方式', en: 'Mode' },
  modeHybrid: { zh: '混合', en: 'Hybrid' },
  modeKeyword: { zh: '关键词', en: 'Keyword' },
  modeSemantic: { zh: '语义', en: 'Semantic' },
  modesInOneLine: {
    zh: '混合：字面与意思一起看；关键词：只认字面；语义：只看意思。',
    en: 'Hybrid weighs words and meaning; keyword goes by the words alone; semantic by meaning alone.',
  },
  filters: { zh: '筛选条件', en: 'Filters' },
  region: { zh: '地区', en: 'Region' },
  regionHint: { zh: '省含市，市含区县', en: 'a province takes in its cities' },
  year: { zh: '年份', en: 'Year' },
  yearFrom: { zh: '年份从', en: 'From year' },
  yearTo: { zh: '到', en: 'To year' },
  type: { zh: '文种', en: 'Type' },
  typeHint: { zh: '如 通知、意见、办法', en: 'such as 通知, 意见, 办法' },
  issuer: { zh: '发文机关', en: 'Issuer' },
  issuerHint: { zh: '含其部门', en: 'its departments included' },
  status: { zh: '效力', en: 'Status' },
  anyStatus: { zh: '不限', en: 'Any' },
  group: { zh: '结果排列', en: 'Results by' },
  groupPassage: { zh: '按段落', en: 'Passage' },
  groupDocument: { zh: '按文件', en: 'Document' },

  // what the query was understood to say
  requiredPhrases: { zh: '必须原样含有：{phrases}', en: 'Must hold, as it stands: {phrases}' },
  preferred: { zh: '您提到了 {named}，相合的文件排在前面。', en: 'You named {named}: documents that fit come first.' },
  onlyThese: { zh: '只看这些', en: 'Only these' },
  takenBack: { zh: '按字面查', en: 'Search as typed' },
  literalNow: {
    zh: '正按字面查，引号、地区、年份都只当普通的词。',
    en: 'Searching as typed: marks, regions and years are words.',
  },
  interpretAgain: { zh: '恢复', en: 'Undo' },

  // results
  resultsFor: { zh: '“{q}”的检索结果', en: 'Results for “{q}”' },
  totalPassages: { zh: '共 {total} 段', en: '{total} passages' },
  totalPassagesAbout: { zh: '约 {total} 段', en: 'About {total} passages' },
  totalDocuments: { zh: '共 {total} 份文件', en: '{total} documents' },
  totalDocumentsAbout: { zh: '约 {total} 份文件', en: 'About {total} documents' },
  took: { zh: '用时 {ms} 毫秒', en: '{ms} ms' },
  legend: { zh: '标记', en: 'Marks' },
  legendMatch: { zh: '查询的词', en: 'words of the query' },
  legendAnswer: { zh: '最贴近问题的一句', en: 'the sentence nearest to the question' },
  asJson: { zh: '以 JSON 查看', en: 'As JSON' },
  narrow: { zh: '缩小范围', en: 'Narrow down' },
  more: { zh: '其余 {count} 项', en: '{count} more' },
  addFilter: { zh: '只看{name}“{value}”', en: 'Only {name} “{value}”' },
  activeFilters: { zh: '已选条件', en: 'Active filters' },
  removeFilter: { zh: '去掉{name}“{value}”', en: 'Remove {name} “{value}”' },
  clearFilters: { zh: '全部去掉', en: 'Remove all' },
  yearsRange: { zh: '{from}–{to} 年', en: '{from}–{to}' },
  yearsSince: { zh: '{from} 年起', en: 'since {from}' },
  yearsUntil: { zh: '{to} 年止', en: 'until {to}' },
  undated: { zh: '日期未载', en: 'undated' },
  yearOnly: { zh: '{year} 年（日期未载）', en: '{year} (day not stated)' },
  pageNumber: { zh: '第 {page} 页', en: 'page {page}' },
  verbatim: { zh: '一字不差', en: 'verbatim' },
  wholePassage: { zh: '展开整段', en: 'Whole passage' },
  openHere: { zh: '在原文中查看', en: 'Open in the document' },
  cite: { zh: '引用', en: 'Cite' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  morePassages: { zh: '本文件中的段落', en: 'Passages of this document' },
  pages: { zh: '分页', en: 'Pages' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  pastLastPage: { zh: '没有第 {page} 页了。', en: 'There is no page {page}.' },
  bestOnly: {
    zh: '只有最相关的一部分排了次序，后面的翻不到。加上条件，可以看到其余的。',
    en: 'Only the best matches are ranked, and the rest cannot be paged to. Add filters to see the others.',
  },
  firstPage: { zh: '回到第 1 页', en: 'Back to page 1' },
  nothing: { zh: '没有找到', en: 'Nothing found' },
  nothingIn: { zh: '已检索全部 {documents} 份文件。', en: 'All {documents} documents were searched.' },
  nothingFiltered: {
    zh: '现有条件之内没有。可以去掉一些条件再查。',
    en: 'Nothing within the present filters. Try removing some.',
  },
  adviceShorter: {
    zh: '换短一些的说法，或只留最要紧的词。',
    en: 'Use a shorter wording, or only the words that matter most.',
  },
  adviceHybrid: {
    zh: '用“混合”或“语义”方式，意思相近的说法也能找到。',
    en: 'Use hybrid or semantic mode: they also find other wordings of the same.',
  },
  adviceList: { zh: '在全部文件里按日期找。', en: 'Look through all documents by date.' },

  // degraded
  degradedTitle: { zh: '当前结果不完整', en: 'These results are less than they could be' },
  degraded_model: {
    zh: '向量模型不可用，以下只按关键词查得。',
    en: 'The embedding model is not available; these were found by keyword alone.',
  },
  degraded_engine: {
    zh: '检索引擎连不上，以下由目录库直接查得，排序和计数可能较粗。',
    en: 'The search engine cannot be reached; these come straight from the catalogue, and their order and counts may be rough.',
  },

  // statuses, shown as they are in Chinese
  status_现行: { zh: '现行', en: 'In force' },
  status_试行: { zh: '试行', en: 'On trial' },
  status_已修订: { zh: '已修订', en: 'Revised since' },
  status_已废止: { zh: '已废止', en: 'Repealed' },
  status_征求意见: { zh: '征求意见', en: 'Draft for comment' },
  status_未知: { zh: '效力未载', en: 'Status not stated' },

  // document
  about: { zh: '文件信息', en: 'About this document' },
  outline: { zh: '目录', en: 'Outline' },
  fullText: { zh: '全文', en: 'Full text' },
  original: { zh: '下载原件（{format}）', en: 'Download the original ({format})' },
  documentJson: { zh: '以 JSON 查看', en: 'As JSON' },
  removedFile: {
    zh: '这份文件已从入库目录中移走，检索不再返回它；文字和原件仍保留在此。',
    en: 'This file has gone from the ingested folder and is no longer found by search; its text and original are kept here.',
  },
  notInForce: {
    zh: '注意：本文件{status}，请勿当作现行规定引用。',
    en: 'Note: this document’s status is “{status}”. Do not quote it as a rule in force.',
  },
  number: { zh: '文号', en: 'Number' },
  date: { zh: '成文日期', en: 'Date' },
  titleYears: { zh: '标题中的年份', en: 'Years in the title' },
  file: { zh: '文件', en: 'File' },
  duplicates: { zh: '内容相同的文件', en: 'Files with the same content' },
  extent: { zh: '篇幅', en: 'Extent' },
  extentValue: { zh: '{characters} 字，{passages} 段', en: '{characters} characters, {passages} passages' },
  extentPages: { zh: '，{pages} 页', en: ', {pages} pages' },
  ingested: { zh: '入库', en: 'Taken in' },
  ingestedValue: { zh: '{at}，第 {version} 版', en: '{at}, version {version}' },
  notStated: { zh: '未载', en: 'not stated' },
  field: { zh: '项目', en: 'Field' },
  value: { zh: '内容', en: 'Value' },
  origin: { zh: '出处', en: 'Read from' },
  marksInDocument: { zh: '“{q}”：本文件中标出 {count} 处', en: '“{q}”: {count} places marked in this document' },
  marksInDocumentMany: {
    zh: '“{q}”：只标出前 {count} 处',
    en: '“{q}”: only the first {count} places are marked',
  },
  marksNone: {
    zh: '“{q}”：本文件中没有相同的字样',
    en: '“{q}”: the same words do not occur in this document',
  },
  toOpened: { zh: '到打开的段落', en: 'Go to the passage opened' },
  searchAll: { zh: '在全部文件中检索', en: 'Search all documents' },
  toTop: { zh: '回到页首', en: 'Back to top' },
  paragraphLink: { zh: '第 {n} 自然段的链接', en: 'Link to paragraph {n}' },
  table: { zh: '第 {n} 自然段起的表格', en: 'Table from paragraph {n}' },
  noText: { zh: '没有正文。', en: 'There is no text.' },
  cleanedAway: { zh: '清理掉的内容（{count} 处）', en: 'What was cleaned away ({count})' },
  cleanedAwayNote: {
    zh: '以下内容不属于正文，入库时移出，检索不到；原样保留在此备查。',
    en: 'These parts do not belong to the text and were taken out on the way in; they are not searched, and are kept here as they were.',
  },
  cleanedAwayMore: { zh: '其余 {count} 处见 JSON', en: 'The other {count} are in the JSON' },

  // the list of documents
  listTitle: { zh: '全部文件', en: 'All documents' },
  listTotal: { zh: '共 {total} 份，新的在前', en: '{total} documents, newest first' },
  yearHeading: { zh: '{year} 年', en: '{year}' },
  undatedHeading: { zh: '日期未载', en: 'Undated' },

  // help
  aboutTitle: { zh: '使用说明', en: 'How to search' },
  aboutLead: {
    zh: '言据收藏教育政策文件的全文，查得的每一段都注明出自哪份文件、哪一天、哪一级机关、是否仍然有效。',
    en: 'Yanju keeps the full text of education-policy documents. Every passage found says which document it is from, its date, who issued it and whether it still stands.',
  },
  aboutModes: { zh: '三种方式', en: 'Three modes' },
  aboutHybrid: {
    zh: '字面和意思一起看。不知道选哪个，就用它。',
    en: 'Words and meaning together. When in doubt, use this one.',
  },
  aboutKeyword: {
    zh: '只认字面。查文号、专名、固定提法时用。',
    en: 'By the words alone: for document numbers, names and set phrases.',
  },
  aboutSemantic: {
    zh: '只看意思。用平常话提问，找措辞不同而意思相近的规定。',
    en: 'By meaning alone: ask in everyday words and find rules worded otherwise.',
  },
  aboutPhrases: { zh: '一字不差地查', en: 'Word for word' },
  aboutPhrasesText: {
    zh: '把一句话照原文输入，原样含有它的段落排在最前，并标明“一字不差”。全角半角、空格、换行和引号样式的差别不计。',
    en: 'Type words exactly as they were written: passages that hold them as they are come first and are marked “verbatim”. Width, spaces, line breaks and the style of quotes make no difference.',
  },
  aboutFilters: { zh: '筛选', en: 'Filters' },
  aboutFiltersText: {
    zh: '地区写简称或全称都行，省包括所属的市，市包括区县。年份指成文年份或标题里的年份。发文机关包括它的部门。条件可以逐个去掉。',
    en: 'Regions may be written short or in full; a province takes in its cities, a city its districts. Years are those of the date or of the title. An issuer takes in its departments. Each filter can be removed again.',
  },
  aboutStatus: { zh: '效力与日期', en: 'Status and date' },
  aboutStatusText: {
    zh: '每条结果都标明效力；只标文件自己写明的，没有写明的就说“效力未载”。旧文件不会被藏起来，引用之前请看日期。',
    en: 'Each result says whether the document stands, as far as the document itself states it; otherwise “Status not stated”. Old documents are never hidden: look at the date before quoting.',
  },
  aboutMarks: { zh: '两种标记', en: 'Two marks' },
  aboutMarksMatch: { zh: '黄底：查询的词。', en: 'Yellow: words of the query.' },
  aboutMarksAnswer: {
    zh: '绿底：整段里最贴近问题的一句。',
    en: 'Green: the one sentence of the passage nearest to the question.',
  },
  aboutKeys: { zh: '键盘', en: 'Keyboard' },
  aboutKeysText: { zh: '按 / 回到检索框。', en: 'Press / to return to the search box.' },
  aboutProgram: { zh: '给程序用', en: 'For programs' },
  aboutProgramText: { zh: '同样的检索有接口可用：', en: 'The same search has an API:' },

  // errors
  errorNotFound: { zh: '找不到', en: 'Not found' },
  errorRequest: { zh: '请求有误', en: 'The request is wrong' },
  errorWait: { zh: '请稍候', en: 'Please wait' },
  errorDenied: { zh: '不能这样做', en: 'This is not allowed' },
  errorUnavailable: { zh: '暂时不能回答', en: 'Not available at the moment' },
  errorInternal: { zh: '出错了', en: 'Something went wrong' },
  errorCode: { zh: '错误代码 {code}', en: 'Error code {code}' },
  toSearch: { zh: '去检索', en: 'Go to search' },
  toList: { zh: '看全部文件', en: 'See all documents' },
  wrongUnknown: { zh: '不认识的参数“{field}”', en: 'unknown parameter “{field}”' },
  wrongRepeated: { zh: '参数“{field}”只能给一次', en: 'parameter “{field}” may be given once only' },
  wrongYears: { zh: '年份的起点晚于终点', en: 'the first year is later than the last' },
  wrong_q: { zh: '“{field}”应是文字', en: '“{field}” must be text' },
  wrong_mode: {
    zh: '“{field}”只能是 hybrid（混合）、keyword（关键词）、semantic（语义）',
    en: '“{field}” must be hybrid, keyword or semantic',
  },
  wrong_group: {
    zh: '“{field}”只能是 passage（按段落）或 document（按文件）',
    en: '“{field}” must be passage or document',
  },
  wrong_year: { zh: '“{field}”应是四位数的年份', en: '“{field}” must be a year of four digits' },
  wrong_word: { zh: '“{field}”应是不超过 200 字的文字', en: '“{field}” must be text of at most 200 characters' },
  wrong_page: { zh: '“{field}”应是 1 到 10000 的整数', en: '“{field}” must be a whole number from 1 to 10000' },
  wrong_size: { zh: '“{field}”应是 1 到 100 的整数', en: '“{field}” must be a whole number from 1 to 100' },
  wrong_at: { zh: '“{field}”应是不小于 0 的整数', en: '“{field}” must be a whole number, 0 or more' },
  wrong_lang: { zh: '“{field}”只能是 zh 或 en', en: '“{field}” must be zh or en' },
} as const satisfies Record<string, Message>;

/** Where a metadata value was read from (MetadataOrigins); a value not listed is shown as it is. */
export const originMessages: Readonly<Record<string, Message>> = {
  title: { zh: '标题', en: 'title' },
  text: { zh: '正文', en: 'text' },
  head: { zh: '文首', en: 'head of the text' },
  issuer: { zh: '发文机关', en: 'issuer' },
  number: { zh: '文号', en: 'number' },
  addressees: { zh: '主送机关', en: 'addressees' },
  signature: { zh: '落款', en: 'signature' },
  'published line': { zh: '发布信息', en: 'line of publication' },
  'file name': { zh: '文件名', en: 'file name' },
  folder: { zh: '文件夹名', en: 'folder name' },
  'metadata file': { zh: '元数据文件', en: 'metadata file' },
  declared: { zh: '文件属性', en: 'declared by the file' },
};

/** Why a part was cleaned away (RemovalReason); a reason not listed is shown as it is. */
export const reasonMessages: Readonly<Record<string, Message>> = {
  navigation: { zh: '网站导航', en: 'site navigation' },
  advert: { zh: '广告', en: 'advert' },
  share: { zh: '分享按钮', en: 'share buttons' },
  related: { zh: '相关链接', en: 'related links' },
  footer: { zh: '页脚', en: 'footer' },
  watermark: { zh: '水印', en: 'watermark' },
  'page number': { zh: '页码', en: 'page number' },
  'running header': { zh: '页眉', en: 'running header' },
  markup: { zh: '排版标记', en: 'markup' },
  'repeated title': { zh: '重复的标题', en: 'repeated title' },
};

export type WebKey = keyof typeof webMessages;
/** Says a message in one language. */
export type Say = (key: WebKey, values?: Readonly<Record<string, string | number>>) => string;

export const sayIn =
  (language: Language): Say =>
  (key, values) =>
    fill(webMessages[key][language], values);
