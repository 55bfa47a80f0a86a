// What changes the archive, and how its changes fare: only with the admin token.
import { z } from 'zod';
import { Run } from '../../domain/archive.js';
import { LedgerPage, LedgerRequest, QueueState, RunReport, RunRequest } from '../../domain/intake.js';
import { apiMessages } from '../../domain/messages/api.js';
import { FailedFiles, toldIn } from '../../domain/report.js';
import { endpoint } from '../endpoint.js';
import { ById, exampleId } from './documents.js';
import { exampleFailures, exampleLedger, exampleQueue, exampleRun, exampleRunReport } from './examples.js';

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

export const job = endpoint({
  id: 'getJob',
  method: 'get',
  path: '/api/jobs/:run',
  tag: 'admin',
  access: 'admin',
  summary: summaries.job,
  request: {
    params: z.object({ run: z.coerce.number().int().min(1) }),
    query: RunRequest,
    example: { params: { run: exampleRunReport.id }, query: { page: 1, size: 100 } },
  },
  response: { kind: 'json', status: 200, schema: RunReport, example: exampleRunReport },
  errors: ['RUN_NOT_FOUND'],
  handler: ({ params, query }, { archive, language }) => archive.run(params.run, query, language),
});

export const queue = endpoint({
  id: 'getQueue',
  method: 'get',
  path: '/api/queue',
  tag: 'admin',
  access: 'admin',
  summary: summaries.queue,
  request: { example: {} },
  response: { kind: 'json', status: 200, schema: QueueState, example: exampleQueue },
  errors: [],
  handler: (_, { archive }) => archive.queue(),
});

export const ledger = endpoint({
  id: 'listLedger',
  method: 'get',
  path: '/api/ledger',
  tag: 'admin',
  access: 'admin',
  summary: summaries.ledger,
  request: { query: LedgerRequest, example: { query: { status: 'failed', size: 100 } } },
  response: { kind: 'json', status: 200, schema: LedgerPage, example: exampleLedger },
  errors: [],
  handler: ({ query }, { archive, language }) => archive.ledger(query, language),
});

export const failures = endpoint({
  id: 'listFailures',
  method: 'get',
  path: '/api/failures',
  tag: 'admin',
  access: 'admin',
  summary: summaries.failures,
  request: {
    query: z.object({
      code: z.string().max(100).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      size: z.coerce.number().int().min(1).max(1_000).default(100),
    }),
    example: { query: { page: 1, size: 100 } },
  },
  response: { kind: 'json', status: 200, schema: FailedFiles, example: exampleFailures },
  errors: [],
  handler({ query: { code, page, size } }, { archive, language }) {
    const { counts, codes } = archive.report();
    return {
      counts,
      codes: [...codes],
      total: code === undefined ? counts.failed : (codes.find((one) => one.code === code)?.count ?? 0),
      failures: archive.failures(code ?? null, page, size).map((failure) => toldIn(failure, language)),
      partlyRead: code === undefined ? archive.partlyRead(page, size) : [],
    };
  },
});

export const retryFailures = endpoint({
  id: 'retryFailures',
  method: 'post',
  path: '/api/failures/retry',
  tag: 'admin',
  access: 'admin',
  summary: summaries.retry,
  request: {
    body: z.object({
      files: z.array(z.string().min(1).max(5_000)).max(10_000).optional().meta({
        description:
          '不给则重试全部，只读出一部分的也在内 / all of them where none are named, those read in part included',
      }),
    }),
    example: { body: { files: [exampleFailures.failures[0]?.file ?? ''] } },
  },
  response: {
    kind: 'json',
    status: 202,
    schema: z.object({ run: z.number().int(), files: z.number().int() }),
    example: { run: exampleRun.id, files: 1 },
  },
  errors: ['PAYLOAD_TOO_LARGE'],
  handler: ({ body }, { archive }) => archive.retry(body.files === undefined ? {} : { files: body.files }),
});
