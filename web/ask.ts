// GET /ask: where every question box but the staff's leads. It remembers the region that the form holds and goes on to the
// question's own address, which says all of it: that address changes nothing, and means the same to whoever opens it.
import type { Router } from 'express';
import type { Settings } from '../config/settings.js';
import { sayIn } from '../services/domain/messages/web.js';
import { resolveRegion } from '../services/regions/regions.js';
import { pageLanguage } from './language.js';
import { answerParams, href } from './links.js';
import { AskParameters, readParameters } from './parameters.js';
import { rememberedDoor, rememberedRegion, rememberRegion } from './remembered.js';

export function addAsk(router: Router, { settings }: { readonly settings: Pick<Settings, 'YANJU_LANGUAGE'> }): void {
  router.get('/ask', (request, response) => {
    const { value, error } = readParameters(AskParameters, request.query, sayIn(pageLanguage(request, settings)));
    if (error) throw error;
    const { q = '', keep } = value;
    // A form of the public door has a field for the region; the box in the header has none, and keeps to what is remembered.
    const field = request.query.region === undefined ? undefined : (value.region ?? '').trim();
    if (field !== undefined) rememberRegion(response, field);
    response.set('Cache-Control', 'no-store').vary('Cookie');
    const blank = q.trim() === '';
    // A name that means no region is told at the field.
    const unknown = field !== undefined && field !== '' && resolveRegion(field) === null;
    if (blank && keep) return response.redirect(303, unknown ? href('/', { region: field, above: 'true' }) : '/');
    if (field === undefined && rememberedDoor(request) === 'staff') return response.redirect(303, searchAddress(q));
    const region = field ?? rememberedRegion(request)?.name;
    return response.redirect(
      303,
      blank ? '/?q=' : href('/', answerParams({ q, region: region || undefined, page: 1 })),
    );
  });
}

const searchAddress = (q: string): string => (q.trim() === '' ? '/search' : href('/search', { q }));
