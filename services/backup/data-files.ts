// Which files of a data folder a backup takes: all but the catalogue, which is copied, and what is derived from it.
import { createHash } from 'node:crypto';
import { createReadStream, type Dirent, existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isOfExchange } from '../catalogue/exchange.js';

/** Engine and token vectors are rebuilt from the catalogue; scratch and evaluate are of the moment. */
const leftOut = /^(?:catalogue\..*|engine\.db.*|tokens\.db.*|scratch|evaluate)$/;

/** Paths below `dataDir` with `/` between folders, sorted; links and half-written files are left out. */
export function dataFiles(dataDir: string): string[] {
  if (!existsSync(dataDir)) return [];
  const below = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry: Dirent) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return below(path);
      return entry.isFile() && !/^[0-9a-f]{64}\.\d+$/.test(entry.name) ? [path] : [];
    });
  return readdirSync(dataDir, { withFileTypes: true })
    .filter(({ name }) => !leftOut.test(name) && !isOfExchange(name))
    .flatMap((entry) =>
      entry.isDirectory() ? below(join(dataDir, entry.name)) : entry.isFile() ? [join(dataDir, entry.name)] : [],
    )
    .map((path) => relative(dataDir, path).split(sep).join('/'))
    .sort();
}

/** SHA-256 of a file, in hexadecimal, read as a stream. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
