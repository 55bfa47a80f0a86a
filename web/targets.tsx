// /targets: indicators that documents state, one of them by year and region with a chart, or what one document states.
import type { Request, Response, Router } from 'express';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import { AppError } from '../services/domain/errors.js';
import type { Language } from '../services/domain/messages/language.js';
import { scaleOf } from '../services/domain/messages/targets.js';
import { type Say, sayIn } from '../services/domain/messages/web.js';
import type { TargetSeries, TargetsRequest } from '../services/domain/target-table.js';
import { drawChart } from './charts/draw.js';
import { countedBy, largestIn, type PointKind, plotted, targetChart } from './charts/target-chart.js';
import { citing, originOf } from './citing.js';
import { pageLanguage } from './language.js';
import { targetsParams } from './links.js';
import { isMendable } from './mendable.js';
import { type Given, readParameters, TargetsParameters } from './parameters.js';
import { DocumentTargets } from './views/document-targets.js';
import { renderPage } from './views/layout.js';
import { type Answered, type DrawnSeries, Targets } from './views/targets.js';
import type { View } from './views/view.js';

export interface TargetsDependencies {
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE' | 'YANJU_PUBLIC_URL'>;
  send(response: Response, view: View, html: string, status?: number): void;
}

/** Values a page of one document's. */
const ON_A_PAGE = 100;
/** Planes between the axes: for a wide screen, and for a phone. */
const sizes = { wide: { width: 860, height: 300 }, narrow: { width: 230, height: 220 } } as const;

/** @throws AppError INVALID_REQUEST */
function checkYears({ yearFrom, yearTo, forYearFrom, forYearTo }: TargetsRequest, say: Say): void {
  for (const [from, to] of [
    [yearFrom, yearTo],
    [forYearFrom, forYearTo],
  ]) {
    if (from !== undefined && to !== undefined && from > to) {
      throw new AppError('INVALID_REQUEST', { why: say('wrongYears') });
    }
  }
}

async function draw(series: TargetSeries, say: Say, language: Language): Promise<DrawnSeries> {
  const points = plotted(series, say('forNoRegion'));
  if (!points) return { series };
  const { by, unit } = scaleOf(largestIn(points), series.unit, language);
  const told = (kind: PointKind) => say(`point_${kind}`);
  const [wide, narrow] = await Promise.all(
    [sizes.wide, sizes.narrow].map((size) => drawChart(targetChart(countedBy(by, points), told, size))),
  );
  return { series, chart: { wide: wide ?? '', narrow: narrow ?? '', others: points.others, unit } };
}

export function addTargets(router: Router, { archive, settings, send }: TargetsDependencies): void {
  /** Words that name one indicator give its table at once, with whatever else they find. */
  const ask = async (request: TargetsRequest, say: Say, language: Language): Promise<Answered> => {
    checkYears(request, say);
    const response = archive.targets(request);
    const { named, indicators } = response;
    if (request.indicator !== undefined || named === null)
      return { request, response, ...(await drawn(response, say, language)) };
    const table = archive.targets({ ...request, q: undefined, indicator: named });
    const others = indicators.filter(({ indicator }) => indicator !== named);
    const also = others.length > 0 ? others : undefined;
    return { request, response: table, also, ...(await drawn(table, say, language)) };
  };
  const drawn = async ({ table }: Answered['response'], say: Say, language: Language) => ({
    series: await Promise.all((table?.series ?? []).map((series) => draw(series, say, language))),
  });

  router.get('/targets', async (request: Request, response: Response) => {
    const language = pageLanguage(request, settings);
    const say = sayIn(language);
    const cite = citing(archive, originOf(request, settings));
    const viewAt = (params: View['here']['params']): View => ({
      language,
      say,
      here: { path: '/targets', params },
      cite,
    });
    const read = readParameters(TargetsParameters, request.query, say);
    const show = (given: Given, answered?: Answered, error?: AppError): void => {
      const view = viewAt(answered ? targetsParams(answered.request) : {});
      const title = answered?.response.named ?? say('targetsTitle');
      const children = <Targets view={view} given={given} answered={answered} error={error?.in(language)} />;
      send(response, view, renderPage({ view, title, children }), error ? 400 : 200);
    };
    if (read.error) return show(read.given, undefined, read.error);
    const { document, lang: _, ...asked } = read.value;
    if (document !== undefined) {
      const { page } = asked;
      const stated = archive.documentTargets(document, page, ON_A_PAGE);
      const view = viewAt({ document, page: page === 1 ? undefined : page });
      const pages = Math.ceil(stated.total / ON_A_PAGE);
      const children = <DocumentTargets view={view} stated={stated} page={page} pages={pages} />;
      const title = say('documentTargetsTitle', { title: stated.document.title });
      return send(response, view, renderPage({ view, title, boxed: '', children }));
    }
    try {
      show(read.given, await ask(asked, say, language));
    } catch (failure) {
      if (!isMendable(failure)) throw failure;
      show(read.given, undefined, failure);
    }
  });
}
