// /failures: the report, and the form that queues failed files once more. Never cached; works without JavaScript.
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Settings } from '../config/settings.js';
import { isAdminToken } from '../services/admin-token.js';
import type { Archive } from '../services/domain/archive.js';
import { AppError } from '../services/domain/errors.js';
import { sayIn } from '../services/domain/messages/web.js';
import { toldIn } from '../services/domain/report.js';
import { pageLanguage } from './language.js';
import { href } from './links.js';
import { ReportParameters, readParameters } from './parameters.js';
import { Failures, type ReportAddress } from './views/failures.js';
import { renderPage } from './views/layout.js';
import type { View } from './views/view.js';

export interface FailuresDependencies {
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE' | 'YANJU_ADMIN_TOKEN'>;
  /** sends a page that is not to be stored */
  send(response: Response, view: View, html: string, status?: number): void;
}

const rowsPerPage = 100;
/** All rows of a page chosen, with the longest names there are. */
const longestForm = '2mb';

/** What the form sends: one `file` a box that is ticked. */
const RetryForm = z.object({
  token: z.string().max(1_000).default(''),
  which: z.enum(['chosen', 'all']),
  list: z.enum(['failed', 'partial']).default('failed'),
  code: z.string().max(100).optional(),
  file: z.union([z.string(), z.array(z.string()).max(rowsPerPage)]).optional(),
});

export function addFailures(router: Router, { archive, settings, send }: FailuresDependencies): void {
  const expected = settings.YANJU_ADMIN_TOKEN;
  const show = (
    request: Request,
    response: Response,
    address: ReportAddress,
    { queued, error, status = 200 }: { queued?: number | undefined; error?: AppError; status?: number },
  ): void => {
    const { list, code, page } = address;
    const language = pageLanguage(request, settings);
    const say = sayIn(language);
    const params = { list: list === 'failed' ? undefined : list, code, page: page === 1 ? undefined : page };
    const view: View = { language, say, here: { path: '/failures', params } };
    const { counts, codes } = archive.report();
    const ofCode = code === undefined ? counts.failed : (codes.find((one) => one.code === code)?.count ?? 0);
    const total = list === 'failed' ? ofCode : counts[list];
    const children = (
      <Failures
        view={view}
        address={address}
        counts={counts}
        codes={codes}
        failed={
          list === 'failed'
            ? archive.failures(code ?? null, page, rowsPerPage).map((failure) => toldIn(failure, language))
            : []
        }
        partial={list === 'partial' ? archive.partlyRead(page, rowsPerPage) : []}
        duplicates={list === 'duplicate' ? archive.duplicates(page, rowsPerPage) : []}
        pages={Math.ceil(total / rowsPerPage)}
        canRetry={expected !== undefined}
        queued={queued}
        error={error?.in(language)}
      />
    );
    send(response, view, renderPage({ view, title: say('reportTitle'), boxed: '', children }), status);
  };

  router.get('/failures', (request, response) => {
    const say = sayIn(pageLanguage(request, settings));
    const { value, error } = readParameters(ReportParameters, request.query, say);
    if (error) throw error;
    const { list, code, page, queued } = value;
    show(request, response, { list, code, page }, { queued });
  });

  router.post('/failures', express.urlencoded({ extended: false, limit: longestForm }), (request, response) => {
    if (!expected) throw new AppError('CHANGES_DISABLED');
    const form = RetryForm.safeParse(request.body);
    if (!form.success) throw new AppError('INVALID_REQUEST', { why: form.error.issues[0]?.path.join('.') ?? '' });
    const { token, which, list, code, file } = form.data;
    const address: ReportAddress = { list, code, page: 1 };
    if (!isAdminToken(Buffer.from(token, 'utf8'), expected)) {
      show(request, response, address, { error: new AppError('TOKEN_WRONG'), status: 401 });
      return;
    }
    const files = file === undefined ? [] : [file].flat();
    const all = { list, ...(code !== undefined && { code }) };
    const queued = archive.retry(which === 'all' ? all : { files, list }).files;
    const shown = list === 'failed' ? undefined : list;
    response.set('Cache-Control', 'no-store').redirect(303, href('/failures', { list: shown, code, queued }));
  });
}
