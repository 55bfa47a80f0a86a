// Citations: what a document cites and what cites it, and what the archive cites most.
import { CitationOverview, CitationRequest, DocumentCitations } from '../../domain/citation.js';
import { apiMessages } from '../../domain/messages/api.js';
import { endpoint } from '../endpoint.js';
import { ById, exampleId } from './documents.js';
import { exampleCitationOverview, exampleCitations } from './examples.js';

const { summaries } = apiMessages;

export const documentCitations = endpoint({
  id: 'getDocumentCitations',
  method: 'get',
  path: '/api/documents/:id/citations',
  tag: 'documents',
  summary: summaries.citations,
  request: { params: ById, example: { params: exampleId } },
  response: { kind: 'json', status: 200, schema: DocumentCitations, example: exampleCitations },
  errors: ['DOCUMENT_NOT_FOUND'],
  handler: ({ params }, { archive }) => archive.citations(params.id),
});

export const citations = endpoint({
  id: 'citations',
  method: 'get',
  path: '/api/citations',
  tag: 'documents',
  summary: summaries.citationOverview,
  request: { query: CitationRequest, example: { query: { size: 20 } } },
  response: { kind: 'json', status: 200, schema: CitationOverview, example: exampleCitationOverview },
  errors: ['REGION_UNKNOWN', 'STATUS_UNKNOWN'],
  handler: ({ query }, { archive }) => archive.citationOverview(query),
});
