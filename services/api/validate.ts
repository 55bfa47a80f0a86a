// A request's parts against an endpoint's schemas: strict about names and types, and telling which field is wrong.
import { z } from 'zod';
import { type FieldIssue, fieldIssue, RequestError, wrong } from '../domain/request-error.js';
import { shown } from './query-string.js';

/** Where the values come from: text (a query, a path), or typed JSON. */
export type Source = 'text' | 'json';

const mostIssues = 20;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What JSON Schema says of the fields of an object: enough to tell a number from a string. */
const Fields = z.object({ properties: z.record(z.string(), z.looseObject({ type: z.unknown().optional() })) });

/** The schemas coerce, for values that come as text; JavaScript's own coercion would also take true, [] and 0x10. */
function typeIssue(type: unknown, value: unknown, source: Source): FieldIssue['problem'] | null {
  if (type === 'integer') {
    const good = source === 'text' ? /^-?\d{1,15}$/.test(String(value)) : Number.isSafeInteger(value);
    return good ? null : 'NOT_INTEGER';
  }
  return type === 'string' && typeof value !== 'string' ? 'NOT_STRING' : null;
}

/** NUL ends a text in SQLite; half a surrogate pair cannot be written as UTF-8. */
const unusable = /\0|\p{Cs}/u;
const holdsUnusable = (value: unknown): boolean =>
  typeof value === 'string'
    ? unusable.test(value)
    : isRecord(value) || Array.isArray(value)
      ? Object.values(value).some(holdsUnusable)
      : false;

/**
 * A function that gives a raw object as the schema's output. The schema's keys are all there may be.
 * @throws (the function) RequestError
 */
export function checker<S extends z.ZodObject>(schema: S, source: Source): (raw: unknown) => z.output<S> {
  const types = Fields.parse(z.toJSONSchema(schema, { io: 'input' })).properties;
  const typeOf = (name: string): unknown => (Object.hasOwn(types, name) ? types[name]?.type : undefined);
  return (raw) => {
    if (!isRecord(raw)) throw wrong('body', raw === undefined ? 'REQUIRED' : 'NOT_OBJECT');
    const issues = Object.entries(raw).flatMap(([name, value]): FieldIssue[] => {
      if (!Object.hasOwn(types, name)) return [{ field: shown(name), problem: 'UNKNOWN' }];
      const problem = typeIssue(typeOf(name), value, source);
      return problem ? [{ field: name, problem }] : [];
    });
    const named = new Set(issues.map((issue) => issue.field));
    const known = Object.fromEntries(Object.entries(raw).filter(([name]) => Object.hasOwn(types, name)));
    const parsed = schema.safeParse(known);
    if (!parsed.success) {
      issues.push(...parsed.error.issues.map((issue) => fieldIssue(issue, known)).filter((i) => !named.has(i.field)));
    } else {
      for (const [name, value] of Object.entries(parsed.data)) {
        if (holdsUnusable(value)) issues.push({ field: name, problem: 'CHARACTERS' });
      }
    }
    if (issues.length > 0) throw new RequestError(issues.slice(0, mostIssues));
    return parsed.data as z.output<S>; // without issues the parse succeeded
  };
}
