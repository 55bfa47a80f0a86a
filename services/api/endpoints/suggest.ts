// GET /api/suggest: what may be meant by what is typed so far.
import { apiMessages } from '../../domain/messages/api.js';
import { SuggestRequest, SuggestResponse } from '../../domain/suggestion.js';
import { endpoint } from '../endpoint.js';
import { exampleSuggest } from './examples.js';

export const suggest = endpoint({
  id: 'suggest',
  method: 'get',
  path: '/api/suggest',
  tag: 'search',
  summary: apiMessages.summaries.suggest,
  request: { query: SuggestRequest, example: { query: { q: exampleSuggest.query, size: 8 } } },
  response: { kind: 'json', status: 200, schema: SuggestResponse, example: exampleSuggest },
  errors: [],
  handler: ({ query }, { archive }) => archive.suggest(query),
});
