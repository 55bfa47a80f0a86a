// /timeline: several wordings in one chart. A plain form by GET; grouping and measure are links.
import type { Request, Response, Router } from 'express';
import { toldGroup } from '../services/domain/messages/timeline.js';
import { type Say, sayIn } from '../services/domain/messages/web.js';
import type { TimelineRequest } from '../services/domain/query.js';
import type { TimelineGroup, TimelineResponse } from '../services/domain/timeline.js';
import { type Measure, timelineChart } from './charts/timeline.js';
import { citing, originOf } from './citing.js';
import { pageLanguage } from './language.js';
import { groupLines, timelineParams } from './links.js';
import { checkAsked } from './mendable.js';
import { readParameters, TimelineParameters } from './parameters.js';
import { renderPage } from './views/layout.js';
import { type Drawn, Timeline } from './views/timeline.js';
import type { View } from './views/view.js';
import { type DeskDependencies, mended } from './wording-desk.js';

/** Widths of the two pictures: a page's, and a phone's. */
const WIDE = 760;
const NARROW = 340;

/** @param height of a chart by year */
export async function draw(
  { request, response }: { readonly request: TimelineRequest; readonly response: TimelineResponse },
  { measure, view, height = 220 }: { readonly measure: Measure; readonly view: View; readonly height?: number },
): Promise<Drawn> {
  const lines = groupLines(request);
  const linesHref: Drawn['linesHref'] = ({ opens }, series) => lines(response.phrases[series]?.phrase ?? '', opens);
  const nameOf = (group: TimelineGroup): string => toldGroup(response.by, group, view.language);
  const chart = { response, measure, href: linesHref, nameOf };
  const [wide, narrow] = await Promise.all([timelineChart(chart, WIDE, height), timelineChart(chart, NARROW, height)]);
  return { request, measure, response, wide, narrow, linesHref };
}

export function addTimeline(router: Router, { archive, settings, send }: DeskDependencies): void {
  const answer = async (request: TimelineRequest, measure: Measure, view: View, say: Say): Promise<Drawn> => {
    checkAsked(request, settings, say);
    return draw({ request, response: await archive.timeline(request) }, { measure, view });
  };

  router.get('/timeline', async (request: Request, response: Response) => {
    const language = pageLanguage(request, settings);
    const say = sayIn(language);
    const read = readParameters(TimelineParameters, request.query, say);
    const { q, lang: _, measure = 'occurrences', ...rest } = read.value ?? {};
    const asked = q === undefined ? undefined : ({ q, ...rest } as TimelineRequest); // parsed: only q may be absent
    const view: View = {
      language,
      say,
      here: { path: '/timeline', params: asked ? timelineParams(asked, measure) : {} },
      cite: citing(archive, originOf(request, settings)),
    };
    const found = asked && (await mended(async () => answer(asked, measure, view, say)));
    const drawn = found && 'answer' in found ? found.answer : undefined;
    const error = read.error ?? (found && 'failure' in found ? found.failure : undefined);
    const children = <Timeline view={view} given={read.given} drawn={drawn} error={error?.in(language)} />;
    const title = drawn ? drawn.response.phrases.map(({ phrase }) => phrase).join('、') : say('timelineTitle');
    send(response, view, renderPage({ view, title, children }), error ? 400 : 200);
  });
}
