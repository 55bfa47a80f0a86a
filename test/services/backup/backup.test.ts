import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { create } from 'tar';
import { backup } from '../../../services/backup/backup.js';
import type { Manifest } from '../../../services/backup/manifest.js';
import { readBackup } from '../../../services/backup/read-backup.js';
import { restore } from '../../../services/backup/restore.js';
import { createExchange } from '../../../services/catalogue/exchange.js';
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

test('what is restored is an archive of its own: no index of the first, no process at work in it', async () => {
  const { dataDir, id } = archive();
  const first = openCatalogue(dataDir);
  first.sync.applied('meilisearch:yanju-x-passages:y', [{ documentId: id, revision: 1 }]);
  first.indexes.complete({ identity: 'meilisearch:yanju-x-passages:y', fingerprint: 'm' });
  first.queue.lease('a worker');
  first.leases.take('reindex', 'a rebuild');
  const file = join(place(), 'backup.yanju');
  await backup(dataDir, file);
  const ids = [first.id];
  for (const name of ['new', 'again']) {
    const target = join(place(), name);
    await restore(file, target);
    const copy = openCatalogue(target);
    ids.push(copy.id);
    expect(copy.sync.behind('meilisearch:yanju-x-passages:y', 10)).toHaveLength(2);
    expect(copy.indexes.get('meilisearch:yanju-x-passages:y')).toBeNull();
    expect(copy.queue.lease('another worker')).toBe(true);
    expect(copy.leases.take('reindex', 'another')).toBe(true);
    copy.close();
  }
  expect(new Set(ids).size).toBe(3);
  first.close();
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

test('while anybody has the archive open, an idle server included, nothing is restored over it', async () => {
  const { dataDir } = archive();
  const file = join(place(), 'backup.yanju');
  await backup(dataDir, file);
  const catalogue = openCatalogue(dataDir);
  const before = readdirSync(dataDir).sort();
  await expect(restore(file, dataDir, { force: true })).rejects.toEqual(code('RESTORE_IN_USE'));
  expect(readdirSync(dataDir).sort()).toEqual(before);
  catalogue.close();
  await restore(file, dataDir, { force: true });
});

test('an archive of an older schema is put aside as it was, and one that is damaged does not stand in the way', async () => {
  const { dataDir } = archive();
  const file = join(place(), 'backup.yanju');
  await backup(dataDir, file);
  const other = archive();
  const db = new Database(join(other.dataDir, 'catalogue.db'));
  db.pragma('user_version = 1'); // opening it would try to bring it up to date, and fail
  db.close();
  const { formerly } = await restore(file, other.dataDir, { force: true });
  const old = new Database(join(formerly ?? '', 'catalogue.db'), { readonly: true });
  expect(old.pragma('user_version', { simple: true })).toBe(1);
  old.close();
  writeFileSync(join(other.dataDir, 'catalogue.db'), 'no database, but long enough to be read as one'.repeat(100));
  await restore(file, other.dataDir, { force: true });
  openCatalogue(other.dataDir).close();
});

describe('a restore that is killed while it exchanges the files', () => {
  const everyName = ['adapters', 'engine.db', 'originals', 'scratch', 'catalogue.db'];
  /** As if a process of that number had begun it. */
  function beganAs(target: string, pid: number): void {
    const name = readdirSync(target).find((one) => one.startsWith('.exchange-')) ?? '';
    renameSync(join(target, name), join(target, name.replace(/@\d+@/, `@${pid}@`)));
  }
  /** As a kill leaves it after so many renames, made by another process. */
  async function killedAfter(renames: number): Promise<string> {
    const { dataDir } = archive();
    const file = join(place(), 'backup.yanju');
    await backup(dataDir, file);
    const target = archive().dataDir;
    mkdirSync(join(target, '.restoring-1'));
    await readBackup(file, join(target, '.restoring-1'));
    const exchange = createExchange(target, '.restoring-1', 'before-restore-1');
    exchange.begin();
    beganAs(target, 999_999_999);
    mkdirSync(join(target, 'before-restore-1'));
    const moves = [
      ...everyName.map((name) => [join(target, name), join(target, 'before-restore-1', name)] as const),
      ...['adapters', 'originals', 'catalogue.db'].map(
        (name) => [join(target, '.restoring-1', name), join(target, name)] as const,
      ),
    ];
    for (const [from, to] of moves.slice(0, renames)) renameSync(from, to);
    return target;
  }

  test.each([0, 1, 3, 5, 6, 7, 8])('after %p renames, whoever opens the archive next finishes it', async (renames) => {
    const target = await killedAfter(renames);
    const catalogue = openCatalogue(target);
    expect(catalogue.documents.counts().documents).toBe(2);
    catalogue.close();
    expect(readdirSync(target).sort()).toEqual(['adapters', 'before-restore-1', 'catalogue.db', 'originals']);
    expect(readdirSync(join(target, 'before-restore-1')).sort()).toEqual([...everyName].sort());
  });

  test('another restore, and a backup, finish it as well', async () => {
    const target = await killedAfter(5);
    const file = join(place(), 'after.yanju');
    expect(await backup(target, file)).toMatchObject({ documents: 2 });
    const again = await killedAfter(4);
    const { formerly } = await restore(file, again, { force: true });
    expect(existsSync(join(formerly ?? '', 'catalogue.db'))).toBe(true);
    expect(readdirSync(again).filter((name) => name.startsWith('before-restore-')).length).toBe(2);
  });

  test('while it is under way in another process, nobody opens the archive', async () => {
    const target = await killedAfter(5);
    beganAs(target, process.ppid);
    expect(() => openCatalogue(target)).toThrow(code('RESTORE_UNDER_WAY'));
    expect(existsSync(join(target, 'catalogue.db'))).toBe(false);
    await expect(restore('any', target, { force: true })).rejects.toEqual(code('RESTORE_UNDER_WAY'));
  });
});

test('what was sent and waits is found in an archive that was restored elsewhere', async () => {
  const { dataDir, original } = archive();
  const sent = join(dataDir, 'uploads', randomUUID(), '0');
  mkdirSync(dirname(sent), { recursive: true });
  writeFileSync(sent, '等候');
  const outside = join(place(), 'originals', 'ab', 'ab'.repeat(32));
  const catalogue = openCatalogue(dataDir);
  const job = { metadata: null, archive: null };
  catalogue.transaction(() =>
    catalogue.queue.add(
      [
        { ...job, file: '等候.txt', root: '', path: sent },
        { ...job, file: '包.zip/原件.txt', root: '/in', path: catalogue.originals.path(original), archive: '包.zip' },
        { ...job, file: '外.txt', root: dirname(outside), path: outside },
      ],
      0,
    ),
  );
  catalogue.close();
  const file = join(place(), 'backup.yanju');
  await backup(dataDir, file);
  rmSync(dataDir, { recursive: true });
  const target = join(place(), 'new');
  await restore(file, target);
  const restored = openCatalogue(target);
  const [upload, member, elsewhere] = restored.queue.open(0, 10);
  expect(readFileSync(upload?.path ?? '', 'utf8')).toBe('等候');
  expect(readFileSync(member?.path ?? '', 'utf8')).toBe('原件');
  expect(elsewhere?.path).toBe(outside); // a path that was given is left as it is
  restored.close();
});

test('an original whose bytes are others than its name says is told, and never takes the place of the original', async () => {
  const { dataDir, original } = archive();
  const path = join('originals', original.slice(0, 2), original);
  writeFileSync(join(dataDir, path), '坏了');
  const file = join(place(), 'backup.yanju');
  const manifest = await backup(dataDir, file);
  expect(manifest).toMatchObject({ damaged: [`${path}.damaged`], missing: 2 });
  const target = join(place(), 'new');
  await restore(file, target);
  expect(existsSync(join(target, path))).toBe(false);
  expect(readFileSync(join(target, `${path}.damaged`), 'utf8')).toBe('坏了');
});

test('what a killed backup left is cleared by the next', async () => {
  const { dataDir } = archive();
  const into = place();
  mkdirSync(join(into, `.yanju-backup-${encodeURIComponent(hostname())}@999999999@x`));
  await backup(dataDir, join(into, 'backup.yanju'));
  expect(readdirSync(into)).toEqual(['backup.yanju']);
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

  test('an original under another name than its content has', async () => {
    const wrong = `originals/ab/${'ab'.repeat(32)}`;
    await damaged(await tarOf({ 'manifest.json': manifestOf({ [wrong]: 'x' }), [wrong]: 'x' }));
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
