// What changes the archive, and how its changes fare: only with the admin token.
import { z } from 'zod';
import { Run } from '../../domain/archive.js';
import { apiMessages } from '../../domain/messages/api.js';
import { endpoint } from '../endpoint.js';
import { ById, exampleId } from './documents.js';
import { exampleRun } from './examples.js';

const { summaries, noContent } = apiMessages;

export const upload = endpoint({
  id: 'uploadDocuments',
  method: 'post',
  path: '/api/documents',
  tag: 'admin',
  access: 'admin',
  summary: summaries.upload,
  request: { files: 'files', example: {} },
  response: { kind: 'json', status: 202, schema: z.object({ run: z.number().int() }), example: { run: exampleRun.id } },
  errors: ['PAYLOAD_TOO_LARGE', 'FILE_TOO_LARGE', 'UNSUPPORTED_TYPE', 'EMPTY_FILE'],
  handler: ({ files }, { archive }) => archive.upload(files),
});

export const removeDocument = endpoint({
  id: 'removeDocument',
  method: 'delete',
  path: '/api/documents/:id',
  tag: 'admin',
  access: 'admin',
  summary: summaries.remove,
  request: { params: ById, example: { params: exampleId } },
  response: { kind: 'empty', status: 204, description: noContent },
  errors: ['DOCUMENT_NOT_FOUND'],
  handler: async ({ params }, { archive }) => {
    await archive.remove(params.id);
    return undefined;
  },
});

export const jobs = endpoint({
  id: 'listJobs',
  method: 'get',
  path: '/api/jobs',
  tag: 'admin',
  access: 'admin',
  summary: summaries.jobs,
  request: {
    query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
    example: { query: { limit: 20 } },
  },
  response: { kind: 'json', status: 200, schema: z.object({ runs: z.array(Run) }), example: { runs: [exampleRun] } },
  errors: [],
  handler: ({ query }, { archive }) => ({ runs: archive.runs(query.limit) }),
});
