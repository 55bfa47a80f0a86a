// /compare: two documents or versions side by side, or what one may be compared with; /transmission: a superior one and a local one.
import type { Request, Response, Router } from 'express';
import type { ComponentChildren } from 'preact';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import { AppError } from '../services/domain/errors.js';
import { sayIn, type WebKey } from '../services/domain/messages/web.js';
import { pageLanguage } from './language.js';
import { href } from './links.js';
import { CompareParameters, readParameters, TransmissionParameters } from './parameters.js';
import { Choose } from './views/comparison/choose.js';
import { Compare, shownUnits, UNITS_PER_PAGE } from './views/comparison/compare.js';
import type { Side } from './views/comparison/pair-form.js';
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

  const sideOf = (name: string, label: WebKey, typed: string | undefined): Side => ({
    name,
    label,
    typed,
    meant: typed === undefined ? null : archive.meant(typed),
  });
  const choose = (response: Response, view: View, path: '/compare' | '/transmission', sides: readonly Side[]): void => {
    const isMissing = sides.some(({ meant }) => meant?.name === null && meant.total === 0);
    const chosen = sides.every(({ meant }) => !meant || meant.name !== null);
    const given = sides.flatMap(({ meant }) => meant?.name ?? [])[0];
    const offers = path === '/compare' && chosen && given !== undefined;
    const counterparts = offers ? archive.counterparts(given.replace(/@\d{1,6}$/u, '')) : null;
    const title = view.say(path === '/compare' ? 'compareTitle' : 'transmissionTitle');
    const children = <Choose view={view} path={path} sides={sides} counterparts={counterparts} />;
    page(response, view, title, children, isMissing ? 404 : 200);
  };

  router.get('/compare', async (request: Request, response: Response) => {
    const say = sayIn(pageLanguage(request, settings));
    const { value, error } = readParameters(CompareParameters, request.query, say);
    if (error) throw error;
    const { show, page: number, lang } = value;
    const shown = { show: show === 'changes' ? undefined : show, page: number === 1 ? undefined : number };
    const sides = [sideOf('a', 'compareA', value.a), sideOf('b', 'compareB', value.b)];
    const view = viewOf(request, '/compare', { a: value.a, b: value.b, ...shown });
    const [a, b] = sides.map(({ meant }) => meant?.name);
    if (typeof a !== 'string' || typeof b !== 'string') return choose(response, view, '/compare', sides);
    if (a !== value.a || b !== value.b) return response.redirect(303, href('/compare', { a, b, ...shown, lang }));
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
    const { show, lang } = value;
    const shown = { show: show === 'all' ? undefined : show };
    const sides = [
      sideOf('superior', 'transmissionSuperior', value.superior),
      sideOf('local', 'transmissionLocal', value.local),
    ];
    const view = viewOf(request, '/transmission', { superior: value.superior, local: value.local, ...shown });
    const [superior, local] = sides.map(({ meant }) => meant?.name);
    if (typeof superior !== 'string' || typeof local !== 'string') {
      return choose(response, view, '/transmission', sides);
    }
    if (superior !== value.superior || local !== value.local) {
      return response.redirect(303, href('/transmission', { superior, local, ...shown, lang }));
    }
    const transmission = await archive.transmission(superior, local);
    const children = <Transmission view={view} transmission={transmission} show={show} />;
    page(response, view, say('transmissionTitle'), children);
  });
}
