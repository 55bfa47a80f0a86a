// /: the public's door. Without a question its home, with one the provision that comes nearest. A search with conditions of
// the staff's, as older links have them, goes on to /search.
import type { Request, Response, Router } from 'express';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import { AppError } from '../services/domain/errors.js';
import { sayIn } from '../services/domain/messages/web.js';
import { SearchRequest } from '../services/domain/query.js';
import type { SearchResponse } from '../services/domain/result.js';
import { resolveRegion } from '../services/regions/regions.js';
import { today } from '../services/today.js';
import { citing, originOf } from './citing.js';
import { pageLanguage } from './language.js';
import { answerHref, answerParams } from './links.js';
import { checkAsked, isMendable } from './mendable.js';
import { AnswerParameters, type Given, readParameters, SearchParameters } from './parameters.js';
import { rememberDoor, rememberedRegion } from './remembered.js';
import { searchTakeAway } from './take-away.js';
import { renderPage } from './views/layout.js';
import { Answers } from './views/public/answers.js';
import { Home } from './views/public/home.js';
import type { Best } from './views/public/provision.js';
import { lastPage } from './views/results.js';
import type { View } from './views/view.js';

export interface HomeDependencies {
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE' | 'YANJU_MAX_QUERY_CHARS' | 'YANJU_FEEDBACK' | 'YANJU_PUBLIC_URL'>;
  send(response: Response, view: View, html: string, status?: number): void;
}

/** Whether an address asks for more than this door does. */
function isStaffs(query: Request['query']): boolean {
  const staffs = Object.keys(query).some(
    (name) => !Object.hasOwn(AnswerParameters.shape, name) && Object.hasOwn(SearchParameters.shape, name),
  );
  return staffs || (query.region !== undefined && query.above !== 'true');
}

/** The first hit with what its reader needs to know; null where it is said not to answer. */
function bestOf(archive: Archive, { page }: SearchRequest, { hits, answer }: SearchResponse): Best | null {
  const [hit] = hits;
  if (!hit || page > 1 || answer?.verdict === 'none') return null;
  const { document, passage } = hit;
  const { statusBasis, effectiveOn } = archive.detail(document.id);
  const { inForce } = archive.family(document.id);
  const newestOf = inForce.id === document.id && inForce.of > 1 ? inForce.of : null;
  return {
    hit,
    words: archive.provision(document.id, passage),
    facts: { basis: statusBasis, effectiveOn, newestOf, today: today() },
  };
}

export function addHome(router: Router, { archive, settings, send }: HomeDependencies): void {
  const viewOf = (request: Request, params: View['here']['params']): View => {
    const language = pageLanguage(request, settings);
    return { language, say: sayIn(language), here: { path: '/', params } };
  };

  const showHome = async (request: Request, response: Response, given: Given, error?: AppError): Promise<void> => {
    const view = viewOf(request, error ? given : {});
    const html = renderPage({
      view,
      title: error && view.say('errorRequest'),
      children: (
        <Home
          view={view}
          health={await archive.health()}
          given={given}
          region={given.region ?? rememberedRegion(request)?.name}
          error={error?.in(view.language)}
          wrongRegion={error?.code === 'REGION_UNKNOWN'}
        />
      ),
    });
    send(response, view, html, error ? 400 : 200);
  };

  const showAnswers = async (request: Request, response: Response, asked: SearchRequest): Promise<void> => {
    const found = await archive.search(asked);
    const view: View = {
      ...viewOf(request, answerParams(asked)),
      judging: settings.YANJU_FEEDBACK,
      cite: citing(archive, originOf(request, settings)),
    };
    const { page } = asked;
    rememberDoor(request, response, 'public');
    const html = renderPage({
      view,
      title: asked.q,
      previous: page > 1 ? answerHref(asked, page - 1) : undefined,
      next: page < lastPage(asked, found) ? answerHref(asked, page + 1) : undefined,
      feed: searchTakeAway(asked, view.language).feed,
      children: (
        <Answers
          view={view}
          request={asked}
          response={found}
          best={bestOf(archive, asked, found)}
          region={asked.region === undefined ? null : resolveRegion(asked.region)}
          remembered={rememberedRegion(request)}
        />
      ),
    });
    send(response, view, html);
  };

  router.get('/', async (request, response) => {
    if (isStaffs(request.query)) {
      response.redirect(302, `/search?${request.originalUrl.split('?').slice(1).join('?')}`);
      return;
    }
    const say = sayIn(pageLanguage(request, settings));
    const { given, value, error } = readParameters(AnswerParameters, request.query, say);
    if (error) return showHome(request, response, given, error);
    const { q, lang: _, ...rest } = value;
    try {
      if (rest.region !== undefined && !resolveRegion(rest.region)) {
        throw new AppError('REGION_UNKNOWN', { region: rest.region });
      }
      if (q === undefined) return await showHome(request, response, given);
      if (q.trim() === '') throw new AppError('QUERY_EMPTY');
      checkAsked({ q }, settings, say);
      await showAnswers(request, response, SearchRequest.parse({ ...rest, q, families: 'collapse' }));
    } catch (failure) {
      if (!isMendable(failure)) throw failure;
      await showHome(request, response, given, failure);
    }
  });
}
