// GET /api/targets over an archive whose targets were read: the list, the table, its errors, and hostile names.
import request from 'supertest';
import { Problem } from '../../services/api/errors.js';
import { DocumentTargets, TargetsResponse } from '../../services/domain/target-table.js';
import { type Desk, idOf, targetsDesk } from '../support/targets-desk.js';
import { temporaryFolder } from '../support/temporary.js';
import { testApp } from './support.js';

const folder = temporaryFolder();
let desk: Desk;
let app: ReturnType<typeof testApp>['app'];
beforeAll(async () => {
  desk = await targetsDesk(folder);
  app = testApp({}, { archive: desk.archive }).app;
});
afterAll(() => desk.catalogue.close());
const ask = (query: Record<string, string>) => request(app).get('/api/targets').query(query);

test('without an indicator it lists them, in pages', async () => {
  const { status, body } = await ask({ size: '1', page: '2' });
  expect(status).toBe(200);
  const { indicators, total, table } = TargetsResponse.strict().parse(body);
  expect(total).toBeGreaterThan(1);
  expect(indicators).toHaveLength(1);
  expect(table).toBeNull();
});

test('with one it gives the table, each value with sentence and document', async () => {
  const { body } = await ask({ indicator: '学前三年毛入园率', forYear: '2025', forRegion: '望湖区' });
  const stated = TargetsResponse.parse(body).table?.series[0]?.rows[0]?.cells[0]?.stated[0];
  expect(stated).toMatchObject({
    value: 97,
    unit: '%',
    year: 2025,
    region: '临澜市望湖区',
    words: '达到97%',
    sentence: { text: '到2025年，学前三年毛入园率达到97%。' },
    document: { file: '望湖区通知.txt', title: '望湖区关于招生的通知', date: '2025-03-01', issuer: '望湖区教育局' },
  });
});

test.each([
  [{ forRegion: '乌有市' }, 'REGION_UNKNOWN', undefined],
  [{ status: '有效' }, 'STATUS_UNKNOWN', undefined],
  [{ forYear: '25' }, 'INVALID_REQUEST', 'forYear'],
  [{ forYearFrom: '2025', forYearTo: '2020' }, 'INVALID_REQUEST', 'forYearFrom'],
  [{ yearFrom: '2025', yearTo: '2020' }, 'INVALID_REQUEST', 'yearFrom'],
  [{ perCell: '501' }, 'INVALID_REQUEST', 'perCell'],
  [{ size: '101' }, 'INVALID_REQUEST', 'size'],
  [{ indicator: '率'.repeat(201) }, 'INVALID_REQUEST', 'indicator'],
  [{ indicator: ' ' }, 'INVALID_REQUEST', 'indicator'],
])('%j is refused with %s', async (query, code, field) => {
  const { status, body } = await ask(query);
  expect(status).toBe(400);
  const problem = Problem.strict().parse(body);
  expect(problem.code).toBe(code);
  if (field) expect(problem.errors?.[0]?.field).toBe(field);
});

test.each([
  "' OR 1=1 --",
  '%',
  '"; DROP TABLE targets; --',
  '<script>alert(1)</script>',
  '__proto__',
  '../../etc/passwd',
  '*',
])('an indicator called %s is none, and does no harm', async (indicator) => {
  const { status, body } = await ask({ indicator });
  expect(status).toBe(200);
  expect(TargetsResponse.parse(body)).toMatchObject({ named: null, table: null, total: 0 });
  expect((await ask({})).body.total).toBeGreaterThan(0);
});

test('one document’s targets come in pages', async () => {
  const { body } = await request(app)
    .get(`/api/documents/${idOf('要点2024.txt')}/targets`)
    .query({ size: '1', page: '2' });
  const { total, targets } = DocumentTargets.strict().parse(body);
  expect(total).toBe(2);
  expect(targets.map(({ value }) => value)).toEqual([93.6]);
});
