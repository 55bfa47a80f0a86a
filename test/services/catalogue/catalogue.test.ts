import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { migrations } from '../../../services/catalogue/schema.js';
import { documentIdOf } from '../../../services/catalogue/store.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const folder = temporaryFolder();
let count = 0;
const fresh = () => openCatalogue(join(folder, String(count++)));
const at = '2026-01-01T00:00:00.000Z';

describe('documents', () => {
  test('the id comes from the path and stays through a changed file; the old text is kept', () => {
    const catalogue = fresh();
    const first = catalogue.transaction(() => catalogue.store.put(versionOf('通知/a.txt', '第一版'), at));
    const second = catalogue.transaction(() => catalogue.store.put(versionOf('通知/a.txt', '第二版'), at));
    expect(first).toBe(documentIdOf('通知/a.txt'));
    expect(second).toBe(first);
    expect(catalogue.documents.detail(first)).toMatchObject({ version: 2, passages: 1, characters: 3 });
    expect(catalogue.documents.text(first).text).toBe('第二版');
    const db = new Database(join(catalogue.dataDir, 'catalogue.db'), { readonly: true });
    expect(db.prepare('SELECT text FROM versions ORDER BY version').pluck().all()).toEqual(['第一版', '第二版']);
    db.close();
    catalogue.close();
  });

  test('passage ids are never used again', () => {
    const catalogue = fresh();
    const put = () => catalogue.transaction(() => catalogue.store.put(versionOf('a.txt', '一\n二'), at));
    const before = catalogue.documents.passages(put()).map(({ id }) => id);
    const after = catalogue.documents.passages(put()).map(({ id }) => id);
    expect(Math.min(...after)).toBeGreaterThan(Math.max(...before));
    catalogue.close();
  });

  test('a passage is the slice of the stored text that its offsets say', () => {
    const catalogue = fresh();
    const text = '临江市教育局\n关于𠮷祥小学的通知';
    const id = catalogue.transaction(() => catalogue.store.put(versionOf('a.txt', text), at));
    for (const passage of catalogue.documents.passages(id))
      expect(text.slice(passage.start, passage.end)).toBe(passage.text);
    catalogue.close();
  });

  test('a removed document is marked, not deleted, and comes back when its file does', () => {
    const catalogue = fresh();
    const put = () => catalogue.transaction(() => catalogue.store.put(versionOf('a.txt', '甲'), at));
    const id = put();
    catalogue.transaction(() => catalogue.store.markRemoved(id, at));
    expect(catalogue.documents.detail(id).removed).toBe(true);
    expect(catalogue.documents.list(10, 0)).toEqual([]);
    put();
    expect(catalogue.documents.detail(id).removed).toBe(false);
    catalogue.close();
  });

  test('the same text under another path is found as the same', () => {
    const catalogue = fresh();
    const version = versionOf('a.txt', '甲 乙');
    const id = catalogue.transaction(() => catalogue.store.put(version, at));
    const other = versionOf('b.txt', '甲乙');
    expect(catalogue.store.sameAs('b.txt', other.contentHash, other.textHash)).toBe(id);
    expect(catalogue.store.sameAs('a.txt', version.contentHash, version.textHash)).toBeNull();
    catalogue.close();
  });
});

describe('metadata', () => {
  test('comes back as it was stored, the level of a law among it, and is cleared by the next version', () => {
    const catalogue = fresh();
    const stored = versionOf('a.txt', '甲', { type: '条例', level: '行政法规', statusBasis: '2022年修正' });
    const id = catalogue.transaction(() => catalogue.store.put(stored, at));
    expect(catalogue.documents.metadata(id)).toEqual(stored.metadata);
    expect(catalogue.documents.detail(id).level).toBe('行政法规');
    catalogue.transaction(() => catalogue.store.put(versionOf('a.txt', '乙'), at));
    expect(catalogue.documents.detail(id).level).toBeNull();
    catalogue.close();
  });
});

describe('what an engine lacks', () => {
  test('follows every change, by the index’s identity', () => {
    const catalogue = fresh();
    const id = catalogue.transaction(() => catalogue.store.put(versionOf('a.txt', '甲'), at));
    const behind = (identity: string) => catalogue.sync.behind(identity, 10).map(({ documentId }) => documentId);
    expect(behind('x')).toEqual([id]);
    catalogue.sync.applied('x', catalogue.sync.behind('x', 10));
    expect(behind('x')).toEqual([]);
    expect(behind('y')).toEqual([id]);
    catalogue.transaction(() => catalogue.store.markRemoved(id, at));
    expect(catalogue.sync.behind('x', 10)).toMatchObject([{ documentId: id, removed: true }]);
    expect(behind('y')).toEqual([]); // a removed document need not be taken out of an index that never held it
    catalogue.close();
  });
});

describe('the queue', () => {
  const job = (file: string) => ({ file, root: '', path: `/${file}`, metadata: null, archive: null });

  test('gives jobs in order, each until it is finished, and closes a run when all are', () => {
    const catalogue = fresh();
    const run = catalogue.queue.add([job('a'), job('b')], 0);
    const [a, b] = catalogue.queue.open(0, 10);
    catalogue.queue.finish(a!.id, { file: 'a', status: 'indexed', ms: 1, passages: 3 });
    expect(catalogue.queue.open(0, 10).map(({ file }) => file)).toEqual(['b']);
    catalogue.queue.closeRuns();
    expect(catalogue.queue.summary(run)).toBeNull();
    catalogue.queue.finish(b!.id, { file: 'b', status: 'failed', code: 'EMPTY_FILE', ms: 1 });
    catalogue.queue.closeRuns();
    expect(catalogue.queue.summary(run)).toMatchObject({
      files: 2,
      indexed: 1,
      failed: 1,
      duplicate: 0,
      unchanged: 0,
      passages: 3,
    });
    catalogue.close();
  });

  test('lets one owner work at a time, and another when its process has gone', () => {
    const catalogue = fresh();
    expect(catalogue.queue.lease('one')).toBe(true);
    expect(catalogue.queue.lease('one')).toBe(true);
    expect(catalogue.queue.lease('two')).toBe(false);
    const db = new Database(join(catalogue.dataDir, 'catalogue.db'));
    db.prepare('UPDATE lease SET pid = 999999999').run();
    db.close();
    expect(catalogue.queue.lease('two')).toBe(true);
    catalogue.queue.release('two');
    expect(catalogue.queue.lease('one')).toBe(true);
    catalogue.close();
  });
});

test('a vector is kept by text and model, exactly', () => {
  const catalogue = fresh();
  const vector = Float32Array.from([0.25, -0.5, 1e-7]);
  catalogue.vectors.put('model', 'hash', vector);
  expect(catalogue.vectors.get('model', 'hash')).toEqual(vector);
  expect(catalogue.vectors.get('other', 'hash')).toBeNull();
  expect(catalogue.vectors.missing('model', ['hash', 'new', 'new'])).toEqual(['new']);
  catalogue.close();
});

test('a catalogue of a newer version is refused', () => {
  const catalogue = fresh();
  const { dataDir } = catalogue;
  catalogue.close();
  const db = new Database(join(dataDir, 'catalogue.db'));
  db.pragma('user_version = 99');
  db.close();
  expect(() => openCatalogue(dataDir)).toThrow(expect.objectContaining({ code: 'CATALOGUE_NEWER' }));
});

test('windows are embedded and indexed beside their passage, and go with it', () => {
  const catalogue = openCatalogue(join(folder, 'windows'));
  const version = versionOf('长.txt', '第一条 内容。');
  const [passage] = version.passages;
  const windows = ['前', '后'].map((text) => ({ start: 0, end: 3, embedText: text, embedHash: `hash of ${text}` }));
  const id = catalogue.store.put({ ...version, passages: [{ ...passage!, windows }] }, 'now');
  const hashes = [passage!.embedHash, 'hash of 前', 'hash of 后'];
  expect(catalogue.sync.passages(id)[0]?.embedHashes).toEqual(hashes);
  expect(
    catalogue.vectors
      .textsWithout('model', -1)
      .map(({ hash }) => hash)
      .sort(),
  ).toEqual([...hashes].sort());
  for (const hash of hashes) catalogue.vectors.put('model', hash, Float32Array.of(1, 0));
  expect(catalogue.vectors.textsWithout('model', -1)).toEqual([]);
  catalogue.store.put(version, 'later');
  expect(catalogue.sync.passages(id)[0]?.embedHashes).toEqual([passage!.embedHash]);
  catalogue.close();
});

test('a catalogue of an older schema is copied before it is brought up to date; the latest copy is kept', () => {
  const dataDir = join(folder, 'older');
  mkdirSync(dataDir);
  const older = new Database(join(dataDir, 'catalogue.db'));
  const have = migrations.length - 1;
  for (const migration of migrations.slice(0, have)) older.exec(migration);
  older.pragma(`user_version = ${have}`);
  older.exec("INSERT INTO meta (key, value) VALUES ('id', 'as it was')");
  older.close();
  writeFileSync(join(dataDir, 'catalogue.before-schema-1.db'), 'of an earlier change');
  const catalogue = openCatalogue(dataDir);
  expect(catalogue.id).toBe('as it was');
  catalogue.close();
  openCatalogue(dataDir).close();
  const copies = readdirSync(dataDir).filter((name) => name.includes('before'));
  expect(copies).toEqual([`catalogue.before-schema-${migrations.length}.db`]);
  const copy = new Database(join(dataDir, copies[0] ?? ''), { readonly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(have);
  expect(copy.prepare("SELECT value FROM meta WHERE key = 'id'").pluck().get()).toBe('as it was');
  copy.close();
});
