import { type Catalogue, openCatalogue } from '../../../services/catalogue/open.js';
import { retry } from '../../../services/catalogue/retry.js';
import { temporaryFolder } from '../../support/temporary.js';

const folder = temporaryFolder();
const catalogue: Catalogue = openCatalogue(folder);
afterAll(() => catalogue.close());

const base = {
  root: '/root',
  message: null,
  errorValues: null,
  documentId: null,
  contentHash: null,
  recipe: '2:',
  passages: null,
  archive: null,
  members: null,
  unread: null,
  ms: 1,
  at: '2025-06-01T00:00:00.000Z',
};
beforeAll(() => {
  catalogue.transaction(() => {
    const failed = (file: string, path: string, archive: string | null, code: string) =>
      catalogue.ledger.put({ ...base, file, path, archive, status: 'failed', code });
    catalogue.ledger.put({ ...base, file: '好.txt', path: '/好.txt', status: 'indexed', code: null });
    catalogue.ledger.put({ ...base, file: '包.zip', path: '/包.zip', status: 'indexed', code: null, members: 4 });
    catalogue.ledger.put({ ...base, file: '半.pdf', path: '/半.pdf', status: 'indexed', code: null, unread: 3 });
    failed('坏.pdf', '/坏.pdf', null, 'DAMAGED');
    failed('包.zip/坏.pdf', '/originals/ab', '包.zip', 'DAMAGED');
    failed('包.zip/密.docx', '', '包.zip', 'ENCRYPTED');
    failed('包.zip/大.zip', '/originals/cd', '包.zip', 'ARCHIVE_TOO_LARGE');
    const job = { file: '坏.pdf', root: '/root', path: '/坏.pdf', archive: null };
    catalogue.queue.add([{ ...job, metadata: '{"title":"旧"}' }], 0);
    catalogue.queue.add([{ ...job, metadata: '{"title":"新"}' }], 0);
  });
});
const queued = (run: number) =>
  catalogue.queue
    .open(0, 1_000)
    .filter((job) => job.runId === run)
    .map(({ file }) => file);

test('all that failed or was read in part is queued once more; what was never unpacked comes with its zip', () => {
  const { run, files } = retry(catalogue, {});
  expect(queued(run).toSorted()).toEqual(['包.zip', '包.zip/坏.pdf', '半.pdf', '坏.pdf'].toSorted());
  expect(files).toBe(4);
  expect(queued(retry(catalogue, { list: 'failed' }).run)).not.toContain('半.pdf');
  expect(queued(retry(catalogue, { list: 'partial' }).run)).toEqual(['半.pdf']);
});

test('a file read in part is read anew though its bytes are the same', () => {
  catalogue.transaction(() =>
    catalogue.ledger.put({ ...base, file: '半.pdf', path: '/半.pdf', status: 'indexed', code: null, unread: 3 }),
  );
  retry(catalogue, { files: ['半.pdf'] });
  expect(catalogue.ledger.get('半.pdf')?.recipe).toBe('');
  expect(catalogue.ledger.get('好.txt')?.recipe).toBe('2:');
});

test('files are named, or taken by code; those that did not fail are passed over', () => {
  expect(queued(retry(catalogue, { files: ['好.txt', '坏.pdf', '没有'] }).run)).toEqual(['坏.pdf']);
  expect(queued(retry(catalogue, { code: 'ENCRYPTED' }).run)).toEqual(['包.zip']);
  expect(retry(catalogue, { files: [] }).files).toBe(0);
});

test('a file keeps what a metadata file said of it last', () => {
  const { run } = retry(catalogue, { files: ['坏.pdf'] });
  const job = catalogue.queue.open(0, 1_000).find((one) => one.runId === run);
  expect(job).toMatchObject({ path: '/坏.pdf', root: '/root', metadata: '{"title":"新"}' });
});

test('the report counts every outcome', () => {
  expect(catalogue.report.counts()).toEqual({ indexed: 3, duplicate: 0, failed: 4, partial: 1 });
  expect(catalogue.report.codes()).toEqual([
    { code: 'DAMAGED', count: 2 },
    { code: 'ARCHIVE_TOO_LARGE', count: 1 },
    { code: 'ENCRYPTED', count: 1 },
  ]);
});
