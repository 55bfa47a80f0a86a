// The wording desk: every occurrence of a wording in the whole archive, its timeline, and its variants.
import type { ErrorCode } from '../../domain/errors.js';
import { apiMessages } from '../../domain/messages/api.js';
import { TimelineRequest, VariantsRequest, WordingRequest } from '../../domain/query.js';
import { WordingResponse } from '../../domain/result.js';
import { TimelineResponse } from '../../domain/timeline.js';
import { VariantsResponse } from '../../domain/variants.js';
import { type Context, endpoint } from '../endpoint.js';
import { exampleTimeline, exampleVariants, exampleWording } from './examples.js';
import { checkQuestion } from './question.js';

const response = { kind: 'json', status: 200, schema: WordingResponse, example: exampleWording } as const;
const errors: readonly ErrorCode[] = ['QUERY_EMPTY', 'QUERY_TOO_LONG'];

function answer(request: WordingRequest, { archive, settings }: Context): Promise<WordingResponse> {
  checkQuestion(request, settings.YANJU_MAX_QUERY_CHARS);
  return archive.wording(request);
}

export const wording = endpoint({
  id: 'wording',
  method: 'get',
  path: '/api/wording',
  tag: 'search',
  summary: apiMessages.summaries.wording,
  request: { query: WordingRequest, example: { query: { q: exampleWording.query, loose: 'false' } } },
  response,
  errors,
  handler: ({ query }, context) => answer(query, context),
});

export const wordingLong = endpoint({
  id: 'wordingLong',
  method: 'post',
  path: '/api/wording',
  tag: 'search',
  summary: apiMessages.summaries.wordingLong,
  request: { body: WordingRequest, example: { body: { q: exampleWording.query, loose: true } } },
  response,
  errors: [...errors, 'PAYLOAD_TOO_LARGE'],
  handler: ({ body }, context) => answer(body, context),
});

export const timeline = endpoint({
  id: 'timeline',
  method: 'get',
  path: '/api/timeline',
  tag: 'search',
  summary: apiMessages.summaries.timeline,
  request: { query: TimelineRequest, example: { query: { q: exampleWording.query, by: 'year' } } },
  response: { kind: 'json', status: 200, schema: TimelineResponse, example: exampleTimeline },
  errors,
  handler: ({ query }, { archive, settings }) => {
    checkQuestion(query, settings.YANJU_MAX_QUERY_CHARS);
    return archive.timeline(query);
  },
});

export const variants = endpoint({
  id: 'variants',
  method: 'get',
  path: '/api/wording/variants',
  tag: 'search',
  summary: apiMessages.summaries.variants,
  request: { query: VariantsRequest, example: { query: { q: exampleVariants.query, alike: '70' } } },
  response: { kind: 'json', status: 200, schema: VariantsResponse, example: exampleVariants },
  errors,
  handler: ({ query }, { archive, settings }) => {
    checkQuestion(query, settings.YANJU_MAX_QUERY_CHARS);
    return archive.variants(query);
  },
});
