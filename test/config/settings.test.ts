import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/root.js';
import { childEnvironment, described, readSettings } from '../../config/settings.js';
import { AppError } from '../../services/domain/errors.js';

const failure = (environment: Record<string, string>): AppError => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('it was accepted');
};

test('without an environment every setting has its default', () => {
  const settings = readSettings({});
  expect(settings.YANJU_ENGINE).toBe('embedded');
  expect(settings.YANJU_PORT).toBe(3000);
  expect(settings.YANJU_MODEL_DIR).toBe(join(projectRoot, 'models/bge-small-zh-v1.5'));
  expect(settings.YANJU_ADMIN_TOKEN).toBeUndefined();
});

test.each([
  ['YANJU_PORT', 'eighty'],
  ['YANJU_ENGINE', 'solr'],
  ['YANJU_RATE_LIMIT', '-1'],
  ['MEILI_URL', 'ftp://x'],
  ['YANJU_ADMIN_TOKEN', 'short'],
])('a wrong value of %s is refused by name', (name, value) => {
  const error = failure({ [name]: value });
  expect(error.code).toBe('SETTING_INVALID');
  expect(error.message).toContain(name);
});

test('a secret is not repeated in the message', () => {
  expect(failure({ YANJU_ADMIN_TOKEN: 'hunter2' }).message).not.toContain('hunter2');
});

test('Meilisearch needs its address', () => {
  expect(failure({ YANJU_ENGINE: 'meilisearch' }).message).toContain('MEILI_URL');
});

test('a cross-encoder needs its folder', () => {
  expect(failure({ YANJU_RERANK: 'cross' }).message).toContain('YANJU_RERANKER_MODEL_DIR');
});

test('the README lists every setting with its default', () => {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
  for (const [name, { fallback }] of Object.entries(described)) {
    const row = readme.split('\n').find((line) => line.includes(`\`${name}\``));
    expect(row ?? `${name} is missing`).toContain(name);
    // the number of processes follows the machine
    if (fallback !== undefined && !/^YANJU_(EMBED|OCR)_PROCESSES$/.test(name)) expect(row).toContain(`\`${fallback}\``);
  }
});

test('a child process gets this one’s environment, what is given over it, and what is otherwise where it says nothing', () => {
  expect(childEnvironment({ YANJU_DATA_DIR: '/a' })).toEqual({ ...process.env, YANJU_DATA_DIR: '/a' });
  expect(childEnvironment({}, { YANJU_NOT_SET: 'quiet', PATH: '/otherwise' })).toEqual({
    ...process.env,
    YANJU_NOT_SET: 'quiet',
  });
});
