// Examples of versions and of what is said elsewhere, around the one document of examples.ts.
import type { DocumentVersion } from '../../domain/document.js';
import type { Elsewhere } from '../../domain/elsewhere.js';
import { exampleComparison } from './comparison-examples.js';
import { exampleDetail, exampleDocument, exampleSearch } from './examples.js';

export const exampleVersions: DocumentVersion[] = [
  {
    version: 1,
    ingestedAt: exampleDetail.ingestedAt,
    format: exampleDetail.format,
    characters: exampleDetail.characters,
    pages: exampleDetail.pages,
    sameFile: false,
    sameText: false,
  },
];

const [hit] = exampleSearch.hits;
const { start = 0, end = 0, text = '' } = hit?.passage ?? {};
const [, changed] = exampleComparison.changes;
const { version: _, ...earlier } = exampleComparison.a;

export const exampleElsewhere: Elsewhere = {
  document: exampleDocument,
  version: 1,
  start,
  end,
  text,
  documents: 0,
  families: 0,
  tooShort: false,
  verbatim: [],
  nearDocuments: 1,
  nearFamilies: 1,
  near: [
    {
      document: earlier,
      place: { start, end, text: changed?.a?.text ?? '', passage: 2, page: null },
      similarity: 0.8,
      parts: (changed?.parts ?? []).map(({ kind, text: words }) => ({
        kind: kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : 'same', // seen from the later one
        text: words,
      })),
      others: [],
    },
  ],
  meaning: [],
};
