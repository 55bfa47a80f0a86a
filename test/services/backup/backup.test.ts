import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { create } from 'tar';
import { backup } from '../../../services/backup/backup.js';
import type { Manifest } from '../../../services/backup/manifest.js';
import { readBackup } from '../../../services/backup/read-backup.js';
import { restore } from '../../../services/backup/restore.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const folder = temporaryFolder();
const place = (): string => mkdtempSync(join(folder, 'case-'));
const at = '2026-01-01T00:00:00.000Z';
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A data folder with two documents, an original and an adapter, and derived files that a backup leaves out. */
function archive(): { dataDir: string; id: string; original: string } {
  const dataDir = join(place(), 'data');
  const catalogue = openCatalogue(dataDir);
  const id = catalogue.transaction(() =>
    catalogue.store.put(versionOf('通知/甲.txt', '第一条 学校应当提供课后服务。'), at),
  );
  catalogue.transaction(() => catalogue.store.put(versionOf('乙.txt', '第二份'), at));
  const original = sha256('原件');
  catalogue.originals.put(original, Buffer.from('原件'));
  catalogue.close();
  mkdirSync(join(dataDir, 'adapters'));
  writeFileSync(join(dataDir, 'adapters', 'own.json'), '{}');
  writeFileSync(join(dataDir, 'engine.db'), 'derived');
  mkdirSync(join(dataDir, 'scratch'));
  writeFileSync(join(dataDir, 'scratch', 'x'), 'of the moment');
  return { dataDir, id, original };
}
const code = (wanted: string) => expect.objectContaining({ code: wanted });

test('what is restored is what was backed up; what is derived stays out', async () => {
  const { dataDir, id, original } = archive();
  const file = join(place(), 'backup.yanju');
  const manifest = await backup(dataDir, file);
  expect(manifest).toMatchObject({ documents: 2, passages: 2 });
  expect(manifest.files.map(({ path }) => path)).toEqual([
    'catalogue.db',
    'adapters/own.json',
    `originals/${original.slice(0, 2)}/${original}`,
  ]);
  const target = join(place(), 'new');
  const seen: number[] = [];
  const { formerly } = await restore(file, target, { onProgress: (done) => seen.push(done) });
  expect(formerly).toBeNull();
  expect(seen.length).toBe(3);
  const catalogue = openCatalogue(target);
  expect(catalogue.documents.text(id).text).toBe('第一条 学校应当提供课后服务。');
  expect(readFileSync(catalogue.originals.path(original), 'utf8')).toBe('原件');
  catalogue.close();
  expect(
    readdirSync(target)
      .filter((name) => !name.startsWith('catalogue.db'))
      .sort(),
  ).toEqual(['adapters', 'originals']);
});

test('a backup taken while another process writes holds what was committed, whole', async () => {
  const { dataDir, id } = archive();
  const writer = new Database(join(dataDir, 'catalogue.db'));
  writer.exec("BEGIN IMMEDIATE; UPDATE documents SET title = '没有写完'");
  const file = join(place(), 'backup.yanju');
  await backup(dataDir, file);
  writer.exec('COMMIT');
  writer.close();
  const target = join(place(), 'new');
  await restore(file, target);
  const catalogue = openCatalogue(target);
  expect(catalogue.documents.detail(id).title).not.toBe('没有写完');
  catalogue.close();
});

test('a file of that name is replaced only when asked, and nothing half-written is left beside it', async () => {
  const { dataDir } = archive();
  const into = place();
  const file = join(into, 'backup.yanju');
  await backup(dataDir, file);
  await expect(backup(dataDir, file)).rejects.toEqual(code('BACKUP_EXISTS'));
  await backup(dataDir, file, { force: true });
  await expect(backup(join(into, 'nowhere'), join(into, 'b.yanju'))).rejects.toEqual(code('BACKUP_FAILED'));
  expect(readdirSync(into)).toEqual(['backup.yanju']);
});

test('an archive that is there is put aside when asked, never mixed and never deleted', async () => {
  const { dataDir } = archive();
  const file = join(place(), 'backup.yanju');
  await backup(dataDir, file);
  const other = archive();
  writeFileSync(join(other.dataDir, 'adapters', 'other.json'), '{}');
  await expect(restore(file, other.dataDir)).rejects.toEqual(code('RESTORE_NOT_EMPTY'));
  const { formerly } = await restore(file, other.dataDir, { force: true });
  expect(readdirSync(join(formerly ?? '', 'adapters')).sort()).toEqual(['other.json', 'own.json']);
  expect(existsSync(join(formerly ?? '', 'catalogue.db'))).toBe(true);
  expect(readdirSync(join(other.dataDir, 'adapters'))).toEqual(['own.json']);
  expect(existsSync(join(other.dataDir, 'engine.db'))).toBe(false); // it belongs to the archive that was put aside
});

test('while a worker holds the archive, nothing is restored over it', async () => {
  const { dataDir } = archive();
  const file = join(place(), 'backup.yanju');
  await backup(dataDir, file);
  const catalogue = openCatalogue(dataDir);
  catalogue.queue.lease('a worker');
  await expect(restore(file, dataDir, { force: true })).rejects.toEqual(code('RESTORE_IN_USE'));
  catalogue.queue.release('a worker');
  catalogue.close();
});

describe('a file that is no sound backup changes nothing', () => {
  const damaged = async (file: string): Promise<void> => {
    const target = join(place(), 'new');
    await expect(restore(file, target)).rejects.toEqual(code('BACKUP_DAMAGED'));
    await expect(readBackup(file, null)).rejects.toEqual(code('BACKUP_DAMAGED'));
    expect(readdirSync(target)).toEqual([]);
  };
  /** A tar of these members in order; a function makes what is no plain file. */
  async function tarOf(members: Readonly<Record<string, string | ((path: string) => void)>>): Promise<string> {
    const from = place();
    for (const [path, content] of Object.entries(members)) {
      mkdirSync(join(from, path, '..'), { recursive: true });
      if (typeof content === 'string') writeFileSync(join(from, path), content);
      else content(join(from, path));
    }
    const file = join(place(), 'made.tar');
    await create(
      { file, cwd: from, portable: true },
      Object.keys(members).map((path) => `./${path}`),
    );
    return file;
  }
  const manifestOf = (files: Record<string, string>, more: object = {}): string =>
    JSON.stringify({
      format: 1,
      program: '0',
      schema: 1,
      made: at,
      catalogueId: 'a',
      documents: 0,
      passages: 0,
      files: Object.entries(files).map(([path, content]) => ({
        path,
        bytes: Buffer.byteLength(content),
        sha256: sha256(content),
      })),
      ...more,
    } satisfies Partial<Manifest> | object);

  test('a byte changed, an end cut off, no tar at all', async () => {
    const { dataDir } = archive();
    const file = join(place(), 'backup.yanju');
    await backup(dataDir, file);
    const bytes = readFileSync(file);
    const at = bytes.lastIndexOf('原件');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(`${file}.changed`, bytes);
    await damaged(`${file}.changed`);
    truncateSync(file, Math.floor(bytes.length / 2));
    await damaged(file);
    writeFileSync(file, 'not a tar, and longer than a block '.repeat(100));
    await damaged(file);
    writeFileSync(file, '');
    await damaged(file);
  });

  test('members that the manifest does not name, or names otherwise, or that are missing', async () => {
    await damaged(await tarOf({ 'manifest.json': manifestOf({}), 'more.txt': 'x' }));
    await damaged(await tarOf({ 'manifest.json': manifestOf({ 'a.txt': 'longer' }), 'a.txt': 'x' }));
    await damaged(await tarOf({ 'manifest.json': manifestOf({ 'a.txt': 'x' }) }));
    await damaged(await tarOf({ 'a.txt': 'x', 'manifest.json': manifestOf({ 'a.txt': 'x' }) }));
  });

  test('a manifest of another layout, with paths that lead out, or that is none', async () => {
    await damaged(await tarOf({ 'manifest.json': manifestOf({}, { format: 2 }) }));
    await damaged(await tarOf({ 'manifest.json': manifestOf({ '../out.txt': 'x' }) }));
    await damaged(await tarOf({ 'manifest.json': manifestOf({ '/etc/out.txt': 'x' }) }));
    await damaged(await tarOf({ 'manifest.json': '{' }));
  });

  test('links', async () => {
    const link = (path: string): void => symlinkSync('/etc/hostname', path);
    await damaged(await tarOf({ 'manifest.json': manifestOf({ 'a.txt': '' }), 'a.txt': link }));
  });

  test('a catalogue that is no database', async () => {
    await expect(
      restore(
        await tarOf({ 'manifest.json': manifestOf({ 'catalogue.db': 'x' }), 'catalogue.db': 'x' }),
        join(place(), 'new'),
      ),
    ).rejects.toEqual(code('BACKUP_DAMAGED'));
  });
});
