// /admin/documents/:id: corrections by hand, and the way out of the archive, with a page that asks first.
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { AppError } from '../../services/domain/errors.js';
import { Correction } from '../../services/domain/intake.js';
import type { Say, WebKey } from '../../services/domain/messages/web.js';
import { href } from '../links.js';
import { NoParameters, readParameters } from '../parameters.js';
import { managePath } from '../views/admin/ledger.js';
import { Manage } from '../views/admin/manage.js';
import { Remove } from '../views/admin/remove.js';
import { runPath } from '../views/admin/run-parts.js';
import { renderPage } from '../views/layout.js';
import { checkFormKey } from './door.js';
import { type AdminParts, forChange, forSignedIn, sessionOf } from './parts.js';
import type { Session } from './sessions.js';

const Keyed = z.object({ key: z.string().max(200) });
type ById = { id: string };

const labels: Readonly<Record<keyof Correction, WebKey>> = {
  title: 'correctDocumentTitle',
  number: 'number',
  issuers: 'correctIssuers',
  region: 'region',
  date: 'correctDate',
  type: 'type',
  level: 'correctLevel',
  status: 'status',
};

/** Empty fields are as read; several bodies stand in one field. */
function readCorrection(body: Readonly<Record<string, unknown>>, say: Say): Correction {
  const given = Object.fromEntries(
    Object.keys(labels).flatMap((name) => {
      const value = String(body[name] ?? '').trim();
      if (value === '') return [];
      const issuers = value
        .split(/[、;；]/u)
        .map((one) => one.trim())
        .filter(Boolean);
      return [[name, name === 'issuers' ? issuers : value]];
    }),
  );
  const parsed = Correction.safeParse(given);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0]) as keyof Correction; // of our schema
  const why = field === 'date' ? say('correctWrongDate') : say('correctWrongField', { field: say(labels[field]) });
  throw new AppError('INVALID_REQUEST', { why });
}

export function addManage(router: Router, parts: AdminParts): void {
  const { archive, viewOf, send } = parts;
  const form = express.urlencoded({ extended: false, limit: '64kb' });
  const keyed = (request: Request<ById>, response: Response): Readonly<Record<string, unknown>> => {
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>; // what a form holds
    checkFormKey(Keyed.safeParse(body).data?.key, sessionOf(response));
    return body;
  };
  const show = (
    request: Request<ById>,
    response: Response,
    session: Session,
    failed?: { readonly error: AppError; readonly given: Readonly<Record<string, unknown>> },
  ): void => {
    const { id } = request.params;
    const view = viewOf(request, managePath(id));
    const detail = archive.detail(id);
    const children = (
      <Manage
        view={view}
        formKey={session.formKey}
        detail={detail}
        correction={archive.correction(id)}
        given={failed?.given}
        error={failed?.error.in(view.language)}
      />
    );
    const title = view.say('manageTitle', { title: detail.title });
    send(response, view, renderPage({ view, title, boxed: '', children }), failed ? 400 : 200);
  };
  const back = (request: Request): string => managePath(String(request.params.id));

  router.get(
    '/admin/documents/:id',
    forSignedIn<ById>(parts, (request, response, session) => {
      const { error } = readParameters(NoParameters, request.query, viewOf(request, '').say);
      if (error) throw error;
      show(request, response, session);
    }),
  );

  router.post('/admin/documents/:id', forChange(parts, back), form, (request: Request<ById>, response: Response) => {
    const body = keyed(request, response);
    try {
      const { run } = archive.correct(request.params.id, readCorrection(body, viewOf(request, '').say));
      response.set('Cache-Control', 'no-store').redirect(303, runPath(run));
    } catch (error) {
      const mendable = error instanceof AppError && ['INVALID_REQUEST', 'REGION_UNKNOWN'].includes(error.code);
      if (!mendable) throw error;
      show(request, response, sessionOf(response), { error, given: body });
    }
  });

  router.get(
    '/admin/documents/:id/remove',
    forSignedIn<ById>(parts, (request, response, { formKey }) => {
      const { error } = readParameters(NoParameters, request.query, viewOf(request, '').say);
      if (error) throw error;
      const { id } = request.params;
      const view = viewOf(request, `${managePath(id)}/remove`);
      const detail = archive.detail(id);
      const title = view.say('removeTitle', { title: detail.title });
      const children = <Remove view={view} formKey={formKey} detail={detail} />;
      send(response, view, renderPage({ view, title, boxed: '', children }));
    }),
  );

  router.post(
    '/admin/documents/:id/remove',
    forChange(parts, back),
    form,
    async (request: Request<ById>, response: Response) => {
      keyed(request, response);
      const { id } = request.params;
      const { file } = archive.detail(id);
      await archive.remove(id);
      response
        .set('Cache-Control', 'no-store')
        .redirect(303, href('/admin/ledger', { status: 'removed', removed: file }));
    },
  );
}
