// /check: a draft against the archive. The form is sent by POST and nothing of it is kept: what the reader dismissed, and what
// the check before found, travel in the page's form.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Router } from 'express';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import type { CheckReport } from '../services/domain/check.js';
import { AppError } from '../services/domain/errors.js';
import { sayIn } from '../services/domain/messages/web.js';
import { withinRequest } from '../services/drafting/within.js';
import { documentIn, takenCheck } from '../services/export/check.js';
import { docxFile } from '../services/export/file.js';
import { labelsChart } from './charts/labels.js';
import { citing, originOf } from './citing.js';
import { type DraftForm, readBody, readForm } from './draft-form.js';
import { pageLanguage } from './language.js';
import { NoParameters, readParameters } from './parameters.js';
import { CheckForm } from './views/check/form.js';
import { type JudgedFinding, Report } from './views/check/report.js';
import { renderPage } from './views/layout.js';
import type { View } from './views/view.js';

export interface CheckDependencies {
  readonly archive: Archive;
  readonly settings: Pick<
    Settings,
    | 'YANJU_LANGUAGE'
    | 'YANJU_PUBLIC_URL'
    | 'YANJU_MAX_DRAFT_CHARS'
    | 'YANJU_MAX_FILE_MB'
    | 'YANJU_MAX_EXPORT_ROWS'
    | 'YANJU_REQUEST_TIMEOUT_S'
  >;
  /** sends a page that is not to be stored */
  send(response: Response, view: View, html: string, status?: number): void;
}

/** What the drafter can mend: shown in the form. */
const mendable: Readonly<Record<string, number>> = {
  INVALID_REQUEST: 400,
  REGION_UNKNOWN: 400,
  DRAFT_EMPTY: 400,
  DRAFT_TOO_LONG: 413,
  FILE_TOO_LARGE: 413,
  PAYLOAD_TOO_LARGE: 413,
  TEXT_TOO_LONG: 413,
  EMPTY_FILE: 422,
  NO_TEXT: 422,
  ENCRYPTED: 422,
  DAMAGED: 422,
  UNSUPPORTED_TYPE: 422,
  ENCODING_UNKNOWN: 422,
  EXTRACT_TIMEOUT: 422,
  EXTRACT_CRASHED: 422,
  OCR_FAILED: 422,
};

/** Each finding with its key, whether it is new since the check before, and the reason for which it was dismissed. */
export function judged(
  report: CheckReport,
  { dismissed, earlier }: Pick<DraftForm, 'dismissed' | 'earlier'>,
): JudgedFinding[] {
  const before = new Set(earlier.map(({ key }) => key));
  const reasons = new Map(dismissed.map(({ key, reason }) => [key, reason]));
  return report.findings.map((finding) => {
    const { key } = finding;
    return { finding, key, fresh: earlier.length > 0 && !before.has(key), dismissed: reasons.get(key) };
  });
}

export function addCheck(router: Router, { archive, settings, send }: CheckDependencies): void {
  const viewOf = (request: Request): View => {
    const language = pageLanguage(request, settings);
    return {
      language,
      say: sayIn(language),
      here: { path: '/check', params: {} },
      cite: citing(archive, originOf(request, settings)),
    };
  };
  const showForm = (
    response: Response,
    view: View,
    given: Readonly<Record<string, string>>,
    failure?: AppError,
    text = '',
  ): void => {
    const children = <CheckForm view={view} given={given} text={text} error={failure?.in(view.language)} />;
    send(
      response,
      view,
      renderPage({ view, title: view.say('checkTitle'), boxed: '', children }),
      failure ? (mendable[failure.code] ?? 400) : 200,
    );
  };

  async function reportOn({ draft, scope, reading }: DraftForm, { language }: View): Promise<CheckReport> {
    const report = await archive.check(draft, scope, { language, withinMs: withinRequest(settings) });
    return { ...report, reading: { ...report.reading, ...reading } };
  }

  router.get('/check', (request, response) => {
    const view = viewOf(request);
    const { error } = readParameters(NoParameters, request.query, view.say);
    if (error) throw error;
    showForm(response, view, {});
  });

  /** Reads the form, checks the draft and has it shown; what the drafter can mend is shown in the form. */
  const onDraft =
    (
      show: (
        asked: { form: DraftForm; report: CheckReport; view: View },
        request: Request,
        response: Response,
      ) => Promise<void>,
    ) =>
    async (request: Request, response: Response): Promise<void> => {
      const view = viewOf(request);
      let form: DraftForm | undefined;
      try {
        await readBody(request, response, settings, view.say);
        form = readForm(request, view.say);
        await show({ form, report: await reportOn(form, view), view }, request, response);
      } catch (failure) {
        // A reader who goes away is no failure of ours, and nothing more can be said to one.
        if (response.headersSent || response.destroyed) return;
        if (!(failure instanceof AppError) || !(failure.code in mendable)) throw failure;
        const body = (request.body ?? {}) as { text?: unknown }; // multer: strings, or arrays where repeated
        showForm(response, view, form?.given ?? {}, failure, typeof body.text === 'string' ? body.text : '');
      }
    };

  router.post(
    '/check',
    onDraft(async ({ form, report, view }, _request, response) => {
      const [wide, narrow] = await Promise.all(
        [760, 340].map((width) => labelsChart(report.summary.labels, view.say, width)),
      );
      const children = (
        <Report
          view={view}
          form={form}
          report={report}
          findings={judged(report, form)}
          wide={wide ?? ''}
          narrow={narrow ?? ''}
          documentOf={(id) => documentIn(archive, id)}
        />
      );
      send(response, view, renderPage({ view, title: view.say('checkTitle'), boxed: '', children }));
    }),
  );

  /** The report's form sends what it sends to be checked again, and gets the draft with comments. */
  router.post(
    '/check/report.docx',
    onDraft(async ({ form, report, view: { language } }, request, response) => {
      const cite = citing(archive, originOf(request, settings));
      const limit = settings.YANJU_MAX_EXPORT_ROWS;
      const { name, type, body } = await docxFile(await takenCheck(report, form, { archive, cite, limit, language }));
      response.attachment(name).set({ 'Content-Type': type, 'Cache-Control': 'no-store' });
      await pipeline(Readable.from(body), response);
    }),
  );
}
