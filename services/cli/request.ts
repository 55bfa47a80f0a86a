// Command line options → a request, by the same schemas as the API's.
import type { z } from 'zod';
import { fieldIssue, RequestError } from '../domain/request-error.js';

/** @throws RequestError naming the option */
export function parseRequest<T extends z.ZodType>(schema: T, options: Record<string, unknown>): z.output<T> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  throw new RequestError(
    parsed.error.issues.map((issue) => fieldIssue(issue, options)),
    { cause: parsed.error },
  );
}

/** Several phrases after one option: one a line, as the API takes them. */
export const onLines = (value: unknown): unknown => (Array.isArray(value) ? value.join('\n') : value);
