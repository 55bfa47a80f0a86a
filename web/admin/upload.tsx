// /admin: the form that sends files, and the runs of late. With JavaScript, web/static/upload.js sends them in batches.
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { AppError } from '../../services/domain/errors.js';
import { href } from '../links.js';
import { NoParameters, readParameters } from '../parameters.js';
import { Upload } from '../views/admin/upload.js';
import { renderPage } from '../views/layout.js';
import { checkFormKey } from './door.js';
import { type AdminParts, forChange, forSignedIn, isScript, sessionOf } from './parts.js';
import { createReceiver, isArchivePath, MOST_FILES } from './receive-files.js';
import type { Session } from './sessions.js';

const RECENT = 10;
const Names = z.object({ names: z.array(z.string().max(1_000)).max(2_000) });
/** A run that this form's files join. */
const Into = z.coerce.number().int().min(1).optional();

export function addUpload(router: Router, parts: AdminParts): void {
  const { archive, settings, viewOf, send } = parts;
  const receiver = createReceiver({ dataDir: settings.YANJU_DATA_DIR, maxFileMb: settings.YANJU_MAX_FILE_MB });

  const show = async (request: Request, response: Response, session: Session, error?: AppError): Promise<void> => {
    const view = viewOf(request, '/admin');
    const { documents, pending } = await archive.health();
    const children = (
      <Upload
        view={view}
        formKey={session.formKey}
        holds={{ documents, pending, ...archive.report().counts }}
        runs={archive.recentRuns(RECENT)}
        queue={archive.queue()}
        limits={{
          file: settings.YANJU_MAX_FILE_MB,
          files: MOST_FILES,
          members: settings.YANJU_ARCHIVE_MAX_MEMBERS,
        }}
        error={error?.in(view.language)}
      />
    );
    const title = view.say('adminTitle');
    send(response, view, renderPage({ view, title, boxed: '', script: 'upload.js', children }), error ? 400 : 200);
  };

  router.get(
    '/admin',
    forSignedIn(parts, (request, response, session) => {
      const { error } = readParameters(NoParameters, request.query, viewOf(request, '/admin').say);
      if (error) throw error;
      return show(request, response, session);
    }),
  );

  router.post(
    '/admin/upload',
    forChange(parts, () => '/admin'),
    async (request, response) => {
      const session = sessionOf(response);
      const { say } = viewOf(request, '/admin');
      try {
        const { fields, files } = await receiver.receive(request, response, say, ({ key }) =>
          checkFormKey(key, session),
        );
        const into = Into.safeParse(fields.into);
        if (!into.success) throw new AppError('INVALID_REQUEST', { why: 'into' });
        const { run } = await archive.upload(files, into.data);
        response.set('Cache-Control', 'no-store');
        if (isScript(request)) response.status(202).json({ run });
        else response.redirect(303, `/admin/runs/${run}`);
      } catch (error) {
        receiver.drop(request);
        const mendable = error instanceof AppError && error.code === 'INVALID_REQUEST';
        if (!mendable || isScript(request)) throw error;
        await show(request, response, session, error);
      }
    },
  );

  /** What is in the archive under these names: asked by the script before it sends. */
  router.post(
    '/admin/held',
    forChange(parts, () => '/admin'),
    express.json({ limit: '4mb' }),
    (request, response) => {
      const asked = Names.safeParse(request.body);
      if (!asked.success) throw new AppError('INVALID_REQUEST', { why: 'names' });
      const held = archive.held(asked.data.names.filter(isArchivePath));
      response.set('Cache-Control', 'no-store').json({ held });
    },
  );

  /** The key of the present session's forms: a page that was open while its session ended goes on with it. */
  router.get(
    '/admin/session',
    forSignedIn(parts, (_request, response, session) => {
      response.set('Cache-Control', 'no-store').json({ key: session.formKey });
    }),
  );

  /** Files that failed, or were removed, once more; the run is what comes of it. */
  router.post(
    '/admin/retry',
    forChange(parts, () => '/admin'),
    express.urlencoded({ extended: false, limit: '2mb' }),
    (request, response) => {
      const form = Retry.safeParse(request.body);
      if (!form.success) throw new AppError('INVALID_REQUEST', { why: form.error.issues[0]?.path.join('.') ?? '' });
      checkFormKey(form.data.key, sessionOf(response));
      const { run, file, removed } = form.data;
      const files = run === undefined ? [file ?? []].flat() : failedOf(run);
      const queued = archive.retry({ files, ...(removed && { list: 'removed' as const }) });
      response.set('Cache-Control', 'no-store').redirect(303, href(`/admin/runs/${queued.run}`));
    },
  );
  const failedOf = (run: number): string[] => {
    const files: string[] = [];
    for (let page = 1; ; page++) {
      const report = archive.run(run, { status: 'failed', page, size: 1_000 }, 'zh');
      files.push(...report.files.map(({ file }) => file));
      if (page * 1_000 >= report.total) return files;
    }
  };
}

const Retry = z.object({
  key: z.string().max(200),
  /** all that failed of this run */
  run: z.coerce.number().int().min(1).optional(),
  file: z.union([z.string().max(5_000), z.array(z.string().max(5_000)).max(1_000)]).optional(),
  removed: z.literal('1').optional(),
});
