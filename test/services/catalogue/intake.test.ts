import { join } from 'node:path';
import fc from 'fast-check';
import { cursorOf } from '../../../services/catalogue/intake.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { LedgerRequest } from '../../../services/domain/intake.js';
import { queueState, runReport } from '../../../services/intake-told.js';
import { ledgerEntry } from '../../support/ledger.js';
import { temporaryFolder } from '../../support/temporary.js';

const folder = temporaryFolder();
let count = 0;
const opened = () => openCatalogue(join(folder, String(count++)));

const job = (file: string) => ({ file, root: '', path: '', metadata: null, archive: null });

test('pages of the ledger, put together, are all that fits, in order, whatever the page size', () => {
  const names = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('甲', '乙', '/', ' ', 'a', 'Z', '_', '%', "'"), minLength: 1, maxLength: 6 }),
    {
      minLength: 1,
      maxLength: 40,
    },
  );
  const statuses = fc.constantFrom('indexed', 'duplicate', 'failed', 'removed' as const);
  fc.assert(
    fc.property(
      names,
      fc.infiniteStream(statuses),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom('file', 'time' as const),
      (files, stream, size, sort) => {
        const catalogue = opened();
        const rows = files.map((file, i) =>
          ledgerEntry(file, { status: stream.next().value, at: `2025-06-0${1 + (i % 3)}T00:00:00.000Z` }),
        );
        catalogue.transaction(() => rows.forEach(catalogue.ledger.put));
        for (const status of [undefined, 'failed' as const]) {
          const seen: string[] = [];
          for (let after: string | undefined; ; ) {
            const page = catalogue.intake.ledgerRows(LedgerRequest.parse({ status, sort, after, size }), size);
            seen.push(...page.map(({ file }) => file));
            const last = page.at(-1);
            if (!last) break;
            after = cursorOf(last, sort);
          }
          const wanted = rows.filter((row) => status === undefined || row.status === status);
          const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
          const inOrder = wanted.toSorted((a, b) =>
            sort === 'file' ? bytes(a.file, b.file) : bytes(b.at, a.at) || bytes(b.file, a.file),
          );
          expect(seen).toEqual(inOrder.map(({ file }) => file));
          expect(catalogue.intake.ledgerCount(LedgerRequest.parse({ status }))).toBe(wanted.length);
        }
        catalogue.close();
      },
    ),
    { numRuns: 25 },
  );
});

test('a file read in part is told apart, and is one of those taken in', () => {
  const catalogue = opened();
  catalogue.transaction(() => {
    catalogue.ledger.put(ledgerEntry('全.pdf'));
    catalogue.ledger.put(ledgerEntry('半.pdf', { unread: 2 }));
  });
  const of = (status: 'partial' | 'indexed') =>
    catalogue.intake.ledgerRows(LedgerRequest.parse({ status }), 9).map((row) => [row.file, row.status]);
  expect(of('partial')).toEqual([['半.pdf', 'partial']]);
  expect(of('indexed')).toEqual([
    ['全.pdf', 'indexed'],
    ['半.pdf', 'partial'],
  ]);
  catalogue.close();
});

test('a run is told file by file; what it has ended with is counted, and a failure is told in either language', () => {
  const catalogue = opened();
  const run = catalogue.transaction(() => catalogue.queue.add(['a.txt', 'b.txt', 'c.txt'].map(job), 0));
  catalogue.transaction(() => {
    const [a, b] = catalogue.queue.open(0, 2);
    catalogue.queue.finish(a!.id, { file: 'a.txt', status: 'indexed', passages: 2, ms: 1 });
    catalogue.queue.finish(b!.id, { file: 'b.txt', status: 'failed', code: 'FILE_TOO_LARGE', message: '…', ms: 1 });
    catalogue.ledger.put(
      ledgerEntry('b.txt', { status: 'failed', code: 'FILE_TOO_LARGE', errorValues: '{"limit":5}' }),
    );
  });
  const report = runReport(catalogue, run, { page: 1, size: 2 }, 'en');
  expect(report.counts).toEqual({ waiting: 1, indexed: 1, unchanged: 0, duplicate: 0, failed: 1 });
  expect(report).toMatchObject({ finishedAt: null, summary: null, total: 3 });
  expect(report.files[1]?.message).toContain('larger than the limit of 5 MB');
  expect(runReport(catalogue, run, { status: 'waiting', page: 1, size: 2 }, 'zh').files).toEqual([
    { file: 'c.txt', status: 'waiting', finishedAt: null },
  ]);
  expect(() => runReport(catalogue, 99, { page: 1, size: 2 }, 'zh')).toThrow(
    expect.objectContaining({ code: 'RUN_NOT_FOUND' }),
  );
  catalogue.close();
});

describe('the queue', () => {
  const catalogue = opened();
  afterAll(() => catalogue.close());

  test('is idle when nothing waits, busy while a worker holds the lease, and says what comes first', () => {
    expect(queueState(catalogue)).toMatchObject({ pending: 0, worker: 'idle', minutesLeft: null, next: [] });
    const run = catalogue.transaction(() => catalogue.queue.add(['a', 'b', 'c'].map(job), 0));
    expect(catalogue.queue.lease('me')).toBe(true);
    catalogue.transaction(() => catalogue.queue.finish(1, { file: 'a', status: 'indexed', ms: 1 }));
    const state = queueState(catalogue);
    expect(state).toMatchObject({
      pending: 2,
      worker: 'busy',
      stuck: false,
      next: [
        { file: 'b', run },
        { file: 'c', run },
      ],
    });
    expect(state.perMinute).toBeGreaterThan(0);
    expect(state.minutesLeft).toBeGreaterThan(0);
    catalogue.queue.release('me');
  });

  test('waits for nobody when no worker has come for a quarter of a minute, and is stuck when one gets nothing done', () => {
    const now = Date.now;
    try {
      Date.now = () => now() + 20_000;
      expect(queueState(catalogue).worker).toBe('absent');
      catalogue.queue.lease('me');
      Date.now = () => now() + 11 * 60_000;
      expect(queueState(catalogue)).toMatchObject({ worker: 'busy', stuck: true, perMinute: null, minutesLeft: null });
    } finally {
      Date.now = now;
      catalogue.queue.release('me');
    }
  });
});
