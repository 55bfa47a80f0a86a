// Alive, ready, and how it is: three questions of three askers.
import request from 'supertest';
import { createLogger } from '../../config/logger.js';
import { createApp } from '../../services/api/app.js';
import { exampleHealth } from '../../services/api/endpoints/examples.js';
import { createArchiveFixture } from './archive-fixture.js';
import { testApp } from './support.js';

const broken = () => {
  throw new Error('disk');
};
const get = (app: Parameters<typeof request>[0], path: string) => request(app).get(`/api/health${path}`);

test('it is ready when the archive can be read and what the first question needs is loaded', async () => {
  const { settings } = testApp();
  let isWarm = false;
  const logger = createLogger({ YANJU_LOG_LEVEL: 'silent' }, 'test');
  const app = createApp({ archive: createArchiveFixture(), settings, logger, isWarm: () => isWarm });
  const early = await get(app, '/ready');
  expect(early.body).toMatchObject({ status: 503, code: 'NOT_READY' });
  expect(Number(early.headers['retry-after'])).toBeGreaterThan(0);
  expect((await get(app, '/live')).status).toBe(200);
  isWarm = true;
  expect((await get(app, '/ready')).body).toEqual({ status: 'ready' });
});

test('an archive that cannot be read is alive, not ready, and has no health to tell', async () => {
  const { app } = testApp({}, { archive: { list: broken, health: broken } });
  expect((await get(app, '/live')).status).toBe(200);
  expect((await get(app, '/ready')).body).toMatchObject({ status: 503, code: 'NOT_READY' });
  expect((await get(app, '')).body).toMatchObject({ status: 503, code: 'NOT_READY' });
});

test('without engine or model it is ready all the same: it answers with what is left, and health says what is missing', async () => {
  const health = async () => ({
    ...exampleHealth,
    status: 'degraded' as const,
    degraded: ['engine' as const],
    indexed: null,
  });
  const { app } = testApp({}, { archive: { health } });
  expect((await get(app, '/ready')).status).toBe(200);
  expect((await get(app, '')).body).toMatchObject({
    status: 'degraded',
    degraded: ['engine'],
    operation: { worker: { alive: true } },
  });
});
