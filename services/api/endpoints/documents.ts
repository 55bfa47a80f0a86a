// Reading documents: the list, one of them, its text, its original.
import { z } from 'zod';
import { DocumentList } from '../../domain/archive.js';
import { DocumentDetail, DocumentText } from '../../domain/document.js';
import { ElsewhereRequest } from '../../domain/elsewhere.js';
import { apiMessages } from '../../domain/messages/api.js';
import { endpoint } from '../endpoint.js';
import { exampleDetail, exampleDocument, exampleList, exampleText } from './examples.js';

export const ById = z.object({ id: z.string().min(1).max(200) });
const Page = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
/** One of a document's versions; the newest without it. */
const OfVersion = z.object({ version: ElsewhereRequest.shape.version });
const { summaries, originalFile } = apiMessages;
export const exampleId = { id: exampleDocument.id };

export const documents = endpoint({
  id: 'listDocuments',
  method: 'get',
  path: '/api/documents',
  tag: 'documents',
  summary: summaries.list,
  request: { query: Page, example: { query: { page: 1, size: 20 } } },
  response: { kind: 'json', status: 200, schema: DocumentList, example: exampleList },
  errors: [],
  handler: ({ query }, { archive }) => archive.list(query.page, query.size),
});

export const document = endpoint({
  id: 'getDocument',
  method: 'get',
  path: '/api/documents/:id',
  tag: 'documents',
  summary: summaries.detail,
  request: { params: ById, example: { params: exampleId } },
  response: { kind: 'json', status: 200, schema: DocumentDetail, example: exampleDetail },
  errors: ['DOCUMENT_NOT_FOUND'],
  handler: ({ params }, { archive }) => archive.detail(params.id),
});

export const documentText = endpoint({
  id: 'getDocumentText',
  method: 'get',
  path: '/api/documents/:id/text',
  tag: 'documents',
  summary: summaries.text,
  request: { params: ById, query: OfVersion, example: { params: exampleId } },
  response: { kind: 'json', status: 200, schema: DocumentText, example: exampleText },
  errors: ['DOCUMENT_NOT_FOUND', 'VERSION_NOT_FOUND'],
  handler({ params, query }, { archive }) {
    const { text, removed } = archive.version(params.id, query.version);
    return { text, removed };
  },
});

export const documentOriginal = endpoint({
  id: 'getDocumentOriginal',
  method: 'get',
  path: '/api/documents/:id/original',
  tag: 'documents',
  summary: summaries.original,
  request: { params: ById, query: OfVersion, example: { params: exampleId } },
  response: { kind: 'file', status: 200, description: originalFile },
  errors: ['DOCUMENT_NOT_FOUND', 'VERSION_NOT_FOUND', 'ORIGINAL_MISSING', 'RANGE_NOT_SATISFIABLE'],
  handler: ({ params, query }, { archive }) => archive.original(params.id, query.version),
});
