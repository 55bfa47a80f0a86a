// /variants: what a wording has been and become. A plain form by GET.
import type { Request, Response, Router } from 'express';
import { sayIn } from '../services/domain/messages/web.js';
import type { VariantsRequest } from '../services/domain/query.js';
import type { Variant } from '../services/domain/variants.js';
import { variantsChart } from './charts/variants.js';
import { citing, originOf } from './citing.js';
import { pageLanguage } from './language.js';
import { href, variantsParams } from './links.js';
import { checkAsked } from './mendable.js';
import { readParameters, VariantsParameters } from './parameters.js';
import { renderPage } from './views/layout.js';
import { type Against, type FoundVariants, Variants } from './views/variants.js';
import { shortened, type View } from './views/view.js';
import { type DeskDependencies, mended } from './wording-desk.js';

export function addVariants(router: Router, { archive, settings, send }: DeskDependencies): void {
  const find = async (request: VariantsRequest, against: Against, view: View): Promise<FoundVariants> => {
    checkAsked(request, settings, view.say);
    const response = await archive.variants(request);
    const { q: _, alike: __, size: ___, ...filters } = request;
    const linesHref = ({ text }: Variant, year?: number): string =>
      href('/wording', { q: text, punctuation: 'ignore', ...filters, ...(year !== undefined && { dateYear: year }) });
    const { variants } = response;
    const [wide, narrow] = await Promise.all([
      variantsChart(variants, linesHref, 760, ({ text }, row) => `${row + 1} ${shortened(text, 18)}`),
      variantsChart(variants, linesHref, 340, (_variant, row) => String(row + 1)),
    ]);
    return { request, against, response, wide, narrow, linesHref };
  };

  router.get('/variants', async (request: Request, response: Response) => {
    const language = pageLanguage(request, settings);
    const say = sayIn(language);
    const read = readParameters(VariantsParameters, request.query, say);
    const { q, lang: _, against = 'asked', ...rest } = read.value ?? {};
    const asked = q === undefined ? undefined : ({ q, ...rest } as VariantsRequest); // parsed: only q may be absent
    const view: View = {
      language,
      say,
      here: { path: '/variants', params: asked ? variantsParams(asked, against) : {} },
      cite: citing(archive, originOf(request, settings)),
    };
    const answer = asked && (await mended(() => find(asked, against, view)));
    const found = answer && 'answer' in answer ? answer.answer : undefined;
    const error = read.error ?? (answer && 'failure' in answer ? answer.failure : undefined);
    const children = <Variants view={view} given={read.given} found={found} error={error?.in(language)} />;
    send(response, view, renderPage({ view, title: asked?.q || say('variantsTitle'), children }), error ? 400 : 200);
  });
}
