// npm run bench:fuzz -- DATA_DIR [--requests 20000] [--seed 1] [--clients 8]
// Asks a server on a copy of DATA_DIR what its own OpenAPI description allows, and what it nearly allows: each value by its
// schema, half of them spoiled. No answer may be 500 or above, and each failure must be a problem document.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createLogger } from '../config/logger.js';
import { Problem } from '../services/api/errors.js';
import { startServer } from '../services/api/server.js';
import { argument, benchSettings } from './settings.js';

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
}
interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: Schema;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface Ask {
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  readonly body?: string;
}

const dataDir = process.argv[2];
if (!dataDir || dataDir.startsWith('--'))
  throw new Error('bench:fuzz DATA_DIR [--requests 20000] [--seed 1] [--clients 8]');
const wanted = Number(argument('requests', '20000'));
const seed = Number(argument('seed', '1'));
const clients = Number(argument('clients', '8'));
const token = 'a-token-for-the-fuzzed-server';

const words = [
  '教育',
  '课后服务',
  '《义务教育法》',
  '毛入园率',
  '学校应当',
  '"',
  '%',
  '\0',
  '\u202e',
  '*',
  "' OR 1=1 --",
  '__proto__',
  '-1',
  '1e400',
  '',
];
const text = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** A value as the schema says. */
function fitting(schema: Schema, all: Description['components']['schemas']): fc.Arbitrary<unknown> {
  if (schema.$ref) return fitting(all[schema.$ref.split('/').at(-1) ?? ''] ?? {}, all);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, all)));
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (type === 'integer' || type === 'number') {
    return fc.integer({ min: Math.max(-1e6, schema.minimum ?? 0), max: Math.min(1e6, schema.maximum ?? 3000) });
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'array') return fc.array(fitting(schema.items ?? {}, all), { maxLength: 4 });
  if (type === 'object') {
    const properties = Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, of]) => [name, fitting(of, all)]),
    );
    return fc.record(properties, {
      requiredKeys: (schema.required ?? []).filter((name) => name in properties),
      noNullPrototype: true,
    });
  }
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...words.slice(0, 5)) }, text);
}
const spoiled = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('x'.repeat(5000), 1e308, -1, null, [], {}),
);
const either = (schema: Schema, all: Description['components']['schemas']): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 3, arbitrary: fitting(schema, all) }, { weight: 1, arbitrary: spoiled });
const asText = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\p{Cs}/gu, '');

function askOf(
  path: string,
  method: string,
  { parameters = [], requestBody }: Operation,
  all: Description['components']['schemas'],
  ids: readonly string[],
): fc.Arbitrary<Ask> {
  const ofPath = parameters
    .filter((one) => one.in === 'path')
    .map(({ name, schema }) =>
      fc
        .oneof(
          { weight: 4, arbitrary: name === 'id' ? fc.constantFrom(...ids) : fitting(schema, all) },
          { weight: 1, arbitrary: text },
        )
        .map((value) => [name, asText(value)] as const),
    );
  const ofQuery = parameters
    .filter((one) => one.in === 'query')
    .map(({ name, schema, required }) =>
      fc
        .option(
          name === 'a' || name === 'b' || name === 'id' ? fc.oneof(fc.constantFrom(...ids), text) : either(schema, all),
          { nil: undefined, freq: required ? 20 : 2 },
        )
        .map((value) => (value === undefined ? '' : `${name}=${encodeURIComponent(asText(value))}`)),
    );
  const json = requestBody?.content['application/json']?.schema;
  const form = requestBody && Object.keys(requestBody.content).some((type) => type.startsWith('multipart/'));
  const bodies: fc.Arbitrary<Pick<Ask, 'type' | 'body'>>[] = [
    ...(json
      ? [either(json, all).map((value) => ({ type: 'application/json', body: JSON.stringify(value) ?? '' }))]
      : []),
    ...(json || form ? [text.map((body) => ({ type: 'application/json', body }))] : []),
    ...(form
      ? [
          fc.tuple(text, text).map(([name, content]) => ({
            type: 'multipart/form-data; boundary=b',
            body: `--b\r\nContent-Disposition: form-data; name="${path.includes('check') ? 'file' : 'files'}"; filename="${name}.txt"\r\n\r\n${content}\r\n--b--\r\n`,
          })),
        ]
      : []),
  ];
  return fc
    .tuple(fc.tuple(...ofPath), fc.tuple(...ofQuery), bodies.length ? fc.oneof(...bodies) : fc.constant({}))
    .map(([inPath, query, body]) => ({
      method: method.toUpperCase(),
      path: `${inPath.reduce((filled, [name, value]) => filled.replace(`{${name}}`, encodeURIComponent(value)), path)}?${query.filter(Boolean).join('&')}`,
      ...body,
    }));
}

const folder = mkdtempSync(join(tmpdir(), 'yanju-bench-fuzz-'));
cpSync(dataDir, folder, { recursive: true });
const { settings: given } = benchSettings(folder);
const settings = { ...given, YANJU_PORT: 0, YANJU_RATE_LIMIT: 0, YANJU_ADMIN_TOKEN: token };
const server = await startServer(settings, createLogger({ ...settings, YANJU_LOG_LEVEL: 'fatal' }, 'fuzz'), {
  worker: false,
});
try {
  const get = async (path: string): Promise<unknown> => (await fetch(server.url + path)).json();
  const { paths, components } = (await get('/api/openapi.json')) as Description;
  const { documents } = (await get('/api/documents?size=50')) as { documents: { id: string }[] };
  const ids = documents.map(({ id }) => id);
  // What takes documents away would leave nothing to ask for: it is asked for documents that there are not.
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => ['get', 'post', 'delete'].includes(method))
      .map(([method, operation]) =>
        askOf(path, method, operation, components.schemas, method === 'delete' ? ['gone'] : ids),
      ),
  );
  const asks = fc.sample(fc.oneof(...operations), { numRuns: wanted, seed });
  const statuses = new Map<number, number>();
  const bad: string[] = [];
  const started = performance.now();
  let [at, slowest] = [0, 0];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let ask = asks[at++]; ask; ask = asks[at++]) {
        const from = performance.now();
        const headers = { Authorization: `Bearer ${token}`, ...(ask.type && { 'Content-Type': ask.type }) };
        const answer = await fetch(server.url + ask.path, {
          method: ask.method,
          headers,
          ...(ask.body !== undefined && { body: ask.body }),
          redirect: 'manual',
        });
        const content = await answer.text();
        slowest = Math.max(slowest, performance.now() - from);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status >= 500 || (answer.status >= 400 && !isProblem(content)))
          bad.push(
            `${answer.status} ${ask.method} ${ask.path.slice(0, 300)} ${ask.body?.slice(0, 200) ?? ''} → ${content.slice(0, 300)}`,
          );
      }
    }),
  );
  const told = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  console.log(
    `${asks.length} requests to ${operations.length} operations, seed ${seed}, ${((performance.now() - started) / 1000).toFixed(0)} s, slowest ${(slowest / 1000).toFixed(1)} s; ${told.join(', ')}`,
  );
  console.log(`answers ≥ 500, or failures that are no problem document: ${bad.length}`);
  for (const line of bad.slice(0, 20)) console.log(`  ${line}`);
  if (bad.length > 0) process.exitCode = 1;
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

function isProblem(content: string): boolean {
  try {
    return Problem.safeParse(JSON.parse(content)).success;
  } catch {
    return content === ''; // HEAD and the like
  }
}
