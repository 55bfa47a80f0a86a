// What the API's description shows of a checked draft: of the same made-up city.
import type { CheckReport } from '../../domain/check.js';
import { exampleDocument, exampleText } from './examples.js';

const text = '到2025年，学前三年毛入园率达到90%以上。';
const sentence = '到2025年，学前三年毛入园率达到92%以上。';
const start = exampleText.text.indexOf(sentence);
const source = {
  documentId: exampleDocument.id,
  file: exampleDocument.file,
  title: exampleDocument.title,
  date: exampleDocument.date,
  start,
  end: start + sentence.length,
  text: sentence,
};
const at = text.indexOf('90%');

export const exampleCheck: CheckReport = {
  reading: { title: '临江市学前教育发展提升行动计划（征求意见稿）', outline: [], ocr: null, unread: [] },
  text,
  clauses: [
    {
      start: 0,
      end: text.length,
      text,
      label: 'edited',
      sources: [source],
      similarity: 0.89,
      parts: [
        { kind: 'same', text: text.slice(0, at) },
        { kind: 'removed', text: '92%' },
        { kind: 'added', text: '90%' },
        { kind: 'same', text: text.slice(at + 3) },
      ],
      found: {
        documents: 1,
        earliest: exampleDocument.date,
        latest: exampleDocument.date,
        issuers: [exampleDocument.issuer ?? ''],
      },
    },
  ],
  findings: [
    {
      key: '6b9a1f0c52e7d384',
      kind: 'number',
      level: 'conflict',
      start: at,
      end: at + 3,
      draft: '90%',
      source,
      words: '92%',
      message: `《${exampleDocument.title}》此处是“92%”，文稿是“90%”。要求因此放宽。`,
      confidence: 0.97,
    },
  ],
  summary: {
    characters: text.length,
    clauses: 1,
    labels: { verbatim: 0, edited: 1, paraphrase: 0, new: 0, formula: 0 },
    labelCharacters: { verbatim: 0, edited: text.length, paraphrase: 0, new: 0, formula: 0 },
    conflicts: 1,
    notes: 0,
    kinds: { number: 1 },
    reusedShare: 1,
    sources: [{ documentId: exampleDocument.id, title: exampleDocument.title, file: exampleDocument.file, clauses: 1 }],
    region: '临江市',
    leftOut: [],
    notFound: [],
    compared: 2,
    complete: true,
    degraded: [],
    took: 120,
  },
};
