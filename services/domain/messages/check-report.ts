// What the report on a draft says that is taken away as a Word document. `{name}` is filled in.
import { fill, type Language } from './language.js';

export const checkReportMessages = {
  title: { zh: '核对报告：{title}', en: 'Report on a draft: {title}' },
  draft: { zh: '文稿', en: 'draft' },
  compared: {
    zh: '与档案中的 {documents} 份文件逐句核对，文稿共 {characters} 字，{clauses} 句。',
    en: 'Compared sentence by sentence with {documents} documents of the archive; the draft has {characters} characters, {clauses} sentences.',
  },
  share: {
    zh: '照搬和改写的字数占 {percent}%（套语不计）。',
    en: '{percent}% of its characters are taken over or edited (set phrases not counted).',
  },
  region: {
    zh: '只比{region}及其上级和全国的文件',
    en: 'only documents of {region}, of those above it, and national ones',
  },
  years: { zh: '{from}—{to} 年', en: 'years {from}–{to}' },
  types: { zh: '文种：{types}', en: 'kinds: {types}' },
  inForce: { zh: '只比现行的', en: 'only what is in force' },
  leftOut: { zh: '不比的文件：{titles}', en: 'left out: {titles}' },
  andMore: { zh: '等 {n} 份', en: 'and more, {n} in all' },
  scope: { zh: '范围：{scope}。', en: 'Scope: {scope}.' },
  wholeArchive: { zh: '整个档案', en: 'the whole archive' },
  made: { zh: '{date} 由言据核对。', en: 'Checked by Yanju on {date}.' },
  howToRead: {
    zh: '批注标在文稿的原词上：双下划线是不合之处，点下划线供参考。每条批注写明为什么提出、来源原文和出处，以及把握。',
    en: 'Comments stand at the draft’s own words: a double underline is a conflict, a dotted one is a note. Each says why it was raised, what the source says and where, and how sure it is.',
  },
  overview: { zh: '概览', en: 'Overview' },
  reuse: { zh: '文稿从哪里来', en: 'What the draft is made of' },
  relation: { zh: '与档案的关系', en: 'Against the archive' },
  relation_verbatim: { zh: '照搬：与已发文件一字不差', en: 'Verbatim: word for word as issued before' },
  relation_edited: { zh: '改写：由已发文件改动而来', en: 'Edited: changed from what was issued' },
  relation_paraphrase: { zh: '意近：意思相近，措辞不同', en: 'Paraphrase: the same in other words' },
  relation_new: { zh: '新写：档案里没有', en: 'New: not in the archive' },
  relation_formula: { zh: '套语：公文套语', en: 'Set phrases' },
  sentences: { zh: '句数', en: 'Sentences' },
  characters: { zh: '字数', en: 'Characters' },
  share100: { zh: '占比（套语不计）', en: 'Share (set phrases left out)' },
  found: { zh: '发现', en: 'Findings' },
  kind: { zh: '类别', en: 'Kind' },
  conflicts: { zh: '不合', en: 'Conflicts' },
  notes: { zh: '供参考', en: 'Notes' },
  dismissedCount: { zh: '已忽略', en: 'Dismissed' },
  sum: { zh: '合计', en: 'Total' },
  none: { zh: '没有发现不合之处。', en: 'Nothing at odds was found.' },
  sources: { zh: '用得最多的来源', en: 'Sources used most' },
  sourceSentences: { zh: '{n} 句', en: '{n} sentences' },
  text: { zh: '文稿和批注', en: 'The draft, with comments' },
  conflict: { zh: '不合', en: 'Conflict' },
  note: { zh: '供参考', en: 'Note' },
  sure: { zh: '把握 {percent}%', en: '{percent}% sure' },
  inSource: { zh: '来源原文：', en: 'The source says: ' },
  inDraft: { zh: '文稿：', en: 'Draft: ' },
  dismissed: { zh: '已忽略的发现', en: 'Findings that were dismissed' },
  reason: { zh: '忽略的理由：{reason}', en: 'Reason: {reason}' },
  noReason: { zh: '没有写理由', en: 'none given' },
  noLonger: {
    zh: '另有 {n} 条忽略记录，在这一稿里已没有对应的发现。',
    en: '{n} more were dismissed of which this draft has no finding any more.',
  },
  notChecked: { zh: '没有核对到的', en: 'What was not checked' },
  emptyArchive: {
    zh: '没有可比的文件：档案是空的，或条件排除了全部文件；只看了文稿自身。',
    en: 'There was nothing to compare with: the archive is empty, or the conditions leave everything out; only the draft itself was looked at.',
  },
  incomplete: {
    zh: '到了时限，意思相近的没有找全；其余都已核对。',
    en: 'Time ran out before everything was looked for by meaning; all else was checked.',
  },
  degraded_model: {
    zh: '向量模型不可用，意思相近的没有找；其余都已核对。',
    en: 'The embedding model is missing: nothing was looked for by meaning; all else was checked.',
  },
  degraded_engine: {
    zh: '检索引擎连不上，意思相近的没有找全；其余都已核对。',
    en: 'The search engine is out of reach: not everything was looked for by meaning; all else was checked.',
  },
  byOcr: {
    zh: '文稿有 {pages} 页由图片识别（平均把握 {percent}%），可能有错字：只差一两个字、一个数字的发现，请先对照原件。',
    en: '{pages} pages of the draft were read by OCR (mean confidence {percent}%) and may contain errors: where a finding rests on a character or a figure, look at the original first.',
  },
  unreadPages: {
    zh: '文稿第 {pages} 页没有读出，没有核对。',
    en: 'Of the draft, these pages could not be read and were not checked: {pages}.',
  },
  unreadParts: {
    zh: '文稿里有 {n} 个嵌入的部分没有读出，没有核对。',
    en: '{n} embedded parts of the draft could not be read and were not checked.',
  },
  cut: {
    zh: '发现有 {total} 处，这里只标出最要紧的 {shown} 处（上限由 YANJU_MAX_EXPORT_ROWS 设定）。',
    en: 'Of {total} findings only the weightiest {shown} are marked here (YANJU_MAX_EXPORT_ROWS sets the limit).',
  },
  notFound: {
    zh: '要求不比的“{names}”，档案里没有这个标识、路径或标题；没有文件因此不比。',
    en: 'To be left out was “{names}”: nothing in the archive has that id, file or title, so nothing was left out for it.',
  },
  notPlaced: {
    zh: '原处没有找到（在页眉页脚、自动编号或没有读出的地方）。文稿此处是“{draft}”。',
    en: 'Its place was not found (a page header, automatic numbering, or a part that was not read). The draft has “{draft}” there.',
  },
  originalName: { zh: '{name}（批注）', en: '{name} (comments)' },
  revision: { zh: '与上一稿相比', en: 'Since the earlier version' },
  revisionOf: { zh: '上一稿：{title}', en: 'Earlier version: {title}' },
  revisionCut: {
    zh: '文字太长，只比较了每份的前 {n} 字。',
    en: 'Long texts: the first {n} characters of each were compared.',
  },
  revisionSame: { zh: '逐条都与上一稿相同。', en: 'Every unit is the same as in the earlier version.' },
  revisionMore: { zh: '其余 {n} 处不在这里列出。', en: '{n} more are not listed here.' },
  always: {
    zh: '没有批注的地方，是没有发现不合，不等于正确；档案里没有的依据无从核对。',
    en: 'Where no comment stands nothing at odds was found, which does not make it right: what the archive does not hold cannot be compared.',
  },
} as const;
export type CheckReportKey = keyof typeof checkReportMessages;
export type SayReport = (key: CheckReportKey, values?: Readonly<Record<string, string | number>>) => string;

export const sayReportIn =
  (language: Language): SayReport =>
  (key, values) =>
    fill(checkReportMessages[key][language], values);
