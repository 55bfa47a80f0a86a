// GET /api/export/{timeline,citations}.csv and /api/export/documents/:id/citations.csv: figures and citations as tables.
import { CitationRequest } from '../../../domain/citation.js';
import { TimelineRequest } from '../../../domain/query.js';
import { citationsTable, documentCitationsTable } from '../../../export/citations-table.js';
import { csvFile } from '../../../export/file.js';
import { timelineTable } from '../../../export/timeline-table.js';
import { ById, exampleId } from '../documents.js';
import { exampleWording } from '../examples.js';
import { checkQuestion, checkYears } from '../question.js';
import { download } from './download.js';

export const exportTimelineCsv = download({
  id: 'exportTimelineCsv',
  path: 'timeline',
  format: 'csv',
  tag: 'search',
  request: { query: TimelineRequest, example: { query: { q: exampleWording.query, by: 'year' } } },
  errors: ['QUERY_EMPTY', 'QUERY_TOO_LONG'],
  async file({ query }, deps, settings) {
    checkQuestion(query, settings.YANJU_MAX_QUERY_CHARS);
    return csvFile(await timelineTable(query, deps));
  },
});

export const exportCitationsCsv = download({
  id: 'exportCitationsCsv',
  path: 'citations',
  format: 'csv',
  tag: 'documents',
  request: { query: CitationRequest.omit({ size: true }), example: { query: { yearFrom: '2000' } } },
  errors: ['REGION_UNKNOWN', 'STATUS_UNKNOWN'],
  async file({ query }, deps) {
    checkYears(query);
    return csvFile(await citationsTable(query, deps));
  },
});

export const exportDocumentCitationsCsv = download({
  id: 'exportDocumentCitationsCsv',
  path: 'documents/:id/citations',
  format: 'csv',
  tag: 'documents',
  request: { params: ById, example: { params: exampleId } },
  errors: ['DOCUMENT_NOT_FOUND'],
  file: async ({ params }, deps) => csvFile(await documentCitationsTable(params.id, deps)),
});
