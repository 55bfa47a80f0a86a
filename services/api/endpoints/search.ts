// GET and POST /api/search: the same question, in the address or, when it is long, as JSON.
import type { ErrorCode } from '../../domain/errors.js';
import { apiMessages } from '../../domain/messages/api.js';
import { SearchRequest } from '../../domain/query.js';
import { SearchResponse } from '../../domain/result.js';
import { type Context, endpoint } from '../endpoint.js';
import { exampleSearch } from './examples.js';
import { checkQuestion } from './question.js';

const response = { kind: 'json', status: 200, schema: SearchResponse, example: exampleSearch } as const;
const errors: readonly ErrorCode[] = ['QUERY_EMPTY', 'QUERY_TOO_LONG', 'ENGINE_UNAVAILABLE'];

function answer(request: SearchRequest, { archive, settings }: Context): Promise<SearchResponse> {
  checkQuestion(request, settings.YANJU_MAX_QUERY_CHARS);
  return archive.search(request);
}

export const search = endpoint({
  id: 'search',
  method: 'get',
  path: '/api/search',
  tag: 'search',
  summary: apiMessages.summaries.search,
  request: { query: SearchRequest, example: { query: { q: exampleSearch.query, mode: 'hybrid', region: '临江市' } } },
  response,
  errors,
  handler: ({ query }, context) => answer(query, context),
});

export const searchLong = endpoint({
  id: 'searchLong',
  method: 'post',
  path: '/api/search',
  tag: 'search',
  summary: apiMessages.summaries.searchLong,
  request: { body: SearchRequest, example: { body: { q: exampleSearch.query, size: 5, yearFrom: 2020 } } },
  response,
  errors: [...errors, 'PAYLOAD_TOO_LARGE'],
  handler: ({ body }, context) => answer(body, context),
});
