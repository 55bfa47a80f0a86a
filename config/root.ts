// Where the project lies on disk, whether it runs from the sources (Jest) or from dist/.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('package.json not found above config/');
  return findRoot(parent);
}

/** Absolute path of the project's folder (the one with package.json). */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Absolute path of a built module, for child processes: `builtModule('ingest/worker.js')`. */
export const builtModule = (path: string): string => join(projectRoot, 'dist', path);

/** Version of the project, from package.json. */
export const version: string = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version;
