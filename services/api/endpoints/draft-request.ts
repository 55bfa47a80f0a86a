// What the check of a draft, and the files made of it, are asked: the draft, what it is compared with, and its earlier version.
import { z } from 'zod';
import type { EarlierDraft, GivenDraft } from '../../domain/check.js';
import { CheckScope, checkScope, ScopeFields } from '../../domain/check-scope.js';
import type { ErrorCode } from '../../domain/errors.js';
import { wrong } from '../../domain/request-error.js';
import type { UploadedFile } from '../endpoint.js';

/** Fields of a multipart body that hold files. */
export const draftFiles = ['file', 'earlierFile'] as const;

const Draft = z.object({
  text: z.string().optional().meta({
    description:
      '文稿的文字；或以 multipart 的 file 字段给文件 / the draft’s text; or a file in the multipart field file',
  }),
  earlier: z.string().trim().min(1).max(500).optional().meta({
    description:
      '文稿自己的上一稿，在档案里：documentId、路径或标题（同题的取最新）；不作来源，单独逐条比较 / the draft’s own earlier version in the archive, by id, file or title (the newest of that title): no source, but compared with on its own',
  }),
  earlierText: z.string().optional().meta({
    description:
      '上一稿的文字；或以 multipart 的 earlierFile 字段给文件 / the earlier version’s text; or a file in the multipart field earlierFile',
  }),
});
/** As JSON. */
export const CheckRequest = Draft.extend({ scope: CheckScope.optional() });
/** As the text fields of a form. */
export const CheckFields = ScopeFields.extend(Draft.shape);

export const checkErrors: readonly ErrorCode[] = [
  'DRAFT_EMPTY',
  'DRAFT_TOO_LONG',
  'REGION_UNKNOWN',
  'DOCUMENT_NOT_FOUND',
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

export interface Asked {
  readonly draft: GivenDraft;
  readonly scope: CheckScope;
  readonly earlier: EarlierDraft | undefined;
}

interface Sent {
  readonly query: z.output<typeof ScopeFields>;
  readonly body: z.output<typeof CheckRequest>;
  readonly form: z.output<typeof CheckFields>;
  readonly files: readonly UploadedFile[];
}

/** @throws RequestError */
export function askedCheck({ query, body, form, files }: Sent): Asked {
  const { text, earlier, earlierText, ...fields } = form;
  const draft = given(text ?? body.text, 'file', files);
  if (!draft) throw wrong('text', 'REQUIRED');
  return {
    draft,
    scope: checkScope({ ...body.scope, ...known(query), ...known(fields) }),
    earlier: askedEarlier({
      earlier: earlier ?? body.earlier,
      earlierText: earlierText ?? body.earlierText,
      files,
    }),
  };
}

/** The earlier version that a form or a body gives. @throws RequestError */
export function askedEarlier(sent: {
  readonly earlier: string | undefined;
  readonly earlierText: string | undefined;
  readonly files: readonly UploadedFile[];
}): EarlierDraft | undefined {
  const handed = given(sent.earlierText, 'earlierFile', sent.files);
  if (handed || sent.earlier === undefined) return handed;
  return { kind: 'document', name: sent.earlier };
}

/** A file goes before a text. @throws RequestError */
export function given(text: string | undefined, field: string, files: readonly UploadedFile[]): GivenDraft | undefined {
  const [file, second] = files.filter((one) => one.field === field);
  if (second) throw wrong(field, 'TOO_MANY', { limit: 1 });
  if (file) return { kind: 'file', name: file.name, bytes: file.bytes };
  return text === undefined ? undefined : { kind: 'text', text };
}

const known = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
