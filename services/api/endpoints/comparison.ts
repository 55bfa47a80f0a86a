// Two documents or versions compared; a superior one against a local one; and what a document may be compared with.
import { z } from 'zod';
import { Comparison, Counterparts, Transmission } from '../../domain/comparison.js';
import { apiMessages } from '../../domain/messages/api.js';
import { endpoint } from '../endpoint.js';
import { exampleComparison, exampleCounterparts, exampleTransmission } from './comparison-examples.js';
import { ById, exampleId } from './documents.js';

const { summaries } = apiMessages;

/** A document's id, or its file in the archive; with @2 after it for its second version. */
export const ComparedName = z.string().min(1).max(500).meta({
  description:
    '文件的 id，或它在档案里的路径；后加 @2 指第二版 / id of a document or its file; @2 after it: its second version',
});

export const compareDocuments = endpoint({
  id: 'compareDocuments',
  method: 'get',
  path: '/api/compare',
  tag: 'documents',
  summary: summaries.compare,
  request: {
    query: z.object({ a: ComparedName, b: ComparedName }),
    example: { query: { a: exampleComparison.a.id, b: exampleComparison.b.id } },
  },
  response: { kind: 'json', status: 200, schema: Comparison, example: exampleComparison },
  errors: ['DOCUMENT_NOT_FOUND', 'VERSION_NOT_FOUND'],
  handler: ({ query }, { archive }) => archive.compare(query.a, query.b),
});

export const compareTransmission = endpoint({
  id: 'compareTransmission',
  method: 'get',
  path: '/api/transmission',
  tag: 'documents',
  summary: summaries.transmission,
  request: {
    query: z.object({ superior: ComparedName, local: ComparedName }),
    example: { query: { superior: exampleTransmission.superior.id, local: exampleTransmission.local.id } },
  },
  response: { kind: 'json', status: 200, schema: Transmission, example: exampleTransmission },
  errors: ['DOCUMENT_NOT_FOUND', 'VERSION_NOT_FOUND'],
  handler: ({ query }, { archive }) => archive.transmission(query.superior, query.local),
});

export const documentCounterparts = endpoint({
  id: 'getDocumentCounterparts',
  method: 'get',
  path: '/api/documents/:id/counterparts',
  tag: 'documents',
  summary: summaries.counterparts,
  request: { params: ById, example: { params: exampleId } },
  response: { kind: 'json', status: 200, schema: Counterparts, example: exampleCounterparts },
  errors: ['DOCUMENT_NOT_FOUND'],
  handler: ({ params }, { archive }) => archive.counterparts(params.id),
});
