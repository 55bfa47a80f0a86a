// /failures: the report, for everyone, and for whoever is signed in the form that queues failed files once more. Never cached.
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { AppError } from '../services/domain/errors.js';
import { sayIn } from '../services/domain/messages/web.js';
import { toldIn } from '../services/domain/report.js';
import { checkFormKey } from './admin/door.js';
import { type AdminParts, forChange, sessionOf } from './admin/parts.js';
import { pageLanguage } from './language.js';
import { href } from './links.js';
import { ReportParameters, readParameters } from './parameters.js';
import { Failures, type ReportAddress } from './views/failures.js';
import { renderPage } from './views/layout.js';
import type { View } from './views/view.js';

const rowsPerPage = 100;
/** All rows of a page chosen, with the longest names there are. */
const longestForm = '2mb';

/** What the form sends: one `file` a box that is ticked. */
const RetryForm = z.object({
  key: z.string().max(200).default(''),
  which: z.enum(['chosen', 'all']),
  list: z.enum(['failed', 'partial']).default('failed'),
  code: z.string().max(100).optional(),
  file: z.union([z.string(), z.array(z.string()).max(rowsPerPage)]).optional(),
});

export function addFailures(router: Router, parts: AdminParts): void {
  const { archive, settings, door, send } = parts;
  const show = (
    request: Request,
    response: Response,
    address: ReportAddress,
    queued: { readonly files: number; readonly run: number } | undefined,
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
        formKey={door.session(request)?.formKey}
        closed={settings.YANJU_ADMIN_TOKEN === undefined}
        queued={queued}
      />
    );
    send(response, view, renderPage({ view, title: say('reportTitle'), boxed: '', children }));
  };

  router.get('/failures', (request, response) => {
    const say = sayIn(pageLanguage(request, settings));
    const { value, error } = readParameters(ReportParameters, request.query, say);
    if (error) throw error;
    const { list, code, page, queued, run } = value;
    const files = queued === undefined || run === undefined ? undefined : { files: queued, run };
    show(request, response, { list, code, page }, files);
  });

  const form = express.urlencoded({ extended: false, limit: longestForm });
  router.post(
    '/failures',
    forChange(parts, () => '/failures'),
    form,
    (request, response) => {
      const sent = RetryForm.safeParse(request.body);
      if (!sent.success) throw new AppError('INVALID_REQUEST', { why: sent.error.issues[0]?.path.join('.') ?? '' });
      const { key, which, list, code, file } = sent.data;
      checkFormKey(key, sessionOf(response));
      const files = file === undefined ? [] : [file].flat();
      const all = { list, ...(code !== undefined && { code }) };
      const queued = archive.retry(which === 'all' ? all : { files, list });
      const shown = list === 'failed' ? undefined : list;
      response
        .set('Cache-Control', 'no-store')
        .redirect(303, href('/failures', { list: shown, code, queued: queued.files, run: queued.run }));
    },
  );
}
