// Reading on from a document: the versions that it had, and where else a stretch of it is said.
import { z } from 'zod';
import { DocumentVersion } from '../../domain/document.js';
import { Elsewhere, ElsewhereRequest } from '../../domain/elsewhere.js';
import { apiMessages } from '../../domain/messages/api.js';
import { endpoint } from '../endpoint.js';
import { ById, exampleId } from './documents.js';
import { exampleElsewhere, exampleVersions } from './reading-examples.js';

const { summaries } = apiMessages;

export const documentVersions = endpoint({
  id: 'getDocumentVersions',
  method: 'get',
  path: '/api/documents/:id/versions',
  tag: 'documents',
  summary: summaries.versions,
  request: { params: ById, example: { params: exampleId } },
  response: {
    kind: 'json',
    status: 200,
    schema: z.object({ versions: z.array(DocumentVersion) }),
    example: { versions: exampleVersions },
  },
  errors: ['DOCUMENT_NOT_FOUND'],
  handler: ({ params }, { archive }) => ({ versions: archive.versions(params.id) }),
});

export const documentElsewhere = endpoint({
  id: 'getSaidElsewhere',
  method: 'get',
  path: '/api/documents/:id/elsewhere',
  tag: 'documents',
  summary: summaries.elsewhere,
  request: {
    params: ById,
    query: ElsewhereRequest.omit({ id: true }),
    example: { params: exampleId, query: { start: exampleElsewhere.start, end: exampleElsewhere.end } },
  },
  response: { kind: 'json', status: 200, schema: Elsewhere, example: exampleElsewhere },
  errors: ['DOCUMENT_NOT_FOUND', 'VERSION_NOT_FOUND'],
  handler: ({ params, query }, { archive }) => archive.elsewhere({ ...params, ...query }),
});
