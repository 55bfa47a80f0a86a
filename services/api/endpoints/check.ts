// POST /api/check: a draft, pasted or as a file, against the archive. Nothing of it is kept.
import { z } from 'zod';
import { CheckReport, CheckScope } from '../../domain/check.js';
import { apiMessages } from '../../domain/messages/api.js';
import { wrong } from '../../domain/request-error.js';
import { endpoint } from '../endpoint.js';
import { exampleCheck } from './examples-check.js';

/** The scope beside a file, in the address: lists with commas. */
const list = z
  .string()
  .max(4_000)
  .transform((value) => value.split(/[,，]/u).filter(Boolean))
  .optional();
const ScopeQuery = z.object({
  region: CheckScope.shape.region,
  yearFrom: z.coerce.number().int().min(1000).max(9999).optional(),
  yearTo: z.coerce.number().int().min(1000).max(9999).optional(),
  types: list,
  onlyInForce: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  leaveOut: list,
});

const CheckRequest = z.object({
  text: z.string().optional().meta({
    description:
      '文稿的文字；或以 multipart 的 file 字段给文件 / the draft’s text; or a file in the multipart field file',
  }),
  scope: CheckScope.optional(),
});

/** What looking for by meaning leaves for the rest of the request. */
const SHARE_OF_TIME = 0.6;

export const checkDraft = endpoint({
  id: 'checkDraft',
  method: 'post',
  path: '/api/check',
  tag: 'drafting',
  summary: apiMessages.summaries.check,
  request: {
    query: ScopeQuery,
    body: CheckRequest,
    files: 'file',
    example: { body: { text: exampleCheck.text, scope: { region: '临江市' } } },
  },
  response: { kind: 'json', status: 200, schema: CheckReport, example: exampleCheck },
  errors: [
    'DRAFT_EMPTY',
    'DRAFT_TOO_LONG',
    'REGION_UNKNOWN',
    'PAYLOAD_TOO_LARGE',
    'FILE_TOO_LARGE',
    'UNSUPPORTED_TYPE',
    'EMPTY_FILE',
    'NO_TEXT',
    'OCR_FAILED',
    'ENCRYPTED',
    'DAMAGED',
    'ENCODING_UNKNOWN',
    'TEXT_TOO_LONG',
    'EXTRACT_TIMEOUT',
    'EXTRACT_CRASHED',
  ],
  async handler({ query, body, files }, { archive, settings, language }) {
    const [file, second] = files;
    if (second) throw wrong('file', 'TOO_MANY', { limit: 1 });
    if (!file && body.text === undefined) throw wrong('text', 'REQUIRED');
    const asked = Object.fromEntries(
      Object.entries({ ...body.scope, ...query }).filter(([, value]) => value !== undefined),
    );
    const parsed = CheckScope.safeParse(asked);
    if (!parsed.success) throw wrong('scope', 'WRONG');
    const scope = parsed.data;
    if (scope.yearFrom !== undefined && scope.yearTo !== undefined && scope.yearFrom > scope.yearTo) {
      throw wrong('yearFrom', 'ORDER', { other: 'yearTo' });
    }
    const draft = file ? ({ kind: 'file', ...file } as const) : ({ kind: 'text', text: body.text ?? '' } as const);
    return archive.check(draft, scope, { language, withinMs: SHARE_OF_TIME * settings.YANJU_REQUEST_TIMEOUT_S * 1000 });
  },
});
