// Lists of made-up rows.
import type { DocumentSummary } from '../../../services/domain/document.js';
import type { Row, TakenList } from '../../../services/export/list.js';

export const documentOf = (changes: Partial<DocumentSummary> = {}): DocumentSummary => ({
  id: 'lan1',
  title: '临澜市托管服务办法',
  number: '临教发〔2021〕3号',
  issuer: '临澜市教育局',
  region: '临澜市',
  date: '2021-03-02',
  year: 2021,
  type: '办法',
  status: '现行',
  file: '临澜市/托管.docx',
  newer: null,
  ...changes,
});

export const rowOf = (
  document: DocumentSummary,
  words: readonly [string, string, string],
  changes: Partial<Row> = {},
): Row => ({
  document,
  citation: {
    plain: `《${document.title}》，第二条`,
    gbt7714: `${document.title}[A/OL].`,
    link: `https://dang.an/documents/${document.id}`,
    place: { article: '第二条', clause: 1, item: null, paragraphs: { from: 3, to: 3 }, page: 4 },
  },
  heading: ['第一章'],
  pieces: words.map((text, i) => ({ text, found: i === 1 })),
  ocr: null,
  also: [],
  ...changes,
});

export const listOf = (rows: readonly Row[], changes: Partial<TakenList> = {}): TakenList => ({
  kind: 'wording',
  language: 'zh',
  title: '查原话：托管',
  lines: ['原话：托管', '检索了 34 份文件。'],
  warnings: [],
  rows,
  references: ['临澜市托管服务办法[A/OL].'],
  ...changes,
});
