// POST /api/export/check.docx: a draft with a comment at the words of each finding, as a Word document. Takes what the check
// takes, and what was dismissed; a plain form can send it. Nothing of the draft is kept.
import { z } from 'zod';
import { citing } from '../../../../web/citing.js';
import { Dismissal } from '../../../domain/check.js';
import { jsonText } from '../../../domain/json-text.js';
import { apiMessages } from '../../../domain/messages/api.js';
import { withinRequest } from '../../../drafting/within.js';
import { takenCheck } from '../../../export/check.js';
import { docxFile, types } from '../../../export/file.js';
import { endpoint } from '../../endpoint.js';
import { askedCheck, CheckRequest, checkErrors, ScopeQuery } from '../draft-request.js';
import { exampleCheck } from '../examples-check.js';

const Dismissals = z.array(Dismissal).max(10_000);
const dismissed = {
  description: '已忽略的发现：key 和理由，另列在后 / findings that were put aside, with their reasons: listed apart',
};
/** In a form, a list is sent as JSON. */
const asJson = jsonText(Dismissals)
  .optional()
  .meta({ description: `JSON：[{"key","reason"}]。${dismissed.description}` });

export const exportCheckDocx = endpoint({
  id: 'exportCheckDocx',
  method: 'post',
  path: '/api/export/check.docx',
  tag: 'drafting',
  summary: apiMessages.summaries.exportCheckDocx,
  request: {
    query: ScopeQuery,
    body: CheckRequest.extend({ dismissed: Dismissals.optional().meta(dismissed) }),
    files: 'file',
    form: ScopeQuery.extend({ text: CheckRequest.shape.text, dismissed: asJson }),
    example: { body: { text: exampleCheck.text, dismissed: [{ key: '6b9a1f0c52e7d384', reason: '已与来源核对' }] } },
  },
  response: { kind: 'download', status: 200, type: types.docx, description: apiMessages.downloads.checkDocx },
  errors: [...checkErrors, 'EXPORT_FAILED'],
  async handler({ query, body, form, files }, { archive, origin, settings, language }) {
    const { text, dismissed: ofForm, ...fields } = form;
    const { draft, scope } = askedCheck({
      text: body.text ?? text,
      files,
      scope: { ...body.scope, ...query, ...known(fields) },
    });
    const report = await archive.check(draft, scope, { language, withinMs: withinRequest(settings) });
    const taken = await takenCheck(
      report,
      { scope, dismissed: body.dismissed ?? ofForm ?? [] },
      { archive, cite: citing(archive, origin), limit: settings.YANJU_MAX_EXPORT_ROWS, language },
    );
    return docxFile(taken);
  },
});

const known = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
