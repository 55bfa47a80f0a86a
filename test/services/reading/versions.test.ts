import { join } from 'node:path';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { AppError } from '../../../services/domain/errors.js';
import { readingVersions } from '../../../services/reading/versions.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const folder = temporaryFolder();
const at = (day: number): string => `2026-01-0${day}T00:00:00.000Z`;
const catalogue = openCatalogue(join(folder, 'archive'));
afterAll(() => catalogue.close());
const put = (text: string, day: number, more: object = {}) =>
  catalogue.transaction(() => catalogue.store.put({ ...versionOf('通知.txt', text), ...more }, at(day)));
const { versions, version } = readingVersions(catalogue);

test('a version is what a link was made on: only the same file read to the same text stays the same version', () => {
  const bytes = { contentHash: 'a'.repeat(64) };
  const removed = [{ text: '分享', reason: 'share', at: 0 }];
  const id = put('第一条 甲。\n第二条 乙。', 1, { ...bytes, removed, pageStarts: [{ page: 1, start: 0 }] });
  put('第一条 甲。\n第二条 乙。', 2, { ...bytes, metadata: { ...versionOf('x', '').metadata, title: '改正的标题' } });
  expect(versions(id)).toHaveLength(1);
  put('第一条 甲。\n第二条 乙', 3, bytes); // read anew by a later program
  put('第一条 甲。\n第二条 丙。', 4);
  put('第一条  甲。\n第二条 丙。', 5, { contentHash: 'b'.repeat(64) });
  expect(versions(id).map(({ sameFile, sameText }) => [sameFile, sameText])).toEqual([
    [false, false],
    [true, false],
    [false, false],
    [false, true],
  ]);
  expect(version(id, 1).text).toBe('第一条 甲。\n第二条 乙。');
  expect(version(id).version).toBe(4);
  expect(catalogue.documents.original(id, 1).contentHash).toBe('a'.repeat(64));
});

test('an older version keeps its outline, its pages and what was cleaned away; a removed document all of it', () => {
  const outline = [{ level: 1, text: '第一条', start: 0 }];
  const removed = [{ text: '第1页', reason: 'page number', at: 4 }];
  const older = { ...versionOf('办法.pdf', '第一条 甲。'), outline, removed, pageStarts: [{ page: 1, start: 0 }] };
  const id = catalogue.transaction(() => catalogue.store.put(older, at(1)));
  catalogue.transaction(() => catalogue.store.put(versionOf('办法.pdf', '第一条 乙。'), at(2)));
  catalogue.transaction(() => catalogue.store.markRemoved(id, at(3)));
  expect(version(id, 1)).toEqual({
    version: 1,
    text: '第一条 甲。',
    outline,
    removed,
    pages: [{ page: 1, start: 0 }],
  });
});

test('a version that never was, and a document that never was, are told apart', () => {
  const id = put('一', 6);
  const code = (work: () => unknown): string => {
    try {
      work();
      return '';
    } catch (error) {
      return error instanceof AppError ? error.code : String(error);
    }
  };
  expect(code(() => version(id, 99))).toBe('VERSION_NOT_FOUND');
  expect(code(() => version('nothing'))).toBe('DOCUMENT_NOT_FOUND');
  expect(code(() => versions('nothing'))).toBe('DOCUMENT_NOT_FOUND');
});
