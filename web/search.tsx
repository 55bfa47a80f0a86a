// /search: the staff's door, with all conditions of a search at hand.
import type { Request, Response, Router } from 'express';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import { AppError } from '../services/domain/errors.js';
import { sayIn } from '../services/domain/messages/web.js';
import type { SearchRequest } from '../services/domain/query.js';
import { citing, originOf } from './citing.js';
import { pageLanguage } from './language.js';
import { searchParams } from './links.js';
import { checkAsked, isMendable } from './mendable.js';
import { type Given, readParameters, SearchParameters } from './parameters.js';
import { rememberDoor } from './remembered.js';
import { searchTakeAway } from './take-away.js';
import { renderPage } from './views/layout.js';
import { lastPage, pageHref, Results } from './views/results.js';
import { Start } from './views/staff/start.js';
import type { View } from './views/view.js';

export interface SearchDependencies {
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE' | 'YANJU_MAX_QUERY_CHARS' | 'YANJU_FEEDBACK' | 'YANJU_PUBLIC_URL'>;
  send(response: Response, view: View, html: string, status?: number): void;
}

const script = 'staff.js';

export function addSearch(router: Router, { archive, settings, send }: SearchDependencies): void {
  const viewOf = (request: Request, params: View['here']['params']): View => {
    const language = pageLanguage(request, settings);
    return { language, say: sayIn(language), here: { path: '/search', params } };
  };

  const showStart = async (request: Request, response: Response, given: Given, error?: AppError): Promise<void> => {
    const view = viewOf(request, given);
    const words = error?.in(view.language);
    const start = <Start view={view} health={await archive.health()} given={given} error={words} />;
    const html = renderPage({ view, title: view.say(error ? 'errorRequest' : 'staffTitle'), script, children: start });
    send(response, view, html, error ? 400 : 200);
  };

  const showResults = async (request: Request, response: Response, given: Given, asked: SearchRequest) => {
    const found = await archive.search(asked);
    const view: View = {
      ...viewOf(request, searchParams(asked)),
      judging: settings.YANJU_FEEDBACK,
      cite: citing(archive, originOf(request, settings)),
    };
    const { page } = asked;
    const html = renderPage({
      view,
      title: asked.q,
      script,
      previous: page > 1 ? pageHref(asked, page - 1) : undefined,
      next: page < lastPage(asked, found) ? pageHref(asked, page + 1) : undefined,
      feed: searchTakeAway(asked, view.language).feed,
      children: <Results view={view} given={given} request={asked} response={found} />,
    });
    send(response, view, html);
  };

  router.get('/search', async (request, response) => {
    const say = sayIn(pageLanguage(request, settings));
    rememberDoor(request, response, 'staff');
    const { given, value, error } = readParameters(SearchParameters, request.query, say);
    if (error) return showStart(request, response, given, error);
    const { q, lang: _, ...rest } = value;
    if (q === undefined) return showStart(request, response, given);
    try {
      if (q.trim() === '') throw new AppError('QUERY_EMPTY');
      checkAsked({ q, ...rest }, settings, say);
      await showResults(request, response, given, { q, ...rest });
    } catch (failure) {
      if (!isMendable(failure)) throw failure;
      await showStart(request, response, given, failure);
    }
  });
}
