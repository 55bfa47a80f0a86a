// A request that is wrong: which field, and what is the matter with it, in either language.
import type { z } from 'zod';
import { AppError } from './errors.js';
import { fieldMessages, joints } from './messages/api.js';
import { fill, type Language } from './messages/language.js';

export interface FieldIssue {
  readonly field: string;
  readonly problem: keyof typeof fieldMessages;
  readonly values?: Readonly<Record<string, string | number>>;
}

export const wordsOf = ({ problem, values }: FieldIssue, language: Language): string =>
  fill(fieldMessages[problem][language], values);
const sentence = (issues: readonly FieldIssue[], language: Language): string =>
  issues
    .map((issue) => `${issue.field}${joints.field[language]}${wordsOf(issue, language)}`)
    .join(joints.list[language]);

/** INVALID_REQUEST that names each wrong field, in either language. */
export class RequestError extends AppError {
  readonly issues: readonly FieldIssue[];

  constructor(issues: readonly FieldIssue[], options?: { cause?: unknown }) {
    super('INVALID_REQUEST', { why: sentence(issues, 'zh') }, options);
    this.name = 'RequestError';
    this.issues = issues;
  }

  override in(language: Language): string {
    return new AppError('INVALID_REQUEST', { why: sentence(this.issues, language) }).in(language);
  }
}

/** A RequestError about one field. */
export const wrong = (
  field: string,
  problem: FieldIssue['problem'],
  values?: FieldIssue['values'],
  options?: { cause?: unknown },
): RequestError => new RequestError([{ field, problem, ...(values && { values }) }], options);

const isProblem = (message: string): message is FieldIssue['problem'] => Object.hasOwn(fieldMessages, message);

/** What is wrong with a value by its schema, whose own message may name one of the problems. */
export function fieldIssue(issue: z.core.$ZodIssue, raw: Record<string, unknown>): FieldIssue {
  const field = issue.path.map(String).join('.') || 'body';
  const missing = issue.path.length === 1 && raw[String(issue.path[0])] === undefined;
  if (missing) return { field, problem: 'REQUIRED' };
  switch (issue.code) {
    case 'invalid_type':
      return { field, problem: issue.expected === 'number' || issue.expected === 'int' ? 'NOT_INTEGER' : 'WRONG' };
    case 'invalid_value':
      return { field, problem: 'OPTIONS', values: { options: issue.values.map(String).join(' | ') } };
    case 'too_small':
      if (issue.origin === 'string') return { field, problem: 'EMPTY' };
      return { field, problem: 'TOO_SMALL', values: { limit: String(issue.minimum) } };
    case 'too_big':
      if (issue.origin === 'string') return { field, problem: 'TOO_LONG', values: { limit: String(issue.maximum) } };
      return { field, problem: 'TOO_BIG', values: { limit: String(issue.maximum) } };
    default:
      return { field, problem: isProblem(issue.message) ? issue.message : 'WRONG' };
  }
}
