// /wording: every occurrence of a wording, in lines aligned on it. A plain form by GET; works without JavaScript.
import type { Request, Response, Router } from 'express';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import { AppError } from '../services/domain/errors.js';
import { type Say, sayIn } from '../services/domain/messages/web.js';
import type { WordingRequest } from '../services/domain/query.js';
import { citing, originOf } from './citing.js';
import { pageLanguage } from './language.js';
import { wordingParams } from './links.js';
import { type Given, readParameters, WordingParameters } from './parameters.js';
import { wordingTakeAway } from './take-away.js';
import { renderPage } from './views/layout.js';
import type { View } from './views/view.js';
import { type Answered, Wording } from './views/wording.js';

export interface WordingDependencies {
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE' | 'YANJU_MAX_QUERY_CHARS' | 'YANJU_PUBLIC_URL'>;
  send(response: Response, view: View, html: string, status?: number): void;
}

/** Errors that the person asking can mend in the form. */
const mendable: readonly string[] = [
  'QUERY_EMPTY',
  'QUERY_TOO_LONG',
  'INVALID_REQUEST',
  'REGION_UNKNOWN',
  'STATUS_UNKNOWN',
];

export function addWording(router: Router, { archive, settings, send }: WordingDependencies): void {
  const ask = async (request: WordingRequest, say: Say): Promise<Answered> => {
    const { q, yearFrom, yearTo } = request;
    if (q.length > settings.YANJU_MAX_QUERY_CHARS) {
      throw new AppError('QUERY_TOO_LONG', { length: q.length, limit: settings.YANJU_MAX_QUERY_CHARS });
    }
    if (yearFrom !== undefined && yearTo !== undefined && yearFrom > yearTo) {
      throw new AppError('INVALID_REQUEST', { why: say('wrongYears') });
    }
    return { request, response: await archive.wording(request) };
  };

  router.get('/wording', async (request: Request, response: Response) => {
    const language = pageLanguage(request, settings);
    const say = sayIn(language);
    const read = readParameters(WordingParameters, request.query, say);
    const show = (given: Given, answered?: Answered, error?: AppError): void => {
      const params = answered ? wordingParams(answered.request) : {};
      const cite = citing(archive, originOf(request, settings));
      const view: View = { language, say, here: { path: '/wording', params }, cite };
      const children = <Wording view={view} given={given} answered={answered} error={error?.in(language)} />;
      send(
        response,
        view,
        renderPage({
          view,
          title: answered?.request.q ?? say('wordingTitle'),
          feed: answered && wordingTakeAway(answered.request, language).feed,
          children,
        }),
        error ? 400 : 200,
      );
    };
    if (read.error) return show(read.given, undefined, read.error);
    const { q, lang: _, ...rest } = read.value;
    if (q === undefined) return show(read.given);
    try {
      show(read.given, await ask({ q, ...rest }, say));
    } catch (failure) {
      if (!(failure instanceof AppError) || !mendable.includes(failure.code)) throw failure;
      show(read.given, undefined, failure);
    }
  });
}
