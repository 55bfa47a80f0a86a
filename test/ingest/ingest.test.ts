// The whole way from a folder to answers, with the real worker, model and engine.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import pino from 'pino';
import { runIngest } from '../../services/cli/run-ingest.js';
import type { LedgerLine } from '../../services/domain/ledger.js';
import { SearchRequest, WordingRequest } from '../../services/domain/query.js';
import { openArchive } from '../../services/open-archive.js';
import { testSettings } from '../support/settings.js';
import { temporaryFolder } from '../support/temporary.js';

jest.setTimeout(120_000);
const folder = temporaryFolder();
const documents = join(folder, 'documents');
const { settings, env } = testSettings(join(folder, 'data'));
const logger = pino({ level: 'silent' });

const write = (file: string, content: string | Uint8Array): void => {
  const path = join(documents, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
};
const ingest = async (...paths: string[]) => {
  const lines: LedgerLine[] = [];
  const { summary } = await runIngest({
    settings,
    logger,
    env,
    paths: paths.length > 0 ? paths : [documents],
    onLine: (line) => lines.push(line),
  });
  expect(summary.files).toBe(summary.indexed + summary.unchanged + summary.duplicate + summary.failed);
  return { summary, lines, byFile: new Map(lines.map((line) => [line.file, line])) };
};
const withArchive = async <T>(use: (archive: ReturnType<typeof openArchive>) => Promise<T>): Promise<T> => {
  const open = openArchive(settings, logger);
  try {
    return await use(open);
  } finally {
    await open.close();
  }
};

const rules = (fine: number): string =>
  [
    '云泽市中小学课后服务管理办法',
    '第一章 总则',
    '第一条 为了规范课后服务，根据有关规定，制定本办法。',
    '第二条 学校应当在每个教学日提供不少于两小时的课后服务。',
    '第二章 责任',
    `第三条 违反本办法收取费用的，责令退还，并处${fine}元罚款。`,
  ].join('\n');

beforeAll(() => {
  write('办法/课后服务.txt', rules(5000));
  write('办法/副本.txt', rules(5000));
  write(
    '通知/午餐.txt',
    '云泽市教育局关于做好学生午餐供应的通知\n各学校：\n请于9月1日前完成食堂检查。\n云泽市教育局\n2021年8月20日',
  );
  write(
    '说谎.pdf',
    '<html><head><meta charset="utf-8"><title>家长须知</title></head><body><h1>家长须知</h1><p>孩子年满六周岁，应当按时入学。</p></body></html>',
  );
  write('空.docx', '');
  write('坏.pdf', '%PDF-1.4\n这不是一个完整的文件');
});

test('every file ends in the ledger, and the run goes on past the bad ones', async () => {
  const { summary, byFile } = await ingest();
  expect(summary).toMatchObject({ files: 6, indexed: 3, unchanged: 0, duplicate: 1, failed: 2, removed: 0 });
  expect(byFile.get('空.docx')).toMatchObject({ status: 'failed', code: 'EMPTY_FILE' });
  expect(byFile.get('坏.pdf')).toMatchObject({ status: 'failed', code: 'DAMAGED' });
  expect(byFile.get('说谎.pdf')).toMatchObject({ status: 'indexed' });
  const [first, second] = [byFile.get('办法/副本.txt'), byFile.get('办法/课后服务.txt')];
  expect(first).toMatchObject({ status: 'indexed', passages: 3 });
  expect(second).toMatchObject({ status: 'duplicate', documentId: first?.documentId });
});

test('what was ingested answers, in its own words and in everyday ones', () =>
  withArchive(async ({ archive }) => {
    const answer = await archive.search(SearchRequest.parse({ q: '小孩几岁上学' }));
    expect(answer.hits[0]?.document.file).toBe('说谎.pdf');
    const fine = await archive.wording(WordingRequest.parse({ q: '并处5000元' }));
    expect(fine).toMatchObject({ documents: 1, occurrences: 1 });
    const passages = archive.passages(answer.hits[0]?.document.id ?? '');
    const { text } = archive.text(answer.hits[0]?.document.id ?? '');
    for (const passage of passages) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
  }));

test('ingesting the same folder again changes nothing', async () => {
  const before = await withArchive(async ({ catalogue }) => catalogue.revision());
  const { summary } = await ingest();
  expect(summary).toMatchObject({ files: 6, indexed: 0, unchanged: 4, duplicate: 0, failed: 2 });
  expect(await withArchive(async ({ catalogue }) => catalogue.revision())).toBe(before);
});

test('a changed file is a new version under the same id; its copy then stands by itself', async () => {
  const id = (await ingest()).byFile.get('办法/副本.txt')?.documentId;
  write('办法/副本.txt', rules(8000));
  const { byFile } = await ingest();
  expect(byFile.get('办法/副本.txt')).toMatchObject({ status: 'indexed', documentId: id });
  expect(byFile.get('办法/课后服务.txt')).toMatchObject({ status: 'indexed' });
  await withArchive(async ({ archive }) => {
    expect(archive.detail(id ?? '').version).toBe(2);
    const { hits } = await archive.wording(WordingRequest.parse({ q: '并处8000元' }));
    expect(hits.map(({ document }) => document.file)).toEqual(['办法/副本.txt']);
  });
});

test('a file that has gone is reported, marked and found no more', async () => {
  rmSync(join(documents, '通知/午餐.txt'));
  const { summary } = await ingest();
  expect(summary).toMatchObject({ files: 5, removed: 1 });
  await withArchive(async ({ archive, engine, catalogue }) => {
    expect((await archive.wording(WordingRequest.parse({ q: '食堂检查' }))).occurrences).toBe(0);
    const found = await archive.search(SearchRequest.parse({ q: '食堂检查', mode: 'keyword' }));
    expect(found.hits.filter(({ document }) => document.file === '通知/午餐.txt')).toEqual([]);
    expect(await engine.size()).toBe(catalogue.documents.counts().passages);
  });
});

test('with several folders each one’s name stands in front', async () => {
  const other = join(folder, '区县');
  cpSync(join(documents, '办法'), join(other, '甲'), { recursive: true });
  const { byFile } = await ingest(documents, other);
  expect([...byFile.keys()]).toContain('区县/甲/副本.txt');
  expect(byFile.get('区县/甲/副本.txt')?.status).toBe('duplicate');
});

test('a path that is not there is told at once', async () => {
  await expect(ingest(join(folder, '没有'))).rejects.toMatchObject({ code: 'PATH_NOT_FOUND' });
});
