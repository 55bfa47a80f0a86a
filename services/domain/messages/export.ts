// What a list says that is taken away: its columns, and the lines above it.
import { fill, type Language } from './language.js';

export const exportMessages = {
  n: { zh: '序号', en: 'No.' },
  issuer: { zh: '发文机关', en: 'Issuer' },
  title: { zh: '标题', en: 'Title' },
  number: { zh: '文号', en: 'Number' },
  date: { zh: '日期', en: 'Date' },
  status: { zh: '效力', en: 'Status' },
  region: { zh: '地区', en: 'Region' },
  type: { zh: '文种', en: 'Type' },
  place: { zh: '条款或段', en: 'Place' },
  page: { zh: '页', en: 'Page' },
  heading: { zh: '所在标题', en: 'Headings' },
  before: { zh: '前文', en: 'Before' },
  match: { zh: '原话', en: 'Wording' },
  after: { zh: '后文', en: 'After' },
  passage: { zh: '段落', en: 'Passage' },
  ocr: { zh: '文字识别', en: 'OCR' },
  newer: { zh: '更新的一份', en: 'Newer one' },
  also: { zh: '同样的内容还见于', en: 'The same is also in' },
  citation: { zh: '引用', en: 'Citation' },
  gbt7714: { zh: 'GB/T 7714', en: 'GB/T 7714' },
  link: { zh: '链接', en: 'Link' },
  file: { zh: '文件', en: 'File' },

  titleSearch: { zh: '检索结果：{q}', en: 'Search results: {q}' },
  titleWording: { zh: '查原话：{q}', en: 'Exact wording: {q}' },
  asked: { zh: '{name}：{value}', en: '{name}: {value}' },
  question: { zh: '检索', en: 'Searched for' },
  wording: { zh: '原话', en: 'Wording' },
  made: { zh: '{date} 由言据导出', en: 'Taken from Yanju on {date}' },
  passages: { zh: '共 {total} 段', en: '{total} passages' },
  passagesAbout: { zh: '约 {total} 段', en: 'About {total} passages' },
  documents: { zh: '共 {total} 份文件', en: '{total} documents' },
  documentsAbout: { zh: '约 {total} 份文件', en: 'About {total} documents' },
  occurrences: { zh: '{documents} 份文件中的 {total} 处', en: '{total} occurrences in {documents} documents' },
  folded: { zh: '其中 {count} 条是其他版本或副本，已合并', en: '{count} of them are versions or copies, folded' },
  cut: {
    zh: '注意：这里只有排在最前的 {rows} 条，不是全部。',
    en: 'Note: only the first {rows} are listed here, not all.',
  },
  limit: {
    zh: '行数上限由 YANJU_MAX_EXPORT_ROWS 设定；加上条件可以分几次导出。',
    en: 'YANJU_MAX_EXPORT_ROWS sets the limit; with filters the rest can be taken in parts.',
  },
  removed: {
    zh: '另在清理掉的部分中有 {occurrences} 处，不在此表。',
    en: '{occurrences} more stand in what was cleaned away; they are not listed.',
  },
  degraded: {
    zh: '注意：导出时检索不完整（缺 {what}）。',
    en: 'Note: the search was not complete when this was made (missing: {what}).',
  },
  none: { zh: '没有找到。', en: 'Nothing was found.' },
  references: { zh: '参考文献（GB/T 7714—2015）', en: 'References (GB/T 7714—2015)' },
  pageOf: { zh: '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' },
  alsoIn: { zh: '同样的内容还见于：{titles}', en: 'The same is also in: {titles}' },
  byOcr: { zh: '由图片识别，可能有错字', en: 'read by OCR, may contain errors' },
  olderThan: { zh: '有更新的一份：{title}', en: 'a newer one exists: {title}' },
  and: { zh: '、', en: ', ' },
  written: { zh: '已写入 {file}：{rows} 条。', en: 'Written to {file}: {rows} rows.' },
} as const;
export type ExportKey = keyof typeof exportMessages;
export type SayExport = (key: ExportKey, values?: Readonly<Record<string, string | number>>) => string;

export const sayExportIn =
  (language: Language): SayExport =>
  (key, values) =>
    fill(exportMessages[key][language], values);
