// Families: the versions of a document and its other editions, and what is alike.
import { Family, SimilarDocuments } from '../../domain/family.js';
import { apiMessages } from '../../domain/messages/api.js';
import { endpoint } from '../endpoint.js';
import { ById, exampleId } from './documents.js';
import { exampleFamily, exampleSimilar } from './examples.js';

const { summaries } = apiMessages;

export const documentFamily = endpoint({
  id: 'getDocumentFamily',
  method: 'get',
  path: '/api/documents/:id/family',
  tag: 'documents',
  summary: summaries.family,
  request: { params: ById, example: { params: exampleId } },
  response: { kind: 'json', status: 200, schema: Family, example: exampleFamily },
  errors: ['DOCUMENT_NOT_FOUND'],
  handler: ({ params }, { archive }) => archive.family(params.id),
});

export const documentSimilar = endpoint({
  id: 'getSimilarDocuments',
  method: 'get',
  path: '/api/documents/:id/similar',
  tag: 'documents',
  summary: summaries.similar,
  request: { params: ById, example: { params: exampleId } },
  response: { kind: 'json', status: 200, schema: SimilarDocuments, example: exampleSimilar },
  errors: ['DOCUMENT_NOT_FOUND'],
  handler: ({ params }, { archive }) => archive.similar(params.id),
});
