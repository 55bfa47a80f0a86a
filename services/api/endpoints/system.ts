// Health, for whoever watches over the service: how it is, ready to answer, and alive.
import { z } from 'zod';
import { Health } from '../../domain/archive.js';
import { AppError } from '../../domain/errors.js';
import { apiMessages } from '../../domain/messages/api.js';
import { endpoint } from '../endpoint.js';
import { exampleHealth } from './examples.js';

export const health = endpoint({
  id: 'health',
  method: 'get',
  path: '/api/health',
  tag: 'system',
  unlimited: true,
  summary: apiMessages.summaries.health,
  request: { example: {} },
  response: { kind: 'json', status: 200, schema: Health, example: exampleHealth },
  errors: ['NOT_READY'],
  handler: async (_input, { archive }) => {
    try {
      const health = await archive.health();
      return { ...health, index: { ...health.index, why: null } };
    } catch (error) {
      // What went wrong (so `why` too) may name paths of this machine: it goes to the log, not to the asker.
      throw error instanceof AppError ? error : new AppError('NOT_READY', {}, { cause: error });
    }
  },
});

/** For whoever sends requests here: not before the archive can be read and the first question would be answered at once. */
export const ready = endpoint({
  id: 'ready',
  method: 'get',
  path: '/api/health/ready',
  tag: 'system',
  unlimited: true,
  summary: apiMessages.summaries.ready,
  request: { example: {} },
  response: {
    kind: 'json',
    status: 200,
    schema: z.object({ status: z.literal('ready') }),
    example: { status: 'ready' },
  },
  errors: ['NOT_READY'],
  handler: (_input, { archive, isWarm }) => {
    try {
      archive.list(1, 1);
    } catch (error) {
      throw new AppError('NOT_READY', {}, { cause: error });
    }
    if (!isWarm()) throw new AppError('NOT_READY');
    return { status: 'ready' as const };
  },
});

export const live = endpoint({
  id: 'live',
  method: 'get',
  path: '/api/health/live',
  tag: 'system',
  unlimited: true,
  summary: apiMessages.summaries.live,
  request: { example: {} },
  response: { kind: 'json', status: 200, schema: z.object({ status: z.literal('ok') }), example: { status: 'ok' } },
  errors: [],
  handler: () => ({ status: 'ok' as const }),
});
