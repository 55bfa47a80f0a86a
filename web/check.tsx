// /check: a draft against the archive. The form is sent by POST and nothing of it is kept: what the reader dismissed, and what
// the check before found, travel in the page's form.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Router } from 'express';
import type { Settings } from '../config/settings.js';
import { checkErrors } from '../services/api/endpoints/draft-request.js';
import { statusOf } from '../services/api/errors.js';
import type { Multipart } from '../services/api/multipart.js';
import type { Archive } from '../services/domain/archive.js';
import type { CheckReport } from '../services/domain/check.js';
import { AppError, type ErrorCode } from '../services/domain/errors.js';
import { sayIn } from '../services/domain/messages/web.js';
import { withinRequest } from '../services/drafting/within.js';
import { documentIn, type TakenCheck, takenCheck } from '../services/export/check.js';
import { docxFile, jsonFile, originalFile, type TakenFile } from '../services/export/file.js';
import { labelsChart } from './charts/labels.js';
import { citing, originOf } from './citing.js';
import { carriedBy, type DraftForm, draftReader, earlierFindings, readForm, type Seen } from './draft-form.js';
import { pageLanguage } from './language.js';
import { NoParameters, readParameters } from './parameters.js';
import { CheckForm, checkFormId } from './views/check/form.js';
import { type JudgedFinding, Report, reportFormId } from './views/check/report.js';
import { renderPage } from './views/layout.js';
import type { View } from './views/view.js';

export interface CheckDependencies {
  readonly archive: Archive;
  readonly settings: Pick<
    Settings,
    | 'YANJU_LANGUAGE'
    | 'YANJU_PUBLIC_URL'
    | 'YANJU_MAX_DRAFT_CHARS'
    | 'YANJU_MAX_QUERY_CHARS'
    | 'YANJU_MAX_FILE_MB'
    | 'YANJU_MAX_EXPORT_ROWS'
    | 'YANJU_REQUEST_TIMEOUT_S'
  >;
  /** sends a page that is not to be stored */
  send(response: Response, view: View, html: string, status?: number): void;
}

/** What the drafter can mend: shown in the form. */
const mendable: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['INVALID_REQUEST', 'NOT_DOCX', ...checkErrors]);

/** Each finding with its key, whether it is new since the check before, and the reason for which it was dismissed. */
export function judged(
  report: CheckReport,
  dismissed: DraftForm['dismissed'],
  earlier: readonly Seen[],
): JudgedFinding[] {
  const before = new Set(earlier.map(({ key }) => key));
  const reasons = new Map(dismissed.map(({ key, reason }) => [key, reason]));
  return report.findings.map((finding) => {
    const { key } = finding;
    return { finding, key, fresh: earlier.length > 0 && !before.has(key), dismissed: reasons.get(key) };
  });
}

export function addCheck(router: Router, { archive, settings, send }: CheckDependencies): void {
  const readBody = draftReader(settings);
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
    // what was typed is not lost with another language
    const shown = failure ? { ...view, languageForm: checkFormId } : view;
    const html = renderPage({ view: shown, title: view.say('checkTitle'), boxed: '', children });
    send(response, view, html, failure ? statusOf(failure.code) : 200);
  };

  async function reportOn({ draft, scope, earlier, reading }: DraftForm, { language }: View): Promise<CheckReport> {
    const report = await archive.check(draft, scope, { language, earlier, withinMs: withinRequest(settings) });
    return { ...report, reading: { ...report.reading, ...reading } };
  }

  router.get('/check', (request, response) => {
    const view = viewOf(request);
    const { error } = readParameters(NoParameters, request.query, view.say);
    if (error) throw error;
    showForm(response, view, {});
  });

  interface Checked {
    readonly form: DraftForm;
    readonly report: CheckReport;
    readonly view: View;
  }

  /** Reads the form, checks the draft and has it shown; what the drafter can mend is shown in the form. */
  const onDraft =
    (show: (checked: Checked, request: Request, response: Response) => Promise<void>) =>
    async (request: Request, response: Response): Promise<void> => {
      const view = viewOf(request);
      let sent: Multipart | undefined;
      try {
        sent = await readBody(request, response);
        const form = readForm(sent, view.say);
        await show({ form, report: await reportOn(form, view), view }, request, response);
      } catch (failure) {
        // A reader who goes away is no failure of ours, and nothing more can be said to one.
        if (response.headersSent || response.destroyed) return;
        if (!(failure instanceof AppError) || !mendable.has(failure.code)) throw failure;
        const { text = '', ...given } = textsOf(sent?.fields ?? {});
        showForm(response, view, given, failure, text);
      }
    };

  router.post(
    '/check',
    onDraft(async ({ form, report, view }, _request, response) => {
      const [wide, narrow] = await Promise.all(
        [760, 340].map((width) => labelsChart(report.summary.labelCharacters, view.say, width)),
      );
      const seen = earlierFindings(report, form);
      const children = (
        <Report
          view={view}
          form={form}
          report={report}
          seen={seen}
          findings={judged(report, form.dismissed, seen)}
          carried={carriedBy(report, form)}
          wide={wide ?? ''}
          narrow={narrow ?? ''}
          documentOf={(id) => documentIn(archive, id)}
        />
      );
      const page = {
        view: { ...view, languageForm: reportFormId },
        title: view.say('checkTitle'),
        boxed: '',
        children,
      };
      send(response, view, renderPage(page));
    }),
  );

  /** The report's form sends what it sends to be checked again, and gets a file. */
  const takeAway = (
    path: string,
    make: (checked: Checked, taken: () => Promise<TakenCheck>) => Promise<TakenFile>,
  ): void => {
    router.post(
      path,
      onDraft(async (checked, request, response) => {
        const { form, report, view } = checked;
        const cite = citing(archive, originOf(request, settings));
        const deps = { archive, cite, limit: settings.YANJU_MAX_EXPORT_ROWS, language: view.language };
        const { name, type, body } = await make(checked, () => takenCheck(report, form, deps));
        response.attachment(name).set({ 'Content-Type': type, 'Cache-Control': 'no-store' });
        await pipeline(Readable.from(body), response);
      }),
    );
  };
  takeAway('/check/report.docx', async (_checked, taken) => docxFile(await taken()));
  takeAway('/check/original.docx', async ({ form }, taken) => originalFile(form.draft, await taken()));
  takeAway('/check/report.json', async ({ form, report }, taken) =>
    jsonFile((await taken()).title, { ...report, dismissed: form.dismissed }),
  );
}

/** What was typed, whatever is wrong with it, to be shown again. */
const textsOf = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
