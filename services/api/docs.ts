// The API's description as JSON, and a page to browse it: Swagger UI from its package, served by ourselves.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type RequestHandler, type Response, Router } from 'express';
import { apiMessages } from '../domain/messages/api.js';
import type { Language } from '../domain/messages/language.js';
import { otherMethods } from './bind.js';
import type { Endpoint } from './endpoint.js';
import { languageOf } from './occasion.js';
import { describeApi } from './openapi.js';

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const files = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'] as const;

/** A script of its own, as the policy wants: none stands inside the page. */
const script = `window.addEventListener('DOMContentLoaded', () => {
  const lang = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
  window.ui = SwaggerUIBundle({
    url: '/api/openapi.json?lang=' + lang,
    dom_id: '#swagger-ui',
    deepLinking: true,
    validatorUrl: null,
    tryItOutEnabled: true,
    presets: [SwaggerUIBundle.presets.apis],
  });
});
`;

/** Swagger UI makes the page's main part itself. */
const page = (language: Language): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${apiMessages.docsTitle[language]}</title>
<link rel="icon" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<script src="/api/docs/swagger-ui-bundle.js" defer></script>
<script src="/api/docs/init.js" defer></script>
</head>
<body>
<div id="swagger-ui"></div>
<noscript><main>${apiMessages.docsNeedScript[language]}</main></noscript>
</body>
</html>
`;

/** Swagger UI's style sheet holds its icons as data: addresses; nothing else of the policy is loosened. */
const allowDataImages = (response: Response): void => {
  const policy = String(response.getHeader('Content-Security-Policy') ?? '');
  response.set('Content-Security-Policy', policy.replace("img-src 'self'", "img-src 'self' data:"));
};

const shortly = 'public, max-age=300';
const daily = 'public, max-age=86400';

/** Answers by path; every one of them is a GET. */
export function docs(endpoints: readonly Endpoint[]): Router {
  const described: Partial<Record<Language, object>> = {};
  const describe = (language: Language): object => {
    described[language] ??= describeApi(endpoints, language);
    return described[language];
  };
  const byPath: Record<string, RequestHandler> = {
    '/api/openapi.json': (request, response) => {
      response.set({ 'Cache-Control': shortly, Vary: 'Accept-Language' }).json(describe(languageOf(request)));
    },
    '/api/docs': (request, response) => {
      allowDataImages(response);
      response
        .set({ 'Cache-Control': shortly, Vary: 'Accept-Language' })
        .type('html')
        .send(page(languageOf(request)));
    },
    '/api/docs/init.js': (_request, response) => {
      response.set('Cache-Control', shortly).type('js').send(script);
    },
  };
  for (const file of files) {
    byPath[`/api/docs/${file}`] = (_request, response) => {
      response.set('Cache-Control', daily).sendFile(file, { root: assets, cacheControl: false });
    };
  }
  const router = Router();
  for (const [path, answer] of Object.entries(byPath)) {
    const named: RequestHandler = (_request, response, next) => {
      response.locals.route = path;
      next();
    };
    router.route(path).all(named).get(answer).all(otherMethods('GET, HEAD, OPTIONS'));
  }
  return router;
}

/** The files of the docs page: a browser asks for them all at once, and they cost nothing. */
export const isDocsFile = (path: string): boolean => path.startsWith('/api/docs/');
