// /admin/ledger, and all of it as CSV.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Router } from 'express';
import { z } from 'zod';
import type { Archive } from '../../services/domain/archive.js';
import { LedgerRequest, type LedgerRow } from '../../services/domain/intake.js';
import type { Language } from '../../services/domain/messages/language.js';
import type { Say } from '../../services/domain/messages/web.js';
import { csv } from '../../services/export/csv.js';
import { today } from '../../services/today.js';
import { readParameters } from '../parameters.js';
import { Ledger, ledgerParams } from '../views/admin/ledger.js';
import { renderPage } from '../views/layout.js';
import { type AdminParts, forSignedIn } from './parts.js';

const lang = z.enum(['zh', 'en']).optional();
const Parameters = LedgerRequest.omit({ size: true }).extend({ removed: z.string().max(5_000).optional(), lang });
const SIZE = 100;
const CSV_SIZE = 1_000;

const columns = [
  'ledgerColumnFile',
  'ledgerColumnTitle',
  'ledgerColumnStatus',
  'ledgerColumnCode',
  'ledgerColumnWhy',
  'ledgerColumnOf',
  'ledgerColumnArchive',
  'ledgerVersions',
  'ledgerColumnPassages',
  'ledgerColumnUnread',
  'ledgerAt',
  'ledgerColumnId',
] as const;

const cells = (row: LedgerRow, say: Say): string[] =>
  [
    row.file,
    row.title,
    say(row.status),
    row.code,
    row.message,
    row.of,
    row.archive,
    row.versions,
    row.passages,
    row.unread,
    row.at,
    row.documentId,
  ].map((value) => (value === null ? '' : String(value)));

/** All rows, read a part at a time while they are sent. */
function* allRows(archive: Archive, asked: LedgerRequest, language: Language, say: Say): Generator<string[]> {
  let after = asked.after;
  do {
    const { rows, next } = archive.ledger({ ...asked, after, size: CSV_SIZE }, language);
    for (const row of rows) yield cells(row, say);
    after = next ?? undefined;
  } while (after !== undefined);
}

export function addLedger(router: Router, parts: AdminParts): void {
  const { archive, viewOf, send } = parts;

  router.get(
    '/admin/ledger',
    forSignedIn(parts, (request, response, { formKey }) => {
      const { value, error } = readParameters(Parameters, request.query, viewOf(request, '').say);
      if (error) throw error;
      const { removed, lang: _, ...asked } = value;
      const wanted = { ...asked, size: SIZE };
      const view = viewOf(request, '/admin/ledger', ledgerParams(wanted));
      const found = archive.ledger(wanted, view.language);
      const { codes } = archive.report();
      const children = (
        <Ledger view={view} formKey={formKey} request={wanted} found={found} codes={codes} removed={removed} />
      );
      send(response, view, renderPage({ view, title: view.say('ledgerTitle'), boxed: '', children }));
    }),
  );

  router.get(
    '/admin/ledger.csv',
    forSignedIn(parts, async (request, response) => {
      const { language, say } = viewOf(request, '');
      const { value, error } = readParameters(Parameters.omit({ removed: true }), request.query, say);
      if (error) throw error;
      const { lang: _, ...asked } = value;
      response.attachment(`${say('ledgerTitle')} ${today()}.csv`);
      response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Cache-Control': 'no-store' });
      const rows = allRows(archive, { ...asked, size: CSV_SIZE }, language, say);
      const body = csv({ warnings: [], columns: columns.map((name) => say(name)), rows });
      await pipeline(Readable.from(body), response).catch((failure: unknown) => {
        if (!response.destroyed) throw failure; // a client that goes away is no failure of ours
      });
    }),
  );
}
