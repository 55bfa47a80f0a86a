// /saved: the questions that a browser keeps. The list is the browser's own (localStorage) and never sent here; without a
// script the page says how to keep a question all the same.
import type { Response, Router } from 'express';
import type { Settings } from '../config/settings.js';
import { sayIn } from '../services/domain/messages/web.js';
import { pageLanguage } from './language.js';
import { readParameters, SavedParameters } from './parameters.js';
import { renderPage } from './views/layout.js';
import { Saved } from './views/saved.js';
import type { View } from './views/view.js';

export interface SavedDependencies {
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE'>;
  send(response: Response, view: View, html: string, status?: number): void;
}

export function addSaved(router: Router, { settings, send }: SavedDependencies): void {
  router.get('/saved', (request, response) => {
    const language = pageLanguage(request, settings);
    const say = sayIn(language);
    const { value, error } = readParameters(SavedParameters, request.query, say);
    if (error) throw error;
    const { of } = value;
    const view: View = { language, say, here: { path: '/saved', params: { of } } };
    send(
      response,
      view,
      renderPage({ view, title: say('savedTitle'), boxed: '', children: <Saved view={view} of={of} /> }),
    );
  });
}
