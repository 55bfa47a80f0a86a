// A scanned draft, read by the real models; nothing of it may stay.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { projectRoot } from '../../config/root.js';
import { createDraftReader } from '../../ingest/read-draft.js';
import { testSettings } from '../support/settings.js';
import { temporaryFolder } from '../support/temporary.js';
import { failureCode } from './extract/support/failure-code.js';

jest.setTimeout(180_000);
const scan = readFileSync(join(projectRoot, 'test', 'fixtures', 'scan.pdf'));
const folder = temporaryFolder();
const [data, scratch] = [join(folder, 'data'), join(folder, 'scratch')];
const before = process.env.TMPDIR;

beforeAll(() => {
  for (const one of [data, scratch]) mkdirSync(one);
  process.env.TMPDIR = scratch; // where libraries put what they do not keep in memory
});
afterAll(() => {
  process.env.TMPDIR = before ?? '';
});

test('a scan is read page by page, says that OCR read it and how surely, and leaves nothing on the disk', async () => {
  const reader = createDraftReader(testSettings(data).settings);
  const progress: [number, number][] = [];
  try {
    const { text, metadata, ocr, unread } = await reader.read('上稿.pdf', scan, {
      goesOn: () => true,
      onOcr: (done, of) => progress.push([done, of]),
    });
    expect(text).toContain('核减下一年度招生计划');
    expect(metadata.number).toBe('临教发〔2023〕47号');
    expect(ocr?.pages).toBe(2);
    expect(ocr?.confidence).toBeGreaterThan(0.9);
    expect(unread).toEqual([]);
    expect(progress).toEqual([
      [1, 2],
      [2, 2],
    ]);
  } finally {
    await reader.close();
  }
  expect([...readdirSync(data), ...readdirSync(scratch)]).toEqual([]);
});

test('pages over the limit, or over the time, are named as unread', async () => {
  const limited = createDraftReader(testSettings(data, { YANJU_OCR_MAX_PAGES: '1' }).settings);
  const slow = createDraftReader(testSettings(data, { YANJU_OCR_PROCESSES: '1' }).settings);
  try {
    const { ocr, unread } = await limited.read('上稿.pdf', scan);
    expect(ocr?.pages).toBe(1);
    expect(unread).toEqual([{ reason: 'scan', page: 2 }]);

    let read = 0;
    const rest = await slow.read('上稿.pdf', scan, { goesOn: () => read === 0, onOcr: () => read++ });
    expect(rest.ocr?.pages).toBe(1);
    expect(rest.unread).toEqual([{ reason: 'ocr', page: 2 }]);
    expect(await failureCode(() => slow.read('上稿.pdf', scan, { goesOn: () => false, onOcr: () => {} }))).toBe(
      'OCR_FAILED',
    );
  } finally {
    await Promise.all([limited.close(), slow.close()]);
  }
});

test('a picture is a page; with OCR switched off neither is read', async () => {
  const photo = readFileSync(join(projectRoot, 'test', 'fixtures', 'photo.jpg'));
  const on = createDraftReader(testSettings(data).settings);
  const off = createDraftReader(testSettings(data, { YANJU_OCR: 'false' }).settings);
  try {
    expect((await on.read('通知.jpg', photo)).ocr?.pages).toBe(1);
    expect(await failureCode(() => off.read('通知.jpg', photo))).toBe('NO_TEXT');
  } finally {
    await Promise.all([on.close(), off.close()]);
  }
});

test('a text is not read by OCR', async () => {
  const reader = createDraftReader(testSettings(data).settings);
  try {
    const draft = await reader.read('draft.txt', Buffer.from('第一条 学校应当按时公布收费标准。'));
    expect(draft).toMatchObject({ ocr: null, unread: [] });
  } finally {
    await reader.close();
  }
});
