// The API's description: complete, consistent in itself, and frozen where clients hold on to it.
import request from 'supertest';
import { z } from 'zod';
import { endpoints } from '../../services/api/endpoints/all.js';
import { statusOf } from '../../services/api/errors.js';
import { describeApi } from '../../services/api/openapi.js';
import { errorCodes } from '../../services/domain/errors.js';
import { statusTitles } from '../../services/domain/messages/api.js';
import { testApp } from './support.js';

const Media = z.record(z.string(), z.looseObject({ schema: z.looseObject({}) }));
const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().min(1),
  tags: z.array(z.string()).length(1),
  parameters: z.array(
    z.union([
      z.strictObject({ $ref: z.string() }),
      z.strictObject({
        name: z.string(),
        in: z.enum(['path', 'query']),
        required: z.boolean(),
        description: z.string().optional(),
        schema: z.looseObject({}),
        example: z.unknown().optional(),
      }),
    ]),
  ),
  requestBody: z.strictObject({ required: z.literal(true), content: Media }).optional(),
  responses: z.record(
    z.string().regex(/^\d{3}$/),
    z.looseObject({ description: z.string().min(1), content: Media.optional() }),
  ),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
});
const Description = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.looseObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(z.string().startsWith('/api/'), z.partialRecord(z.enum(['get', 'post', 'delete']), Operation)),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[A-Z]\w+$/), z.looseObject({})),
    parameters: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.record(z.string(), z.looseObject({})),
  }),
});

const raw = describeApi(endpoints, 'zh');
const description = Description.parse(raw);
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation ?? fail(path) })),
);
function fail(what: string): never {
  throw new Error(what);
}

/** Every value of a key, anywhere in the document. */
function valuesOf(key: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...valuesOf(key, inner)]);
}

it('has the same paths, operations and parameters as ever', () => {
  const outline = operations.map(({ path, method, operation }) => {
    const names = operation.parameters.map((parameter) => ('name' in parameter ? parameter.name : '&lang')).join(' ');
    return `${method} ${path} ${operation.operationId}: ${names} → ${Object.keys(operation.responses).join(' ')}`;
  });
  const filters = 'region year yearFrom yearTo type issuer status';
  expect(outline).toEqual([
    `get /api/search search: ${filters} q mode group families above sort literal page size &lang → 200 400 414 429 431 500 503`,
    'post /api/search searchLong: &lang → 200 400 413 414 429 431 500 503',
    `get /api/wording wording: ${filters} q dateYear ownRegion issuerLevel loose punctuation script numerals with near without withoutIn sort removed page size &lang → 200 400 414 429 431 500 503`,
    'post /api/wording wordingLong: &lang → 200 400 413 414 429 431 500 503',
    `get /api/targets targets: ${filters} q indicator unit forYear forYearFrom forYearTo forRegion perCell page size &lang → 200 400 414 429 431 500 503`,
    `get /api/export/search.csv exportSearchCsv: ${filters} q mode group families above sort literal &lang → 200 400 414 429 431 500 503`,
    `get /api/export/search.docx exportSearchDocx: ${filters} q mode group families above sort literal &lang → 200 400 414 429 431 500 503`,
    `get /api/export/wording.csv exportWordingCsv: ${filters} q dateYear ownRegion issuerLevel loose punctuation script numerals with near without withoutIn sort removed &lang → 200 400 414 429 431 500 503`,
    `get /api/export/wording.docx exportWordingDocx: ${filters} q dateYear ownRegion issuerLevel loose punctuation script numerals with near without withoutIn sort removed &lang → 200 400 414 429 431 500 503`,
    `get /api/export/targets.csv exportTargetsCsv: ${filters} indicator unit forYear forYearFrom forYearTo forRegion &lang → 200 400 414 429 431 500 503`,
    `get /api/export/targets.docx exportTargetsDocx: ${filters} indicator unit forYear forYearFrom forYearTo forRegion &lang → 200 400 414 429 431 500 503`,
    `get /api/export/timeline.csv exportTimelineCsv: ${filters} q dateYear ownRegion issuerLevel loose punctuation script numerals with near without withoutIn by &lang → 200 400 414 429 431 500 503`,
    `get /api/export/variants.csv exportVariantsCsv: ${filters} q dateYear ownRegion issuerLevel alike against &lang → 200 400 414 429 431 500 503`,
    `get /api/export/variants.docx exportVariantsDocx: ${filters} q dateYear ownRegion issuerLevel alike against &lang → 200 400 414 429 431 500 503`,
    `get /api/timeline timeline: ${filters} q dateYear ownRegion issuerLevel loose punctuation script numerals with near without withoutIn by &lang → 200 400 414 429 431 500 503`,
    `get /api/wording/variants variants: ${filters} q dateYear ownRegion issuerLevel alike size &lang → 200 400 414 429 431 500 503`,
    'get /api/suggest suggest: q size kind &lang → 200 400 414 429 431 500 503',
    'get /api/documents listDocuments: page size &lang → 200 400 414 429 431 500 503',
    'post /api/documents uploadDocuments: &lang → 202 400 401 403 413 414 422 429 431 500 503',
    'get /api/documents/{id} getDocument: id &lang → 200 400 404 414 429 431 500 503',
    'delete /api/documents/{id} removeDocument: id &lang → 204 400 401 403 404 414 429 431 500 503',
    'get /api/documents/{id}/text getDocumentText: id version &lang → 200 400 404 414 429 431 500 503',
    'get /api/documents/{id}/original getDocumentOriginal: id version &lang → 200 206 400 404 414 416 429 431 500 503',
    'get /api/documents/{id}/versions getDocumentVersions: id &lang → 200 400 404 414 429 431 500 503',
    'get /api/documents/{id}/elsewhere getSaidElsewhere: id version start end &lang → 200 400 404 414 429 431 500 503',
    'get /api/documents/{id}/family getDocumentFamily: id &lang → 200 400 404 414 429 431 500 503',
    'get /api/documents/{id}/similar getSimilarDocuments: id &lang → 200 400 404 414 429 431 500 503',
    'get /api/documents/{id}/targets getDocumentTargets: id page size &lang → 200 400 404 414 429 431 500 503',
    'get /api/documents/{id}/citation citeDocument: id start end &lang → 200 400 404 414 429 431 500 503',
    'get /api/documents/{id}/counterparts getDocumentCounterparts: id &lang → 200 400 404 414 429 431 500 503',
    'get /api/documents/{id}/citations getDocumentCitations: id &lang → 200 400 404 414 429 431 500 503',
    `get /api/citations citations: ${filters} size &lang → 200 400 414 429 431 500 503`,
    'get /api/compare compareDocuments: a b &lang → 200 400 404 414 429 431 500 503',
    'get /api/transmission compareTransmission: superior local &lang → 200 400 404 414 429 431 500 503',
    'post /api/check checkDraft: region yearFrom yearTo types onlyInForce leaveOut &lang → 200 400 404 413 414 422 429 431 500 503',
    'post /api/export/check.docx exportCheckDocx: region yearFrom yearTo types onlyInForce leaveOut into &lang → 200 400 404 413 414 422 429 431 500 503',
    'get /api/export/documents/{id}/citations.csv exportDocumentCitationsCsv: id &lang → 200 400 404 414 429 431 500 503',
    `get /api/export/citations.csv exportCitationsCsv: ${filters} &lang → 200 400 414 429 431 500 503`,
    'get /api/export/compare.docx exportCompareDocx: a b show &lang → 200 400 404 414 429 431 500 503',
    'get /api/export/transmission.csv exportTransmissionCsv: superior local show &lang → 200 400 404 414 429 431 500 503',
    'get /api/export/transmission.docx exportTransmissionDocx: superior local show &lang → 200 400 404 414 429 431 500 503',
    'get /api/jobs listJobs: limit &lang → 200 400 401 403 414 429 431 500 503',
    'get /api/jobs/{run} getJob: run status page size &lang → 200 400 401 403 404 414 429 431 500 503',
    'get /api/queue getQueue: &lang → 200 400 401 403 414 429 431 500 503',
    'get /api/ledger listLedger: status code name from to sort after size &lang → 200 400 401 403 414 429 431 500 503',
    'get /api/failures listFailures: code page size &lang → 200 400 401 403 414 429 431 500 503',
    'post /api/failures/retry retryFailures: &lang → 202 400 401 403 413 414 429 431 500 503',
    'post /api/feedback giveFeedback: &lang → 204 400 403 404 413 414 429 431 500 503',
    'get /api/judgements listJudgements: page size &lang → 200 400 401 403 414 429 431 500 503',
    'delete /api/judgements deleteJudgements: query all &lang → 204 400 401 403 414 429 431 500 503',
    'get /api/health health: &lang → 200 400 414 429 431 500 503',
    'get /api/health/ready ready: &lang → 200 400 414 429 431 500 503',
    'get /api/health/live live: &lang → 200 400 414 429 431 500 503',
  ]);
});

it('resolves every reference, and uses every schema that it names', () => {
  const references = valuesOf('$ref', raw).map(String);
  const targets = new Set([
    ...Object.keys(description.components.schemas).map((name) => `#/components/schemas/${name}`),
    '#/components/parameters/lang',
  ]);
  expect(references.filter((reference) => !targets.has(reference))).toEqual([]);
  expect([...targets].filter((target) => !references.includes(target))).toEqual([]);
  expect(valuesOf('$schema', raw)).toEqual([]);
  expect(valuesOf('$id', raw)).toEqual([]);
});

it('has unique operation ids, declared tags and security schemes', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const tags = description.tags.map(({ name }) => name);
  for (const { operation } of operations) expect(tags).toContain(operation.tags[0]);
  const secured = operations.filter(({ operation }) => operation.security);
  expect(secured.map(({ operation }) => operation.operationId)).toEqual([
    'uploadDocuments',
    'removeDocument',
    'listJobs',
    'getJob',
    'getQueue',
    'listLedger',
    'listFailures',
    'retryFailures',
    'listJudgements',
    'deleteJudgements',
  ]);
  for (const scheme of secured.flatMap(({ operation }) => operation.security ?? []).flatMap(Object.keys)) {
    expect(description.components.securitySchemes).toHaveProperty(scheme);
  }
});

it('names each path parameter in its path, as required', () => {
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const given = operation.parameters.flatMap((parameter) =>
      'name' in parameter && parameter.in === 'path' && parameter.required ? [parameter.name] : [],
    );
    expect(given).toEqual(named);
  }
});

it('describes failures by one schema, and answers with examples', () => {
  for (const { operation } of operations) {
    for (const [status, response] of Object.entries(operation.responses)) {
      if (Number(status) >= 400) {
        const { schema } = response.content?.['application/problem+json'] ?? fail(status);
        expect(schema).toEqual({ $ref: '#/components/schemas/Problem' });
      } else if (response.content?.['application/json']) {
        expect(response.content['application/json']).toHaveProperty('example');
      }
    }
  }
});

it('shuts unknown fields out of requests', () => {
  for (const name of ['SearchRequest', 'WordingRequest']) {
    expect(description.components.schemas[name]).toMatchObject({ additionalProperties: false, required: ['q'] });
  }
});

it('gives every code a status with a title; only failures of our own are 500', () => {
  expect(errorCodes.filter((code) => !statusTitles[statusOf(code)])).toEqual([]);
  expect(errorCodes.filter((code) => statusOf(code) === 500)).toEqual([
    'PATH_NOT_FOUND',
    'INTERNAL',
    'ADAPTER_MISSING',
    'ADAPTER_INVALID',
    'ADAPTER_UNFIT',
    'ADAPTER_NO_EARLIER',
    'TOO_FEW_EXAMPLES',
    'SETTING_INVALID',
  ]);
});

it('is served in both languages, and may be kept for a while', async () => {
  const { app } = testApp();
  const zh = await request(app).get('/api/openapi.json');
  const en = await request(app).get('/api/openapi.json?lang=en');
  expect(zh.body).toEqual(JSON.parse(JSON.stringify(raw)));
  expect(zh.body.info.title).toBe('言据 API');
  expect(en.body.info.title).toBe('Yanju API');
  expect(zh.headers['cache-control']).toBe('public, max-age=300');
  expect(zh.headers.etag).toMatch(/^W\//);
  expect(
    (
      await request(app)
        .get('/api/openapi.json')
        .set('If-None-Match', zh.headers.etag ?? '')
    ).status,
  ).toBe(304);
});
