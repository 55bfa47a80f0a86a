// Every command that README and docs tell people to type, typed: against a server with the bundled examples.
import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { transformSync } from '@swc/core';
import { builtModule, projectRoot } from '../../config/root.js';
import { temporaryFolder } from '../support/temporary.js';
import { serveYanju } from '../support/yanju.js';
import { type Block, blocksOf, commandsOf } from './blocks.js';

jest.setTimeout(300_000);
const run = promisify(execFile);
const docs = readdirSync(join(projectRoot, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name));
const files = ['README.md', 'examples/README.md', ...docs];
const blocks = files.flatMap((file) => blocksOf(file, readFileSync(join(projectRoot, file), 'utf8')));
const python = spawnSync('python3', ['--version']).status === 0;
if (!python) process.stderr.write('examples in Python not run: no python3\n');
const runs = (languages: readonly string[]) => (block: Block) =>
  languages.includes(block.language) && block.notRun === null && (!block.needs || process.env[block.needs]);
const shell = blocks.filter(runs(['sh']));
const others = blocks.filter(runs(python ? ['python', 'ts'] : ['ts']));
for (const { file, line, needs } of blocks)
  if (needs && !process.env[needs]) process.stderr.write(`${file}:${line} not run: ${needs} is not set\n`);

/** The same command in both languages is typed once. */
const commands = [...new Map(shell.flatMap((block) => commandsOf(block).map((command) => [command, block]))).entries()];

const folder = temporaryFolder();
const env: Record<string, string> = {
  YANJU_DATA_DIR: join(folder, 'data'),
  YANJU_PORT: '0',
  YANJU_RATE_LIMIT: '0',
  YANJU_LOG_LEVEL: 'silent',
  YANJU_ADMIN_TOKEN: 'a token for the tests',
};
let service: Awaited<ReturnType<typeof serveYanju>>;

beforeAll(async () => {
  const bin = join(folder, 'bin');
  const main = builtModule('services/cli/main.js');
  for (const path of [bin, join(folder, 'backups')]) mkdirSync(path);
  writeFileSync(join(bin, 'yanju'), `#!/bin/sh\nexec ${process.execPath} ${main} "$@"\n`);
  chmodSync(join(bin, 'yanju'), 0o755);
  writeFileSync(join(folder, '.curlrc'), 'fail-with-body\n');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { yanju: 'yanju' } }));
  symlinkSync(join(projectRoot, 'examples'), join(folder, 'examples'));
  const draft = join(projectRoot, 'examples/drafts/临澜市教育局2026年工作要点（起草稿）.docx');
  for (const name of ['draft.docx', 'draft-1.docx', '文稿.docx', 'notice.docx', '通知.docx'])
    copyFileSync(draft, join(folder, name));
  service = await serveYanju(['--examples'], env);
});
afterAll(() => {
  service?.child.kill('SIGKILL');
});

/** What the docs name that is each reader's own. */
const here = (text: string): string =>
  text
    .replaceAll('http://127.0.0.1:3000', service.url)
    .replaceAll('/path/to/archive', join(projectRoot, 'examples/documents'))
    .replaceAll('/backups/', `${folder}/backups/`)
    .replaceAll(/yanju-\d{4}-\d\d-\d\d/g, 'yanju-$(date +%F)')
    .replaceAll('/var/lib/', `${folder}/`);

const typed = async (program: string, args: readonly string[]) => {
  const PATH = `${join(folder, 'bin')}:${process.env.PATH}`;
  const options = {
    cwd: folder,
    env: { ...process.env, ...env, PATH, CURL_HOME: folder },
    timeout: 120_000,
    maxBuffer: 1e8,
  };
  return await run(program, [...args], options).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    (error) => ({ code: error.code, output: `${error.stdout}\n${error.stderr}` }),
  );
};

/** `check` ends with 3 on a conflict, and the draft has some. */
const wellEnded = (command: string): readonly number[] => (/yanju (?:-- )?check /.test(command) ? [3] : [0]);

test.each(commands)('%s', async (command) => {
  const { code, output } = await typed('bash', ['-o', 'pipefail', '-c', here(command)]);
  expect({ code, output: wellEnded(command).includes(code) ? '' : output }).toEqual({
    code: wellEnded(command)[0],
    output: '',
  });
});

test.each(others.map((block) => [`${block.file}:${block.line} ${block.language}`, block] as const))(
  '%s prints what it found',
  async (_, { language, code }) => {
    const script = join(folder, language === 'python' ? 'example.py' : 'example.mjs');
    const jsc = { parser: { syntax: 'typescript' as const }, target: 'es2022' as const };
    writeFileSync(script, here(language === 'python' ? code : transformSync(code, { jsc }).code));
    const ended = await typed(language === 'python' ? 'python3' : process.execPath, [script]);
    expect({ ...ended, output: ended.code === 0 ? '' : ended.output }).toEqual({ code: 0, output: '' });
    expect(ended.output.trim().split('\n').length).toBeGreaterThan(2);
  },
);

test('every block that is not run says why', () => {
  const silent = blocks.filter(({ language, notRun }) => !['sh', 'python', 'ts'].includes(language) && notRun !== null);
  expect(silent.map(({ file, line }) => `${relative('.', file)}:${line}`)).toEqual([]);
  expect(commands.length).toBeGreaterThan(30);
});
