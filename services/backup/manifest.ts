// What a backup says of itself: its first member, against which every other is checked.
import { z } from 'zod';

/** Of the file's layout; a program that does not know a number refuses the file. */
export const backupFormat = 1;
export const manifestName = 'manifest.json';
export const catalogueName = 'catalogue.db';

/** A member's path below the data folder, as tar writes it: no absolute path, nothing that leads out. */
const MemberPath = z
  .string()
  .min(1)
  .max(1_000)
  .regex(/^[^/\\\u0000]+(?:\/[^/\\\u0000]+)*$/)
  .refine((path) => !path.split('/').some((part) => part === '.' || part === '..'));

const original = /^originals\/[0-9a-f]{2}\/([0-9a-f]{64})$/;

/** SHA-256 that an original's path says its bytes have; null for any other member. */
export const hashInName = (path: string): string | null => original.exec(path)?.[1] ?? null;

export const Manifest = z.object({
  format: z.literal(backupFormat),
  /** version of the program that wrote it */
  program: z.string(),
  /** of the catalogue: how many migrations it has seen */
  schema: z.number().int().min(0),
  /** day and time, UTC */
  made: z.string(),
  catalogueId: z.string(),
  documents: z.number().int(),
  passages: z.number().int(),
  /** originals that documents name and that were not in the data folder */
  missing: z.number().int().min(0).default(0),
  /** members that are originals no more, their bytes being others than their name says; they bear another name */
  damaged: z.array(MemberPath).default([]),
  /** every other member, bytes and SHA-256 of its content */
  files: z.array(z.object({ path: MemberPath, bytes: z.number().int().min(0), sha256: z.string().length(64) })),
});
export type Manifest = z.infer<typeof Manifest>;
