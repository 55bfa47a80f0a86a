// Judgements: anyone gives one, the administrator lists and deletes them.
import { z } from 'zod';
import { JudgementList, JudgementRequest } from '../../domain/judgement.js';
import { apiMessages } from '../../domain/messages/api.js';
import { wrong } from '../../domain/request-error.js';
import { endpoint } from '../endpoint.js';
import { exampleJudgements, exampleSearch } from './examples.js';

const { summaries, kept, forgotten } = apiMessages;
const exampleQuery = exampleJudgements.judgements[0]?.query ?? '';

/** JSON alone, which another site's page cannot send without asking first; the pages have a form of their own. */
export const feedback = endpoint({
  id: 'giveFeedback',
  method: 'post',
  path: '/api/feedback',
  tag: 'search',
  summary: summaries.feedback,
  request: {
    body: JudgementRequest,
    example: { body: { query: exampleQuery, passage: exampleSearch.hits[0]?.passage.id ?? 1, answers: 'yes' } },
  },
  response: { kind: 'empty', status: 204, description: kept },
  errors: ['QUERY_EMPTY', 'QUERY_TOO_LONG', 'PASSAGE_NOT_FOUND', 'FEEDBACK_OFF', 'FEEDBACK_FULL', 'PAYLOAD_TOO_LARGE'],
  handler({ body }, { archive }) {
    archive.judge(body);
    return undefined;
  },
});

export const judgements = endpoint({
  id: 'listJudgements',
  method: 'get',
  path: '/api/judgements',
  tag: 'admin',
  access: 'admin',
  summary: summaries.judgements,
  request: {
    query: z.object({
      page: z.coerce.number().int().min(1).max(1_000_000).default(1),
      size: z.coerce.number().int().min(1).max(1_000).default(100),
    }),
    example: { query: { page: 1, size: 100 } },
  },
  response: { kind: 'json', status: 200, schema: JudgementList, example: exampleJudgements },
  errors: [],
  handler: ({ query }, { archive }) => archive.judgements(query.page, query.size),
});

export const forgetJudgements = endpoint({
  id: 'deleteJudgements',
  method: 'delete',
  path: '/api/judgements',
  tag: 'admin',
  access: 'admin',
  summary: summaries.forgetJudgements,
  request: {
    query: z.object({ query: z.string().min(1).optional(), all: z.enum(['true']).optional() }),
    example: { query: { query: exampleQuery } },
  },
  response: { kind: 'empty', status: 204, description: forgotten },
  errors: [],
  handler({ query: { query, all } }, { archive }) {
    if ((query === undefined) === (all === undefined)) throw wrong('query', 'REQUIRED');
    archive.forgetJudgements(query ?? null);
    return undefined;
  },
});
