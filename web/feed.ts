// GET /feed/search.atom and /feed/wording.atom: what is new to the archive and answers a question. The question is the
// address, so that a feed needs no account and keeps nothing.
import { createHash } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import { AppError } from '../services/domain/errors.js';
import { sayIn } from '../services/domain/messages/web.js';
import type { Newcomer } from '../services/domain/news.js';
import { atom } from './atom.js';
import { citing, originOf } from './citing.js';
import { pageLanguage } from './language.js';
import { href } from './links.js';
import { type Given, readParameters, SearchFeedParameters, WordingFeedParameters } from './parameters.js';
import { searchTakeAway, type TakeAway, wordingTakeAway } from './take-away.js';

export interface FeedDependencies {
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE' | 'YANJU_MAX_QUERY_CHARS' | 'YANJU_PUBLIC_URL'>;
}

const MOST = 50;
/** Of a feed without entries: it has not changed since ever. */
const NEVER = new Date(0);

interface Asked {
  readonly taken: TakeAway;
  news(): Promise<Newcomer[]>;
}

/** The same question has the same id, however its parameters are ordered, and wherever the service runs. */
function idOf(path: string, given: Given): string {
  const params = Object.entries(given)
    .filter(([name]) => name !== 'lang')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `urn:yanju:feed:${createHash('sha256')
    .update(JSON.stringify([path, params]))
    .digest('hex')
    .slice(0, 32)}`;
}

export function addFeeds(router: Router, { archive, settings }: FeedDependencies): void {
  const checked = (q: string): string => {
    if (q.trim() === '') throw new AppError('QUERY_EMPTY');
    const limit = settings.YANJU_MAX_QUERY_CHARS;
    if (q.length > limit) throw new AppError('QUERY_TOO_LONG', { length: q.length, limit });
    return q;
  };

  const answer = async (request: Request, response: Response, given: Given, { taken, news }: Asked): Promise<void> => {
    const language = pageLanguage(request, settings);
    const origin = originOf(request, settings);
    const newcomers = await news();
    const newest = newcomers[0] ? new Date(newcomers[0].addedAt) : NEVER;
    const path = `/feed/${taken.kind}.atom`;
    const feed = atom(newcomers, {
      id: idOf(path, given),
      language,
      self: `${origin}${href(path, given)}`,
      page: `${origin}${taken.page}`,
      taken,
      updated: newest,
      cite: citing(archive, origin),
    });
    response
      .set({
        'Content-Language': language === 'zh' ? 'zh-CN' : 'en',
        'Cache-Control': 'no-cache',
        'Last-Modified': newest.toUTCString(),
        'X-Content-Type-Options': 'nosniff',
      })
      .vary('Cookie')
      .type('application/atom+xml; charset=utf-8')
      .send(feed); // with an ETag, and 304 for what has not changed
  };

  router.get('/feed/search.atom', async (request, response) => {
    const language = pageLanguage(request, settings);
    const { given, value, error } = readParameters(SearchFeedParameters, request.query, sayIn(language));
    if (error) throw error;
    const { lang: _, q, ...filters } = value;
    const asked = {
      ...filters,
      q: checked(q),
      page: 1,
      size: 10,
      group: 'passage',
      families: 'collapse',
      sort: 'relevance',
    } as const;
    await answer(request, response, given, {
      taken: searchTakeAway(asked, language),
      news: () => archive.newInSearch(asked, MOST),
    });
  });

  router.get('/feed/wording.atom', async (request, response) => {
    const language = pageLanguage(request, settings);
    const { given, value, error } = readParameters(WordingFeedParameters, request.query, sayIn(language));
    if (error) throw error;
    const { lang: _, q, ...conditions } = value;
    const asked = { ...conditions, q: checked(q), page: 1, size: 50, sort: 'date', removed: false } as const;
    await answer(request, response, given, {
      taken: wordingTakeAway(asked, language),
      news: () => archive.newInWording(asked, MOST),
    });
  });
}
