// The worker's side of a zip: unpacks it when its turn comes, and queues what it holds.
import { rmSync } from 'node:fs';
import type { Catalogue } from '../services/catalogue/open.js';
import type { Job, NewJob } from '../services/catalogue/queue.js';
import type { Member, Unpacking } from './extract/archive/unpack.js';
import { markGone } from './gone.js';

/** The zip that lies in no other, and how many lie around this one. */
function nestOf({ file, archive }: Pick<Job, 'file' | 'archive'>, { ledger }: Catalogue) {
  let [outermost, depth] = [file, 0];
  for (let around = archive; around !== null; around = ledger.get(around)?.archive ?? null) {
    outermost = around;
    depth++;
  }
  return { outermost, depth };
}

/** Where to unpack a job's zip to, and what the zips around it have used up: only true while those before it are stored. */
export function unpackingOf(job: Job, catalogue: Catalogue, maxFileMb: number): Unpacking {
  const { outermost, depth } = nestOf(job, catalogue);
  const { members, bytes } = catalogue.queue.unpacked(job.runId, outermost);
  return { folder: catalogue.originals.scratch(), depth, usedMembers: members, usedBytes: bytes, maxFileMb };
}

/** What a metadata file says of a zip's members, by their names: it comes with the zip's own line (run-ingest.ts). */
function metadataOfMembers({ metadata }: Job): Readonly<Record<string, unknown>> {
  const given = metadata === null ? null : (JSON.parse(metadata) as { members?: Record<string, unknown> }); // our own JSON
  return given?.members ?? {};
}
/** For a member that is a zip itself: what is said of its members in turn. */
function metadataOf(name: string, given: Readonly<Record<string, unknown>>): string | null {
  const within = Object.entries(given).filter(([path]) => path.startsWith(`${name}/`));
  const members = Object.fromEntries(within.map(([path, line]) => [path.slice(name.length + 1), line]));
  const own = Object.hasOwn(given, name) ? given[name] : undefined;
  if (own === undefined && within.length === 0) return null;
  return JSON.stringify({ ...(own as object | undefined), ...(within.length > 0 && { members }) });
}

/** Queues the members as jobs of the same run, and marks those that it held before and holds no more. */
export function queueMembers(job: Job, members: readonly Member[], catalogue: Catalogue, at: string): void {
  const { originals, queue } = catalogue;
  const given = metadataOfMembers(job);
  const jobs = members.map((member): NewJob => {
    const base = {
      file: `${job.file}/${member.name}`,
      root: job.root,
      metadata: metadataOf(member.name, given),
      archive: job.file,
    };
    if ('error' in member) return { ...base, path: '', failure: member.error };
    return { ...base, path: originals.adopt(member.contentHash, member.path), bytes: member.bytes };
  });
  const held = new Set(jobs.map(({ file }) => file));
  queue.extend(job.runId, jobs, dropMembers(job, catalogue, at, held));
}

/** Marks the members of a file that was a zip, but those that it still holds. Gives their number. */
function dropMembers({ file }: Job, catalogue: Catalogue, at: string, held: ReadonlySet<string>): number {
  return catalogue.ledger
    .membersOf(file)
    .filter((entry) => entry.archive === file && !held.has(entry.file))
    .reduce((sum, entry) => sum + markGone(catalogue, entry, at), 0);
}

/** For a file that is no zip any more. */
export function dropAllMembers(job: Job, catalogue: Catalogue, at: string): void {
  const gone = dropMembers(job, catalogue, at, new Set());
  if (gone > 0) catalogue.queue.extend(job.runId, [], gone);
}

export const dropScratch = (folder: string): void => rmSync(folder, { recursive: true, force: true });
