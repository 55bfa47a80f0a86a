// An app around the pages alone, with the policy that the real one sends.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { readSettings } from '../../config/settings.js';
import { bind } from '../../services/api/bind.js';
import { suggest } from '../../services/api/endpoints/suggest.js';
import type { Archive } from '../../services/domain/archive.js';
import { AppError, asAppError } from '../../services/domain/errors.js';
import { pageLanguage } from '../../web/language.js';
import { createPages, renderError } from '../../web/pages.js';
import { createFixtureArchive, type FixtureOptions } from './archive-fixture.js';

const self = ["'self'"];
export const token = '供测试用的管理令牌，够长了吧';
const settings = {
  YANJU_LANGUAGE: 'zh',
  YANJU_MAX_QUERY_CHARS: 1000,
  YANJU_FEEDBACK: true,
  YANJU_MAX_DRAFT_CHARS: 20_000,
  YANJU_MAX_FILE_MB: 1,
  YANJU_MAX_EXPORT_ROWS: 5_000,
  YANJU_REQUEST_TIMEOUT_S: 30,
  YANJU_PUBLIC_URL: undefined,
  YANJU_DATA_DIR: join(tmpdir(), 'yanju-pages-without-data'),
  YANJU_ARCHIVE_MAX_MEMBERS: 100,
} as const;
const statuses: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  DOCUMENT_NOT_FOUND: 404,
  VERSION_NOT_FOUND: 404,
  ORIGINAL_MISSING: 404,
  INVALID_REQUEST: 400,
  QUERY_EMPTY: 400,
  QUERY_TOO_LONG: 400,
  REGION_UNKNOWN: 400,
  CHANGES_DISABLED: 403,
  CROSS_SITE: 403,
  FEEDBACK_OFF: 403,
  PASSAGE_NOT_FOUND: 404,
  ENGINE_UNAVAILABLE: 503,
};

export function createFixtureApp(
  options: FixtureOptions & {
    readonly token?: string | undefined;
    readonly feedback?: boolean;
    /** what answers in place of the fixture */
    readonly archive?: Partial<Archive>;
  } = { token },
): Express {
  const app = express();
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: self,
          styleSrc: self,
          imgSrc: self,
          fontSrc: self,
          connectSrc: self,
          frameSrc: self,
          formAction: self,
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
    }),
  );
  const archive = { ...createFixtureArchive(options), ...options.archive };
  app.use(bind([suggest], { archive, settings: readSettings({}) }));
  app.use(
    createPages({
      archive,
      settings: { ...settings, YANJU_ADMIN_TOKEN: options.token, YANJU_FEEDBACK: options.feedback ?? true },
    }),
  );
  app.use((request: Request) => {
    throw new AppError('NOT_FOUND', { path: request.path });
  });
  app.use((failure: unknown, request: Request, response: Response, _next: NextFunction) => {
    const error = failure instanceof AppError ? failure : asAppError(failure, 'INTERNAL');
    const language = pageLanguage(request, settings);
    const status = statuses[error.code] ?? 500;
    response.status(status).type('html').send(renderError(error, language));
  });
  return app;
}
