// What was corrected by hand stands above what a metadata file says of a file: both come to the reader of metadata as one.
import type { Catalogue } from '../services/catalogue/open.js';
import type { Job } from '../services/catalogue/queue.js';

export function corrected(job: Job, { corrections }: Catalogue): Job {
  const correction = corrections.of(job.file);
  if (correction === null) return job;
  const given = job.metadata === null ? {} : (JSON.parse(job.metadata) as object); // our own JSON
  return { ...job, metadata: JSON.stringify({ ...given, ...(JSON.parse(correction) as object) }) };
}
