// /admin/runs/:id and /admin/queue: how files come in. With ?part=1 the part alone that changes, for the page's script.
import type { Response, Router } from 'express';
import type { VNode } from 'preact';
import { z } from 'zod';
import { AppError } from '../../services/domain/errors.js';
import { RunRequest } from '../../services/domain/intake.js';
import { sayIn } from '../../services/domain/messages/web.js';
import { pageLanguage } from '../language.js';
import { readParameters } from '../parameters.js';
import { Queue, QueueNow, type QueueProps } from '../views/admin/queue.js';
import { RunPage, type RunProps, RunState } from '../views/admin/run.js';
import { runPath } from '../views/admin/run-parts.js';
import { renderFragment, renderPage } from '../views/layout.js';
import type { View } from '../views/view.js';
import { type AdminParts, forSignedIn } from './parts.js';

const part = z.literal('1').optional();
const lang = z.enum(['zh', 'en']).optional();
const RunParameters = RunRequest.omit({ size: true }).extend({ part, lang });
const QueueParameters = z.object({ part, lang });
const SIZE = 100;
const RECENT = 30;

export function addRuns(router: Router, parts: AdminParts): void {
  const { archive, settings, viewOf, send } = parts;
  const answer = (response: Response, view: View, title: string, shown: { page: VNode; part: VNode | false }): void => {
    const { page, part } = shown;
    const html = part
      ? renderFragment(part)
      : renderPage({ view, title, boxed: '', script: 'follow.js', children: page });
    send(response, view, html);
  };

  router.get(
    '/admin/runs/:id',
    forSignedIn<{ id: string }>(parts, (request, response, { formKey }) => {
      const { value, error } = readParameters(RunParameters, request.query, sayIn(pageLanguage(request, settings)));
      if (error) throw error;
      const id = Number(request.params.id);
      if (!/^[1-9]\d{0,14}$/.test(request.params.id)) {
        throw new AppError('RUN_NOT_FOUND', { run: request.params.id.slice(0, 20) });
      }
      const { status, page } = value;
      const view = viewOf(request, runPath(id), { status, page: page === 1 ? undefined : page });
      const run = archive.run(id, { status, page, size: SIZE }, view.language);
      const props: RunProps = { view, formKey, run, queue: archive.queue(), status, page, size: SIZE };
      answer(response, view, view.say('runTitle', { id }), {
        page: <RunPage {...props} />,
        part: value.part !== undefined && <RunState {...props} />,
      });
    }),
  );

  router.get(
    '/admin/queue',
    forSignedIn(parts, (request, response, { formKey }) => {
      const { value, error } = readParameters(QueueParameters, request.query, sayIn(pageLanguage(request, settings)));
      if (error) throw error;
      const view = viewOf(request, '/admin/queue');
      const props: QueueProps = { view, formKey, queue: archive.queue(), runs: archive.recentRuns(RECENT) };
      answer(response, view, view.say('queueTitle'), {
        page: <Queue {...props} />,
        part: value.part !== undefined && <QueueNow {...props} />,
      });
    }),
  );
}
