// POST /api/export/check.docx: a checked draft as a Word document: a report with the draft's text and a comment at the words of
// each finding, or the drafter's own docx with the comments in it. Takes what the check takes, and what was dismissed; a plain
// form can send it. Nothing of the draft is kept.
import { z } from 'zod';
import { citing } from '../../../../web/citing.js';
import { Dismissal } from '../../../domain/check.js';
import { ScopeFields } from '../../../domain/check-scope.js';
import { jsonText } from '../../../domain/json-text.js';
import { apiMessages } from '../../../domain/messages/api.js';
import { withinRequest } from '../../../drafting/within.js';
import { takenCheck } from '../../../export/check.js';
import { docxFile, originalFile, types } from '../../../export/file.js';
import { endpoint } from '../../endpoint.js';
import { askedCheck, CheckFields, CheckRequest, checkErrors, draftFiles } from '../draft-request.js';
import { exampleCheck } from '../examples-check.js';

const Dismissals = z.array(Dismissal).max(10_000);
const dismissed = {
  description: '已忽略的发现：key 和理由，另列在后 / findings that were put aside, with their reasons: listed apart',
};
/** In a form, a list is sent as JSON. */
const asJson = jsonText(Dismissals)
  .optional()
  .meta({ description: `JSON：[{"key","reason"}]。${dismissed.description}` });
const Into = z.enum(['report', 'original']).optional().meta({
  description:
    'report（默认）：核对报告；original：批注写进所给的 docx 原文件，其余不动 / report (the default), or original: comments in the docx that was given, nothing else of it changed',
});

export const exportCheckDocx = endpoint({
  id: 'exportCheckDocx',
  method: 'post',
  path: '/api/export/check.docx',
  tag: 'drafting',
  summary: apiMessages.summaries.exportCheckDocx,
  request: {
    query: ScopeFields.extend({ into: Into }),
    body: CheckRequest.extend({ dismissed: Dismissals.optional().meta(dismissed) }),
    files: draftFiles,
    form: CheckFields.extend({ into: Into, dismissed: asJson }),
    example: { body: { text: exampleCheck.text, dismissed: [{ key: '6b9a1f0c52e7d384', reason: '已与来源核对' }] } },
  },
  response: { kind: 'download', status: 200, type: types.docx, description: apiMessages.downloads.checkDocx },
  errors: [...checkErrors, 'NOT_DOCX', 'EXPORT_FAILED'],
  async handler(sent, { archive, origin, settings, language }) {
    const { into: ofQuery, ...query } = sent.query;
    const { into = ofQuery, dismissed: ofForm, ...form } = sent.form;
    const { dismissed: ofBody, ...body } = sent.body;
    const { draft, scope, earlier } = askedCheck({ ...sent, query, body, form });
    const report = await archive.check(draft, scope, { language, earlier, withinMs: withinRequest(settings) });
    const taken = await takenCheck(
      report,
      { scope, dismissed: ofBody ?? ofForm ?? [] },
      { archive, cite: citing(archive, origin), limit: settings.YANJU_MAX_EXPORT_ROWS, language },
    );
    return into === 'original' ? originalFile(draft, taken) : docxFile(taken);
  },
});
