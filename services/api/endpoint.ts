// One value an endpoint: it drives the routes, the validation, the OpenAPI document and the tests alike.
import { z } from 'zod';
import type { Settings } from '../../config/settings.js';
import type { Archive, Original } from '../domain/archive.js';
import type { ErrorCode } from '../domain/errors.js';
import type { apiMessages } from '../domain/messages/api.js';
import type { Language, Message } from '../domain/messages/language.js';
import type { TakenFile } from '../export/file.js';
import { checker } from './validate.js';

export type Method = 'get' | 'post' | 'delete';
export type Tag = keyof typeof apiMessages.tags;

export interface Context {
  readonly archive: Archive;
  readonly settings: Settings;
  /** whether what the first question needs is loaded */
  isWarm(): boolean;
  readonly language: Language;
  readonly requestId: string;
  /** scheme and host that the service goes by outside; empty where that cannot be told */
  readonly origin: string;
}

export interface UploadedFile {
  /** a bare file name in UTF-8, never a path */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** name of the multipart field that it came in */
  readonly field: string;
}

/** What a request holds before validation. */
export interface Parts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  /** text fields of a multipart body; null where the body is none */
  readonly form: unknown;
}

/** How an endpoint answers when all goes well. */
export type Answer =
  | { readonly kind: 'json'; readonly status: 200 | 202; readonly schema: z.ZodType; readonly example: unknown }
  | { readonly kind: 'empty'; readonly status: 204; readonly description: Message }
  | { readonly kind: 'file'; readonly status: 200; readonly description: Message }
  | { readonly kind: 'download'; readonly status: 200; readonly type: string; readonly description: Message };

type Answered<A extends Answer> = A extends { kind: 'json'; schema: infer S extends z.ZodType }
  ? z.output<S>
  : A extends { kind: 'file' }
    ? Original
    : A extends { kind: 'download' }
      ? TakenFile
      : undefined;

interface Described {
  /** operationId */
  readonly id: string;
  readonly method: Method;
  /** as express writes it: /api/documents/:id */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: Message;
  /** 'admin' asks for the admin token */
  readonly access?: 'public' | 'admin';
  /** answers however often it is asked */
  readonly unlimited?: boolean;
  /** errors of its own; those that any request may meet are added by openapi.ts */
  readonly errors: readonly ErrorCode[];
}

interface RequestShape<P, Q, B, F> {
  readonly params?: P;
  readonly query?: Q;
  /** a JSON object */
  readonly body?: B;
  /** names of the multipart fields that hold files; beside `body`, either is taken, as the Content-Type says */
  readonly files?: string | readonly string[];
  /** text fields that a multipart body may have beside `files`, which it may then do without; an empty one is none */
  readonly form?: F;
  /** one valid value of each, for the description and the tests */
  readonly example: { readonly params?: object; readonly query?: object; readonly body?: object };
}

interface Spec<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  F extends z.ZodObject,
  A extends Answer,
> extends Described {
  readonly request: RequestShape<P, Q, B, F>;
  readonly response: A;
  handler(
    input: {
      readonly params: z.output<P>;
      readonly query: z.output<Q>;
      readonly body: z.output<B>;
      readonly form: z.output<F>;
      readonly files: readonly UploadedFile[];
    },
    context: Context,
  ): Answered<A> | Promise<Answered<A>>;
}

/** An endpoint as the binding, the description and the tests see it: its handler takes raw parts and checks them. */
export interface Endpoint extends Described {
  readonly request: RequestShape<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodObject>;
  readonly response: Answer;
  /** @throws RequestError when the parts are not as described, and what the archive throws */
  handler(parts: Parts, context: Context): Promise<unknown>;
}

const Nothing = z.object({});
type Nothing = typeof Nothing;

/** Keeps a handler's types to the schemas beside it; the result forgets them. */
export function endpoint<
  A extends Answer,
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodObject = Nothing,
  F extends z.ZodObject = Nothing,
>(spec: Spec<P, Q, B, F, A>): Endpoint {
  const { params, query, body, form } = spec.request;
  // A part without a schema is checked against Nothing, whose output the defaults of P, Q, B and F say.
  const readParams = checker((params ?? Nothing) as P, 'text');
  const readQuery = checker((query ?? Nothing) as Q, 'text');
  const readBody = checker((body ?? Nothing) as B, 'json');
  const readForm = checker((form ?? Nothing) as F, 'text');
  return {
    ...spec,
    handler: async (parts, context) =>
      spec.handler(
        {
          params: readParams(parts.params),
          query: readQuery(parts.query),
          body: body && parts.form === null ? readBody(parts.body) : readBody({}),
          form: readForm(parts.form ?? {}),
          files: parts.files,
        },
        context,
      ),
  };
}
