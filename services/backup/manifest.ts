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
  /** every other member, bytes and SHA-256 of its content */
  files: z.array(z.object({ path: MemberPath, bytes: z.number().int().min(0), sha256: z.string().length(64) })),
});
export type Manifest = z.infer<typeof Manifest>;
