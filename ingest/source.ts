// From what the caller names to the files there are: walks folders, expands globs, names each file in the archive.
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { AppError } from '../services/domain/errors.js';

export interface SourceFile {
  /** path in the archive: relative to the folder given, `/` between folders */
  readonly file: string;
  /** absolute path of the folder given, '' where a single file or a glob was given */
  readonly root: string;
  /** absolute path */
  readonly path: string;
}
export interface Source {
  readonly files: readonly SourceFile[];
  /** folders that were walked whole: a file of theirs that is not among `files` has gone */
  readonly roots: readonly string[];
}

/** Files of the system and of office programs, never documents. */
export const ignored = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name);
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort(byName)
    .flatMap((entry) => {
      if (ignored(entry.name)) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path);
      return entry.isFile() || (entry.isSymbolicLink() && isFile(path)) ? [path] : [];
    });
}
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
const nameOf = (root: string, path: string): string => relative(root, path).split(sep).join('/').normalize('NFC');

/**
 * Lists the files of the paths given, each a file, a folder or a glob, in a fixed order.
 * With several folders each one's name stands in front of its files' names.
 * @throws AppError PATH_NOT_FOUND
 */
export function source(paths: readonly string[]): Source {
  const roots: string[] = [];
  const files = paths.flatMap((given): SourceFile[] => {
    const path = resolve(given);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile()) return [{ file: basename(path).normalize('NFC'), root: '', path }];
    if (stat?.isDirectory()) {
      roots.push(path);
      const prefix = paths.length > 1 ? `${basename(path)}/` : '';
      return walk(path).map((found) => ({ file: prefix + nameOf(path, found), root: path, path: found }));
    }
    const found = globSync(given, { absolute: true, onlyFiles: true, expandDirectories: false }).sort();
    if (found.length === 0) throw new AppError('PATH_NOT_FOUND', { path: given });
    const base = resolve(
      given
        .split('/')
        .slice(
          0,
          given.split('/').findIndex((part) => /[*?[\]{}!()]/.test(part)),
        )
        .join('/') || '.',
    );
    return found.map((path) => ({ file: nameOf(base, path), root: '', path }));
  });
  const seen = new Set<string>();
  return { roots, files: files.filter(({ file }) => !seen.has(file) && seen.add(file)) };
}
