// /citations and /documents/ID/citations: who cites whom. Work without JavaScript.
import type { Request, Response, Router } from 'express';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import type { Cited, DocumentCitations as Shown } from '../services/domain/citation.js';
import type { AppError } from '../services/domain/errors.js';
import { sayIn } from '../services/domain/messages/web.js';
import { inColumns, inOneColumn, type Neighbour } from './charts/citation-graph.js';
import { drawChart } from './charts/draw.js';
import { drawGraph } from './charts/draw-graph.js';
import { pageLanguage } from './language.js';
import { citationsPath } from './links.js';
import { isMendable } from './mendable.js';
import { CitationParameters, NoParameters, readParameters } from './parameters.js';
import type { Pictures } from './views/citation-parts.js';
import { stateColours, stateWords } from './views/citation-parts.js';
import { Citations } from './views/citations.js';
import { type CitedGroup, citedGroups, DocumentCitations } from './views/document-citations.js';
import { renderPage } from './views/layout.js';
import { shortened, type View } from './views/view.js';

export interface CitationsDependencies {
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE'>;
  send(response: Response, view: View, html: string, status?: number): void;
}

/** Bars, and boxes a side, that a picture has at most. */
const mostBars = 15;
const mostBoxes = 14;

/** The documents cited most, as bars; for a wide page, and for a phone. */
async function drawMostCited(all: readonly Cited[], view: View): Promise<Pictures | undefined> {
  if (all.length === 0) return undefined;
  return { wide: await drawBars(all, view, 360, 18), narrow: await drawBars(all, view, 110, 9) };
}

function drawBars(all: readonly Cited[], view: View, width: number, characters: number): Promise<string> {
  const values = all.slice(0, mostBars).map(({ title, citing, state, document, newer }, i) => {
    const held = document ?? newer;
    return {
      label: `${i + 1}. ${shortened(title, characters)}`,
      citing,
      colour: stateColours[state],
      state: stateWords(view, state, document),
      ...(held && { href: citationsPath(held.id) }),
    };
  });
  const y = {
    field: 'label',
    type: 'nominal',
    sort: null,
    axis: { title: null, labelLimit: 320, minExtent: 12 * characters + 34 },
  } as const;
  const x = { field: 'citing', type: 'quantitative', axis: { title: null, tickMinStep: 1 } } as const;
  return drawChart({
    width,
    height: { step: 24 },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', height: 14 },
        encoding: { x, y, color: { field: 'colour', type: 'nominal', scale: null }, href: { field: 'href' } },
      },
      {
        mark: { type: 'text', align: 'left', dx: 5, fontSize: 12, color: 'var(--soft)' },
        encoding: { x, y, text: { field: 'state' } },
      },
    ],
  });
}

async function drawNeighbours(shown: Shown, groups: readonly CitedGroup[], view: View) {
  const { document, citedBy } = shown;
  if (citedBy.length + groups.length === 0) return null;
  const citing = citedBy.slice(0, mostBoxes).map(
    (one): Neighbour => ({
      label: one.document.title,
      colour: 'var(--soft)',
      hollow: false,
      href: citationsPath(one.document.id),
    }),
  );
  const cited = groups.slice(0, mostBoxes).map(({ first }): Neighbour => {
    const { document: held = null, newer, state } = first.resolution ?? { state: 'missing' as const, newer: null };
    const known = held ?? newer;
    return {
      label: `${stateWords(view, state, held)} ${held?.title ?? first.title ?? first.number ?? ''}`,
      colour: stateColours[state],
      hollow: held === null,
      href: known ? citationsPath(known.id) : undefined,
    };
  });
  const centre: Neighbour = { label: document.title, colour: 'var(--ink)', hollow: false };
  const neighbours = { citing, centre, cited };
  const cut = Math.max(citedBy.length, groups.length) > mostBoxes ? mostBoxes : null;
  return {
    wide: await drawGraph(inColumns(neighbours)),
    narrow: await drawGraph(inOneColumn(neighbours)),
    cut,
  };
}

export function addCitations(router: Router, { archive, settings, send }: CitationsDependencies): void {
  router.get('/citations', async (request: Request, response: Response) => {
    const language = pageLanguage(request, settings);
    const say = sayIn(language);
    const { given, value, error } = readParameters(CitationParameters, request.query, say);
    const show = async (asked?: typeof value, failure?: AppError): Promise<void> => {
      const overview = asked && (await archive.citationOverview(asked));
      const { lang: _, size, ...filters } = asked ?? { size: 20 };
      const params = { ...filters, size: size === 20 ? undefined : size };
      const view: View = { language, say, here: { path: '/citations', params } };
      const chart = overview && (await drawMostCited(overview.mostCited, view));
      const children = (
        <Citations view={view} given={given} overview={overview} chart={chart} error={failure?.in(language)} />
      );
      const html = renderPage({ view, title: say('citationsTitle'), boxed: '', children });
      send(response, view, html, failure ? 400 : 200);
    };
    if (error) return show(undefined, error);
    try {
      await show(value);
    } catch (failure) {
      if (!isMendable(failure)) throw failure;
      await show(undefined, failure);
    }
  });

  router.get('/documents/:id/citations', async (request: Request<{ id: string }>, response: Response) => {
    const language = pageLanguage(request, settings);
    const say = sayIn(language);
    const { error } = readParameters(NoParameters, request.query, say);
    if (error) throw error;
    const { id } = request.params;
    const shown = await archive.citations(id);
    const view: View = { language, say, here: { path: citationsPath(id), params: {} } };
    const groups = citedGroups(shown.cites);
    const pictures = await drawNeighbours(shown, groups, view);
    const title = say('citationsOf', { title: shown.document.title });
    const children = <DocumentCitations view={view} shown={shown} groups={groups} pictures={pictures} />;
    send(response, view, renderPage({ view, title, boxed: '', children }));
  });
}
