// Corrections by hand, removal and return, with the real worker and model.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import pino from 'pino';
import { documentIdOf } from '../../services/catalogue/store.js';
import { followRun, runIngest } from '../../services/cli/run-ingest.js';
import { SearchRequest } from '../../services/domain/query.js';
import { openArchive } from '../../services/open-archive.js';
import { testSettings } from '../support/settings.js';
import { temporaryFolder } from '../support/temporary.js';

jest.setTimeout(120_000);
const folder = temporaryFolder();
const documents = join(folder, 'documents');
const { settings, env } = testSettings(join(folder, 'data'));
const logger = pino({ level: 'silent' });
const file = '通知.txt';
const id = documentIdOf(file);
const text = '关于做好课后服务工作的通知\n各学校：\n一、课后服务应当每周五天全覆盖。\n云泽市教育局\n2024年9月1日\n';

const ingest = async () => {
  const { summary } = await runIngest({ settings, logger, env, paths: [documents] });
  return summary;
};
const open = openArchive(settings, logger);
const { archive } = open;
afterAll(() => open.close());
const end = () => followRun({ settings, logger, env }, ({ queue }) => queue.add([], 0));
const told = () => {
  const { title, date, year, number, status, origins, version } = archive.detail(id);
  return { title, date, year, number, status, version, origins };
};

beforeAll(async () => {
  mkdirSync(documents);
  writeFileSync(join(documents, file), text);
  expect(await ingest()).toMatchObject({ indexed: 1 });
});

test('a correction holds, is told as one, and makes no new version of the text', async () => {
  const read = told();
  archive.correct(id, { number: '云教发〔2024〕9号', date: '2024-09-02', status: '现行' });
  await end();
  expect(told()).toMatchObject({
    number: '云教发〔2024〕9号',
    date: '2024-09-02',
    year: 2024,
    status: '现行',
    version: 1,
  });
  expect(told().title).toBe(read.title);
  expect(told().origins).toMatchObject({
    number: 'correction',
    date: 'correction',
    year: 'correction',
    status: 'correction',
  });
  expect(told().origins.title).toBe(read.origins.title);
  expect(archive.correction(id)).toEqual({ number: '云教发〔2024〕9号', date: '2024-09-02', status: '现行' });
});

test('it outlasts ingests of the same folder, unchanged or with another text', async () => {
  expect(await ingest()).toMatchObject({ unchanged: 1 });
  writeFileSync(join(documents, file), `${text}二、经费由财政保障。\n`);
  expect(await ingest()).toMatchObject({ indexed: 1 });
  expect(told()).toMatchObject({ number: '云教发〔2024〕9号', version: 2 });
});

test('taken back, the document is as it is read', async () => {
  archive.correct(id, {});
  await end();
  expect(told()).toMatchObject({ number: null, date: '2024-09-01' });
  expect(told().origins.date).not.toBe('correction');
  expect(archive.correction(id)).toEqual({});
});

test('what was removed is found no more and is in the ledger as removed; brought back, its file is read as it is now', async () => {
  const found = async () => (await archive.search(SearchRequest.parse({ q: '每周五天全覆盖', mode: 'keyword' }))).total;
  expect(await found()).toBeGreaterThan(0);
  await archive.remove(id);
  await end();
  expect(await found()).toBe(0);
  const page = () => archive.ledger({ sort: 'file', size: 10 }, 'zh');
  expect(page().rows.map((row) => [row.file, row.status])).toEqual([[file, 'removed']]);
  writeFileSync(join(documents, file), '');
  await archive.retry({ files: [file], list: 'removed' });
  expect(archive.queue().pending).toBe(1);
  await end();
  expect(archive.ledger({ sort: 'file', size: 10, status: 'failed' }, 'zh').rows[0]?.code).toBe('EMPTY_FILE'); // the file is read, not guessed
});

test('files sent to the archive are kept once, and a removed one comes back from what is kept', async () => {
  const bytes = Buffer.from('云泽市教育局关于星空观测的通知\n各学校应当组织学生观测星空。\n');
  await archive.upload([{ name: '处/星空.txt', bytes }]);
  await end();
  const sent = documentIdOf('处/星空.txt');
  expect(archive.detail(sent).title).toBe('云泽市教育局关于星空观测的通知');
  await archive.remove(sent);
  const { run, files } = archive.retry({ files: ['处/星空.txt'], list: 'removed' });
  expect(files).toBe(1);
  await end();
  expect(archive.run(run, { page: 1, size: 10 }, 'zh').files).toMatchObject([{ status: 'indexed', documentId: sent }]);
  expect(archive.detail(sent).removed).toBe(false);
});
