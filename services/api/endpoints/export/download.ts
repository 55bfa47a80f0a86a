// What every endpoint of /api/export/… has in common: a file to take away, made for this answer.
import type { z } from 'zod';
import { citing } from '../../../../web/citing.js';
import type { ErrorCode } from '../../../domain/errors.js';
import { apiMessages } from '../../../domain/messages/api.js';
import { type FileFormat, type TakenFile, types } from '../../../export/file.js';
import type { TakingDeps } from '../../../export/taken.js';
import { type Context, type Endpoint, endpoint, type Tag } from '../../endpoint.js';

const { summaries, downloads } = apiMessages;

interface Download<Q extends z.ZodObject, P extends z.ZodObject> {
  readonly id: keyof typeof summaries & `export${string}`;
  /** after /api/export/, without its ending, which is the format */
  readonly path: string;
  readonly format: FileFormat;
  readonly tag: Tag;
  readonly request: {
    readonly params?: P;
    readonly query?: Q;
    readonly example: { readonly params?: object; readonly query?: object };
  };
  readonly errors: readonly ErrorCode[];
  file(
    input: { readonly params: z.output<P>; readonly query: z.output<Q> },
    deps: TakingDeps<keyof Context['archive']>,
    settings: Context['settings'],
  ): TakenFile | Promise<TakenFile>;
}

export const download = <Q extends z.ZodObject = z.ZodObject, P extends z.ZodObject = z.ZodObject>({
  id,
  path,
  format,
  tag,
  request,
  errors,
  file,
}: Download<Q, P>): Endpoint =>
  endpoint({
    id,
    method: 'get',
    path: `/api/export/${path}.${format}`,
    tag,
    summary: summaries[id],
    request,
    response: { kind: 'download', status: 200, type: types[format], description: downloads[format] },
    errors: format === 'docx' ? [...errors, 'EXPORT_FAILED'] : errors,
    handler: ({ params, query }, { archive, origin, settings, language }) =>
      file(
        { params, query },
        { archive, cite: citing(archive, origin), limit: settings.YANJU_MAX_EXPORT_ROWS, language },
        settings,
      ),
  });
