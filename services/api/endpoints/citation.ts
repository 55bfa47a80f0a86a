// GET /api/documents/:id/citation: a citation of a document, or of a range of its text.
import { z } from 'zod';
import { citing } from '../../../web/citing.js';
import { apiMessages } from '../../domain/messages/api.js';
import { Citation } from '../../domain/place.js';
import { endpoint } from '../endpoint.js';
import { ById, exampleId } from './documents.js';
import { exampleCitation, exampleDocument } from './examples.js';

const offset = z.coerce.number().int().min(0).max(1_000_000_000);
const Span = z.object({
  start: offset.optional().meta({ description: '全文中的位置（UTF-16 单元）/ offset into the stored text' }),
  end: offset.optional().meta({ description: '不给则只看 start 所在之处 / without it, the place of start alone' }),
});

export const citation = endpoint({
  id: 'citeDocument',
  method: 'get',
  path: '/api/documents/:id/citation',
  tag: 'documents',
  summary: apiMessages.summaries.citation,
  request: {
    params: ById,
    query: Span,
    example: { params: exampleId, query: { start: exampleDocument.title.length + 8 } },
  },
  response: { kind: 'json', status: 200, schema: Citation, example: exampleCitation },
  errors: ['DOCUMENT_NOT_FOUND'],
  handler: ({ params: { id }, query: { start, end } }, { archive, origin }) => {
    const range = start === undefined ? undefined : { start, end: Math.max(start + 1, end ?? 0) };
    return citing(archive, origin)(archive.detail(id), range);
  },
});
