// What the Dockerfile says, read by a parser: there is no Docker where the tests run. Each step was tried by hand (docs/operate.md).
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { projectRoot } from '../../config/root.js';
import { described } from '../../config/settings.js';
import { endpoints } from '../../services/api/endpoints/all.js';

const dockerfile = DockerfileParser.parse(readFileSync(join(projectRoot, 'Dockerfile'), 'utf8'));
const instructions = dockerfile.getInstructions();
const words = (one: Instruction): string[] => one.getArguments().map((argument) => argument.getValue());
const stages = instructions
  .flatMap((one, at) => (one.getKeyword() === 'FROM' ? [at] : []))
  .map((from, i, all) => instructions.slice(from, all[i + 1]));
const final = stages.at(-1) ?? [];
const of = (keyword: string): Instruction[] => final.filter((one) => one.getKeyword() === keyword);

interface Copy {
  readonly sources: readonly string[];
  readonly from: string | null;
}
const copiesIn = (stage: readonly Instruction[]): Copy[] =>
  stage
    .filter((one) => one.getKeyword() === 'COPY')
    .map((one) => {
      const [, from] = /--from=(\S+)/.exec(one.toString()) ?? [];
      return { sources: words(one).slice(0, -1), from: from ?? null };
    });
const ignored = readFileSync(join(projectRoot, '.dockerignore'), 'utf8').split('\n').filter(Boolean);

test('two stages of one image, whose version is pinned to the last digit', () => {
  expect(stages.length).toBe(2);
  const [argument] = instructions;
  expect(words(argument!)).toEqual([expect.stringMatching(/^NODE_IMAGE=node:\d+\.\d+\.\d+-bookworm-slim$/)]);
  for (const stage of stages) expect(words(stage[0]!)[0]).toMatch(/^\$\{NODE_IMAGE\}$/);
});

test('it runs as a user without privileges, who is set after the last step that writes', () => {
  expect(of('USER').map(words)).toEqual([['node']]);
  const user = final.findIndex((one) => one.getKeyword() === 'USER');
  expect(final.slice(user).filter((one) => ['RUN', 'COPY', 'ADD'].includes(one.getKeyword()))).toEqual([]);
});

test('nothing that is copied is given to that user: only the data folder can be written', () => {
  for (const one of final) {
    if (one.getKeyword() === 'COPY') expect(one.toString()).not.toMatch(/--chown|--chmod/);
    if (one.getKeyword() === 'RUN')
      expect(one.getArgumentsContent()).toMatch(/^mkdir \/data && chown node:node \/data && chmod 750 \/data$/);
  }
  expect(of('VOLUME').map(words)).toEqual([['/data']]);
  expect(of('ENV').flatMap(words)).toContain('YANJU_DATA_DIR=/data');
});

test('what is copied is there, and is not kept out of the build', () => {
  const fromTree = stages.flatMap(copiesIn).filter(({ from }) => from === null);
  expect(fromTree.length).toBeGreaterThan(8);
  for (const source of fromTree.flatMap(({ sources }) => sources)) {
    expect([source, existsSync(join(projectRoot, source))]).toEqual([source, true]);
    expect(ignored).not.toContain(source.split('/')[0]);
  }
});

test('the build has all that it compiles, and what benchmarks take from the tests', () => {
  const { include } = JSON.parse(readFileSync(join(projectRoot, 'tsconfig.build.json'), 'utf8')) as {
    include: string[];
  };
  const copied = copiesIn(stages[0] ?? []).flatMap(({ sources }) => sources);
  expect(copied).toEqual(expect.arrayContaining([...include, 'test', 'tsconfig.json', 'tsconfig.build.json']));
});

/** Paths below the project that the program reads while it runs, as the sources write them. */
function readWhileRunning(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return readWhileRunning(path);
    if (!/\.tsx?$/.test(name)) return [];
    const found = readFileSync(path, 'utf8').matchAll(/join\(projectRoot,((?:\s*'[^']+',?)+)\s*\)/g);
    return [...found].map(([, parts = '']) => [...parts.matchAll(/'([^']+)'/g)].map(([, part]) => part).join('/'));
  });
}

test('what the program reads while it runs is in the image', () => {
  const needed = ['services', 'ingest', 'web', 'config'].flatMap((name) => readWhileRunning(join(projectRoot, name)));
  expect(needed).toEqual(expect.arrayContaining(['config/regions.tsv', 'web/static', 'examples/documents']));
  const held = copiesIn(final).flatMap(({ sources }) => sources.map((source) => source.replace(/^\/app\//, '')));
  for (const path of needed) {
    const isHeld = held.some((source) => path === source || path.startsWith(`${source}/`));
    expect([path, isHeld]).toEqual([path, true]);
  }
  expect(held).toEqual(expect.arrayContaining(['dist', 'node_modules', 'models', 'package.json']));
  expect(existsSync(join(projectRoot, described.YANJU_MODEL_DIR.fallback ?? ''))).toBe(true);
});

test('it is asked whether it lives, at an address that there is, on the port that it listens on', () => {
  const [check] = of('HEALTHCHECK');
  const [, port, path] = /http:\/\/127\.0\.0\.1:(\d+)(\/[\w/]+)/.exec(check?.getArgumentsContent() ?? '') ?? [];
  expect(port).toBe(described.YANJU_PORT.fallback);
  expect(endpoints.map((endpoint) => endpoint.path)).toContain(path);
  expect(of('EXPOSE').flatMap(words)).toEqual([port]);
});

test('it holds no secret, and the build gets none', () => {
  const set = instructions.filter((one) => ['ENV', 'ARG'].includes(one.getKeyword())).flatMap(words);
  for (const one of set) expect(one).not.toMatch(/TOKEN|KEY|SECRET|PASSWORD/i);
  expect(ignored).toEqual(expect.arrayContaining(['.env', '.git', 'data', 'node_modules']));
});
