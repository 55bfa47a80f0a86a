// A child process that prepares one file, and says how long that took and how much memory the process came to hold.
import { readFileSync } from 'node:fs';
import { prepare } from '../../ingest/prepare.js';
import type { PrepareTask } from '../../ingest/prepare-process.js';
import { asAppError } from '../../services/domain/errors.js';
import { serve } from '../../services/process/child.js';

export interface Measured {
  /** what became of it: `document`, `scan`, `archive`, or an error's code */
  readonly outcome: string;
  /** kept and removed, as stored; empty without a document */
  readonly text: string;
  readonly removed: readonly string[];
  readonly ms: number;
  /** peak resident set of the process */
  readonly memoryMb: number;
}

async function run({ path, ...input }: PrepareTask): Promise<Measured> {
  const started = performance.now();
  const done = (outcome: string, text = '', removed: readonly string[] = []): Measured => ({
    outcome,
    text,
    removed,
    ms: performance.now() - started,
    memoryMb: process.resourceUsage().maxRSS / 1024,
  });
  try {
    const prepared = await prepare({ ...input, bytes: readFileSync(path) });
    if (prepared.kind !== 'document') return done(prepared.kind);
    const { text, removed } = prepared.version;
    return done(
      'document',
      text,
      removed.map((part) => part.text),
    );
  } catch (cause) {
    return done(asAppError(cause, 'DAMAGED').code);
  }
}

serve({ run });
