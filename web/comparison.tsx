// /compare: two documents or versions side by side, or what one may be compared with; /transmission: a superior one and a local one.
import type { Request, Response, Router } from 'express';
import type { ComponentChildren } from 'preact';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import { AppError } from '../services/domain/errors.js';
import { sayIn } from '../services/domain/messages/web.js';
import { pageLanguage } from './language.js';
import { CompareParameters, readParameters, TransmissionParameters } from './parameters.js';
import { Choose } from './views/comparison/choose.js';
import { Compare, shownUnits, UNITS_PER_PAGE } from './views/comparison/compare.js';
import { Transmission } from './views/comparison/transmission.js';
import { renderPage } from './views/layout.js';
import type { View } from './views/view.js';

export interface ComparisonDependencies {
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE'>;
  send(response: Response, view: View, html: string, status?: number): void;
}

export function addComparison(router: Router, { archive, settings, send }: ComparisonDependencies): void {
  const viewOf = (request: Request, path: string, params: View['here']['params']): View => {
    const language = pageLanguage(request, settings);
    return { language, say: sayIn(language), here: { path, params } };
  };
  const page = (response: Response, view: View, title: string, children: ComponentChildren, status = 200): void =>
    send(response, view, renderPage({ view, title, boxed: '', children }), status);

  router.get('/compare', async (request: Request, response: Response) => {
    const say = sayIn(pageLanguage(request, settings));
    const { value, error } = readParameters(CompareParameters, request.query, say);
    if (error) throw error;
    const { a, b, show, page: number } = value;
    const params = { a, b, show: show === 'changes' ? undefined : show, page: number === 1 ? undefined : number };
    const view = viewOf(request, '/compare', params);
    if (a === undefined || b === undefined) {
      const given = a ?? b;
      const counterparts = given === undefined ? null : archive.counterparts(given.replace(/@\d{1,6}$/u, ''));
      return page(
        response,
        view,
        say('compareTitle'),
        <Choose view={view} given={given ?? ''} counterparts={counterparts} />,
      );
    }
    const comparison = await archive.compare(a, b);
    const pages = Math.max(1, Math.ceil(shownUnits(comparison, show).length / UNITS_PER_PAGE));
    if (number > pages) throw new AppError('INVALID_REQUEST', { why: say('wrong_page', { field: 'page' }) });
    const children = <Compare view={view} comparison={comparison} show={show} page={number} />;
    page(response, view, say('compareTitle'), children);
  });

  router.get('/transmission', async (request: Request, response: Response) => {
    const say = sayIn(pageLanguage(request, settings));
    const { value, error } = readParameters(TransmissionParameters, request.query, say);
    if (error) throw error;
    const { superior, local, show } = value;
    const view = viewOf(request, '/transmission', { superior, local, show: show === 'all' ? undefined : show });
    const transmission = await archive.transmission(superior, local);
    const children = <Transmission view={view} transmission={transmission} show={show} />;
    page(response, view, say('transmissionTitle'), children);
  });
}
