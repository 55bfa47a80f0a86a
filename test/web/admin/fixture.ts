// The whole application over a real archive in a folder of the test's own, without a worker, and hands that fill in its forms.
import type { Express } from 'express';
import pino from 'pino';
import request, { type Response } from 'supertest';
import { createApp } from '../../../services/api/app.js';
import { type Catalogue, openCatalogue } from '../../../services/catalogue/open.js';
import { documentIdOf } from '../../../services/catalogue/store.js';
import type { LedgerLine } from '../../../services/domain/ledger.js';
import { openArchive } from '../../../services/open-archive.js';
import { createPages, renderError } from '../../../web/pages.js';
import { ledgerEntry } from '../../support/ledger.js';
import { testSettings } from '../../support/settings.js';
import { versionOf } from '../../support/versions.js';

export const token = 'a-token-for-these-tests';

export interface AdminApp {
  readonly app: Express;
  readonly catalogue: Catalogue;
  close(): Promise<void>;
}

export function createAdminApp(folder: string, more: Record<string, string> = {}): AdminApp {
  const { settings } = testSettings(folder, { YANJU_ADMIN_TOKEN: token, ...more });
  const logger = pino({ level: 'silent' });
  const open = openArchive(settings, logger);
  const catalogue = openCatalogue(folder);
  const pages = createPages({ archive: open.archive, settings });
  const app = createApp({ archive: open.archive, settings, logger, pages, errorPage: renderError });
  return {
    app,
    catalogue,
    close: async () => {
      catalogue.close();
      await open.close();
    },
  };
}

/** Puts a document with its line in the ledger, as the pipeline does. */
export function putDocument({ catalogue }: AdminApp, file: string, text: string): string {
  const version = versionOf(file, text);
  const at = new Date().toISOString();
  catalogue.transaction(() => {
    const documentId = catalogue.store.put(version, at);
    const { contentHash } = version;
    catalogue.originals.put(contentHash, Buffer.from(text));
    catalogue.ledger.put(ledgerEntry(file, { documentId, contentHash, passages: 1, at }));
  });
  return documentIdOf(file);
}

/** Ends the open jobs of a run as a worker would, each by what is said of its file. */
export function finishJobs(
  { catalogue }: AdminApp,
  outcome: (file: string) => Partial<LedgerLine> & Pick<LedgerLine, 'status'>,
): void {
  catalogue.transaction(() => {
    for (const job of catalogue.queue.open(0, 1_000)) {
      const done: LedgerLine = { file: job.file, ms: 1, ...outcome(job.file) };
      catalogue.queue.finish(job.id, done);
      if (done.status === 'unchanged') continue;
      const { code = null, message = null, documentId = null, passages = null } = done;
      const at = new Date().toISOString();
      const errorValues = done.status === 'failed' ? '{"why":"…"}' : null;
      const told = { path: job.path, status: done.status, code, message, errorValues, documentId, passages, at };
      catalogue.ledger.put(ledgerEntry(job.file, told));
    }
    catalogue.queue.closeRuns();
  });
}

export interface Hands {
  /** a cookie of who is signed in */
  readonly cookie: string;
  readonly key: string;
  get(path: string): request.Test;
  post(path: string, fields?: Record<string, string | string[]>): request.Test;
}

export const cookieOf = (response: Response): string =>
  String(response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
export const keyIn = (html: string): string => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';

export async function signIn({ app }: AdminApp, given = token): Promise<Hands> {
  const cookie = cookieOf(await request(app).post('/sign-in').type('form').send({ token: given }));
  const get = (path: string) => request(app).get(path).set('Cookie', cookie);
  const key = keyIn((await get('/admin')).text);
  const post = (path: string, fields: Record<string, string | string[]> = {}) =>
    request(app)
      .post(path)
      .set('Cookie', cookie)
      .type('form')
      .send({ key, ...fields });
  return { cookie, key, get, post };
}
