// Scans on the whole way: from the folder, through the real worker, to hits that say that OCR read them.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import Database from 'better-sqlite3';
import pino from 'pino';
import { projectRoot } from '../../../config/root.js';
import type { OcrProgress } from '../../../ingest/ocr/read-scans.js';
import { runIngest } from '../../../services/cli/run-ingest.js';
import type { LedgerLine } from '../../../services/domain/ledger.js';
import { SearchRequest, WordingRequest } from '../../../services/domain/query.js';
import { openArchive } from '../../../services/open-archive.js';
import { testSettings } from '../../support/settings.js';
import { temporaryFolder } from '../../support/temporary.js';

jest.setTimeout(180_000);
const folder = temporaryFolder();
const documents = join(folder, 'documents');
const data = join(folder, 'data');
const logger = pino({ level: 'silent' });

async function ingest(more: Record<string, string>) {
  const { settings, env } = testSettings(data);
  const lines: LedgerLine[] = [];
  const progress: OcrProgress[] = [];
  await runIngest({
    settings,
    logger,
    env: { ...env, ...more },
    paths: [documents],
    onLine: (line) => lines.push(line),
    onOcr: (pages) => progress.push(pages),
  });
  return { lines, progress, settings };
}
const pagesRead = (): number => {
  const db = new Database(join(data, 'catalogue.db'), { readonly: true });
  try {
    return db.prepare<[], number>('SELECT count(*) FROM recognised_pages').pluck().get() ?? 0;
  } finally {
    db.close();
  }
};

beforeAll(() => {
  mkdirSync(documents, { recursive: true });
  cpSync(join(projectRoot, 'test', 'fixtures', 'scan.pdf'), join(documents, 'scan.pdf'));
});

test('with OCR off a scan has no text; with OCR on it is read, each page once, and every hit says so', async () => {
  const off = await ingest({ YANJU_OCR: 'false' });
  expect(off.lines).toMatchObject([{ file: 'scan.pdf', status: 'failed', code: 'NO_TEXT' }]);
  expect(pagesRead()).toBe(0);

  const limited = await ingest({ YANJU_OCR_MAX_PAGES: '1' });
  expect(limited.lines).toMatchObject([{ status: 'indexed', unread: 1 }]);
  expect(limited.progress).toEqual([{ file: 'scan.pdf', done: 1, pages: 1 }]);
  expect(pagesRead()).toBe(1);

  // What the limit left unread is read once the limit is gone, and then stays; switching OCR off takes nothing away.
  const whole = await ingest({});
  expect(whole.lines).toMatchObject([{ status: 'indexed' }]);
  expect(whole.lines[0]?.unread).toBeUndefined();
  expect(pagesRead()).toBe(2);
  expect((await ingest({})).lines).toMatchObject([{ status: 'unchanged' }]);
  expect((await ingest({ YANJU_OCR: 'false' })).lines).toMatchObject([{ status: 'unchanged' }]);

  const open = openArchive(limited.settings, logger);
  try {
    const { hits } = await open.archive.search(
      SearchRequest.parse({ q: '适龄儿童平等接受教育的权利', mode: 'keyword' }),
    );
    expect(hits[0]?.passage).toMatchObject({ page: 1, ocr: expect.any(Number) });
    const wording = await open.archive.wording(WordingRequest.parse({ q: '核减下一年度招生计划' }));
    expect(wording.hits[0]?.passage.ocr).toBeGreaterThan(0.9);
    const document = open.archive.detail(hits[0]?.document.id ?? '');
    expect(document).toMatchObject({ format: 'pdf', pages: 2, unread: [] });
    expect(document.number).toBe('临教发〔2023〕47号');
  } finally {
    await open.close();
  }
});
