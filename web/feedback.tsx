// POST /feedback: a reader says whether a passage answers. A plain form, from our own pages alone; works without JavaScript.
import express, { type Response, type Router } from 'express';
import { z } from 'zod';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import { AppError } from '../services/domain/errors.js';
import { JudgementRequest } from '../services/domain/judgement.js';
import { sayIn } from '../services/domain/messages/web.js';
import { fromElsewhere } from './from-elsewhere.js';
import { pageLanguage } from './language.js';
import { Judged } from './views/judge.js';
import { renderPage } from './views/layout.js';
import type { View } from './views/view.js';

export interface FeedbackDependencies {
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE' | 'YANJU_FEEDBACK' | 'YANJU_PUBLIC_URL'>;
  /** sends a page that is not to be stored */
  send(response: Response, view: View, html: string, status?: number): void;
}

/** The results that the form stood on; never another site. */
const Form = JudgementRequest.extend({
  back: z
    .string()
    .max(8_000)
    .regex(/^\/(?:search)?\?/)
    .default('/'),
});

/** The page that a judged hit stood on. */
function pageOf(back: string): View['here'] {
  const [path = '/', query] = back.split('?', 2);
  return { path, params: Object.fromEntries(new URLSearchParams(query)) };
}

export function addFeedback(router: Router, { archive, settings, send }: FeedbackDependencies): void {
  router.post('/feedback', express.urlencoded({ extended: false, limit: '64kb' }), (request, response) => {
    if (!settings.YANJU_FEEDBACK) throw new AppError('FEEDBACK_OFF');
    if (fromElsewhere(request, settings.YANJU_PUBLIC_URL)) throw new AppError('CROSS_SITE');
    const form = Form.safeParse(request.body);
    if (!form.success) throw new AppError('INVALID_REQUEST', { why: form.error.issues[0]?.path.join('.') ?? '' });
    const { back, ...judgement } = form.data;
    archive.judge(judgement);
    const language = pageLanguage(request, settings);
    const view: View = { language, say: sayIn(language), here: pageOf(back) };
    const children = <Judged view={view} query={judgement.query} answers={judgement.answers} back={back} />;
    send(response, view, renderPage({ view, title: view.say('judgedTitle'), boxed: '', children }));
  });
}
