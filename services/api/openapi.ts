// The OpenAPI 3.1 document, made from the endpoints and the domain's schemas; nothing in it is written twice.
import { z } from 'zod';
import { version } from '../../config/root.js';
import * as archive from '../domain/archive.js';
import * as documents from '../domain/document.js';
import type { ErrorCode } from '../domain/errors.js';
import { LedgerLine, LedgerSummary } from '../domain/ledger.js';
import { apiMessages } from '../domain/messages/api.js';
import { errorMessages } from '../domain/messages/errors.js';
import type { Language } from '../domain/messages/language.js';
import { Passage } from '../domain/passage.js';
import { Place } from '../domain/place.js';
import * as queries from '../domain/query.js';
import * as results from '../domain/result.js';
import * as targets from '../domain/target-table.js';
import { CommonQuery } from './bind.js';
import type { Endpoint } from './endpoint.js';
import { Problem, statusOf } from './errors.js';

type Json = Record<string, unknown>;

/** Schemas that are named in the document; all others stand where they are used. */
const named = {
  DocumentSummary: documents.DocumentSummary,
  DocumentDetail: documents.DocumentDetail,
  DocumentText: documents.DocumentText,
  RemovedPart: documents.RemovedPart,
  OutlineEntry: documents.OutlineEntry,
  Status: documents.Status,
  DocumentList: archive.DocumentList,
  Health: archive.Health,
  Run: archive.Run,
  LedgerLine,
  LedgerSummary,
  Passage,
  Place,
  Facets: results.Facets,
  FacetValue: results.FacetValue,
  Highlight: results.Highlight,
  Hit: results.Hit,
  SearchResponse: results.SearchResponse,
  Occurrence: results.Occurrence,
  WordingResponse: results.WordingResponse,
  StatedTarget: targets.StatedTarget,
  TargetTable: targets.TargetTable,
  TargetsResponse: targets.TargetsResponse,
  Problem,
};
const requests = { SearchRequest: queries.SearchRequest, WordingRequest: queries.WordingRequest };

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => refTo(id).$ref });
  return {
    ...Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)])),
    ...Object.fromEntries(Object.entries(requests).map(([id, schema]) => [id, inputSchema(schema)])),
  };
}

/** Without the words that only a document of its own has. */
const bare = (schema: object): Json =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
const inputSchema = (schema: z.ZodObject): Json => bare(z.toJSONSchema(schema.strict(), { io: 'input' }));

const nameOf = (schema: z.ZodType): string | undefined =>
  Object.entries({ ...named, ...requests }).find(([, known]) => known === schema)?.[0];

function answerSchema(schema: z.ZodType): Json {
  const name = nameOf(schema);
  if (name) return refTo(name);
  const registry = z.registry<{ id: string }>();
  for (const [id, known] of Object.entries(named)) registry.add(known, { id });
  registry.add(schema, { id: 'here' });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => refTo(id).$ref });
  return bare(schemas.here ?? {});
}

const Properties = z.object({
  properties: z.record(z.string(), z.looseObject({ description: z.string().optional() })),
  required: z.array(z.string()).default([]),
});

function parameters(schema: z.ZodObject, place: 'path' | 'query', example: Json = {}): Json[] {
  const { properties, required } = Properties.parse(inputSchema(schema));
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description && { description }),
    schema: property,
    ...(name in example && { example: example[name] }),
  }));
}

/** What any request may meet. */
const everywhere: readonly ErrorCode[] = [
  'INVALID_REQUEST',
  'URI_TOO_LONG',
  'HEADERS_TOO_LARGE',
  'RATE_LIMITED',
  'REQUEST_TIMEOUT',
  'INTERNAL',
];
const ofAdmin: readonly ErrorCode[] = ['UNAUTHORIZED', 'TOKEN_LIMITED', 'CHANGES_DISABLED'];

function failures(endpoint: Endpoint, language: Language): Json {
  const codes = new Set([...endpoint.errors, ...(endpoint.access === 'admin' ? ofAdmin : []), ...everywhere]);
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  const { retryAfter } = apiMessages;
  return Object.fromEntries(
    [...byStatus].map(([status, here]) => [
      String(status),
      {
        description: here.map((code) => `\`${code}\` ${errorMessages[code][language]}`).join('\n\n'),
        ...((status === 429 || status === 503) && {
          headers: { 'Retry-After': { description: retryAfter[language], schema: { type: 'integer' } } },
        }),
        content: { 'application/problem+json': { schema: refTo('Problem') } },
      },
    ]),
  );
}

function success({ response }: Endpoint, language: Language): Json {
  const headers = { 'X-Request-Id': { description: apiMessages.requestId[language], schema: { type: 'string' } } };
  if (response.kind === 'json') {
    const { schema, example } = response;
    const content = { 'application/json': { schema: answerSchema(schema), example } };
    return { [response.status]: { description: response.status === 202 ? '202 Accepted' : 'OK', headers, content } };
  }
  const description = response.description[language];
  if (response.kind === 'empty') return { [response.status]: { description, headers } };
  const file = {
    description,
    headers: {
      ...headers,
      'Content-Disposition': { description: apiMessages.attachment[language], schema: { type: 'string' } },
    },
    content: {
      [response.kind === 'download' ? response.type : 'application/octet-stream']: {
        schema: { type: 'string', format: 'binary' },
      },
    },
  };
  if (response.kind === 'download') return { 200: file };
  return { 200: file, 206: file };
}

function requestBody({ request }: Endpoint, language: Language): Json {
  const { body, files, form, example } = request;
  if (body) {
    const name = nameOf(body);
    const schema = name ? refTo(name) : inputSchema(body);
    const content = {
      'application/json': { schema, example: example.body },
      ...(files && multipart(files, form, language)),
    };
    return { requestBody: { required: true, content } };
  }
  return files ? { requestBody: { required: true, content: multipart(files, form, language) } } : {};
}

function multipart(files: string | readonly string[], form: z.ZodObject | undefined, language: Language): Json {
  const names = [files].flat();
  const list = {
    type: 'array',
    minItems: 1,
    description: apiMessages.files[language],
    items: { type: 'string', format: 'binary' },
  };
  const properties = {
    ...Object.fromEntries(names.map((name) => [name, list])),
    ...(form && Properties.parse(inputSchema(form)).properties),
  };
  const schema = { type: 'object', properties, ...(!form && { required: names }), additionalProperties: false };
  return { 'multipart/form-data': { schema } };
}

function operation(endpoint: Endpoint, language: Language): Json {
  const { params, query, example } = endpoint.request;
  return {
    operationId: endpoint.id,
    tags: [apiMessages.tags[endpoint.tag][language]],
    summary: endpoint.summary[language],
    parameters: [
      ...(params ? parameters(params, 'path', { ...example.params }) : []),
      ...(query ? parameters(query, 'query', { ...example.query }) : []),
      { $ref: '#/components/parameters/lang' },
    ],
    ...requestBody(endpoint, language),
    responses: { ...success(endpoint, language), ...failures(endpoint, language) },
    ...(endpoint.access === 'admin' && { security: [{ adminToken: [] }] }),
  };
}

/** The document in one language; field descriptions of the domain are in both. */
export function describeApi(endpoints: readonly Endpoint[], language: Language): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint, language) };
  }
  const lang = parameters(CommonQuery, 'query')[0];
  return {
    openapi: '3.1.0',
    info: {
      title: apiMessages.title[language],
      version,
      description: apiMessages.description[language],
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.values(apiMessages.tags).map((tag) => ({ name: tag[language] })),
    paths,
    components: {
      schemas: componentSchemas(),
      parameters: { lang: { ...lang, description: apiMessages.language[language] } },
      securitySchemes: { adminToken: { type: 'http', scheme: 'bearer', description: apiMessages.bearer[language] } },
    },
  };
}
