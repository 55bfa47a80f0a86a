// A zip's way through the real worker: a line for it and for each of its members, in every case.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import Database from 'better-sqlite3';
import pino from 'pino';
import { followRun, runIngest } from '../../services/cli/run-ingest.js';
import type { LedgerLine } from '../../services/domain/ledger.js';
import { openArchive } from '../../services/open-archive.js';
import { testSettings } from '../support/settings.js';
import { temporaryFolder } from '../support/temporary.js';
import { makeZip, type ZipFile } from './extract/support/make-zip.js';

jest.setTimeout(120_000);
const folder = temporaryFolder();
const documents = join(folder, 'documents');
mkdirSync(documents);
const { settings, env } = testSettings(join(folder, 'data'), { YANJU_ARCHIVE_MAX_MEMBERS: '20' });
const logger = pino({ level: 'silent' });

const write = (file: string, content: Uint8Array | string): void => writeFileSync(join(documents, file), content);
const ingest = async (metadataFile?: string) => {
  const lines: LedgerLine[] = [];
  const totals: number[] = [];
  const { summary } = await runIngest({
    settings,
    logger,
    env,
    paths: [documents],
    ...(metadataFile !== undefined && { metadataFile }),
    onPlanned: (files) => totals.push(files),
    onLine: (line) => lines.push(line),
  });
  expect(summary.files).toBe(summary.indexed + summary.unchanged + summary.duplicate + summary.failed);
  expect(lines).toHaveLength(summary.files);
  expect(new Set(lines.map(({ file }) => file)).size).toBe(lines.length);
  return { summary, totals, of: Object.fromEntries(lines.map((line) => [line.file, line])) };
};
const withArchive = async <T>(use: (archive: ReturnType<typeof openArchive>) => T): Promise<Awaited<T>> => {
  const open = openArchive(settings, logger);
  try {
    return await use(open);
  } finally {
    await open.close();
  }
};
const notice = (about: string): string =>
  `临澜市教育局关于${about}的通知\n各学校：\n请做好${about}工作。\n临澜市教育局\n2021年8月20日`;
const outer = (first: string): Uint8Array =>
  makeZip([
    { name: '通知/午餐.txt', content: notice(first) },
    { name: '内.zip', content: makeZip([{ name: '深.txt', content: notice('观星') }]) },
    { name: '密.txt', content: '密', flags: 0x801 },
    { name: '副本.txt', content: notice(first) },
  ]);

test('a zip and its members each have a line; zips in zips too', async () => {
  write('包.zip', outer('午餐供应'));
  const { summary, of, totals } = await ingest();
  expect(summary).toMatchObject({ files: 6, indexed: 4, duplicate: 1, failed: 1 });
  expect(totals[0]).toBeLessThanOrEqual(6);
  expect(totals.at(-1)).toBe(6);
  expect(of['包.zip']).toMatchObject({ status: 'indexed', members: 4, passages: 0 });
  expect(of['包.zip/内.zip']).toMatchObject({ status: 'indexed', members: 1 });
  expect(of['包.zip/内.zip/深.txt']).toMatchObject({ status: 'indexed' });
  expect(of['包.zip/密.txt']).toMatchObject({ status: 'failed', code: 'ENCRYPTED' });
  expect(of['包.zip/副本.txt']).toMatchObject({
    status: 'duplicate',
    documentId: of['包.zip/通知/午餐.txt']?.documentId,
  });
  await withArchive(async ({ archive, catalogue }) => {
    const original = archive.original(of['包.zip/内.zip/深.txt']?.documentId ?? '');
    expect(readFileSync(original.path, 'utf8')).toBe(notice('观星'));
    expect(original.name).toBe('深.txt');
    expect(readdirSync(join(catalogue.dataDir, 'scratch'))).toEqual([]);
  });
});

test('the same again is unchanged, member by member', async () => {
  const revision = () => withArchive(({ catalogue }) => catalogue.revision());
  const before = await revision();
  const { summary, of } = await ingest();
  expect(summary).toMatchObject({ files: 6, indexed: 0, unchanged: 5, failed: 1, removed: 0 });
  expect(of['包.zip']).toMatchObject({ status: 'unchanged', members: 4 });
  expect(await revision()).toBe(before);
});

test('a zip of the same bytes is a duplicate, and its members are not queued again', async () => {
  write('又.zip', outer('午餐供应'));
  const { summary, of } = await ingest();
  expect(summary.files).toBe(7);
  expect(of['又.zip']).toMatchObject({ status: 'duplicate' });
  expect((await ingest()).of['又.zip']).toMatchObject({ status: 'unchanged' });
  rmSync(join(documents, '又.zip'));
});

test('members that a changed zip holds no more are removed, the others keep their ids', async () => {
  const id = (await ingest()).of['包.zip/通知/午餐.txt']?.documentId;
  write('包.zip', makeZip([{ name: '通知/午餐.txt', content: notice('晚餐供应') }]));
  const { summary, of } = await ingest();
  expect(summary).toMatchObject({ files: 2, indexed: 2, removed: 4 }); // 内.zip, 深.txt, 密.txt, 副本.txt
  expect(of['包.zip/通知/午餐.txt']).toMatchObject({ documentId: id });
  rmSync(join(documents, '包.zip'));
  expect((await ingest()).summary).toMatchObject({ files: 0, removed: 2 });
  await withArchive(({ archive }) => {
    expect(archive.list(1, 10).total).toBe(0);
    expect(archive.detail(id ?? '').removed).toBe(true);
  });
});

test('a metadata file may name members by their path', async () => {
  write('补.zip', outer('校车运行'));
  const metadata = join(folder, 'metadata.tsv');
  writeFileSync(metadata, 'file\ttitle\n补.zip/通知/午餐.txt\t甲\n补.zip/内.zip/深.txt\t乙\n');
  const { of } = await ingest(metadata);
  await withArchive(({ archive }) => {
    expect(archive.detail(of['补.zip/通知/午餐.txt']?.documentId ?? '').title).toBe('甲');
    expect(archive.detail(of['补.zip/内.zip/深.txt']?.documentId ?? '').title).toBe('乙');
  });
  rmSync(join(documents, '补.zip'));
});

test('the limits count over the whole nest, and a zip that holds itself comes to an end', async () => {
  const inner = (i: number): ZipFile => ({
    name: `${i}.zip`,
    content: makeZip(Array.from({ length: 8 }, (_, n) => ({ name: `${n}.txt`, content: notice(`第${i}批${n}`) }))),
  });
  write('巢.zip', makeZip([inner(1), inner(2), inner(3)]));
  let deep: Uint8Array = makeZip([{ name: '底.txt', content: notice('见底') }]);
  for (let i = 0; i < 4; i++) deep = makeZip([{ name: 'z.zip', content: deep }]);
  write('深.zip', deep);
  const { of, summary } = await ingest();
  expect(of['巢.zip/2.zip']).toMatchObject({ status: 'indexed', members: 8 });
  expect(of['巢.zip/3.zip']).toMatchObject({ status: 'failed', code: 'ARCHIVE_TOO_LARGE' });
  expect(of['深.zip/z.zip/z.zip/z.zip']).toMatchObject({ status: 'indexed' });
  expect(of['深.zip/z.zip/z.zip/z.zip/z.zip']).toMatchObject({ status: 'failed', code: 'ARCHIVE_TOO_DEEP' });
  expect(summary.failed).toBe(2);
});

test('a run that was cut off after the zip’s row goes on with its members', async () => {
  for (const file of readdirSync(documents)) rmSync(join(documents, file));
  write('断.zip', makeZip([1, 2, 3].map((i) => ({ name: `${i}.txt`, content: notice(`接续${i}`) }))));
  const lines: string[] = [];
  await followRun({ settings, logger, env, onLine: ({ file }) => lines.push(file) }, (catalogue) => {
    const path = join(documents, '断.zip');
    const run = catalogue.queue.add([{ file: '断.zip', root: '', path, metadata: null, archive: null }], 0);
    const watch = setInterval(() => {
      if (catalogue.queue.lines(run, 0).length === 0) return;
      clearInterval(watch);
      for (const pid of pids(catalogue.dataDir)) process.kill(pid, 'SIGKILL');
    }, 5);
    return run;
  });
  expect(lines.toSorted()).toEqual(['断.zip', '断.zip/1.txt', '断.zip/2.txt', '断.zip/3.txt']);
});

/** The worker that holds the lease. */
function pids(dataDir: string): number[] {
  const db = new Database(join(dataDir, 'catalogue.db'), { readonly: true });
  const found = db.prepare<[], number>('SELECT pid FROM lease').pluck().all();
  db.close();
  return found;
}
