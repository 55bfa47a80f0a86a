// How much room is left on the disk of a folder.
import { statfsSync } from 'node:fs';

/** Bytes. */
export function freeSpace(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
