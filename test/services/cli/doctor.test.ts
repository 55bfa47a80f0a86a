import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { checkMeilisearch } from '../../../services/cli/doctor/meilisearch.js';
import { sayDoctorIn } from '../../../services/domain/messages/doctor.js';
import { temporaryFolder } from '../../support/temporary.js';
import { yanju } from '../../support/yanju.js';

const folder = temporaryFolder();
const place = (): string => {
  const made = mkdtempSync(join(folder, 'data-'));
  chmodSync(made, 0o700);
  return made;
};
interface Told {
  readonly ok: boolean;
  readonly checks: readonly { readonly name: string; readonly level: string; readonly told: string }[];
  readonly files: { readonly failed: number } | null;
}
async function doctor(
  env: Record<string, string>,
): Promise<Told & { status: number | null; level(name: string): string | undefined }> {
  const { stdout, status } = await yanju(['doctor', '--json'], env);
  const told = JSON.parse(stdout) as Told;
  return { ...told, status, level: (name) => told.checks.find((check) => check.name === name)?.level };
}

test('all is there: status 0, as JSON for programs', async () => {
  const { ok, status, checks, files, level } = await doctor({ YANJU_DATA_DIR: place() });
  expect([ok, status]).toEqual([true, 0]);
  expect(checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'node',
      'user',
      'YANJU_DATA_DIR',
      'disk',
      'clock',
      'settings',
      'worker',
      'catalogue',
      'model',
      'embedding',
      'OCR',
    ]),
  );
  for (const name of ['YANJU_DATA_DIR', 'disk', 'clock', 'settings', 'worker', 'model'])
    expect([name, level(name)]).toEqual([name, 'ok']);
  expect(files).toMatchObject({ failed: 0 });
});

test('what is missing is a failure with status 1; what only wants looking after is not', async () => {
  const dataDir = place();
  chmodSync(dataDir, 0o755);
  const catalogue = openCatalogue(dataDir);
  catalogue.transaction(() =>
    catalogue.queue.add([{ file: 'a', root: '', path: '/gone', metadata: null, archive: null }], 0),
  );
  catalogue.close();
  const env = { YANJU_DATA_DIR: dataDir, YANJU_MODEL_DIR: '/nowhere', YANJU_RATE_LIMTI: '1' };
  const { ok, status, level, checks } = await doctor(env);
  expect([ok, status]).toEqual([false, 1]);
  expect([level('model'), level('embedding'), level('worker')]).toEqual(['failed', 'failed', 'failed']);
  expect([level('YANJU_DATA_DIR'), level('settings')]).toEqual(['warning', 'warning']);
  expect(checks.find(({ name }) => name === 'settings')?.told).toContain('YANJU_RATE_LIMIT');
});

test('worker --check says whether one was heard of', async () => {
  const dataDir = place();
  const env = { YANJU_DATA_DIR: dataDir };
  expect((await yanju(['worker', '--check'], env)).status).toBe(1);
  const catalogue = openCatalogue(dataDir);
  catalogue.heartbeat.beat();
  catalogue.close();
  expect((await yanju(['worker', '--check'], env)).status).toBe(0);
});

describe('of the Meilisearch server it tells', () => {
  const say = sayDoctorIn('en');
  const key = 'a key of more than 16 bytes';
  const servers: Server[] = [];
  /** A server that says it is of this version, to whoever has the key. */
  async function meilisearch(version: string, wanted?: string): Promise<string> {
    const server = createServer((request, response) => {
      const isLet = wanted === undefined || request.headers.authorization === `Bearer ${wanted}`;
      response.writeHead(isLet ? 200 : 403).end(JSON.stringify(isLet ? { pkgVersion: version } : {}));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on a host and port
  }
  const stop = (): void => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  };
  afterEach(stop);

  test('its version, where it is the one that was tested', async () => {
    expect(await checkMeilisearch(await meilisearch('1.50.3', key), key, say)).toBe('1.50.3');
  });
  test('another version, and a key that is too short for production', async () => {
    expect(await checkMeilisearch(await meilisearch('1.12.0'), key, say)).toEqual({
      warning: expect.stringContaining('1.50'),
    });
    expect(await checkMeilisearch(await meilisearch('1.50.0'), 'short', say)).toEqual({
      warning: expect.stringContaining('16'),
    });
  });
  test('that it refuses the key, or is not there', async () => {
    await expect(checkMeilisearch(await meilisearch('1.50.0', key), 'another key, as long', say)).rejects.toThrow(
      '403',
    );
    const gone = await meilisearch('1.50.0');
    stop();
    await expect(checkMeilisearch(gone, key, say)).rejects.toThrow('ECONNREFUSED');
  });
});
