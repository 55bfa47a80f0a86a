// What docker-compose.yml says: against the compose schema and dclint's rules, and against what the service is.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { projectRoot } from '../../config/root.js';
import { described, settingsNotKnown } from '../../config/settings.js';
import { endpoints } from '../../services/api/endpoints/all.js';
import { testedVersion } from '../../services/cli/doctor/meilisearch.js';

const path = join(projectRoot, 'docker-compose.yml');
interface Service {
  readonly image?: string;
  readonly build?: unknown;
  readonly user?: string;
  readonly privileged?: boolean;
  readonly read_only?: boolean;
  readonly init?: boolean;
  readonly restart?: string;
  readonly tmpfs?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly logging?: { readonly options?: Readonly<Record<string, string>> };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
interface Compose {
  readonly services: Readonly<Record<'api' | 'meilisearch' | 'worker', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}
/** The linter's own YAML. */
const yaml = createRequire(createRequire(import.meta.url).resolve('dclint'))('yaml') as {
  parse(text: string): unknown;
};
const compose = yaml.parse(readFileSync(path, 'utf8')) as Compose; // the schema is checked below
const { api, meilisearch, worker } = compose.services;
const services = Object.entries(compose.services);
const key = /^\$\{MEILI_API_KEY:\?.*at least 16 bytes\}$/;

/** The package's own types do not resolve. */
interface Linted {
  readonly filePath: string;
  readonly messages: readonly { readonly rule: string; readonly message: string }[];
}
const lint = (file: string): Linted[] =>
  new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] }).lintFiles([file], false) as unknown as Linted[];

test('it fits the compose schema, and the linter has nothing to say', () => {
  const results = lint(path);
  expect(results.map(({ filePath }) => filePath)).toEqual([path]);
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
});

test('the linter does look: a file that does not fit is told', () => {
  const [linted] = lint(join(projectRoot, 'test', 'docker', 'wrong-compose.yml'));
  expect(linted?.messages.map(({ rule }) => rule)).toContain('invalid-schema');
});

describe.each(services)('%s', (name, service) => {
  test('can write nowhere but to its volumes and to what goes with it', () => {
    expect(service.read_only).toBe(true);
    const onTmp = [...(service.tmpfs ?? []), ...(service.volumes ?? []).map((volume) => volume.split(':')[1])];
    expect(onTmp).toContain('/tmp');
    for (const volume of service.volumes ?? []) {
      const [from = '', , mode] = volume.replace(/\$\{[^}]*\}/, './a-folder').split(':');
      if (from.startsWith('.')) expect([volume, mode]).toEqual([volume, 'ro']);
      else expect(Object.keys(compose.volumes)).toContain(from);
    }
  });

  test('has no privileges and can get none', () => {
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.cap_add).toBeUndefined();
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect(service.privileged).toBeUndefined();
    expect(service.user ?? 'as the image says').not.toMatch(/^(?:root|0)(?::|$)/);
  });

  test('is pinned, asked how it is, started again, and its log has an end', () => {
    if (service.image) expect(service.image).toMatch(/:v?\d+\.\d+\.\d+$/);
    else expect(service.build).toBeDefined();
    expect(service.healthcheck?.test[0]).toBe('CMD');
    expect(service.restart).toBe('unless-stopped');
    expect(service.logging?.options).toMatchObject({ 'max-size': expect.any(String), 'max-file': expect.any(String) });
  });

  test('takes secrets from the environment alone', () => {
    for (const [setting, value] of Object.entries(service.environment))
      if (/KEY|TOKEN|SECRET|PASSWORD/.test(setting))
        expect([setting, value]).toEqual([setting, expect.stringMatching(/^\$\{/)]);
  });

  test('sets nothing that does not exist', () => {
    const own = name === 'meilisearch' ? {} : service.environment;
    expect(settingsNotKnown(own)).toEqual([]);
  });
});

test('Meilisearch is of the version that was tested, in production, and wants a key of at least 16 bytes from outside', () => {
  expect(meilisearch.image).toMatch(new RegExp(`^getmeili/meilisearch:v${testedVersion.replace('.', '\\.')}\\.\\d+$`));
  expect(meilisearch.environment).toMatchObject({ MEILI_ENV: 'production', MEILI_NO_ANALYTICS: 'true' });
  for (const given of [
    meilisearch.environment.MEILI_MASTER_KEY,
    api.environment.MEILI_API_KEY,
    worker.environment.MEILI_API_KEY,
  ])
    expect(given).toMatch(key);
  expect(meilisearch.healthcheck?.test.join(' ')).toContain('/health');
  expect(meilisearch.volumes).toContain('meilisearch:/meili_data');
});

test('API and worker are two, on one data folder, and begin when Meilisearch is well', () => {
  for (const service of [api, worker]) {
    expect(service.volumes).toContain('yanju:/data');
    expect(service.environment).toMatchObject({ YANJU_ENGINE: 'meilisearch', MEILI_URL: 'http://meilisearch:7700' });
    expect(service.depends_on).toEqual({ meilisearch: { condition: 'service_healthy' } });
    expect(service.init).toBe(true);
    expect(service.build).toEqual({ context: '.' });
  }
  expect(api.command?.slice(-2)).toEqual(['serve', '--no-worker']);
  expect(worker.command?.at(-1)).toBe('worker');
  expect(worker.healthcheck?.test.slice(-2)).toEqual(['worker', '--check']);
  const asked = /:(\d+)(\/api\/[\w/]+)/.exec(api.healthcheck?.test.join(' ') ?? '');
  expect(asked?.[1]).toBe(described.YANJU_PORT.fallback);
  expect(endpoints.map((endpoint) => endpoint.path)).toContain(asked?.[2]);
});

test('only the API is reached from outside, and by this machine alone; the others have no way out', () => {
  expect(api.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+:3000$/)]);
  for (const service of [meilisearch, worker]) {
    expect(service.ports).toBeUndefined();
    expect(service.networks).toEqual(['inside']);
  }
  expect(compose.networks.inside?.internal).toBe(true);
});
