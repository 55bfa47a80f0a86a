// What the check of a draft, and the report on it, are asked: the draft, and what it is compared with.
import { z } from 'zod';
import { CheckScope, type GivenDraft } from '../../domain/check.js';
import type { ErrorCode } from '../../domain/errors.js';
import { wrong } from '../../domain/request-error.js';
import type { UploadedFile } from '../endpoint.js';

/** The scope beside a file, in the address or in a form: lists with commas. */
const list = z
  .string()
  .max(4_000)
  .transform((value) => value.split(/[,，]/u).filter(Boolean))
  .optional();
export const ScopeQuery = z.object({
  region: CheckScope.shape.region,
  yearFrom: z.coerce.number().int().min(1000).max(9999).optional(),
  yearTo: z.coerce.number().int().min(1000).max(9999).optional(),
  types: list,
  onlyInForce: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  leaveOut: list,
});

export const CheckRequest = z.object({
  text: z.string().optional().meta({
    description:
      '文稿的文字；或以 multipart 的 file 字段给文件 / the draft’s text; or a file in the multipart field file',
  }),
  scope: CheckScope.optional(),
});

export const checkErrors: readonly ErrorCode[] = [
  'DRAFT_EMPTY',
  'DRAFT_TOO_LONG',
  'REGION_UNKNOWN',
  'PAYLOAD_TOO_LARGE',
  'FILE_TOO_LARGE',
  'UNSUPPORTED_TYPE',
  'EMPTY_FILE',
  'NO_TEXT',
  'OCR_FAILED',
  'ENCRYPTED',
  'DAMAGED',
  'ENCODING_UNKNOWN',
  'TEXT_TOO_LONG',
  'EXTRACT_TIMEOUT',
  'EXTRACT_CRASHED',
];

interface Asked {
  readonly text: string | undefined;
  readonly files: readonly UploadedFile[];
  readonly scope: Readonly<Record<string, unknown>>;
}

/** @throws RequestError */
export function askedCheck({ text, files, scope: given }: Asked): {
  readonly draft: GivenDraft;
  readonly scope: CheckScope;
} {
  const [file, second] = files;
  if (second) throw wrong('file', 'TOO_MANY', { limit: 1 });
  if (!file && text === undefined) throw wrong('text', 'REQUIRED');
  const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = CheckScope.safeParse(asked);
  if (!parsed.success) throw wrong('scope', 'WRONG');
  const scope = parsed.data;
  if (scope.yearFrom !== undefined && scope.yearTo !== undefined && scope.yearFrom > scope.yearTo) {
    throw wrong('yearFrom', 'ORDER', { other: 'yearTo' });
  }
  return { draft: file ? { kind: 'file', ...file } : { kind: 'text', text: text ?? '' }, scope };
}
