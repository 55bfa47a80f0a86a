// Families: the versions of a document and its other editions, what is alike, and what differs between two.
import { z } from 'zod';
import { Comparison, Family, SimilarDocuments } from '../../domain/family.js';
import { apiMessages } from '../../domain/messages/api.js';
import { endpoint } from '../endpoint.js';
import { ById, exampleId } from './documents.js';
import { exampleComparison, exampleFamily, exampleSimilar } from './examples.js';

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

const Two = z.object({ a: ById.shape.id, b: ById.shape.id });

export const compareDocuments = endpoint({
  id: 'compareDocuments',
  method: 'get',
  path: '/api/compare',
  tag: 'documents',
  summary: summaries.compare,
  request: { query: Two, example: { query: { a: exampleComparison.a.id, b: exampleComparison.b.id } } },
  response: { kind: 'json', status: 200, schema: Comparison, example: exampleComparison },
  errors: ['DOCUMENT_NOT_FOUND'],
  handler: ({ query }, { archive }) => archive.compare(query.a, query.b),
});
