// Files of a data folder that the queue names by the path they had when they came: the folder may have moved since.
import { join } from 'node:path';

/** What is sent, and what is unpacked, lies under names of our own, which no two files share. */
const ours = /[\\/](uploads[\\/][0-9a-f-]{36}[\\/]\d+|originals[\\/][0-9a-f]{2}[\\/][0-9a-f]{64})$/;

/** The path in this data folder of a file that lay in one; any other path as it is. */
export function ownPath(dataDir: string, path: string): string {
  const within = ours.exec(path)?.[1];
  return within === undefined ? path : join(dataDir, ...within.split(/[\\/]/));
}
