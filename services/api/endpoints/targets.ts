// GET /api/targets: which indicators documents state, or one of them by year and region; and what one document states.
import { z } from 'zod';
import { apiMessages } from '../../domain/messages/api.js';
import { wrong } from '../../domain/request-error.js';
import { DocumentTargets, TargetsRequest, TargetsResponse } from '../../domain/target-table.js';
import { endpoint } from '../endpoint.js';
import { ById, exampleId } from './documents.js';
import { exampleDocumentTargets, exampleIndicator, exampleTargets } from './examples.js';
import { checkYears } from './question.js';

const { summaries } = apiMessages;

export const targets = endpoint({
  id: 'targets',
  method: 'get',
  path: '/api/targets',
  tag: 'search',
  summary: summaries.targets,
  request: {
    query: TargetsRequest,
    example: { query: { indicator: exampleIndicator, region: '临江市', forYear: '2025' } },
  },
  response: { kind: 'json', status: 200, schema: TargetsResponse, example: exampleTargets },
  errors: ['REGION_UNKNOWN', 'STATUS_UNKNOWN'],
  handler: ({ query }, { archive }) => {
    checkYears(query);
    const { forYearFrom, forYearTo } = query;
    if (forYearFrom !== undefined && forYearTo !== undefined && forYearFrom > forYearTo) {
      throw wrong('forYearFrom', 'ORDER', { other: 'forYearTo' });
    }
    return archive.targets(query);
  },
});

const Page = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(500).default(100),
});

export const documentTargets = endpoint({
  id: 'getDocumentTargets',
  method: 'get',
  path: '/api/documents/:id/targets',
  tag: 'documents',
  summary: summaries.documentTargets,
  request: { params: ById, query: Page, example: { params: exampleId, query: { page: 1 } } },
  response: { kind: 'json', status: 200, schema: DocumentTargets, example: exampleDocumentTargets },
  errors: ['DOCUMENT_NOT_FOUND'],
  handler: ({ params, query }, { archive }) => archive.documentTargets(params.id, query.page, query.size),
});
