// /wording: every occurrence of a wording, in lines aligned on it. A plain form by GET; works without JavaScript.
import type { Request, Response, Router } from 'express';
import { sayIn } from '../services/domain/messages/web.js';
import type { WordingRequest } from '../services/domain/query.js';
import { citing, originOf } from './citing.js';
import { pageLanguage } from './language.js';
import { wordingParams } from './links.js';
import { checkAsked } from './mendable.js';
import { readParameters, WordingParameters } from './parameters.js';
import { wordingTakeAway } from './take-away.js';
import { draw } from './timeline.js';
import { renderPage } from './views/layout.js';
import type { View } from './views/view.js';
import { type Answered, Wording } from './views/wording.js';
import { type DeskDependencies, mended } from './wording-desk.js';

export function addWording(router: Router, { archive, settings, send }: DeskDependencies): void {
  const ask = async (request: WordingRequest, view: View): Promise<Answered> => {
    checkAsked(request, settings, view.say);
    const { lines, timeline } = await archive.wordingDesk(request);
    if (!timeline) return { request, response: lines };
    const drawn = await draw(timeline, { measure: 'occurrences', view, height: 110 });
    return { request, response: lines, drawn };
  };

  router.get('/wording', async (request: Request, response: Response) => {
    const language = pageLanguage(request, settings);
    const say = sayIn(language);
    const read = readParameters(WordingParameters, request.query, say);
    const { q, lang: _, ...rest } = read.value ?? {};
    const asked = q === undefined ? undefined : ({ q, ...rest } as WordingRequest); // parsed: only q may be absent
    const view: View = {
      language,
      say,
      here: { path: '/wording', params: asked ? wordingParams(asked) : {} },
      cite: citing(archive, originOf(request, settings)),
    };
    const found = asked && (await mended(() => ask(asked, view)));
    const answered = found && 'answer' in found ? found.answer : undefined;
    const error = read.error ?? (found && 'failure' in found ? found.failure : undefined);
    const children = <Wording view={view} given={read.given} answered={answered} error={error?.in(language)} />;
    const title = answered?.request.q ?? say('wordingTitle');
    const feed = answered && wordingTakeAway(answered.request, language).feed;
    send(response, view, renderPage({ view, title, feed, children }), error ? 400 : 200);
  });
}
