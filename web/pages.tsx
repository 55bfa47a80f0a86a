// The pages: what each address shows. Rendered on the server; nothing needs JavaScript.
import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import type { AppError } from '../services/domain/errors.js';
import type { Language } from '../services/domain/messages/language.js';
import { sayIn } from '../services/domain/messages/web.js';
import { addAdmin } from './admin/pages.js';
import { addAsk } from './ask.js';
import { assets } from './assets.js';
import { addCheck } from './check.js';
import { addCitations } from './citations.js';
import { addComparison } from './comparison.js';
import { addDocument } from './document.js';
import { addFailures } from './failures.js';
import { addFeeds } from './feed.js';
import { addFeedback } from './feedback.js';
import { addHome } from './home.js';
import { pageLanguage, rememberLanguage } from './language.js';
import { ListParameters, NoParameters, readParameters } from './parameters.js';
import { addSaved } from './saved.js';
import { addSearch } from './search.js';
import { addTargets } from './targets.js';
import { addTimeline } from './timeline.js';
import { addVariants } from './variants.js';
import { About } from './views/about.js';
import { DocumentList, listHref } from './views/document-list.js';
import { ErrorView, errorTitle } from './views/error.js';
import { renderPage } from './views/layout.js';
import type { View } from './views/view.js';
import { addWording } from './wording.js';

export interface PagesDependencies {
  readonly archive: Archive;
  readonly settings: Pick<
    Settings,
    | 'YANJU_LANGUAGE'
    | 'YANJU_MAX_QUERY_CHARS'
    | 'YANJU_ADMIN_TOKEN'
    | 'YANJU_FEEDBACK'
    | 'YANJU_PUBLIC_URL'
    | 'YANJU_MAX_DRAFT_CHARS'
    | 'YANJU_MAX_FILE_MB'
    | 'YANJU_MAX_EXPORT_ROWS'
    | 'YANJU_REQUEST_TIMEOUT_S'
    | 'YANJU_DATA_DIR'
    | 'YANJU_ARCHIVE_MAX_MEMBERS'
  >;
}

const documentsPerPage = 50;

/** A whole error page; the caller sets the status. Its language link leads to the address that failed, as it stands. */
export function renderError(error: AppError, language: Language, occasion?: { readonly requestId: string }): string {
  const view: View = { language, say: sayIn(language), here: { path: '', params: {} } };
  const children = <ErrorView view={view} error={error} requestId={occasion?.requestId} />;
  return renderPage({ view, title: view.say(errorTitle(error)), boxed: '', children });
}

const viewOf = (request: Request, settings: PagesDependencies['settings'], path: string, params = {}): View => {
  const language = pageLanguage(request, settings);
  return { language, say: sayIn(language), here: { path, params } };
};

function send(response: Response, view: View, html: string, status = 200, caching = 'private, no-cache'): void {
  response
    .status(status)
    .set({ 'Content-Language': view.language === 'zh' ? 'zh-CN' : 'en', 'Cache-Control': caching })
    .vary('Cookie')
    .type('html')
    .send(html);
}

export function createPages({ archive, settings }: PagesDependencies): Router {
  const router = Router();
  router.use('/assets', assets());
  router.use((request: Request, response: Response, next: NextFunction) => {
    rememberLanguage(request, response);
    next();
  });

  addAsk(router, { settings });
  addHome(router, { archive, settings, send });
  addSearch(router, { archive, settings, send });
  addWording(router, { archive, settings, send });
  addTargets(router, { archive, settings, send });
  addFeeds(router, { archive, settings });
  addSaved(router, { settings, send });
  addTimeline(router, { archive, settings, send });
  addVariants(router, { archive, settings, send });
  addCitations(router, { archive, settings, send });

  router.get('/documents', (request, response) => {
    const say = sayIn(pageLanguage(request, settings));
    const { value, error } = readParameters(ListParameters, request.query, say);
    if (error) throw error;
    const { page } = value;
    const view = viewOf(request, settings, '/documents', { page: page === 1 ? undefined : page });
    const list = archive.list(page, documentsPerPage);
    const pages = Math.ceil(list.total / documentsPerPage);
    const html = renderPage({
      view,
      title: say('listTitle'),
      boxed: '',
      previous: page > 1 && page <= pages ? listHref(page - 1) : undefined,
      next: page < pages ? listHref(page + 1) : undefined,
      children: <DocumentList view={view} list={list} page={page} pages={pages} />,
    });
    send(response, view, html, page > 1 && page > pages ? 404 : 200);
  });

  addDocument(router, { archive, settings, send });

  addComparison(router, { archive, settings, send });

  const unstored = {
    archive,
    settings,
    send: (response: Response, view: View, html: string, status?: number) =>
      send(response, view, html, status, 'no-store'),
  };
  addCheck(router, unstored);
  addFailures(router, addAdmin(router, unstored));
  addFeedback(router, unstored);

  router.get('/about', (request, response) => {
    const say = sayIn(pageLanguage(request, settings));
    const { error } = readParameters(NoParameters, request.query, say);
    if (error) throw error;
    const view = viewOf(request, settings, '/about');
    send(response, view, renderPage({ view, title: say('aboutTitle'), boxed: '', children: <About view={view} /> }));
  });

  return router;
}
