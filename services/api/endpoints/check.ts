// POST /api/check: a draft, pasted or as a file, against the archive. Nothing of it is kept.
import { CheckReport } from '../../domain/check.js';
import { apiMessages } from '../../domain/messages/api.js';
import { withinRequest } from '../../drafting/within.js';
import { endpoint } from '../endpoint.js';
import { askedCheck, CheckRequest, checkErrors, ScopeQuery } from './draft-request.js';
import { exampleCheck } from './examples-check.js';

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
  errors: checkErrors,
  async handler({ query, body, files }, { archive, settings, language }) {
    const { draft, scope } = askedCheck({ text: body.text, files, scope: { ...body.scope, ...query } });
    return archive.check(draft, scope, { language, withinMs: withinRequest(settings) });
  },
});
