// POST /api/check: a draft, pasted or as a file, against the archive. Nothing of it is kept.
import { CheckReport } from '../../domain/check.js';
import { ScopeFields } from '../../domain/check-scope.js';
import { apiMessages } from '../../domain/messages/api.js';
import { withinRequest } from '../../drafting/within.js';
import { endpoint } from '../endpoint.js';
import { askedCheck, CheckFields, CheckRequest, checkErrors, draftFiles } from './draft-request.js';
import { exampleCheck } from './examples-check.js';

export const checkDraft = endpoint({
  id: 'checkDraft',
  method: 'post',
  path: '/api/check',
  tag: 'drafting',
  summary: apiMessages.summaries.check,
  request: {
    query: ScopeFields,
    body: CheckRequest,
    files: draftFiles,
    form: CheckFields,
    example: { body: { text: exampleCheck.text, scope: { region: '临江市' } } },
  },
  response: { kind: 'json', status: 200, schema: CheckReport, example: exampleCheck },
  errors: checkErrors,
  async handler(sent, { archive, settings, language }) {
    const { draft, scope, earlier } = askedCheck(sent);
    return archive.check(draft, scope, { language, earlier, withinMs: withinRequest(settings) });
  },
});
