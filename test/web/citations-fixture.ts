// Citations of the made-up documents: one held and repealed, one that is not held, one that several fit.
import type {
  Citation,
  CitationOverview,
  Cited,
  CitedPlace,
  DocumentCitations,
} from '../../services/domain/citation.js';
import type { DocumentSummary } from '../../services/domain/document.js';

const hostileTitle = '<script>alert("引")</script>办法';
const mention = (title: string, start: number, articles: string[] = []): Omit<Citation, 'resolution'> => ({
  start,
  end: start + title.length + 2,
  kind: 'document',
  words: `《${title}》`,
  title,
  number: null,
  issuer: null,
  articles,
  sentence: { start, end: start + 40, text: `根据《${title}》${articles.join('')}制定。` },
  repeals: false,
});
const nothing = { document: null, newer: null, repealedBy: [], candidates: [], passage: null };

export function citationsOf(document: DocumentSummary): DocumentCitations {
  if (document.id !== 'd-enrolment') return { document, cites: [], citedBy: [], repealedBy: [] };
  const repealedBy = [{ document, start: 0, end: 10, text: '《临江市入学办法》同时废止。' }];
  return {
    document,
    cites: [
      {
        ...mention('临江市入学办法', 10, ['第三条']),
        resolution: { ...nothing, state: 'repealed', document, repealedBy, passage: { id: 7, start: 30, end: 60 } },
      },
      { ...mention(hostileTitle, 60), resolution: { ...nothing, state: 'missing' } },
      { ...mention('通知', 90), resolution: { ...nothing, state: 'ambiguous', candidates: [document, document] } },
      { ...mention('居住证', 120), kind: 'other', resolution: null },
    ],
    citedBy: [{ document, places: [{ start: 5, end: 9, words: '《办法》', sentence: '按照《办法》执行。' }] }],
    repealedBy: [],
  };
}

export function overviewOf(documents: readonly DocumentSummary[]): CitationOverview {
  const [first = null] = documents;
  const entry = (title: string, state: Cited['state'], document: DocumentSummary | null): Cited => ({
    title,
    number: null,
    state,
    document,
    newer: null,
    repealedBy: [],
    citing: 3,
    places: 4,
    by: first ? [first] : [],
  });
  const missing = entry(hostileTitle, 'missing', null);
  const none = documents.length === 0;
  return {
    documents: documents.length,
    citing: none ? 0 : 3,
    mentions: {
      document: none ? 0 : 8,
      own: 1,
      other: 2,
      states: { current: 4, revised: 0, repealed: 0, missing: 4, ambiguous: 0 },
    },
    mostCited: none ? [] : [entry('临江市入学办法', 'current', first), missing],
    missing: none ? [] : [missing],
    outdated: none ? [] : [entry('临江市旧办法', 'repealed', null)],
  };
}

/** Of the statute the law that it goes by; of the draft its own first words, so that its older version has some to show too. */
export function citationsInTextOf(document: DocumentSummary, text: string): CitedPlace[] {
  const at = { 'd-statute': text.indexOf('《'), 'd-draft': 0 }[document.id];
  if (at === undefined) return [];
  const repealedBy = [{ document, start: 0, end: 10, text: '《义务教育法》同时废止。' }];
  return [
    {
      start: at,
      end: Math.max(text.indexOf('》'), 4) + 1,
      title: '中华人民共和国义务教育法',
      articles: ['第三条'],
      resolution: { ...nothing, state: 'repealed', document, repealedBy, passage: { id: 7, start: 30, end: 60 } },
    },
  ];
}
